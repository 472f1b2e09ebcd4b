"""The type at the end of the name of a place (通名: 省, 山, 流域), which is set apart from the name (GB/T 16159-2012,
6.2.2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.lexicon.lists import word_list
from reader.lexicon.standard import PLACE_TYPES, place_spelling
from reader.pinyin import PinyinError, capital, spell, spelling_of_place, syllables, words

_LONG = tuple(sorted(word_list("types of places, of two characters and more"), key=len, reverse=True))
_SENSE_OF = {
    "江": "River", "河": "River|Canal", "湖": "Lake", "海": "Sea", "洋": "Ocean", "山": "Mt|Mount", "岛": "Island",
    "峰": "Mt|Mount|Peak", "岭": "Mount|Range|Pass", "湾": "Bay|Gulf", "峡": "Gorge|Strait", "路": r"Road|St\.|Street",
    "街": r"St\.|Street|Avenue", "池": "Lake", "寺": "Temple", "塔": "Pagoda|Tower", "桥": "Bridge",
}  # fmt: skip
"""Types of one character, with what the dictionary calls a place of that type; 枝江 is a town, though."""
_SETTLED = re.compile(r"city|county|district|town|province|village|neighborhood|ward|municipality")
_SURE = frozenset("山河江湖路街岛村港旗")
"""The types of names of three characters and more that are in no dictionary, of four and more in any."""
_COORDINATE = frozenset(
    "京津沪渝成冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青台蒙桂藏宁新疆港澳珠深广汉杭宁甬穗蓉昆兰"
)
"""Short names of provinces and cities, which have hyphens between them (5.7: Hù-Níng-Háng Dìqū, Zhè-Gàn Xiàn)."""
_PROVINCES = word_list("provinces")
_OFTEN_STATES = frozenset("中美英法德俄日韩朝印欧")
"""Those of the next that are short for states oftenest, one of which stands first."""
_STATES = frozenset("中美英法德俄日韩朝印越泰缅柬老蒙巴埃澳欧非苏哈乌吉塔伊以土意加新")
"""Short names of states, which have them as well (Zhōng-Měi)."""


@lru_cache(maxsize=1 << 14)
def type_length(word: str, senses: tuple[str, ...] = ()) -> int:
    """How many characters at the end of the name of a place are its type; 0 where it has none, or one that is part of
    the name by now (黑龙江, 景德镇). ``senses``: what the dictionary says of the word."""
    long = next((len(kind) for kind in _LONG if word.endswith(kind) and word != kind), 0)
    if long:
        return long
    if len(word) > 2 and word.endswith("地区"):
        return 2  # 黄淮地区 is no district
    last = word[-1]
    if last == "线" and are_coordinate(word[:-1]):
        return 1
    if last in PLACE_TYPES:
        # 景德镇 is a city, 中关村 a part of one.
        return int(len(word) > 1 and (last not in "镇乡" or not senses or any("town" in sense for sense in senses)))
    if senses:
        kind = _SENSE_OF.get(last, "\n")
        said = (len(word) > 3 and last in _SURE) or any(re.search(rf"\b(?:{kind})(?!\w)", sense) for sense in senses)
        return int(said and not any(map(_SETTLED.search, senses)))
    return int(len(word) > 2 and last in _SURE)


def with_type_apart(word: str, spelling: str, senses: Iterable[str] = ()) -> str:
    """The spelling of a place with the type set apart, both with a capital: ``Bózhōu Shì``, ``Cháng Jiāng Liúyù``."""
    length = type_length(word, tuple(senses))
    try:
        parts, found = words(spelling), syllables(spelling)
    except PinyinError:
        return spelling
    if len(found) != len(word):
        return spelling
    if not length:
        return _hyphened(word, spelling, found)
    name, kind = found[:-length], found[-length:]
    stem = word[:-length]
    if (known := _natural(stem, word[-1])) or (known := _hyphened(stem, "", name)):
        return f"{known} {spell(kind, proper=True)}"
    kept, count = [], 0
    for part in parts:
        if count + (size := len(syllables(part))) > len(name):
            break
        kept.append(capital(part))
        count += size
    return " ".join((*kept, spelling_of_place(name[count:], kind)))


def _natural(stem: str, last: str) -> str | None:
    """The spelling of a listed name before a type; what a district is named by (西湖区) is one word in its name."""
    spelling = place_spelling(stem)
    return spelling if spelling is None or last not in PLACE_TYPES or " " not in spelling else None


def _hyphened(word: str, spelling: str, found: Sequence[str]) -> str:
    """Short names in a row with hyphens (京沪, 京津冀); any other word as it is."""
    if are_short_names(word) and (not spelling or spelling.count(" ") == len(word) - 1):
        return "-".join(map(capital, found))
    return spelling


def are_short_names(word: str) -> bool:
    """Whether the characters of a name are short names of provinces, cities or states, with hyphens between them."""
    return are_coordinate(word) or are_states(word)


def are_coordinate(word: str) -> bool:
    """Whether the characters are short names of provinces and cities side by side, and not by chance (辽宁,
    新疆)."""
    return _are_several(word) and _COORDINATE.issuperset(word) and word not in _PROVINCES


def are_states(word: str) -> bool:
    """Whether the characters may be short names of states side by side, the first one of those that oftenest are; 中
    stands nowhere else (not 巴中, a city). Many are parts of names written by sound too, so that more has to speak
    for it."""
    return _are_several(word) and word[0] in _OFTEN_STATES and _STATES.issuperset(word) and "中" not in word[1:]


def _are_several(word: str) -> bool:
    return 1 < len(word) < 5 and len(set(word)) == len(word)
