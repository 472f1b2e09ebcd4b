"""Which word a misprint was meant to be, sought as a noisy channel: of two single characters side by side that are no
word, one is replaced by a character that looks or sounds alike; a word that is far likelier than the two characters by
chance was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
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


class _Partner(NamedTuple):
    """A word with one character given: the logarithm of its frequency, its other character, and the word."""

    weight: float
    char: str
    word: str


class _Partners(NamedTuple):
    """All such words, ``commonest`` first; the same by their other character; and those of these characters whose
    lookalikes are not listed."""

    commonest: tuple[_Partner, ...]
    by_char: Mapping[str, _Partner]
    unlisted: tuple[str, ...]


class Misprints:
    """Judges pairs of characters of one text; what it finds out about a character is kept."""

    def __init__(self, words: Words, sounds: Sounds) -> None:
        self._words = words
        self._frequency = cache(words.frequency)
        self._partners = cache(self._sorted)
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
        for weight, right, word in partners.commonest:
            gain = weight - chance
            if gain < _ENOUGH_SOUND:
                break
            if self._confusable(wrong, right, gain):
                return gain, word
        # What is less likely has to look so much alike that it is listed, and that is one in hundreds.
        alike = near(wrong)
        chars = (
            partners.by_char if alike is None else (*filter(partners.by_char.__contains__, alike), *partners.unlisted)
        )
        for weight, right, word in sorted((partners.by_char[char] for char in chars), key=_commonest_first):
            gain = weight - chance
            if _LEAST <= gain < _ENOUGH_SOUND and self._confusable(wrong, right, gain):
                return gain, word
        return 0.0, None

    def _sorted(self, kept: str, place: int) -> _Partners:
        """The words with ``kept`` and another character at ``place``."""
        words = self._words.pairs(kept).items()
        found = [_Partner(log(count), word[place], word) for word, count in words if word[1 - place] == kept]
        found.sort(key=_commonest_first)
        by_char = {partner.char: partner for partner in found}
        return _Partners(tuple(found), by_char, tuple(char for char in by_char if not is_listed(char)))

    def _confusable(self, wrong: str, right: str, gain: float) -> bool:
        """Whether the likeness of two characters and the gain together are evidence enough."""
        if gain >= _ENOUGH_SOUND and not self._sounds(wrong).isdisjoint(self._sounds(right)):
            return True
        if gain >= _ENOUGH_SOUND_NO_TONE and not self._plain(wrong).isdisjoint(self._plain(right)):
            return True
        return are_alike(wrong, right, max(ALIKE, 0.9 + (_ENOUGH_SHAPE - gain) / _PER_LIKENESS))


def _commonest_first(partner: _Partner) -> tuple[float, str]:
    return -partner.weight, partner.word
