"""Overlapping ambiguity: two words whose characters are two other words as well (迎新, 年 and 迎, 新年). The likeliest
cut looks at each word alone; which of the two a writer means is mostly seen from the parts of speech side by side. What
is known of that stands in ``ambiguities.txt``: two parts of speech, the two they are instead, and how much less likely
than the first the second cut may be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Final

_MERGED: Final = {"nr": "R", "ns": "P", "nt": "P", "nz": "Z"}
"""Names are no common nouns: persons, places and bodies, others."""
_UNSURE: Final = "?"
"""A word without a part of speech, or with a tag that says nothing of the grammar: short forms (j), phrases (l, i),
strings (x), morphemes (g)."""
_SAYING_NOTHING: Final = frozenset({"zg", "j", "l", "i", "x", "g"})
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """What two words may be instead: their classes and lengths (v2, m1), the margin in natural logarithms, and what a
    word of one character must not be."""

    first: str
    second: str
    margin: float
    never: str


def word_class(word: str, tag: str | None) -> str:
    """Class and length of a word: v2 for 发展."""
    tag = tag or _UNSURE
    letter = _UNSURE if tag in _SAYING_NOTHING else _MERGED.get(tag[:2], tag[0])
    return f"{letter}{min(len(word), _LONGEST)}"


@cache
def _frames() -> dict[tuple[str, str], list[_Frame]]:
    """The frames of ``ambiguities.txt`` by the two words that they are about."""
    found: dict[tuple[str, str], list[_Frame]] = {}
    for line in Path(__file__).with_name("ambiguities.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            left, right, _, first, second, margin, *rest = line.split()
            never = rest[-1][1:] if rest[-1][0] == "!" else ""
            for one, two, three, four in product(*(part.split("/") for part in (left, right, first, second))):
                found.setdefault((one, two), []).append(_Frame(three, four, float(margin), never))
    return found


class Ambiguities:
    """Answers for pairs of words, each looked at once. ``weight``: the natural logarithm of the probability of a word,
    None for what is none; ``tag``: its part of speech, if it has one; ``kept``: words that are never cut."""

    def __init__(
        self, weight: Callable[[str], float | None], tag: Callable[[str], str | None], kept: Collection[str] = ()
    ) -> None:
        self._weight = weight
        self._class = cache(lambda word: word_class(word, tag(word)))
        self._kept = kept
        self._frames = _frames()
        self._other = cache(self._decide)

    def resolve(self, words: list[str]) -> list[str]:
        """The words with every pair that a frame knows cut in the other way."""
        classes = list(map(self._class, words))
        # Hardly a clause has any. Two words are looked at where a frame is about their classes, which few have.
        if self._frames.keys().isdisjoint(pairwise(classes)):
            return words
        for index in range(len(words) - 1):
            if instead := self._other(words[index], words[index + 1]):
                words[index : index + 2] = instead
        return words

    def _decide(self, left: str, right: str) -> tuple[str, str] | None:
        """The two words that these two are instead, if any."""
        frames = self._frames.get((self._class(left), self._class(right)))
        if frames is None or left in self._kept or right in self._kept:
            return None
        here = (self._weight(left) or 0.0) + (self._weight(right) or 0.0)
        for first, second, weight in self._others(left, right):
            classes = (self._class(first), self._class(second))
            for frame in frames:
                fits = classes == (frame.first, frame.second) and here - weight <= frame.margin
                if fits and not {left, right, first, second} & set(frame.never):
                    return first, second
        return None

    def _others(self, left: str, right: str) -> Iterator[tuple[str, str, float]]:
        """Every other cut into two words, with its weight."""
        text = left + right
        for end in range(1, len(text)):
            one, two = self._weight(text[:end]), self._weight(text[end:])
            if end != len(left) and one and two:
                yield text[:end], text[end:], one + two
