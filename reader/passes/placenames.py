"""Names of places with readings of their own (``reader/lexicon/places.txt``) in what the segmenter has cut up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reader.lexicon.lists import word_list
from reader.lexicon.standard import PLACE_TYPES, places_by_first
from reader.lexicon.strings import Strings

_RARE = 1500
"""A character that jieba counts less often than this is in a running text hardly anything but a part of a name."""
_PROVINCES = word_list("provinces")


@cache
def _listed() -> Strings:
    return Strings(name for names in places_by_first().values() for name in names)


def may_hold_place(run: str) -> bool:
    """Whether the characters of a listed name stand in a run at all, however they are cut."""
    return _listed().are_in(run)


def join_places(
    words: Sequence[tuple[str, str | None]], frequency: Callable[[str], int]
) -> Iterator[tuple[str, str | None]]:
    """The words of a run of Chinese with such names whole, tagged ``ns``: where the name has a rare character, or its
    type stands behind it, or a province before it. Other pieces that happen to spell one stay apart (提高, 要求)."""
    first = places_by_first()
    index = 0
    while index < len(words):
        length = _length(words, index, frequency) if words[index][0][0] in first else 0
        if length > 1:
            yield "".join(text for text, _ in words[index : index + length]), "ns"
            index += length
        else:
            yield words[index]
            index += 1


def _length(words: Sequence[tuple[str, str | None]], index: int, frequency: Callable[[str], int]) -> int:
    """How many words from this one on are a listed name, its type with it; 0 if none."""
    for name in places_by_first()[words[index][0][0]]:
        end, text = index, ""
        while len(text) < len(name) and end < len(words):
            text += words[end][0]
            end += 1
        if text != name:
            continue
        typed = end < len(words) and words[end][0] in PLACE_TYPES
        if typed or name[-1] in PLACE_TYPES or _is_sure(words, index, end, frequency):
            return end - index + typed
    return 0


def _is_sure(words: Sequence[tuple[str, str | None]], index: int, end: int, frequency: Callable[[str], int]) -> bool:
    before = words[index - 1][0] if index else ""
    rare = any(len(text) == 1 and frequency(text) < _RARE for text, _ in words[index:end])
    return rare or before in _PROVINCES or (len(before) > 1 and before[-1] in PLACE_TYPES)
