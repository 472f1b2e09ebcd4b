"""What speaks for a surname and the characters behind it being a person's name: how often the surname is an everyday
word, what given names are made of, and what stands beside them.

A wrong name is worse than none, so what nothing speaks for is none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, Protocol

from reader.hanzi import all_han
from reader.lexicon.lists import word_list
from reader.lexicon.surnames import COMMON, NO_SURNAMES, READINGS
from reader.lexicon.toponyms import are_coordinate


class Words(Protocol):
    """Anything that knows which words there are, and stays the same."""

    def __hash__(self) -> int: ...

    def __contains__(self, word: str, /) -> bool: ...


Frequency = Callable[[str], int]
"""How often a word is counted in jieba's corpus."""
EVERYDAY = 600
"""From this count on two characters behind a surname are rather a word than a given name (建设, 主要)."""
RARE = 1000
"""A character of given names that jieba counts less often than this is hardly anything else (磊, 婵, 骏)."""

SURE = word_list("surnames that are hardly words")
"""Surnames that are hardly ever words of their own where the segmenter leaves them alone."""
LONE = SURE - word_list("surnames that are words too")
"""Those of them that stand alone for hardly anything else, so that one character of given names behind is enough."""
WORDLIKE = frozenset(
    "和于由从向对时要能过都是干种当还应任曾成别就更重归令相占便年计通达尚经之以有使同者但广揭折利商强那公元战施幸修满全花阴万母司"
    "包连初信所原"
)
"""Surnames that are far oftener everyday words."""
_NATURAL = frozenset("林叶梅雷唐宋秦苏周夏孔汤柳石程莫左毛")
"""Surnames that with one character more are as well a thing, a place or a time."""
_FUNCTION = frozenset(
    "的了着过得是在和与也都就还不没有我你他她它们这那哪谁很太更最要会能可把被让给向从对为以于及或而且但因所其说问答看来去"
    "上下里外中前后左右二四五六七八九十两几个只条位种次年日时分秒元再才已将请叫等吗呢吧啊呀哦嘛摄某姓氏零"
)
"""Characters that are in no given name, or so seldom that a name is not meant."""
THINGS = word_list("ends of things")
"""What no given name in a word without a context ends with."""
_NEVER = frozenset("的了着过吗呢吧啊呀哦嘛是在我你他她它们这那哪谁就都也把被让给没不很说摄某姓氏等")
"""Those of them that are in none at all."""
GIVEN = word_list("given names")
"""Characters that given names are mostly made of."""
GIVEN_WORDS = word_list("words that are given names too")
"""Words that somebody may be called by (建国); some are nothing else (铁柱)."""
BEFORE_PERSON = word_list("words before a person")
_ROLES = tuple(word_list("roles"))
_ROLE_ENDINGS = tuple("员 家 师 长 手 匠 医 农 生 者 官 工".split())
"""What a word for an office, a trade or a relation ends with, where it has two characters or more."""
_NO_ROLES = word_list("words that end like roles")
ADDRESS = word_list("forms of address")
"""Forms of address that stand behind a surname or a name."""
SAYING = word_list("verbs of saying")
AFTER_SUBJECT = word_list("words behind a subject")
_CALLED = frozenset({"叫", "名叫", "姓", "叫做", "名为", "化名", "原名", "本名", "取名", "起名"})
TOWARDS = frozenset({"跟", "给", "对", "请", "找", "向", "让", "把", "被", "替", "问", "和", "与", "同", "见"})
COUNTING = frozenset("一二两三四五六七八九十百千万几这那每某各半第")
"""What a measure word stands behind rather than a surname."""
_PRONOUNS = frozenset("我你他她您")
SETTLEMENTS = frozenset({*"村镇乡屯寨庄沟路街"})
_ADVERBS = frozenset("都就连别更还尽")
_BEFORE_NOUN = frozenset("和于由从向对时为以同者原所")
"""Those of the surnames above that stand before nouns."""
_COMMUNITIES = frozenset("村镇县市区州队连排班部级校院厂社局厅站所系")
"""What a word for a place, a body or a class ends with."""
_NO_PART = ("v", "d", "p", "c", "u", "r", "m", "q", "f", "y")
"""Parts of speech of a character that rather stands behind a name than ends it (张平 送 来)."""
_LOCALISERS = frozenset("里上下中间边前后外旁")
"""What shows that a noun before it is a place (徐磊 腰 里)."""
_AFTER_ONE = frozenset("人个名位家行边次场年天身手口番直条")
"""What 一 rather counts, behind a name, than ends it."""


class Candidate(NamedTuple):
    """A surname, what may be a given name behind it (``parts``, the words it was cut into, each with its part of
    speech), and what stands beside them in the run: one or two words before, one behind; empty where there is none."""

    family: str
    parts: tuple[tuple[str, str | None], ...]
    before_last: str
    before: str
    after: str
    after_pos: str | None
    is_word: bool = False
    """Whether the segmenter has surname and given name as one word."""

    @property
    def given(self) -> str:
        """The given name."""
        return "".join(word for word, _ in self.parts)

    @property
    def in_pieces(self) -> bool:
        """Whether the given name was cut into single characters."""
        return len(self.parts) == len(self.given)

    @property
    def is_alone(self) -> bool:
        """Whether nothing else stands between two marks of punctuation."""
        return not self.before and not self.after


@lru_cache(maxsize=1 << 16)
def is_role(word: str) -> bool:
    """Whether a word names an office, a trade or a relation."""
    if len(word) < 2 or word in _NO_ROLES:
        return False
    return word.endswith(_ROLES) or word.endswith(_ROLE_ENDINGS)


def is_community(word: str) -> bool:
    """Whether a word is where somebody lives, works or learns, as which 的 introduces a person."""
    return bool(word) and word[-1] in _COMMUNITIES


def is_given(found: Candidate) -> bool:
    """Whether the words can be a given name: one or two characters, none of them a function word, the last no verb.
    Where an office before the surname, or punctuation on both sides, shows a name (部长孙家正, 、许中田、), characters
    that are in names now and then will do."""
    text = found.given
    if len(text) > 1 and are_coordinate(found.family + text):
        return False  # 苏浙皖, three provinces
    if text in GIVEN_WORDS:
        return True
    if len(text) > 2 or not all_han(text) or text in ADDRESS:
        return False
    last, pos = found.parts[-1]
    if last == "一" and found.after[:1] in _AFTER_ONE:
        return False  # 苏婷 一 人
    if len(found.parts) > 1 and pos == "n" and last not in GIVEN and found.after in _LOCALISERS:
        return False  # 徐磊 腰 里
    stops = last in AFTER_SUBJECT or last in SAYING
    shown = found.family in LONE and len(text) == 2 and (found.is_alone or is_role(found.before))
    if shown and found.in_pieces and last != "家" and _NEVER.isdisjoint(text) and not _FUNCTION.issuperset(text):
        goes_on = last in _FUNCTION and not _is_predicate(found)
        return not goes_on and not (stops and (found.after or last not in GIVEN))
    if not _FUNCTION.isdisjoint(text):
        return False
    return len(found.parts) < 2 or last == "道" or not stops


def is_name(found: Candidate, known: Words, frequency: Frequency) -> bool:
    """Whether surname and given name stand as a name does."""
    family, given, before, after = found.family, found.given, found.before, found.after
    if family + given in known or given == "家" or given[1:] == family or after[:1] in SETTLEMENTS:
        return False  # (given[1:] == family: 边加边搅)
    aged = before == "的" and found.before_last == "岁"  # 七十岁的杨双牛
    introduced = before == "是" and not after and found.before_last in _PRONOUNS  # 我是单军
    usual = given in GIVEN_WORDS or GIVEN.issuperset(given)
    # 红井村的丁长贵
    belongs = before == "的" and len(given) == 2 and usual and is_community(found.before_last)
    role = is_role(before) or before in _CALLED or aged or introduced or belongs
    pointed = role or before in BEFORE_PERSON
    says = after in SAYING
    addressed = after in ADDRESS
    subject = not before and (not after or after in AFTER_SUBJECT or says)
    if found.is_word:
        return _is_whole(found, known, frequency, role or addressed or says)
    sure = family in SURE or (len(family) > 1 and family not in NO_SURNAMES)
    in_pieces = found.in_pieces
    free = in_pieces or given in GIVEN_WORDS or given not in known or frequency(given) < EVERYDAY
    rare = any(char in GIVEN and frequency(char) < RARE for char in given)
    if (found.after_pos or "").startswith("v") and not before and in_pieces and len(given) == 2:
        subject = subject or rare or family not in WORDLIKE
    if family in WORDLIKE:
        shown = free and (role or addressed or subject)
        # 儿子尚磊
        return (role and rare) if len(given) == 1 else _is_unlike_word(found, known, usual, role, shown)
    if family in LONE and (_is_in_pieces(found) if in_pieces else found.is_alone and not is_role(given)):
        return True  # 周勇, and 王文学 between two marks
    if len(given) == 2:
        if usual and free:
            natural = family in _NATURAL and not in_pieces
            return (sure and not natural) or pointed or addressed or subject or says or (rare and in_pieces)
        partly = in_pieces and not GIVEN.isdisjoint(given)
        likely = sure or family in READINGS or partly
        unusual = len(family) > 1 and sure and subject
        return unusual or ((role or addressed) and (usual or (likely and (in_pieces or free))))
    if not usual:
        return sure and (role or addressed or (len(family) > 1 and frequency(given) < RARE))
    starts = not before and (not after or after in AFTER_SUBJECT or says)
    towards = (before in TOWARDS or before in BEFORE_PERSON) and family not in _NATURAL
    certain = rare and (sure or pointed or subject or family in COMMON)
    return role or addressed or certain or (sure and (starts or towards or says))


def _is_unlike_word(found: Candidate, known: Words, usual: bool, role: bool, shown: bool) -> bool:
    """Whether a surname that is an everyday word and two characters behind it are a name."""
    family = found.family
    if role and found.after in SAYING and found.given not in known:
        return True  # 书记曾令军表示, but not 书记曾多次表示
    if role and usual and found.in_pieces and family not in _BEFORE_NOUN and found.after_pos == "v":
        return True  # 调度部的应乐军指着
    if role and _is_predicate(found) and found.in_pieces and not GIVEN.isdisjoint(found.given):
        return True  # 主席成思危也来了
    if not role and found.given[0] in COUNTING:
        return False  # 连 三成 都 不到
    if family in _ADVERBS and found.given in known and found.given not in GIVEN_WORDS:
        return False  # 工人都友好
    return usual and ((role and _is_predicate(found)) or shown)  # 局长任海波介绍


def _is_predicate(found: Candidate) -> bool:
    """Whether what stands behind begins a predicate, or nothing does."""
    return not found.after or found.after in AFTER_SUBJECT or found.after in SAYING


def _is_whole(found: Candidate, known: Words, frequency: Frequency, shown: bool) -> bool:
    """Whether a word of the segmenter's that no dictionary has is a name (何长工, 陶铸) and no thing (管理权, 石子路);
    ``shown``: an office or a form of address beside it, or a verb of saying behind it, says so."""
    family, given = found.family, found.given
    if len(given) == 1:
        return shown or (family in LONE and frequency(given) < RARE)
    usual, derived = GIVEN.issuperset(given), family + given[0] in known
    if shown:
        return usual or not derived
    named = found.is_alone and given not in known and given[-1] not in THINGS and not GIVEN.isdisjoint(given)
    return not derived and (family in LONE or named) and (given not in known or frequency(given) < EVERYDAY)


def _is_in_pieces(found: Candidate) -> bool:
    """Whether a surname that is hardly a word has characters behind it that are cut from each other and from what
    follows, as only those of names are: 周勇, 包文翊; but 张平 送 is a name and a verb."""
    given = found.given
    if GIVEN.issuperset(given):
        return True
    if len(given) < 2 or GIVEN.isdisjoint(given):
        return False
    last, pos = found.parts[-1]
    return last in GIVEN or not (pos or "").startswith(_NO_PART)
