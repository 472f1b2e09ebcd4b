"""One entry of CC-CEDICT as a record, and the line format it is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.pinyin import PinyinError, to_marks

_LINE = re.compile(r"(\S+) (\S+) \[([^\[\]]*)\] /(.+)/")
_ERHUA = "r"


@dataclass(frozen=True, slots=True)
class DictEntry:
    """One reading of one word with its senses.

    ``syllables``: one slot per character of ``simplified``, lower case, tone-marked; None for punctuation, Latin
    letters, and a 儿 that is spoken with the syllable before it (一会儿: yī, huìr, None); None in every slot where
    the file's syllables do not fit the characters. ``proper``: the file writes a capital. ``pinyin``: the file's own
    spelling with numbers, whose spaces and capitals show the words of a name (``Zhong1 guo2 Ren2 min2 …``).
    ``senses``: as the file has them. ``uses``: of a single character, how many longer words of the dictionary use it
    in this traditional form with this reading, which tells the common of several entries from the rare; else 0.
    """

    traditional: str
    simplified: str
    syllables: tuple[str | None, ...]
    proper: bool
    senses: tuple[str, ...]
    pinyin: str
    uses: int = 0


class Record(NamedTuple):
    """One line of the file as it stands there; ``senses`` with their slashes between."""

    traditional: str
    simplified: str
    pinyin: str
    senses: str


def parse_line(line: str) -> Record | None:
    """The parts of one line without its line end, or None where the line is not in the format
    ``traditional simplified [pin1 yin1] /sense/sense/``."""
    found = _LINE.fullmatch(line)
    return Record(*found.groups()) if found else None


def entry(record: Record, syllables: str, uses: int = 0) -> DictEntry:
    """The entry of a line; ``syllables`` as :func:`syllables_of` gives them."""
    traditional, simplified, pinyin, senses = record
    return DictEntry(
        traditional,
        simplified,
        tuple(syllable or None for syllable in syllables.split(" ")),
        pinyin[:1].isupper() and len(pinyin.split(" ", 1)[0]) > 1,
        tuple(filter(None, senses.split("/"))),
        pinyin,
        uses,
    )


def syllables_of(word: str, pinyin: str) -> str:
    """The tone-marked syllables of a word, one slot per character, with spaces between; a slot without a syllable of
    its own is empty. (Marking takes time, so the store keeps them.)"""
    units = pinyin.split(" ")
    if len(units) != len(word):
        return " " * (len(word) - 1)
    slots: list[str] = []
    for char, unit in zip(word, units, strict=True):
        syllable = _marked(unit)
        if syllable == _ERHUA:
            if char in "儿兒" and slots and slots[-1]:
                slots[-1] += _ERHUA
            syllable = ""
        slots.append(syllable)
    return " ".join(slots)


@lru_cache(maxsize=4096)
def _marked(unit: str) -> str:
    """``hui4`` as ``huì``; empty for what is not a syllable: a letter (``3 C``), punctuation, an unknown reading."""
    if not unit[-1:].isdigit():
        return ""
    try:
        return to_marks(unit.lower())
    except PinyinError:
        return ""
