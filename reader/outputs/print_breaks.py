"""Where the lines of an entry end: each takes what fits (UAX 14 as far as lists need it, and CLREQ, 3.1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from reader.hanzi import NOT_AT_LINE_END, NOT_AT_LINE_START, is_han, is_punct

_NOT_FIRST: Final = NOT_AT_LINE_START | set(".,:;!?)]}’”…·\N{NO-BREAK SPACE}\u200b\u2060 ")
_NOT_LAST: Final = NOT_AT_LINE_END | set("([{‘“\N{NO-BREAK SPACE}\u2060")
_AFTER: Final = frozenset("-‐–—/")
"""What words are joined with: a line may break behind it, unless a number follows."""
_NOTHING: Final = 0.01
"""So much too wide nobody sees; sums of fractions come out too large by less."""


def lines(text: str, advances: Sequence[float], first: float, others: float) -> list[tuple[int, int]]:
    """From where to where each line goes, without the blanks at its end.

    ``advances``: how wide each character is; ``first``, ``others``: how wide the first line may be and the others. A
    line feed ends a line. What has no place to break and is too wide is broken anywhere.
    """
    found: list[tuple[int, int]] = []
    ends = [0.0, *accumulate(advances)]
    start = 0
    for part in text.split("\n"):
        stop = start + len(part)
        while True:
            room = (others if found else first) + _NOTHING
            end = _line(text, ends, start, stop, room)
            found.append((start, start + len(text[start:end].rstrip(" "))))
            while end < stop and text[end] == " ":
                end += 1
            if end == stop:
                break
            start = end
        start = stop + 1
    return found


def _line(text: str, ends: Sequence[float], start: int, stop: int, room: float) -> int:
    """Where the line that begins at ``start`` ends, at ``stop`` at the latest."""
    limit = ends[start] + room
    if ends[stop] <= limit:
        return stop
    last = start
    for at in range(start + 1, stop):
        if text[at - 1] != " " and ends[at] > limit:
            break
        if breaks(text, at):
            last = at
    if last > start:
        return last
    return max(start + 1, next(at for at in range(start + 1, stop + 1) if ends[at] > limit) - 1)


def breaks(text: str, at: int) -> bool:
    """Whether a line may end before this character, which is not the first."""
    before, after = text[at - 1], text[at]
    if before == "\u200b":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == " ":
        return True
    if before in _AFTER:
        return at > 1 and text[at - 2] != " " and not after.isdigit()
    return _wide(before) or _wide(after)


def _wide(ch: str) -> bool:
    """Whether it is of Chinese, which has no blanks between words."""
    return ch >= "⺀" and (is_han(ch) or is_punct(ch) or ch == "\u3000")
