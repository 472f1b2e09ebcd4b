"""Runs of Chinese characters into tokens: the segmenter's words, with doubled verbs, places and people put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from reader.lexicon.lists import word_list
from reader.lexicon.standard import place_spelling
from reader.lexicon.surnames import COMPOUND, NO_SURNAMES
from reader.lexicon.toponyms import are_coordinate, are_short_names
from reader.model import NameKind, Token, TokenKind
from reader.passes.foreign import SOUNDS
from reader.passes.organisations import may_end_name, parts_of_names
from reader.passes.people import join_people, may_be_name
from reader.passes.placenames import join_places, may_be_type, may_hold_place, may_join
from reader.passes.resources import Resources

_EVERYDAY = 50
_PARTS_OF_COUNTRY = word_list("parts of the country that names begin with")
_SETTLED = frozenset("村镇乡县庄屯寨山河江岛湖路街")
_PLACE_ENDS = frozenset("省市县区镇乡村旗盟州国山江河湖海岛洋湾港峡峰岭桥路街巷站馆店宫寺庙塔园堂庄屯堡关口坝")
_NO_PLACES = ("城市", "用品店", "美发店", "商店", "乡村", "大国", "各国")
_NAME_OF_POS = {"nr": NameKind.PERSON, "ns": NameKind.PLACE, "nt": NameKind.ORGANISATION}


class HanCutter:
    """Cuts the runs of Chinese of one document. The places of a word all get the same object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._token = cache(self._make)
        self._plain = cache(self._make_plain)
        self._as_part = cache(_as_part)

    def segment(self, text: str) -> Sequence[tuple[str, str | None]]:
        """The words of the text as the segmenter has them."""
        return self._resources.segmenter.cut(text)

    def stands_apart(self, text: str, name: str, at: int | None = None) -> bool:
        """Whether a short name is a word or two of the text, anywhere or ``at`` that place, and not cut across."""
        position, before = 0, ""
        for word, _ in self.segment(text):
            if word == name and at in (None, position):
                return True
            if before + word == name and at in (None, position - len(before)):
                return True
            before, position = word, position + len(word)
        return False

    def is_common(self, word: str) -> bool:
        """Whether a word is one of everyday."""
        named = self._resources.dictionary.entries(word)
        return any(not entry.proper for entry in named) and self._resources.segmenter.frequency(word) >= _EVERYDAY

    def cut(self, run: str, *, after_number: bool = False) -> list[Token]:
        """The tokens of a run; ``after_number``: a number stands right before it."""
        tokens = self._cut(run, after_number)
        if may_end_name(run):
            for index, kind in parts_of_names(tokens, self._is_proper):
                tokens[index] = self._as_part(tokens[index], kind)
        return tokens

    def _cut(self, run: str, after_number: bool) -> list[Token]:
        words = self._resources.segmenter.cut(run, after_number=after_number)
        mended, holds = _may_be_mended(run), may_hold_place(run)
        if not mended and not holds:
            tokens = []
            for word in words:
                token = self._plain(*word)
                if token is None:
                    break
                tokens.append(token)
            else:
                return tokens
        frequency = self._resources.segmenter.frequency
        placed = _mended(words) if mended else words
        if holds or any(may_join(word) for word, _ in placed):
            placed = list(join_places(placed, frequency, self._resources.dictionary))
        return [self._token(*cut) for cut in join_people(placed, self._resources.dictionary, frequency)]

    def _make_plain(self, word: str, pos: str | None) -> Token | None:
        """The token of a word that stays as it is whatever stands beside it; None for one that may be joined or cut.
        Most runs have no other words, and to know that saves most of the work."""
        joins = may_be_type(word) or may_be_name(word, pos, self._resources.dictionary)
        return None if joins else self._token(word, pos, False)

    def _make(self, word: str, pos: str | None, is_name: bool) -> Token:
        return Token(word, TokenKind.WORD, name=NameKind.PERSON if is_name else self._name_kind(word, pos), pos=pos)

    def _name_kind(self, word: str, pos: str | None) -> NameKind | None:
        """What a word names, by the project lexicon, else by the dictionary's capitals and the part of speech."""
        for entry in self._resources.lexicon.get(word, ()):
            return entry.name
        kind = _NAME_OF_POS.get((pos or "")[:2])
        if kind and 2 < len(word) < 5 and word[:2] in COMPOUND - NO_SURNAMES and word not in self._resources.dictionary:
            return NameKind.PERSON  # 夏侯惇, which jieba has as a place
        if len(word) < 2 or not all(entry.proper for entry in self._resources.dictionary.entries(word)):
            return None
        if (
            place_spelling(word)
            or (pos in (None, "n") and self._is_settled(word))
            or are_coordinate(word[:-1] if word[-1] == "线" else "")
            or (pos == "ns" and are_short_names(word))
        ):
            return NameKind.PLACE
        # jieba's tag alone makes no place of 七楼, 大门口 and 军民共建.
        doubtful = kind is NameKind.PLACE and word not in self._resources.dictionary
        none = (len(word) < 4 and word[0] in _COUNTING) or self._is_spot(word) or _is_phrase(word)
        return None if doubtful and none else kind

    def _is_proper(self, token: Token) -> bool:
        """Whether a word is a proper name of anything but a person."""
        if token.name is not None or token.text in _PARTS_OF_COUNTRY:
            return token.name is not NameKind.PERSON
        entries = self._resources.dictionary.entries(token.text)
        return len(token.text) > 1 and bool(entries) and all(entry.proper for entry in entries)

    def _is_settled(self, word: str) -> bool:
        """Whether a word that no dictionary has is a name and the type of a place: 双泾村, but not 示范村."""
        dictionary = self._resources.dictionary
        unknown = 2 < len(word) < 5 and word not in dictionary and word[:-1] not in dictionary
        return unknown and word[-1] in _SETTLED and word[0] != word[2] and word[0] not in _COUNTING

    def _is_spot(self, word: str) -> bool:
        """Whether a word is a common noun and a localiser."""
        return word[-1] in _LOCALISERS and any(not e.proper for e in self._resources.dictionary.entries(word[:-1]))


def _is_phrase(word: str) -> bool:
    """Whether a word of four characters or more has neither the type of a place at its end nor foreign sounds alone."""
    typed = word[-1] in _PLACE_ENDS and not word.endswith(_NO_PLACES)
    return len(word) > 3 and not typed and not SOUNDS.issuperset(word)


def _as_part(token: Token, kind: NameKind) -> Token:
    return replace(token, name=kind)


_DOUBLED = re.compile(r"(.)了?\1|儿|底下")


def _may_be_mended(run: str) -> bool:
    """Whether there is anything in a run that :func:`_mended` looks for."""
    return _DOUBLED.search(run) is not None


def _mended(words: Iterable[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """A verb of one character that is said twice as one word (GB/T 16159-2012, 5.4): 摆, 摆 as 摆摆, but apart from its
    object; and a word with the 儿 that is spoken with it (5.5): 花, 儿 as 花儿."""
    joined: list[tuple[str, str | None]] = []
    for word, pos in words:
        before, tag = joined[-1] if joined else ("", None)
        said_twice = word == before and len(word) == 1 and (pos or "").startswith(("v", "a"))
        doubled = said_twice and word not in _NEVER_DOUBLED
        spoken_with = word == "儿" and before and before not in _HAVING_CHILDREN
        if doubled or spoken_with:
            joined[-1] = before + word, tag
        elif word[1:] and word[0] == before and _has_object(word, pos):
            joined[-1:] = [(before * 2, tag), (word[1:], None)]  # 摆, 摆手 as 摆摆, 手
        elif word[1:] and before == "了" and joined[:-1] and word[0] == joined[-2][0] and _has_object(word, pos):
            joined += [(word[0], joined[-2][1]), (word[1:], None)]  # 点, 了, 点头 as 点, 了, 点, 头
        elif word == "下" and before[1:] and before[-1] == "底":
            joined[-1:] = [(before[:-1], tag), ("底下", "f")]  # 脚底, 下 as 脚, 底下
        else:
            joined.append((word, pos))
    return joined


def _has_object(word: str, pos: str | None) -> bool:
    """Whether a word is a verb of one character and its object: 散步; or the part of the body that it moves: 撇嘴."""
    return word in _WITH_OBJECT or (len(word) == 2 and word[1] in _BODY and (pos or "v").startswith("v"))


_BODY = frozenset("嘴头手脚眼眉脸肩腰腿胸脖耳牙舌身肚劲")
_WITH_OBJECT = frozenset(word_list("verbs with their object"))
_COUNTING = frozenset("一二两三四五六七八九十几各每")
_LOCALISERS = frozenset("口边里外上下前后中头旁")
_NEVER_DOUBLED = frozenset("是有在到会能要为")
_HAVING_CHILDREN = frozenset("我吾你生养育有无爱小妻携教抱的和与幼孤婴女了着")
"""After these 儿 is a child, not an ending."""
