"""What must be kept whole before running text is cut into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reader.numerals.forms import START, any_form, fold

Kind = Literal["number", "latin"]

_LATIN: Final = frozenset({"url", "email", "mixed", "latin"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A stretch of text ``start:end`` that is one token; ``kind`` is ``number`` or ``latin``."""

    start: int
    end: int
    kind: Kind


def scan(text: str) -> Iterator[Numeral]:
    """The numbers and Latin words of ``text``, left to right, disjoint.

    A number takes its sign, thousands separators, decimals, 万 and 亿, per cent and unit symbols with it; a date, a
    clock time, a range, a fraction, a ratio, an ordinal (第15) and a formula are one token each. Measure words (元,
    辆), 余 and 多 stay outside, and so do 年底, 月份 and the like, which are words of their own. A digit run with
    letters in it (5G, H7N9), an address, an e-mail address is ``latin``; Latin words set apart by spaces are
    separate. Numbers in Han characters are words and are left alone.
    """
    folded = fold(text)
    form = any_form()
    position = 0
    while start := START.search(folded, position):
        match = form.match(folded, start.start())
        if match is None:
            position = start.end()
            continue
        yield Numeral(match.start(), match.end(), "latin" if match.lastgroup in _LATIN else "number")
        position = match.end()
