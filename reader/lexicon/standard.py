"""Readings that the program vouches for itself, where CC-CEDICT has none or another one: of words (``readings.txt``)
and of places (``places.txt``). Both files are read when the first word is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from reader.pinyin import spelling_of_place, syllables

PLACE_TYPES: Final[Mapping[str, str]] = {
    "省": "shěng", "市": "shì", "县": "xiàn", "区": "qū", "镇": "zhèn", "乡": "xiāng",
}  # fmt: skip
"""What ends the name of a place and says of which type it is, with its reading."""


def standard_spelling(word: str) -> str | None:
    """The spelling of a word that the program knows better than the dictionary."""
    return _table("readings.txt").get(word)


def place_spelling(name: str) -> str | None:
    """The spelling of a place with a reading of its own, the name and its type apart (GB/T 16159-2012, 6.2.2.1):
    ``Bózhōu`` for 亳州, ``Bózhōu Shì`` for 亳州市."""
    places = _table("places.txt")
    known = places.get(name)
    if known is None and name[-1:] in PLACE_TYPES and (stem := places.get(name[:-1])) and " " not in stem:
        return spelling_of_place(syllables(stem), (PLACE_TYPES[name[-1]],))
    return known


@lru_cache(maxsize=1)
def places_by_first() -> Mapping[str, tuple[str, ...]]:
    """The names of places by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(_table("places.txt"), key=len, reverse=True):
        found.setdefault(name[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}


@lru_cache(maxsize=2)
def _table(name: str) -> Mapping[str, str]:
    """Word and spelling from each line of a file beside this module; lines with # are comments."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line and line[0] != "#")
