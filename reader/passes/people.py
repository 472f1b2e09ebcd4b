"""Personal names in running text: where they begin and end.

The segmenter knows no names and leaves them in pieces. A surname with one or two characters behind it is joined where
it looks like a name and something speaks for one (:mod:`reader.passes.naming`); so are 老, 小 and 阿 with a name, names
written by sound, and a surname before a form of address. All else stays apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.lexicon.surnames import COMMON, COMPOUND, READINGS
from reader.passes.foreign import length_by_sound, may_be_by_sound, may_begin_by_sound
from reader.passes.naming import (
    ADDRESS,
    AFTER_SUBJECT,
    BEFORE_PERSON,
    COUNTING,
    EVERYDAY,
    GIVEN,
    GIVEN_WORDS,
    LONE,
    SAYING,
    SETTLEMENTS,
    SURE,
    THINGS,
    TOWARDS,
    WORDLIKE,
    Candidate,
    Frequency,
    Words,
    is_given,
    is_name,
    is_role,
)


class Cut(NamedTuple):
    """A word of the segmenter, or a name that was put together from several."""

    text: str
    pos: str | None
    is_name: bool = False


_ATTRIBUTIVE = frozenset("强广全公满阴商战")
"""Those of them that go with a noun: 强降雨 is one word that jieba takes for a name."""
_ADDRESSED = frozenset("应任曾尚年计占别强利商包连初都能过种干")
"""Those of them that somebody may yet be called by with a form of address: 跟任老师说."""
_HARDLY_ADVERBS = frozenset("应任曾尚计利商包")
"""Those that hardly stand before a form of address as a word: 曾大姐把门关上, but 连老师都来了."""
_AT_HOME = frozenset({"那里", "那儿", "这里", "这儿", "家"})
_AFTER_SMALL = frozenset("明红刚丽芳军华强兰玲莉燕娟敏英亮宝杰霞婷东芸梅")
"""What 小 makes a name with, that is a given name rather than a surname."""
_OFFICES = frozenset("书记 主任 局长 校长 院长 部长 市长 经理 会长 主席 队长 班长 总经理 委员 总统".split())
"""Forms of address that are offices: 任书记 may be to serve as one."""
_POINTING = frozenset("是 有 找 由 听 去 等 位 这位 那位".split())
"""Words that a surname with a form of address may stand behind: 这是单医生开的药."""
_AND = frozenset({"和", "与", "同", "跟"})
_HARDLY_THINGS = frozenset("满安宁平勤勇静慧秀惠凤霖峰岩喜福贵禄寿顺义凯伟健康乐欣悦雯琳莹洁颖倩茜娥菊莲荷蓉薇")
"""Characters of given names that 小 makes no word with."""
_NOT_BEHIND = frozenset("的在是和有于")
_COUNTED = frozenset("个些次年月日种时天地段")
"""What 某 stands before as "a certain"."""
_PLACES = ("ns", "nt")
_FAMILIAR = frozenset("老小阿大")
_NO_HOLDER = _FAMILIAR | COUNTING | {"副"}
"""What stands before an office or a relation without being a name: 副局长, 二嫂."""
_AFTER_BIG = frozenset("刘李赵陈吴徐孙郑冯曹彭董蒋魏薛杨")
"""Surnames that 大 is put before; 大张 and 大范 begin words (大张旗鼓, 大范围)."""
_SURNAMES = frozenset({*COMMON, *READINGS, *SURE})
_BEGINNINGS = frozenset({*_SURNAMES, *_FAMILIAR} | {name[:end] for name in COMPOUND for end in range(1, len(name) + 1)})
"""Words that a name may begin with."""
_VOCATIVE = frozenset({"", "您", "你", "好"})


def may_be_name(word: str, pos: str | None, known: Words) -> bool:
    """Whether :func:`join_people` may do anything about a word: a name may begin with it, or it may be cut up."""
    return may_be_by_sound(word, known) or _is_of_names(word, pos, known)


def _is_of_names(word: str, pos: str | None, known: Words) -> bool:
    """Whether a Chinese name may begin with a word, or be it."""
    return word in _BEGINNINGS or word in GIVEN_WORDS or _may_be_whole(word, pos, known)


@lru_cache(maxsize=1 << 16)
def _may_be_whole(word: str, pos: str | None, known: Words) -> bool:
    """Whether a word of the segmenter may be a name: no dictionary has it."""
    possible = pos in ("nr", None) or (pos == "n" and (len(word) > 2 or word[0] in _FAMILIAR))
    return possible and len(word) in (2, 3) and word not in known and word[:2] not in COMPOUND


def join_people(words: Sequence[tuple[str, str | None]], known: Words, frequency: Frequency) -> Iterator[Cut]:
    """The words of a run of Chinese with the personal names in it whole. ``known`` holds the words of the dictionary,
    of which no name is made; ``frequency`` tells a given name from an everyday word."""
    run = _Run(list(_untangled(words, known)), known, frequency)
    index = end_of_name = 0
    while index < len(run.words):
        # 陈晓东和李明: what is joined to a name is a name.
        joined = index > 1 and end_of_name == index - 1 and run.texts[index - 1] in _AND
        length = run.length(index, joined)
        if length:
            yield Cut("".join(run.texts[index : index + length]), "nr", True)
            index += length
            end_of_name = index
        else:
            yield Cut(*run.words[index])
            index += 1


def _untangled(words: Sequence[tuple[str, str | None]], known: Words) -> Iterator[tuple[str, str | None]]:
    """The words with those put right that jieba's dictionary has as names: 由贺龙 is 由 and 贺龙, 牛羊肉 is meat,
    李管家 is a surname and a trade; 王建国 and 李强 are names, to be found by the characters they are made of."""
    for (word, pos), (following, _) in zip(words, [*words[1:], ("", None)], strict=True):
        first, rest = word[:1], word[1:]
        if not _may_be_whole(word, pos, known):
            yield word, pos
        elif pos == "nr" and following in SETTLEMENTS:  # 江平镇
            yield word, "ns"
        elif first in _FAMILIAR and rest in SURE:
            yield from ((char, None) for char in word)
        elif pos == "n" and first not in LONE:
            yield word, pos
        elif pos and first in _ATTRIBUTIVE and rest in known:
            yield word, None
        elif (pos and first in WORDLIKE) or (first not in _NO_HOLDER and _is_office(rest, pos, known)):
            yield first, None
            yield from [(rest, None)] if rest in known else ((char, None) for char in rest)
        elif first in LONE and len(word) == 3 and word[:2] not in known and not is_role(rest) and rest not in ADDRESS:
            yield word, "nr"  # 张万年
        elif first in SURE and GIVEN.issuperset(rest):
            yield from ((char, None) for char in word)
        else:
            yield word, None if _is_thing(word, known) else pos


def _is_thing(word: str, known: Words) -> bool:
    """Whether a word that jieba has as a name is rather none: 陈列馆, 林果业; one that stands in a context that shows a
    name is found yet."""
    first, rest = word[:1], word[1:]
    if GIVEN.issuperset(rest):
        return first not in SURE and (rest in known or word[:2] in known)
    return first not in SURE or rest[-1] in THINGS or (word[:2] in known and GIVEN.isdisjoint(rest))


def _is_office(rest: str, pos: str | None, known: Words) -> bool:
    """Whether what follows a surname is an office or a form of address."""
    return rest in known and (rest in ADDRESS or (pos == "nr" and is_role(rest)))


@lru_cache(maxsize=1 << 16)
def _may_begin(word: str, pos: str | None, known: Words) -> bool:
    """Whether a name may begin with a word, as far as the word itself tells. Most do not, and this is asked often."""
    return may_begin_by_sound(word, known) or _is_of_names(word, pos, known)


class _Run:
    """The words of a run in which names are looked for."""

    def __init__(self, words: list[tuple[str, str | None]], known: Words, frequency: Frequency) -> None:
        self.words = words
        self.texts = [text for text, _ in words]
        self._known = known
        self._frequency = frequency

    def length(self, index: int, joined: bool) -> int:
        """How many words from this one on are a name; 0 if none. ``joined``: a name stands before, and 和 between."""
        texts, word = self.texts, self.texts[index]
        before = texts[index - 1] if index else ""
        if not _may_begin(*self.words[index], self._known) and not is_role(before):
            return 0
        if word in _FAMILIAR and (found := _familiar(texts, index, self._known, joined)) is not None:
            return found
        sound = may_begin_by_sound(word, self._known) and self.words[index][1] not in _PLACES
        if sound and (found := length_by_sound(texts, index, self._known)):
            return found
        if not before and _is_given_name(texts, index, self._known):
            return 1
        surname = _surname(texts, index)
        counted = before[-1:] in COUNTING
        if surname and not counted and (found := self._chinese(index, surname, joined)):
            return found
        if is_role(before):
            found = length_by_sound(texts, index, self._known, shown=True) if sound else 0
            if not found and not surname and _lies_across(texts, index, self._frequency):
                return 2
            return found or int(not surname and self._is_word(index))
        return int((not surname or counted) and self._is_word(index))

    def _chinese(self, index: int, surname: int, joined: bool) -> int:
        """How many words the surname of so many words at ``index`` and what is behind it are; 0 if no name."""
        texts = self.texts
        after_surname = index + surname
        for given in (2, 1):
            end = after_surname + given
            parts = self.words[after_surname:end]
            # In 李明道：“…” the last is a verb, in 种师道奉命 it is not.
            says = texts[end - 1 : end] == ["道"] and end == len(texts)
            if len(parts) == given and not says:
                candidate = self._candidate(index, "".join(texts[index:after_surname]), parts, end)
                if is_given(candidate) and (
                    (joined and GIVEN.issuperset(candidate.given)) or is_name(candidate, self._known, self._frequency)
                ):
                    return surname + given
        return surname if _is_surname_alone(texts, index, after_surname) else 0

    def _is_word(self, index: int) -> bool:
        """Whether a word of the segmenter's that no dictionary has is a name."""
        word, pos = self.words[index]
        if word[0] not in (SURE if len(word) < 3 else _SURNAMES - WORDLIKE) or not _may_be_whole(
            word, pos, self._known
        ):
            return False
        candidate = self._candidate(index, word[0], [(word[1:], None)], index + 1, is_word=True)
        return is_given(candidate) and is_name(candidate, self._known, self._frequency)

    def _candidate(
        self, index: int, family: str, parts: Sequence[tuple[str, str | None]], end: int, *, is_word: bool = False
    ) -> Candidate:
        after, after_pos = self.words[end] if end < len(self.words) else ("", None)
        before_last, before = ("", "", *self.texts[max(0, index - 2) : index])[-2:]
        return Candidate(family, tuple(parts), before_last, before, after, after_pos, is_word)


def _familiar(texts: Sequence[str], index: int, known: Words, joined: bool) -> int | None:
    """How many words are 老, 小 or 阿 with a name: 老陈, 小乔, 阿珍; 0 if they are none; None if all may be another
    name."""
    word, before = texts[index], texts[index - 1] if index else ""
    name, behind = (*texts[index + 1 : index + 3], "", "")[:2]
    if word == "小" and name in GIVEN and _is_pet_name(texts, index):
        return 2
    if not name or word + name in known:
        return 0 if name in COMMON | SURE and word != "阿" else None
    subject = not behind or behind in AFTER_SUBJECT or behind in SAYING
    if word == "大":
        known_as = behind in AFTER_SUBJECT or behind in SAYING or behind in ADDRESS or before in BEFORE_PERSON | TOWARDS
        return 2 if name in _AFTER_BIG and (known_as or not behind) else None
    if name in COMMON | SURE:
        called = (subject and not before) or behind in _AT_HOME  # 小乔：, 老白说, 老单那里
        if (name in SURE or (called and name not in WORDLIKE)) and behind[:1] not in SETTLEMENTS:
            return 2
        if word != "阿":
            return 0
    if word == "阿" and len(name) == 1 and name in GIVEN:
        return 2
    if word == "小" and name in _AFTER_SMALL and (not before or joined or before in _AND):
        return 2 if subject or behind in _AND or behind == "一起" else None
    return None


def _is_given_name(texts: Sequence[str], index: int, known: Words) -> bool:
    """Whether a word that only names have stands where somebody is spoken of: 铁柱说, 铁柱他爹."""
    behind = texts[index + 1] if index + 1 < len(texts) else ""
    subject = behind in AFTER_SUBJECT - _NOT_BEHIND or behind in SAYING or behind in {"他", "她"}
    return texts[index] in GIVEN_WORDS and texts[index] not in known and subject


def _is_pet_name(texts: Sequence[str], index: int) -> bool:
    """Whether 小 and a character of given names that hardly is a thing are what somebody is called by: 小满 at the
    start of a clause and before what follows a subject."""
    name, behind = texts[index + 1], (*texts[index + 2 : index + 3], "")[0]
    subject = behind in AFTER_SUBJECT - _NOT_BEHIND or behind in SAYING
    return not index and name in _HARDLY_THINGS and subject


def _lies_across(texts: Sequence[str], index: int, frequency: Frequency) -> bool:
    """Whether surname and first character of a given name are a word by chance (护士 初雪 梅)."""
    word, last = texts[index], texts[index + 1] if index + 1 < len(texts) else ""
    behind = texts[index + 2] if index + 2 < len(texts) else ""
    likely = len(word) == 2 and len(last) == 1 and word[0] in COMMON and frequency(word) < EVERYDAY
    return likely and GIVEN.issuperset(word[1] + last) and last not in AFTER_SUBJECT and behind not in SETTLEMENTS


def _surname(texts: Sequence[str], index: int) -> int:
    """How many words from this one on are a surname."""
    if "".join(texts[index : index + 2]) in COMPOUND:
        return 2
    one = texts[index]
    return int(one in COMPOUND or one in COMMON or one in READINGS or one in SURE)


def _is_surname_alone(texts: Sequence[str], index: int, after: int) -> bool:
    """Whether a surname stands before a form of address (应先生) or behind 姓."""
    word = "".join(texts[index:after])
    before = texts[index - 1] if index else ""
    following = texts[after] if after < len(texts) else ""
    if before == "姓":
        return following in {"", "的", "名", "和", "也"}
    behind = texts[after + 1] if after + 1 < len(texts) else ""
    if following == "某":
        # 单某, 被告人曾某; but 和某公司, and 单某次 of a time.
        return behind[:1] not in _COUNTED and (word not in WORDLIKE or (word in _HARDLY_ADVERBS and is_role(before)))
    if following not in ADDRESS:
        return False
    if word == "曾" and following not in _OFFICES:
        return True  # 曾老师, which can be nothing else
    if word in WORDLIKE:
        subject = following not in _OFFICES and (behind in AFTER_SUBJECT or behind in SAYING)
        vocative = not before and (behind in _VOCATIVE or (subject and word in _HARDLY_ADVERBS))
        return word in _ADDRESSED and (before in TOWARDS or vocative)
    whose = before == "的" and len(following) > 1  # 办业务的乐先生
    near = not before or whose or before in TOWARDS or before in _POINTING or is_role(before)
    return near or len(word) > 1 or word in SURE
