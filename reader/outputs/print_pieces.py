"""Cutting what is too wide for its line: words with pinyin, and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from reader.pinyin import PinyinError, align, line_breaks

_UNBROKEN: Final = re.compile("[^年月]{0,11}[年月]|[^年月]{1,12}")


def number_pieces(text: str) -> tuple[str, ...]:
    """A number in pieces that stay whole; between them a line may break. A date breaks after its year and month."""
    return tuple(_UNBROKEN.findall(text))


def word_pieces(text: str, pinyin: str, fits: Callable[[str, str], bool]) -> tuple[tuple[str, str], ...]:
    """A word and its pinyin whole where they fit, else in as few pieces as can be, cut between syllables.

    At a cut the pinyin has a hyphen, and an apostrophe there is dropped (GB/T 16159, 6.6). A syllable is never cut;
    nor is a word whose pinyin is none.
    """
    cuts = [] if fits(text, pinyin) else _cuts(text, pinyin)
    found: list[tuple[str, str]] = []
    start = (0, 0)
    ends = [*cuts, (len(text), len(pinyin))][1:]
    for here, following in zip(cuts, ends, strict=True):
        if not fits(text[start[0] : following[0]], _spelled(pinyin, start[1], following[1])):
            found.append((text[start[0] : here[0]], _spelled(pinyin, start[1], here[1])))
            start = here
    return (*found, (text[start[0] :], _spelled(pinyin, start[1], len(pinyin))))


def _cuts(text: str, pinyin: str) -> list[tuple[int, int]]:
    """Where a word can be cut: the places of its second and all later syllables, in the text and in the pinyin."""
    try:
        characters = [index for index, syllable in enumerate(align(text, pinyin)) if syllable is not None]
        letters = [len(pinyin) - len(tail.removeprefix("-")) for _, tail in line_breaks(pinyin)]
    except PinyinError:
        return []
    return list(zip(characters[1:], letters, strict=True)) if len(characters) == len(letters) + 1 else []


def _spelled(pinyin: str, start: int, end: int) -> str:
    part = pinyin[start:end]
    if end == len(pinyin) or part.endswith("-"):
        return part
    bare = part.rstrip("'’ ")
    return bare if part.endswith(" ") else f"{bare}-"
