"""What was changed on the way from the seed, for the reader to see."""

from __future__ import annotations

from typing import Final

from reader.edition.view import Errata, Erratum
from reader.model import Document, Edit, EditKind

_AROUND: Final = 4
"""Characters of the seed shown on either side of a repair, at most; never past the end of its line."""


def errata(document: Document) -> Errata:
    """The recorded repairs in the order of the seed, and the lines where broken paragraphs were joined."""
    text = document.source.text if document.source else ""
    edits = sorted(document.edits, key=lambda edit: edit.offset)
    return Errata(
        repairs=tuple(_erratum(edit, text) for edit in edits if edit.kind is EditKind.REPAIR),
        joins=tuple(edit.place.line for edit in edits if edit.kind is EditKind.JOIN),
    )


def _erratum(edit: Edit, text: str) -> Erratum:
    end = edit.offset + len(edit.before)
    lead = text[max(0, edit.offset - _AROUND) : edit.offset].splitlines(keepends=False)
    rest = text[end : end + _AROUND].splitlines(keepends=False)
    starts_line = text[max(0, edit.offset - 1) : edit.offset] in {"", "\n", "\r"}
    return Erratum(
        line=edit.place.line,
        lead="" if starts_line or not lead else lead[-1],
        before=edit.before,
        after=edit.after,
        rest=rest[0] if rest else "",
        reason=edit.reason,
    )
