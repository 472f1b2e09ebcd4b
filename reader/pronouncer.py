"""Guessing how a word is read: what is asked of a pronouncer, and the one that is used.

The data are pypinyin's: a table of phrases and a table of characters. Importing it takes a quarter of a second and
45 MB, so both tables are prepared once, in the cache folder, and looked up there as pypinyin itself would: the longest
phrase first, from left to right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from reader.cache import digest
from reader.errors import LexiconError
from reader.lexicon.store import Store, Tables

_SCHEMA = 2
"""Raise it with every change of what goes into the tables."""
_LONGEST = "longest"
"""Key of the number of characters of the longest phrase."""
_RARE = 0.02
"""A reading that fewer of a character's phrases have is no common one."""
_CITATION = {("一", "yí"): "yī", ("一", "yì"): "yī", ("一", "yi"): "yī", ("不", "bú"): "bù"}
"""pypinyin stores the tone sandhi of 一 and 不 in some phrases and not in others; here it is undone in all."""


class Pronouncer(Protocol):
    """Anything that guesses the reading of a word."""

    def __hash__(self) -> int: ...

    def read(self, word: str) -> tuple[str | None, ...]:
        """One slot per character: tone-marked, lower case, in citation tones (一 yī, 不 bù); None for what has no
        syllable of its own: a 儿 spoken with the one before it, a mark, a character of unknown reading."""
        ...

    def phrase(self, word: str) -> tuple[str | None, ...] | None:
        """As ``read`` for a word that is known as a whole; None for one that would be read by its parts."""
        ...

    def alternatives(self, char: str) -> tuple[str, ...]:
        """The common readings of one character, the likeliest first; empty where none is known."""
        ...


class PypinyinPronouncer:
    """A :class:`Pronouncer`. The first use after a change of pypinyin prepares its tables (half a second)."""

    def __init__(self) -> None:
        store = Store(f"pypinyin-{digest(*_sizes(), _SCHEMA)}.tables", _fill)
        self._phrases, self._characters, self._counts = map(store.table, ("phrase", "character", "count"))
        self._longest = 0
        self.read = lru_cache(maxsize=1 << 16)(self._read)
        self.alternatives = lru_cache(maxsize=1 << 13)(self._alternatives)

    def _read(self, word: str) -> tuple[str | None, ...]:
        slots: list[str | None] = []
        while len(slots) < len(word):
            slots += self._longest_phrase(word[len(slots) :])
        return tuple(slots)

    def _longest_phrase(self, text: str) -> Sequence[str | None]:
        """The reading of the longest phrase at the start of the text, else of its first character."""
        for end in range(min(len(text), self._longest_length()), 1, -1):
            if found := self.phrase(text[:end]):
                return found
        return self._alternatives(text[0])[:1] or (None,)

    def phrase(self, word: str) -> tuple[str | None, ...] | None:
        """The reading of a word that is in the table of phrases."""
        found = self._phrases.get(word)
        return tuple(syllable or None for syllable in found.split(" ")) if found else None

    def _longest_length(self) -> int:
        if not self._longest:
            self._longest = int(self._counts.get(_LONGEST) or 1)
        return self._longest

    def _alternatives(self, char: str) -> tuple[str, ...]:
        found = self._characters.get(char)
        return tuple(found.split(" ")) if found else ()


def _sizes() -> Iterator[int]:
    """What tells one release of pypinyin's tables from another, without importing it."""
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise LexiconError("the package pypinyin is not installed", hint="python -m pip install pypinyin")
    for path in sorted(Path(spec.origin).parent.glob("p*_dict.*")):
        yield path.stat().st_size


def _fill() -> Tables:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    phrases = {
        word: _citation(word, [syllables[0] for syllables in readings])
        for word, readings in PHRASES_DICT.items()
        if len(word) > 1 and len(word) == len(readings)
    }
    characters = {chr(code): readings.split(",") for code, readings in PINYIN_DICT.items()}
    return {
        "phrase": {word: " ".join(syllables) for word, syllables in phrases.items()},
        "character": dict(_common(characters, phrases)),
        "count": {_LONGEST: str(max(map(len, phrases)))},
    }


def _citation(word: str, syllables: Sequence[str]) -> list[str]:
    """The syllables with sandhi undone; of erhua, the r goes to the syllable before, and 儿 has the empty one."""
    slots: list[str] = []
    for char, spelled in zip(word, syllables, strict=True):
        syllable = unicodedata.normalize("NFC", spelled)
        if char == "儿" and syllable == "er" and slots and slots[-1]:
            slots[-1] += "r"
            syllable = ""
        slots.append(_CITATION.get((char, syllable), syllable))
    return slots


def _common(characters: Mapping[str, Sequence[str]], phrases: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each character with its readings: pypinyin's first one, then those that a fair share of its phrases have."""
    counts: dict[str, Counter[str]] = {}
    for word, syllables in phrases.items():
        for char, syllable in zip(word, syllables, strict=True):
            counts.setdefault(char, Counter())[syllable] += 1
    for char, readings in characters.items():
        known = [unicodedata.normalize("NFC", reading) for reading in readings]
        seen = counts.get(char, Counter())
        enough = seen.total() * _RARE
        others = sorted((r for r in known[1:] if seen[r] and seen[r] >= enough), key=lambda r: (-seen[r], r))
        yield char, " ".join(dict.fromkeys([_CITATION.get((char, known[0]), known[0]), *others]))
