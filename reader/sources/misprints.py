"""Which word a misprint was meant to be, sought as a noisy channel: of two single characters side by side that are no
word, one is replaced by a character that looks or sounds alike; a word that is far likelier than the two characters by
chance was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from math import log
from typing import Final, NamedTuple, Protocol

from reader.pinyin import plain
from reader.sources.lookalike import ALIKE, are_alike, is_listed, near

_ENOUGH_SHAPE: Final = 8.0
_ENOUGH_SOUND: Final = 6.5
_ENOUGH_SOUND_NO_TONE: Final = 9.5
"""Least evidence: the log-likelihood ratio of the supposed word to the two characters by chance, for a likeness in
shape weighed by how alike they are (生括→生活 12.2), in sound (以经→已经 7.0), or in sound but for the tone.
Correct pairs of single words reach 6.6 in shape, 6 in sound and 7.9 without tone."""
_PER_LIKENESS: Final = 50.0
"""What a likeness of 1 instead of 0.9 is worth, tenfold."""
_LEAST: Final = _ENOUGH_SHAPE - _PER_LIKENESS * 0.1
"""With less evidence than this not even characters that look the same are enough."""


class Words(Protocol):
    """What the detector asks of a segmenter (:class:`reader.segmenter.Segmenter`)."""

    def cut(self, text: str) -> Sequence[tuple[str, str | None]]:
        """The words of the text with their part of speech."""
        ...

    def frequency(self, word: str) -> int:
        """How often the word was counted; 0 where it is none."""
        ...

    def pairs(self, char: str) -> Mapping[str, int]:
        """The words of two characters that have this one, first or last, with their frequencies."""
        ...

    @property
    def total(self) -> int:
        """How many words were counted in all."""
        ...

    def joined(self, left: str, right: str) -> bool:
        """Whether a word crosses the border between the two."""
        ...


Sounds = Callable[[str], Iterable[str]]
"""The readings of a character, tone-marked."""


class _Partners(NamedTuple):
    """The words of two characters of which one is given: with their frequencies; the ``commonest`` first, with the
    negative of the frequency; and their other characters whose lookalikes are not listed."""

    frequencies: Mapping[str, int]
    commonest: Sequence[tuple[int, str]]
    unlisted: Sequence[str]


class Misprints:
    """Judges pairs of characters of one text; what it finds out about a character is kept."""

    def __init__(self, words: Words, sounds: Sounds) -> None:
        self._words = words
        self._frequency = cache(words.frequency)
        self._partners = cache(partial(_partners, words))
        self._sounds = cache(lambda char: frozenset(sounds(char)))
        self._plain = cache(lambda char: frozenset(map(plain, sounds(char))))

    def meant(self, a: str, b: str) -> str | None:
        """The likeliest word of two characters that ``ab`` is a slip for, if any is likely enough."""
        chance = log(self._frequency(a) + 1) + log(self._frequency(b) + 1) - log(self._words.total)
        first, second = self._likeliest(a, b, 1, chance), self._likeliest(b, a, 0, chance)
        return (second if second[0] > first[0] else first)[1]

    def _likeliest(self, kept: str, wrong: str, place: int, chance: float) -> tuple[float, str | None]:
        """How much likelier than chance, and which word it is with another character at ``place``."""
        partners = self._partners(kept, place)
        for count, word in partners.commonest:
            gain = log(-count) - chance
            if gain < _ENOUGH_SOUND:
                break
            if self._confusable(wrong, word[place], gain):
                return gain, word
        # What is less likely has to look so much alike that it is listed, and that is one in hundreds.
        alike = near(wrong)
        chars = None if alike is None else (*alike, *partners.unlisted)
        for count, word in partners.commonest if chars is None else _among(partners, chars, kept, place):
            gain = log(-count) - chance
            if _LEAST <= gain < _ENOUGH_SOUND and self._confusable(wrong, word[place], gain):
                return gain, word
        return 0.0, None

    def _confusable(self, wrong: str, right: str, gain: float) -> bool:
        """Whether the likeness of two characters and the gain together are evidence enough."""
        if gain >= _ENOUGH_SOUND and not self._sounds(wrong).isdisjoint(self._sounds(right)):
            return True
        if gain >= _ENOUGH_SOUND_NO_TONE and not self._plain(wrong).isdisjoint(self._plain(right)):
            return True
        return are_alike(wrong, right, max(ALIKE, 0.9 + (_ENOUGH_SHAPE - gain) / _PER_LIKENESS))


def _partners(words: Words, kept: str, place: int) -> _Partners:
    """The words with ``kept`` and another character at ``place``."""
    found = {word: count for word, count in words.pairs(kept).items() if word[1 - place] == kept}
    commonest = sorted((-count, word) for word, count in found.items())
    return _Partners(found, commonest, [word[place] for word in found if not is_listed(word[place])])


def _among(partners: _Partners, chars: Iterable[str], kept: str, place: int) -> list[tuple[int, str]]:
    """Those of the words that have one of the characters, the commonest first."""
    words = (kept + char if place else char + kept for char in chars)
    return sorted((-count, word) for word in words if (count := partners.frequencies.get(word)))
