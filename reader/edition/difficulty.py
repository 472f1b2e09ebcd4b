"""How hard a text is, by numbers that can be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from reader.edition.view import Band, Difficulty, Word
from reader.hanzi import is_han
from reader.model import TokenKind

PACE: Final = 100
"""Characters a minute, for a learner who reads with the help on the page. An assumption; the page says so."""

COMFORT: Final = 0.95
"""The share that must be known for reading to go on by itself: the usual threshold of coverage studies."""

_LABELS: Final = {1: "1", 2: "2", 3: "3", 4: "4", 5: "5", 6: "6", 7: "7–9"}


def difficulty(words: Iterable[Word], terms: int, characters: Mapping[str, int]) -> Difficulty:
    """The figures for the words of a text.

    ``characters`` gives the band of each graded character. Where it is empty, the bands count words instead; proper
    nouns are then counted apart, since no list has them.
    """
    tokens = [word for word in words if word.kind is TokenKind.WORD]
    han = Counter(ch for word in tokens for ch in word.text if is_han(ch))
    if characters:
        found: Counter[int | None] = Counter()
        for ch, times in han.items():
            found[characters.get(ch)] += times
        names = 0
    else:
        found = Counter(word.level for word in tokens if not word.name)
        names = sum(1 for word in tokens if word.name)
    total = sum(found.values()) + names
    bands: list[Band] = []
    known = 0
    for level, label in _LABELS.items():
        known += found[level]
        bands.append(Band(label, found[level] / total if total else 0.0, known / total if total else 0.0))
    return Difficulty(
        characters=han.total(),
        distinct_characters=len(han),
        words=len(tokens),
        distinct_words=len({word.text for word in tokens}),
        terms=terms,
        minutes=-(-han.total() // PACE),
        pace=PACE,
        measure="characters" if characters else "words",
        bands=tuple(bands),
        names=names / total if total else 0.0,
        unlisted=found[None] / total if total else 0.0,
        comfortable=next((band.label for band in bands if band.known >= COMFORT), None),
    )
