"""The vocabulary as a file that costs little to open: words and weights in one block for each first character, read
when a text first has that character. A page needs a tenth of a second less than with a table loaded whole."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import groupby
from math import exp, log
from pathlib import Path
from typing import BinaryIO, Final

from reader.cache import read_indexed, write_indexed
from reader.segmenter.path import PREFIX
from reader.segmenter.vocabulary import Vocabulary

_MAGIC: Final = b"duben words 3\n"

_Places = dict[str, tuple[int, int, int]]
"""Where the block of a character starts, how many bytes its words take, and how many they are."""


class Table:
    """Weights, counts and parts of speech of words. ``weights`` holds what has been loaded; call :meth:`load` with a
    text before looking its words up there. Raises ValueError for a file that is not whole."""

    def __init__(self, path: Path) -> None:
        self.total: int
        self._tags: tuple[str | None, ...]
        self._places: _Places
        self._pairs: _Places
        self._file, (self.total, self._tags, self._places, self._pairs) = read_indexed(path, _MAGIC)
        self.weights: dict[str, float] = {}
        self.unknown = -log(self.total)
        self._loaded: set[str] = set()
        self._added: dict[str, list[tuple[str, float]]] = {}
        self._blocks: dict[str, tuple[list[str], bytes]] = {}

    def add(self, weights: Mapping[str, float]) -> None:
        """Make further words known, with their weights, when their first characters are loaded; call it before that."""
        for word, weight in weights.items():
            self._added.setdefault(word[0], []).append((word, weight))

    def load(self, text: Iterable[str]) -> None:
        """Make the words that begin with the characters of a text known."""
        for char in set(text) - self._loaded:
            self._load(char)

    def frequency(self, word: str) -> int:
        """How often the word was counted, at least 1 if it is known at all; 0 if it is not."""
        if word[:1] not in self._loaded:
            self.load(word[:1])
        weight = self.weights.get(word)
        return round(self.count(weight)) if weight else 0

    def weight(self, word: str) -> float | None:
        """The natural logarithm of the probability of the word; None or :data:`PREFIX` for what is no word."""
        if word[:1] not in self._loaded:
            self.load(word[:1])
        return self.weights.get(word)

    def count(self, weight: float) -> float:
        """The count that a weight stands for."""
        return exp(weight) * self.total

    def tag(self, word: str) -> str | None:
        """The part of speech of the word, if it has one."""
        self.load(word[:1])
        words, tags = self._blocks.get(word[:1], ([], b""))
        index = bisect_left(words, word)
        return self._tags[tags[index]] if index < len(words) and words[index] == word else None

    def pairs(self, char: str) -> dict[str, int]:
        """The words of two characters that have this one, first or last, with their counts."""
        place = self._pairs.get(char)
        if place is None:
            return {}
        words, weights = self._read(place)
        return {word: round(self.count(weight)) for word, weight in zip(words, weights, strict=True)}

    def _load(self, char: str) -> None:
        self._loaded.add(char)
        place = self._places.get(char)
        if place is not None:
            start, size, count = place
            words, weights = self._read(place)
            self.weights.update(zip(words, weights, strict=True))
            self._blocks[char] = words, self._file[start + size + 8 * count : start + size + 9 * count]
        for word, weight in self._added.get(char, ()):
            self.weights[word] = weight
            for last in range(1, len(word)):
                self.weights.setdefault(word[:last], PREFIX)

    def _read(self, place: tuple[int, int, int]) -> tuple[list[str], array[float]]:
        start, size, count = place
        words = self._file[start : start + size].decode().split("\n")
        return words, array("d", self._file[start + size : start + size + 8 * count])


def write(path: Path, vocabulary: Vocabulary) -> None:
    """Write the file that :class:`Table` reads. The same vocabulary gives the same bytes."""
    tags: list[str | None] = [None, *sorted(set(vocabulary.tags.values()))]
    numbers = {tag: number for number, tag in enumerate(tags)}
    words = sorted(vocabulary.frequencies)
    pairs: dict[str, list[str]] = {}
    for word in words:
        if len(word) == 2 and vocabulary.frequencies[word]:
            for char in dict.fromkeys(word):
                pairs.setdefault(char, []).append(word)

    def blocks(stream: BinaryIO) -> tuple[object, ...]:
        places: _Places = {}
        for char, group in groupby(words, key=lambda word: word[0]):
            block = list(group)
            places[char] = _write_block(stream, block, vocabulary)
            stream.write(bytes(numbers[vocabulary.tags.get(word)] for word in block))
        of_pairs = {char: _write_block(stream, pairs[char], vocabulary) for char in sorted(pairs)}
        return vocabulary.total, tuple(tags), places, of_pairs

    write_indexed(path, _MAGIC, blocks)


def _write_block(stream: BinaryIO, words: list[str], vocabulary: Vocabulary) -> tuple[int, int, int]:
    """Words and weights; returns where they start, the size of the words in bytes, and how many they are."""
    whole = log(vocabulary.total)
    counts = (vocabulary.frequencies[word] for word in words)
    text = "\n".join(words).encode()
    start = stream.tell()
    stream.write(text)
    # jieba's own sum, so that its cuts come out to the last bit.
    stream.write(array("d", [log(count) - whole if count else PREFIX for count in counts]).tobytes())
    return start, len(text), len(words)
