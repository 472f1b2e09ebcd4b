"""A word that no dictionary has, as the words it is made of."""

from __future__ import annotations

from collections.abc import Callable


def parts(word: str, known: Callable[[str], bool], least: int = 1) -> tuple[str, ...]:
    """The fewest known words of at least ``least`` characters that make up ``word``, of which it is none itself; of
    several such cuts the one with the longer words at the end, as the head of a Chinese compound stands last.

    Empty where there is no such cut.
    """
    best: list[tuple[str, ...] | None] = [(), *(None for _ in word)]
    for end in range(least, len(word) + 1):
        for start in range(end - least + 1):
            before, piece = best[start], word[start:end]
            if before is None or piece == word or not known(piece):
                continue
            reached = best[end]
            if reached is None or len(before) + 1 < len(reached):
                best[end] = (*before, piece)
    return best[len(word)] or ()
