"""A seed that is cut into words already: its marks between words are taken out of the text, on record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Edit, EditKind, Place
from reader.sources.lines import split_lines

_BARS = re.compile(r"[ \u3000\t]*[|｜][ \u3000\t|｜]*")
_SPACES = re.compile(r"[ \u3000\t]+")
_REASON = "the text is cut into words"


def border_marks(text: str, path: str, taken: Sequence[Edit]) -> list[Edit]:
    """The marks between words, as edits that take them out: bars where the text has any, else spaces.

    A space between Latin words stays. ``taken`` are the edits that are made already; what stands inside one of them is
    no mark.
    """
    marks = _BARS if _BARS.search(text) else _SPACES
    edits = []
    for line in split_lines(text):
        for match in marks.finditer(text, line.start, line.end):
            start, end = match.span()
            if marks is _SPACES and _is_latin(text[start - 1]) and _is_latin(text[end]):
                continue
            if not any(edit.offset < end and start < edit.offset + len(edit.before) for edit in taken):
                place = Place(path, line.number, line.column + start - line.start)
                edits.append(Edit(EditKind.BORDER, start, match[0], "", place, _REASON))
    return edits


def _is_latin(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()
