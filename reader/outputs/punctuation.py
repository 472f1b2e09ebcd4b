"""How Chinese punctuation is set: marks that follow each other share the blank between them (W3C CLREQ, 3.1.6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reader.hanzi import CLOSERS, OPENERS, PAUSES, STOPS
from reader.outputs import fonts

BREAK: Final = "\u200b"
"""Zero-width space: a line may break here."""

HALF: Final = 500
"""Half an em."""
_MARKS: Final = OPENERS | CLOSERS | PAUSES | STOPS


def closing_up(characters: Iterable[str]) -> dict[str, int]:
    """Which of these are marks that share a blank with a neighbour: 1 for those with a blank half behind their ink, 2
    for those with one before it.

    The second of two marks comes half an em closer where the blank halves of both would meet, or a blank half and a
    full one of the same kind: where the first is of kind 1, and where both are of kind 2. A place where a line may
    break between the two does not count.
    """
    found: dict[str, int] = {}
    for ch in sorted(_MARKS.intersection(characters)):
        left, right = fonts.blanks("serif", ch)
        if right >= HALF or left >= HALF:
            found[ch] = 1 if right >= HALF else 2
    return found
