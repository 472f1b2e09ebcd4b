"""The segmenter: jieba's dictionary made to agree with CC-CEDICT, and jieba's way through it.

Nothing of jieba is loaded or changed at run time: its dictionary is prepared once (:mod:`reader.segmenter.vocabulary`)
and kept in the cache folder. Its hidden Markov model is not used: it glues unknown characters into words that nobody
can look up; personal names are found elsewhere, by their form and place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log
from pathlib import Path

from reader.cache import cache_folder, digest, write_atomically
from reader.hanzi import HAN_CLASS, all_han
from reader.lexicon import Dictionary, open_levels
from reader.segmenter import rules, table, vocabulary
from reader.segmenter.ambiguity import Ambiguities
from reader.segmenter.path import best_path, best_weight

_VERSION = 43
"""Raise it with every change of the code that makes the prepared file."""
_WINDOW = 12
"""Characters on either side of a border that can decide whether a word lies across it."""

_RUNS = re.compile(rf"([{HAN_CLASS}]+)|(?:(?![{HAN_CLASS}])[^\W\d_])+|\d+(?:[.,]\d+)*|(\S)\2*|\s", re.DOTALL)
"""Chinese, other letters, digits, one mark repeated, one space."""
_DATELINE = re.compile("(本报|本刊|本台)(.{2,6}?)([电讯])")
"""Where a report comes from, as it stands before the text: 本报寿光电, in which there is no 光电."""


class JiebaSegmenter:
    """A :class:`reader.segmenter.Segmenter`.

    ``words``: further words (of the project lexicon), each of which wins over its own parts. The first use with a
    release of CC-CEDICT prepares the vocabulary (some seconds). Raises :class:`reader.errors.LexiconError` where
    jieba is not installed.
    """

    def __init__(self, dictionary: Dictionary, words: Iterable[str] = ()) -> None:
        self._table, path = _open_table(dictionary)
        self._tagged = lru_cache(maxsize=1 << 16)(lambda word: (word, self._table.tag(word)))
        # A text is cut twice: for misprints before it is an article, and for its tokens.
        self._run = lru_cache(maxsize=1 << 17)(self._cut_run)
        own = [word for word in dict.fromkeys(words) if len(word) > 1 and all_han(word)]
        self._table.add(_own_weights(own, path))
        self.ambiguities = Ambiguities(self._table.weight, self._table.tag, frozenset(own))

    def cut(self, text: str, *, after_number: bool = False) -> tuple[tuple[str, str | None], ...]:
        """The words of the text, each with its part of speech in jieba's dictionary, or None. ``after_number``: a
        number stands right before the text, so that 年内 at its start is 年 and 内 (2年内)."""
        found: list[tuple[str, str | None]] = []
        for run in _RUNS.finditer(text):
            whole = run[0]
            if run[1]:
                found += self._run(whole, after_number)
            else:
                found.append((whole, None))
            after_number = whole[-1].isdigit()
        return tuple(found)

    def frequency(self, word: str) -> int:
        """How often jieba's dictionary counts the word; small where only a dictionary vouches for it; 0 if unknown."""
        return self._table.frequency(word)

    @property
    def total(self) -> int:
        """What all frequencies are out of."""
        return self._table.total

    def pairs(self, char: str) -> Mapping[str, int]:
        """The words of two characters that have this one, first or last, with their frequencies. (To ask so is much
        faster than to try every other character.)"""
        return self._table.pairs(char)

    def joined(self, left: str, right: str) -> bool:
        """Whether a word lies across the border."""
        left, right = left[-_WINDOW:], right[:_WINDOW]
        position = 0
        for word, _ in self.cut(left + right):
            position += len(word)
            if position >= len(left):
                break
        return bool(left) and bool(right) and position > len(left)

    def _cut_run(self, run: str, after_number: bool) -> tuple[tuple[str, str | None], ...]:
        return tuple(
            map(self._tagged, rules.apply(self.ambiguities.resolve(self._cut(run)), run, after_number=after_number))
        )

    def _cut(self, text: str) -> list[str]:
        if line := _DATELINE.fullmatch(text):
            return [line[1], *self._path(line[2]), line[3]]
        return self._path(text)

    def _path(self, text: str) -> list[str]:
        self._table.load(text)
        words: list[str] = []
        start = 0
        for end in best_path(text, self._table.weights, self._table.unknown):
            words.append(text[start:end])
            start = end
        return words


def _own_weights(words: list[str], prepared: Path) -> dict[str, float]:
    """What each word has to weigh so that it wins over its parts among the prepared words; kept between runs."""
    path = prepared.with_name(f"own-{digest(prepared.name, *words)}.json")
    try:
        kept: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
        if list(kept) == words:
            return kept
    except (OSError, ValueError, TypeError):
        pass  # not there, or damaged: it is made again
    known = table.Table(prepared)
    known.load("".join(words))
    weights: dict[str, float] = {}
    for word in words:
        least = best_weight(word, known.weights, known.unknown)
        weights[word] = log(max(known.frequency(word), int(known.count(least)) + 1)) - log(known.total)

    def write(made: Path) -> None:
        made.write_text(json.dumps(weights, ensure_ascii=False), encoding="utf-8")

    write_atomically(path, write)
    return weights


def _open_table(dictionary: Dictionary) -> tuple[table.Table, Path]:
    """The prepared vocabulary and its file, which is made where it is not there or not whole."""
    source = vocabulary.jieba_file()
    path = cache_folder() / f"words-{digest(dictionary.key, source.stat().st_size, vocabulary.lists(), _VERSION)}.table"
    try:
        return table.Table(path), path
    except (OSError, ValueError):
        write_atomically(path, lambda made: _prepare(made, source, dictionary))
        return table.Table(path), path


def _prepare(path: Path, source: Path, dictionary: Dictionary) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    table.write(path, vocabulary.build(lines, dictionary.words(), open_levels().words))
