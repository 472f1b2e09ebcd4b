"""The lines of a seed, with their places in it, and changes made to it that can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import Edit, EditKind

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BLANK = " \t\u3000\xa0\ufeff\f\v"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without its surrounding white space.

    ``number`` and ``column`` count from 1; ``start`` and ``end`` are offsets in the decoded seed of the stripped
    text as it stands there; ``text`` is that text after recorded repairs; ``indented`` says whether it began with
    white space; ``cuts`` are the offsets in ``text`` between words where the seed marks them.
    """

    number: int
    column: int
    start: int
    end: int
    text: str
    indented: bool
    cuts: tuple[int, ...] = ()


def split_lines(text: str, edits: Sequence[Edit] = ()) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank, each with the edits that fall into it applied."""
    lines = []
    for number, match in enumerate(_LINE.finditer(text), start=1):
        raw = match[1]
        stripped = raw.strip(_BLANK)
        if stripped:
            start = match.start() + raw.index(stripped)
            end = start + len(stripped)
            inside = [edit for edit in edits if start <= edit.offset and edit.offset + len(edit.before) <= end]
            lines.append(
                Line(
                    number=number,
                    column=start - match.start() + 1,
                    start=start,
                    end=end,
                    text=apply(text[start:end], inside, shift=start).strip(_BLANK),
                    indented=raw[0] in _BLANK,
                    cuts=tuple(_cuts(inside, start)),
                )
            )
        if match.end() == len(text):
            break
    return tuple(lines)


def _cuts(edits: Sequence[Edit], start: int) -> Iterator[int]:
    """Where marks of borders stood, in the line as it reads without them."""
    drift = -start
    for edit in sorted(edits, key=lambda e: e.offset):
        if edit.kind is EditKind.BORDER:
            yield edit.offset + drift
        drift += len(edit.after) - len(edit.before)


def apply(text: str, edits: Iterable[Edit], *, shift: int = 0) -> str:
    """The text with the edits made. Offsets count from ``shift``; edits must not overlap.

    Raises ValueError where an edit does not find its ``before``.
    """
    pieces, position = [], 0
    for edit in sorted(edits, key=lambda e: e.offset):
        start = edit.offset - shift
        if start < position or text[start : start + len(edit.before)] != edit.before:
            raise ValueError(f"edit does not fit at offset {edit.offset}: {edit.before!r}")
        pieces += [text[position:start], edit.after]
        position = start + len(edit.before)
    return "".join([*pieces, text[position:]])


def revert(repaired: str, edits: Iterable[Edit]) -> str:
    """Take the edits back: ``revert(apply(text, edits), edits) == text``."""
    pieces, position, drift = [], 0, 0
    for edit in sorted(edits, key=lambda e: e.offset):
        start = edit.offset + drift
        if repaired[start : start + len(edit.after)] != edit.after:
            raise ValueError(f"edit was not made at offset {edit.offset}: {edit.after!r}")
        pieces += [repaired[position:start], edit.before]
        position = start + len(edit.after)
        drift += len(edit.after) - len(edit.before)
    return "".join([*pieces, repaired[position:]])


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in the text."""
    for number, match in enumerate(_LINE.finditer(text), start=1):
        if offset <= match.end(1) or match.end() == len(text):
            return number, offset - match.start() + 1
    return 1, offset + 1
