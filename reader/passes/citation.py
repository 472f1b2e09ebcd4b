"""How a word is read by itself, whatever stands beside it: as the program's own lists, the dictionary or the engine's
phrases have it; a word that none of them has, by the words it is made of. What does not depend on the place is kept."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from reader import numerals
from reader.hanzi import has_han, is_han
from reader.lexicon import DictEntry, Dictionary
from reader.lexicon.compound import parts
from reader.lexicon.lists import word_list
from reader.lexicon.standard import place_spelling, standard_spelling
from reader.lexicon.surnames import COMPOUND, NO_SURNAMES
from reader.lexicon.toponyms import are_coordinate, are_short_names, with_type_apart
from reader.model import Origin, Reading
from reader.passes.resources import Resources
from reader.pinyin import align, capital, spell, spell_phrase, spell_word, spelling_of_name, tone
from reader.pronouncer import Pronouncer

Syllables = tuple[str | None, ...]

_IDIOM_TAGS = frozenset({"i"})
"""Part of speech of four-character set phrases (成语)."""


def known(word: str, proper: bool, pos: str | None, resources: Resources) -> Reading | None:
    """The reading of a word that some list or table has as a whole; None where none has. ``proper``: it is a name."""
    return _known(word, proper, pos in _IDIOM_TAGS, resources.dictionary, resources.pronouncer)


def candidates(word: str, resources: Resources) -> tuple[Syllables, ...]:
    """The readings among which the dictionary leaves open which is meant, the likeliest first."""
    return _candidates(word, resources.dictionary, resources.pronouncer)


def pieces(word: str, resources: Resources) -> tuple[str, ...]:
    """The words that make up a word which nothing has as a whole: 水, 分子."""
    return _pieces(word, resources.dictionary, resources.pronouncer)


def composed(word: str, slots: Syllables, proper: bool, origin: Origin, resources: Resources) -> Reading | None:
    """The reading of a word whose syllables were put together; None where it has none at all."""
    if not any(slots):
        return None
    if proper and all(slots) and are_short_names(word):
        return Reading(slots, "-".join(capital(slot) for slot in slots if slot), origin)
    spelling = _spelling(word, slots, proper, False, resources.dictionary)
    return Reading(slots, with_type_apart(word, spelling) if proper else spelling, origin)


@lru_cache(maxsize=1 << 16)
def _known(word: str, proper: bool, idiom: bool, dictionary: Dictionary, pronouncer: Pronouncer) -> Reading | None:
    if not has_han(word):
        return None
    entries = dictionary.entries(word)
    spelling = standard_spelling(word)
    if proper or not any(not entry.proper for entry in entries):
        spelling = place_spelling(word) or spelling
    if spelling is not None:
        return Reading(align(word, spelling), capital(spelling) if proper else spelling, Origin.DICTIONARY)
    if not proper and is_doubled(word) and (twice := _twice(word, dictionary, pronouncer)):
        return Reading(twice, spell(twice), Origin.DICTIONARY)
    found = _candidates(word, dictionary, pronouncer)
    if not found:
        return None
    slots = found[0]
    listed = any(entry.syllables == slots for entry in entries)
    origin = Origin.DICTIONARY if listed and (len(found) == 1 or slots != pronouncer.read(word)) else Origin.ENGINE
    entry = next((entry for entry in entries if entry.syllables == slots), None)
    if entry is not None and entry.proper and (proper or all(e.proper for e in entries)):
        return Reading(slots, with_type_apart(word, _proper_spelling(slots, entry), entry.senses), origin)
    idiom = idiom or (entry is not None and any("idiom" in sense for sense in entry.senses))
    spelling = _spelling(word, slots, proper, idiom, dictionary)
    # 地区 and 大学 have a capital in a name, but no type.
    named = proper and not any(not entry.proper for entry in entries)
    return Reading(slots, with_type_apart(word, spelling) if named else spelling, origin)


@lru_cache(maxsize=1 << 16)
def _candidates(word: str, dictionary: Dictionary, pronouncer: Pronouncer) -> tuple[Syllables, ...]:
    listed = [slots for slots in dictionary.readings(word) if _complete(word, slots)]
    engine = pronouncer.phrase(word) if len(word) > 1 else pronouncer.read(word)
    if engine is None and len(listed) > 1:
        engine = pronouncer.read(word)
    if not listed and engine is not None:
        engine = _with_erhua(word, engine)
    if engine is not None and any(engine) and (engine in listed or not listed):
        listed = [engine, *(slots for slots in listed if slots != engine)]
    return tuple(listed)


def is_doubled(word: str) -> bool:
    """Whether each of two characters is written twice: 热热闹闹."""
    return len(word) == 4 and word[0] == word[1] != word[2] == word[3]


def _twice(word: str, dictionary: Dictionary, pronouncer: Pronouncer) -> Syllables | None:
    """A word whose two characters are both said twice, each time with its tone: 热闹 rènao is 热热闹闹 rèrènàonào.
    It is written as one word (GB/T 16159-2012, 5.5.2). None where the two characters are no word (密密麻麻)."""
    single = word[::2]
    spelling = standard_spelling(single)
    found = (align(single, spelling),) if spelling else _candidates(single, dictionary, pronouncer)
    if not (spelling or single in dictionary) or not found or not all(found[0]):
        return None
    first, second = (syllable or "" for syllable in found[0])
    full = second if tone(second) != 5 else pronouncer.read(single[1])[0]
    return (first, first, full, full)


def _with_erhua(word: str, slots: Syllables) -> Syllables:
    """The syllables with a last 儿 spoken together with the one before it, if it is an ending (花儿 huār)."""
    before = slots[-2] if len(slots) > 1 else None
    if slots[-1:] != ("ér",) or before is None or before.endswith("r") or is_child(word):
        return slots
    return (*slots[:-2], f"{before}r", None)


def is_child(word: str) -> bool:
    """Whether the 儿 at the end of a word is a child and has its own syllable: 女儿, 混血儿."""
    return word.endswith(_CHILDREN)


_CHILDREN = tuple(word_list("words for children"))


@lru_cache(maxsize=1 << 14)
def _pieces(word: str, dictionary: Dictionary, pronouncer: Pronouncer) -> tuple[str, ...]:
    def is_word(piece: str) -> bool:
        listed = len(piece) == 1 or standard_spelling(piece) is not None or piece in dictionary
        return listed or pronouncer.phrase(piece) is not None

    if len(word) > 2 and word[-1] in _SUFFIXES and is_word(word[:-1]):
        return (word[:-1], word[-1])
    return parts(word, is_word)


_SUFFIXES = "式型性化率者"
"""What makes a new word of any word: 开发|式, not 开|发式."""


def _spelling(word: str, slots: Syllables, proper: bool, idiom: bool, dictionary: Dictionary) -> str:
    """The word spelled; one of four and more syllables is set apart by the words in it (GB/T 16159-2012, 5.3)."""
    long = len(word) > 4  # a set phrase of four is one word (6.1.12), but not 为人民服务
    if (long or not idiom) and len(word) > 3 and all(slots) and not numerals.is_han_numeral(word):

        def is_word(piece: str) -> bool:
            return any(not entry.proper for entry in dictionary.entries(piece))

        inside = parts(word, is_word, least=2) or (parts(word, is_word) if long and not proper else ())
        if inside:
            starts = list(accumulate(map(len, inside), initial=0))
            return spell_phrase([slots[a:b] for a, b in pairwise(starts)], proper=proper)
    return spell_word(word, slots, proper=proper, idiom=idiom)


def _complete(word: str, slots: Syllables) -> bool:
    """Whether every Chinese character has a syllable, a merged 儿 apart."""
    return all(s is not None or not is_han(ch) or ch in "儿兒" for ch, s in zip(word, slots, strict=True))


_CAPITAL_UNIT = re.compile(r"[A-ZĀÁǍÀĒÉĚÈŌÓǑÒ]")


def _proper_spelling(slots: Syllables, entry: DictEntry) -> str:
    """The words of a name as the dictionary's capitals show them: Zhōnghuá Rénmín Gònghéguó (6.2)."""
    word, units = entry.simplified, entry.pinyin.split(" ")
    if 2 < len(word) < 5 and word[:2] in COMPOUND - NO_SURNAMES:
        return spelling_of_name(slots[:2], slots[2:])
    if len(units) != len(slots):
        return spell(slots, proper=True)
    groups: list[list[str | None]] = []
    for unit, syllable in zip(units, slots, strict=True):
        if not groups or _CAPITAL_UNIT.match(unit):
            groups.append([])
        groups[-1].append(syllable)
    if "abbr" in entry.senses[0] or len(groups) > 3:
        groups = _abbreviations_joined(groups, word)
    return " ".join(capital(spell(group)) for group in groups if any(group))


def _abbreviations_joined(groups: list[list[str | None]], word: str) -> list[list[str | None]]:
    """What is left of several words is one word: 国资委 Guózīwěi, 联合国教科文组织 Liánhéguó Jiàokēwén Zǔzhī."""
    joined: list[list[str | None]] = []
    for short, run in groupby(groups, key=lambda group: len(group) == 1):
        several = list(run)
        start = sum(map(len, joined))
        apart = not short or are_coordinate(word[start : start + len(several)])
        joined += several if apart else [[syllable for group in several for syllable in group]]
    return joined
