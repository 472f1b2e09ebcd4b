"""Names of places with readings of their own (``reader/lexicon/places.txt``) in what the segmenter has cut up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Protocol

from reader.lexicon.lists import word_list
from reader.lexicon.standard import PLACE_TYPES, places_by_first
from reader.lexicon.strings import Strings
from reader.lexicon.surnames import COMMON
from reader.lexicon.toponyms import are_coordinate, are_states

_RARE = 1500
"""A character that jieba counts less often than this is in a running text hardly anything but a part of a name."""
_TYPES = frozenset("市县区镇乡村旗港")
_SETTLEMENTS = frozenset("县区镇乡村")
_FEATURES = frozenset("山河岛峰")
"""Types that are joined to long names only: 巴颜喀拉山."""
_STREETS = frozenset({"街道", "街", "路", "巷"})
"""Types that are joined behind the district or town that they lie in: 武昌区粮道街."""
_LINES = frozenset({"线", "高铁", "铁路", "高速", "高速公路", "城际"})
"""What short names of places in a row may name: 沪昆线."""
_SIDES = word_list("what short names stand before as sides")
"""What shows that short names in a row are those of provinces or states: 川渝两地, 中俄贸易."""
_STATES_ONLY = frozenset("两国 三国 四国 建交 双边 两军 经贸".split())
"""Those of them that hardly anything else stands before: 中新两国, but 发展中新经济."""
_SEVERAL = frozenset("两三四五")
_NUMERALS = "一二三四五六七八九十"
_NO_CITIES = tuple("城市 都市 门市 超市 集市 夜市 股市 楼市 花市 早市 直辖市 地级市 县级市".split())
_NO_DISTRICTS = tuple("居民区 住宅区 工业区 商业区 开发区 示范区 保护区 地区 山区 城区 社区 小区 新区".split())
_COUNTED = frozenset("国地省市方")
_WEAK = frozenset("新老加意土以")
"""Short names that are oftener words of everyday."""
_SHORT_NAMES = frozenset("美英法德俄韩朝印越泰缅柬蒙巴埃澳欧非苏哈乌吉塔渝冀晋辽皖闽赣鲁豫鄂湘粤琼川蜀黔滇陕沪苏浙")
_LONGEST = 3
"""Characters of the name of a town or village, at most."""
_FUNCTION = frozenset(
    "的了着过是在和与也都就不没有我你他她它们这那哪各每某全本该几两一二三四五六七八九十百千万个多邻外老"
)
_NO_TOWNS = word_list("words that say what a town is")
"""What no town behind a county is named by: 中心镇."""
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
    """Whether a word may be the type of a place that is cut off from the name before it, or show a name before it."""
    return (
        word in _TYPES
        or word in _FEATURES
        or word in _STREETS
        or word in _LINES
        or word in _SHORT_NAMES
        or word[-2:] in _STATES_ONLY
    )


@lru_cache(maxsize=1 << 16)
def may_join(word: str) -> bool:
    """Whether :func:`join_places` may do anything about a word in a run without the characters of a listed name."""
    shows = (
        word in _STREETS or word in _LINES or word in _SIDES or word in _COUNTED or word in _TYPES or word in _FEATURES
    )
    return shows or word[1:] in _SIDES


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
            joined += _side_apart(words[index], joined)
            index += 1
            if joined[-1][0] in _STREETS:
                joined = _street_joined(joined, known)
            elif joined[-1][0] in _LINES:
                joined = _line_joined(joined)
            elif joined[-1][0] in _SIDES:
                joined = _sides_joined(joined, 1, known)
            elif joined[-1][0] in _COUNTED and len(joined) > 2 and joined[-2][0] in _SEVERAL:
                joined = _sides_joined(joined, 2, known)
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
        is_word = len(piece) > 1 and piece in known
        before = words[-count - 2] if count < len(texts) else ("", None)
        core = piece.strip(_NUMERALS) if is_word else piece
        # 铜鼓镇 behind 酉阳县
        town = count == 1 and kind in "镇乡" and piece not in _NO_TOWNS and _is_larger_place(*before)
        if (is_word and not town and not (count > 1 and kind in "区县")) or not _FUNCTION.isdisjoint(core):
            return 0
        name = piece + name
        if len(name) > _LONGEST:
            return 0
        # 叶集区 behind 六安市, 七星关区 behind 毕节市; 陈家村 anywhere.
        inside = len(name) > 1 and _is_larger_place(*before)
        if inside or (_is_homestead(name) and kind in "村镇乡"):
            return count
        if is_word:
            return 0
    return 0


def _is_larger_place(word: str, pos: str | None) -> bool:
    """Whether a word is a place with its type; the segmenter's tag does not know all of them (毕节市)."""
    if len(word) < 2 or word[-1] not in PLACE_TYPES:
        return False
    return pos == "ns" or (len(word) > 2 and word[-1] in "省市州" and not word.endswith(_NO_CITIES))


def _is_district(word: str, pos: str | None) -> bool:
    """Whether a word is a district or a larger place, of which the segmenter's tag does not know all (武侯区)."""
    district = len(word) > 2 and word[-1] == "区" and not word.endswith(_NO_DISTRICTS)
    return district or _is_larger_place(word, pos)


def _street_joined(words: list[tuple[str, str | None]], known: Words) -> list[tuple[str, str | None]]:
    """The words with the pieces of a name before a street or a subdistrict as one, if a district or town stands before
    them: 武昌区, 粮, 道, 街 as 武昌区, 粮道街; 武侯区, 簇, 桥, 街道 as 武侯区, 簇桥, 街道."""
    name, count = "", 0
    while count < len(words) - 1 and len(name) <= _LONGEST and not _is_district(*words[-count - 2]):
        name, count = words[-count - 2][0] + name, count + 1
    pieces = words[-count - 1 : -1]
    fits = 1 < len(name) <= _LONGEST and count < len(words) - 1 and _FUNCTION.isdisjoint(name)
    if not fits or all(len(text) > 1 and text in known for text, _ in pieces):
        return words
    kind = words[-1]
    street = [(name, "ns"), kind] if len(kind[0]) > 1 else [(name + kind[0], "ns")]
    return [*words[: -count - 1], *street]


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


def _side_apart(word: tuple[str, str | None], before: Sequence[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """The word, in two where a short name behind another is glued to what follows: 中日, 韩三国 as 中日, 韩, 三国."""
    text, _ = word
    if text[1:] in _SIDES and before and are_states(before[-1][0] + text[0]):
        return [(text[0], None), (text[1:], None)]
    return [word]


def _sides_joined(words: list[tuple[str, str | None]], shown: int, known: Words) -> list[tuple[str, str | None]]:
    """The words with the short names before the last ones (``shown``, which show them) as one: 中, 俄, 贸易 as 中俄,
    贸易."""
    names, shown_by = words[:-shown], "".join(text for text, _ in words[-shown:])
    name, count, best = "", 0, 0
    for text, _ in reversed(names):
        name, count = text + name, count + 1
        if are_coordinate(name) or (are_states(name) and _are_sides(name, shown_by, known)):
            best = count
        elif len(name) > 1:
            break
    if best < 2:
        return words
    return [*names[:-best], ("".join(text for text, _ in names[-best:]), "ns"), *words[-shown:]]


def _are_sides(name: str, shown_by: str, known: Words) -> bool:
    """Whether short names of states are meant before such a word: those that the dictionary has (日韩), or China and
    others, and others before what nothing but states has."""
    return name in known or shown_by in _STATES_ONLY or (name[0] == "中" and _WEAK.isdisjoint(name))


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
