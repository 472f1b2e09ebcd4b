"""Names of places with readings of their own (``reader/lexicon/places.txt``) in what the segmenter has cut up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Protocol

from reader.lexicon.lists import word_list
from reader.lexicon.standard import PLACE_TYPES, places_by_first
from reader.lexicon.strings import Strings
from reader.lexicon.surnames import COMMON
from reader.lexicon.toponyms import are_coordinate

_RARE = 1500
"""A character that jieba counts less often than this is in a running text hardly anything but a part of a name."""
_TYPES = frozenset("市县区镇乡村旗港")
_SETTLEMENTS = frozenset("县区镇乡村")
_FEATURES = frozenset("山河岛峰")
"""Types that are joined to long names only: 巴颜喀拉山."""
_LINES = frozenset({"线", "高铁", "铁路", "高速", "高速公路", "城际"})
"""What short names of places in a row may name: 沪昆线."""
_LONGEST = 3
"""Characters of the name of a town or village, at most."""
_FUNCTION = frozenset(
    "的了着过是在和与也都就不没有我你他她它们这那哪各每某全本该几两一二三四五六七八九十百千万个多邻外老"
)
_EACH = frozenset("各每本全该我")
_AS_WORDS = frozenset("全农大老公和于都每皇商")
_PROVINCES = word_list("provinces")


@cache
def _listed() -> Strings:
    return Strings(name for names in places_by_first().values() for name in names)


class Words(Protocol):
    """Anything that knows which words there are."""

    def __contains__(self, word: str, /) -> bool: ...


def may_hold_place(run: str) -> bool:
    """Whether the characters of a listed name stand in a run at all, however they are cut."""
    return _listed().are_in(run)


def may_be_type(word: str) -> bool:
    """Whether a word may be the type of a place that is cut off from the name before it."""
    return word in _TYPES or word in _FEATURES or word in _LINES


def join_places(
    words: Sequence[tuple[str, str | None]], frequency: Callable[[str], int], known: Words
) -> Iterator[tuple[str, str | None]]:
    """The words of a run of Chinese with such names whole, tagged ``ns``: where the name has a rare character, or its
    type stands behind it, or a province before it. Other pieces that happen to spell one stay apart (提高, 要求).

    The names of towns and villages that are in no list are whole too where their form shows them."""
    first = places_by_first()
    joined: list[tuple[str, str | None]] = []
    index = 0
    while index < len(words):
        length = _length(words, index, frequency) if words[index][0][0] in first else 0
        if length > 1:
            joined.append(("".join(text for text, _ in words[index : index + length]), "ns"))
            index += length
        else:
            joined.append(words[index])
            index += 1
            if joined[-1][0] in _LINES:
                joined = _line_joined(joined)
            pieces = _pieces_before_type(joined, known) if joined[-1][0] in _TYPES | _FEATURES else 0
            if pieces:
                joined[-pieces - 1 :] = [("".join(text for text, _ in joined[-pieces - 1 :]), "ns")]
    return iter(joined)


def _pieces_before_type(words: Sequence[tuple[str, str | None]], known: Words) -> int:
    """How many words before the last, which is the type of a place, are its name; 0 if none."""
    kind = words[-1][0]
    texts = [text for text, _ in words[:-1]]
    if texts and words[-2][1] == "ns" and _is_stem(texts[-1]):
        # 会理市, 舟山港; but 长临河镇 behind 肥东县
        longer = len(texts) > 2 and kind in _SETTLEMENTS and len(texts[-2]) == 1 and texts[-2] not in _FUNCTION
        if longer and len(texts[-3]) > 2 and texts[-3][-1] in PLACE_TYPES:
            return 2
        return int(kind in _TYPES or len(texts[-1]) > 2)
    if kind not in _SETTLEMENTS:
        return 0
    name = ""
    for count in range(1, min(len(texts), _LONGEST) + 1):
        piece = texts[-count]
        if (len(piece) > 1 and piece in known) or not _FUNCTION.isdisjoint(piece):
            return 0
        name = piece + name
        before = words[-count - 2] if count < len(texts) else ("", None)
        if len(name) > _LONGEST:
            return 0
        # 叶集区 behind 六安市; 陈家村 anywhere.
        inside = len(name) > 1 and len(before[0]) > 1 and before[1] == "ns" and before[0][-1] in PLACE_TYPES
        if inside or (_is_homestead(name) and kind in "村镇乡"):
            return count
    return 0


def _line_joined(words: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """The words with the short names before the last as one: 沪, 昆, 高铁 as 沪昆, 高铁."""
    count = 0
    while count < len(words) - 1 and len(words[-count - 2][0]) == 1 and count < _LONGEST:
        count += 1
    for size in range(count, 1, -1):
        name = "".join(text for text, _ in words[-size - 1 : -1])
        if are_coordinate(name):
            return [*words[: -size - 1], (name, "ns"), words[-1]]
    return words


def _is_stem(place: str) -> bool:
    """Whether a place may have a type behind it."""
    return len(place) > 1 and place[-1] not in _TYPES and place[0] not in _EACH


def _is_homestead(name: str) -> bool:
    """Whether a name is a surname and 家 (陈家, 柳家台) or a kind of settlement (李庄)."""
    return len(name) > 1 and name[0] in COMMON and name[0] not in _AS_WORDS and name[1] in "家庄屯寨集店铺堡"


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
