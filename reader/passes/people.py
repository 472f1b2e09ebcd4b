"""Personal names in running text, by their form and by what stands beside them.

The segmenter knows no names and leaves them in pieces. A surname with one or two characters behind it is joined where
it looks like a name and something speaks for one: an office, a trade or a form of address beside it, a verb of saying
behind it, the start of a clause. How much must speak for it depends on how often the surname is an everyday word. A
wrong name is worse than none, so all else stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from reader.hanzi import all_han
from reader.lexicon.lists import word_list
from reader.lexicon.surnames import COMMON, COMPOUND, NO_SURNAMES, READINGS
from reader.passes.foreign import SOUNDS, TYPICAL, length_by_sound


class Cut(NamedTuple):
    """A word of the segmenter, or a name that was put together from several."""

    text: str
    pos: str | None
    is_name: bool = False


class Words(Protocol):
    """Anything that knows which words there are."""

    def __contains__(self, word: str, /) -> bool: ...


Frequency = Callable[[str], int]
"""How often a word is counted in jieba's corpus."""
_EVERYDAY = 600
"""From this count on two characters behind a surname are rather a word than a given name (建设, 主要)."""

_SURE = word_list("surnames that are hardly words")
"""Surnames that are hardly ever words of their own where the segmenter leaves them alone."""
_WORDLIKE = frozenset(
    "和于由从向对时要能过都是干种当还应任曾成别就更重归令相占便年计通达尚经之以有使同者但广揭折利商强那公元战施幸修满全花阴万母司"
    "包连初信所原"
)
"""Surnames that are far oftener everyday words."""
_ATTRIBUTIVE = frozenset("强广全公满阴商战")
"""Those of them that go with a noun: 强降雨 is one word that jieba takes for a name."""
_ADDRESSED = frozenset("应任曾尚年计占别强利商包连初都能过种干")
"""Those of them that somebody may yet be called by with a form of address: 跟任老师说."""
_HARDLY_ADVERBS = frozenset("应任曾尚计利商包")
"""Those that hardly stand before a form of address as a word: 曾大姐把门关上, but 连老师都来了."""
_FUNCTION = frozenset(
    "的了着过得是在和与也都就还不没有我你他她它们这那哪谁很太更最要会能可把被让给向从对为以于及或而且但因所其说问答看来去"
    "上下里外中前后左右二四五六七八九十两几个只条位种次年日时分秒元再才已将请叫等吗呢吧啊呀哦嘛"
)
"""Characters that are in no given name, or so seldom that a name is not meant."""
_GIVEN = word_list("given names")
"""Characters that given names are mostly made of."""
_GIVEN_WORDS = word_list("words that are given names too")
_RARE = 1000
"""A character of given names that jieba counts less often than this is hardly anything else (磊, 婵, 骏)."""
_BEFORE_PERSON = word_list("words before a person")
_AT_HOME = frozenset({"那里", "那儿", "这里", "这儿", "家"})
_AFTER_SMALL = frozenset("明红刚丽芳军华强兰玲莉燕娟敏英亮宝杰霞婷东芸梅")
"""What 小 makes a name with, that is a given name rather than a surname."""
_OFFICES = frozenset("书记 主任 局长 校长 院长 部长 市长 经理 会长 主席 队长 班长 总经理 委员 总统".split())
"""Forms of address that are offices: 任书记 may be to serve as one."""
_ROLES = tuple(word_list("roles"))
_ROLE_ENDINGS = tuple("员 家 师 长 手 匠 医 农 生 者 官 工".split())
"""What a word for an office, a trade or a relation ends with, where it has two characters or more."""
_NO_ROLES = word_list("words that end like roles")
_ADDRESS = word_list("forms of address")
"""Forms of address that stand behind a surname or a name."""
_SAYING = word_list("verbs of saying")
_AFTER_SUBJECT = word_list("words behind a subject")
_CALLED = frozenset({"叫", "名叫", "姓", "叫做", "名为", "化名", "原名", "本名", "取名", "起名"})
_TOWARDS = frozenset({"跟", "给", "对", "请", "找", "向", "让", "把", "被", "替", "问", "和", "与", "同", "见"})
_POINTING = frozenset("是 有 找 由 听 去 等 位 这位 那位".split())
"""Words that a surname with a form of address may stand behind: 这是单医生开的药."""
_PRONOUNS = frozenset("我你他她您")
_AND = frozenset({"和", "与", "同", "跟"})
_NATURAL = frozenset("林叶梅雷唐宋秦苏周夏孔汤柳石程莫左毛")
"""Surnames that with one character more are as well a thing, a place or a time."""
_COUNTING = frozenset("一二两三四五六七八九十百千万几这那每某各半第")
_FAMILIAR = frozenset("老小阿")
_SETTLEMENTS = frozenset({*"村镇乡屯寨庄沟路街"})
_BEGINNINGS = frozenset(
    {*COMMON, *READINGS, *_SURE, *_FAMILIAR} | {name[:end] for name in COMPOUND for end in range(1, len(name) + 1)}
)
"""Words that a name may begin with."""
_VOCATIVE = frozenset({"", "您", "你", "好"})


def may_be_name(word: str, pos: str | None, known: Words) -> bool:
    """Whether :func:`join_people` may do anything about a word: a name may begin with it, or it may be cut up."""
    if word in _BEGINNINGS or word in TYPICAL:
        return True
    return len(word) in (2, 3) and pos in ("nr", None) and word not in known and word[:2] not in COMPOUND


def join_people(words: Sequence[tuple[str, str | None]], known: Words, frequency: Frequency) -> Iterator[Cut]:
    """The words of a run of Chinese with the personal names in it whole. ``known`` holds the words of the dictionary,
    of which no name is made; ``frequency`` tells a given name from an everyday word."""
    words = list(_untangled(words, known))
    texts = [text for text, _ in words]
    index = end_of_name = 0
    while index < len(words):
        # 陈晓东和李明: what is joined to a name is a name.
        joined = index > 1 and end_of_name == index - 1 and texts[index - 1] in _AND
        length = _length(words, texts, index, known, frequency, joined)
        if length:
            yield Cut("".join(texts[index : index + length]), "nr", True)
            index += length
            end_of_name = index
        else:
            yield Cut(*words[index])
            index += 1


def _untangled(words: Sequence[tuple[str, str | None]], known: Words) -> Iterator[tuple[str, str | None]]:
    """The words with those put right that jieba's dictionary has as names: 由贺龙 is 由 and 贺龙, 牛羊肉 is meat,
    李管家 is a surname and a trade; 王建国 and 李强 are names, to be found by the characters they are made of."""
    for (word, pos), (following, _) in zip(words, [*words[1:], ("", None)], strict=True):
        first, rest = word[:1], word[1:]
        if len(word) not in (2, 3) or word in known or word[:2] in COMPOUND or pos not in ("nr", None):
            yield word, pos
        elif pos and following in _SETTLEMENTS:  # 江平镇
            yield word, "ns"
        elif first in _FAMILIAR and rest in _SURE:
            yield from ((char, None) for char in word)
        elif pos and first in _ATTRIBUTIVE and rest in known:
            yield word, None
        elif (pos and first in _WORDLIKE) or (first != "副" and _is_office(rest, pos, known)):
            yield first, None
            yield from [(rest, None)] if rest in known else ((char, None) for char in rest)
        elif pos and first in _SURE and _GIVEN.isdisjoint(rest) and word[:2] in known:
            yield word, None  # 陈列馆
        elif first in _SURE and _GIVEN.issuperset(rest):
            yield from ((char, None) for char in word)
        elif pos and first not in _SURE and (rest in known or word[:2] in known or not _GIVEN.issuperset(rest)):
            yield word, None
        else:
            yield word, pos


def _is_office(rest: str, pos: str | None, known: Words) -> bool:
    """Whether what follows a surname is an office or a form of address."""
    return rest in known and (rest in _ADDRESS or (pos is not None and _is_role(rest)))


def _length(
    words: Sequence[tuple[str, str | None]],
    texts: Sequence[str],
    index: int,
    known: Words,
    frequency: Frequency,
    joined: bool,
) -> int:
    """How many words from this one on are a name; 0 if none."""
    word = texts[index]
    before = texts[index - 1] if index else ""
    if word in _FAMILIAR and (found := _familiar(texts, index, known, joined)) is not None:
        return found
    if word[0] in SOUNDS and (sounds := length_by_sound(texts, index, known)):
        return sounds
    surname = _surname(texts, index)
    if not surname or before[-1:] in _COUNTING:
        return 2 if _is_role(before) and _lies_across(texts, index, frequency) else 0
    after_surname = index + surname
    for given in (2, 1):
        end = after_surname + given
        parts = texts[after_surname:end]
        # In 李明道：“…” the last is a verb, in 种师道奉命 it is not.
        says = parts[-1:] == ["道"] and end == len(texts)
        if len(parts) == given and not says and _is_given(parts):
            if joined and _GIVEN.issuperset("".join(parts)):
                return surname + given
            acts = end < len(words) and (words[end][1] or "").startswith("v")
            if _is_name(texts, index, surname, end, known, frequency, acts):
                return surname + given
    return surname if _is_surname_alone(texts, index, after_surname) else 0


def _familiar(texts: Sequence[str], index: int, known: Words, joined: bool) -> int | None:
    """How many words are 老, 小 or 阿 with a name: 老陈, 小乔, 阿珍; 0 if they are none; None if all may be another
    name."""
    word, before = texts[index], texts[index - 1] if index else ""
    name, behind = (*texts[index + 1 : index + 3], "", "")[:2]
    if not name or word + name in known:
        return 0 if name in COMMON | _SURE and word != "阿" else None
    subject = not behind or behind in _AFTER_SUBJECT or behind in _SAYING
    if name in COMMON | _SURE:
        called = (subject and not before) or behind in _AT_HOME  # 小乔：, 老白说, 老单那里
        if (name in _SURE or (called and name not in _WORDLIKE)) and behind[:1] not in _SETTLEMENTS:
            return 2
        if word != "阿":
            return 0
    if word == "阿" and len(name) == 1 and name in _GIVEN:
        return 2
    if word == "小" and name in _AFTER_SMALL and (not before or joined or before in _AND):
        return 2 if subject or behind in _AND or behind == "一起" else None
    return None


def _lies_across(texts: Sequence[str], index: int, frequency: Frequency) -> bool:
    """Whether surname and first character of a given name are a word by chance (护士 初雪 梅)."""
    word, last = texts[index], texts[index + 1] if index + 1 < len(texts) else ""
    behind = texts[index + 2] if index + 2 < len(texts) else ""
    likely = len(word) == 2 and len(last) == 1 and word[0] in COMMON and frequency(word) < _EVERYDAY
    return likely and _GIVEN.issuperset(word[1] + last) and last not in _AFTER_SUBJECT and behind not in _SETTLEMENTS


def _surname(texts: Sequence[str], index: int) -> int:
    """How many words from this one on are a surname."""
    if "".join(texts[index : index + 2]) in COMPOUND:
        return 2
    one = texts[index]
    return int(one in COMPOUND or one in COMMON or one in READINGS or one in _SURE)


def _is_surname_alone(texts: Sequence[str], index: int, after: int) -> bool:
    """Whether a surname stands before a form of address (应先生) or behind 姓."""
    word = "".join(texts[index:after])
    before = texts[index - 1] if index else ""
    following = texts[after] if after < len(texts) else ""
    if before == "姓":
        return following in {"", "的", "名", "和", "也"}
    if following not in _ADDRESS:
        return False
    behind = texts[after + 1] if after + 1 < len(texts) else ""
    if word in _WORDLIKE:
        subject = following not in _OFFICES and (behind in _AFTER_SUBJECT or behind in _SAYING)
        vocative = not before and (behind in _VOCATIVE or (subject and word in _HARDLY_ADVERBS))
        return word in _ADDRESSED and (before in _TOWARDS or vocative)
    near = not before or before in _TOWARDS or before in _POINTING or _is_role(before)
    return near or len(word) > 1 or word in _SURE


def _is_given(parts: Sequence[str]) -> bool:
    """Whether the words can be a given name: one or two characters, none of them a function word, the last no verb."""
    text = "".join(parts)
    if text in _GIVEN_WORDS:
        return True
    if len(text) > 2 or not all_han(text) or text in _ADDRESS or not _FUNCTION.isdisjoint(text):
        return False
    return len(parts) < 2 or parts[-1] == "道" or not (parts[-1] in _AFTER_SUBJECT or parts[-1] in _SAYING)


def _is_name(
    texts: Sequence[str], index: int, surname: int, end: int, known: Words, frequency: Frequency, acts: bool
) -> bool:
    """Whether surname and given name stand as a name does; ``acts``: a verb stands behind them."""
    family = "".join(texts[index : index + surname])
    given = "".join(texts[index + surname : end])
    if family + given in known or given == "家" or (end < len(texts) and texts[end][:1] in _SETTLEMENTS):
        return False
    before = texts[index - 1] if index else ""
    after = texts[end] if end < len(texts) else ""
    aged = before == "的" and index > 1 and texts[index - 2] == "岁"  # 七十岁的杨双牛
    introduced = before == "是" and not after and index > 1  # 我是单军
    role = _is_role(before) or before in _CALLED or aged or (introduced and texts[index - 2] in _PRONOUNS)
    pointed = role or before in _BEFORE_PERSON
    says = after in _SAYING
    addressed = after in _ADDRESS
    subject = not before and (not after or after in _AFTER_SUBJECT or says)
    usual = given in _GIVEN_WORDS or _GIVEN.issuperset(given)
    sure = family in _SURE or (len(family) > 1 and family not in NO_SURNAMES)
    in_pieces = end - index - surname == len(given)
    free = in_pieces or given in _GIVEN_WORDS or given not in known or frequency(given) < _EVERYDAY
    rare = any(char in _GIVEN and frequency(char) < _RARE for char in given)
    if acts and not before and in_pieces and len(given) == 2:
        subject = subject or rare or family not in _WORDLIKE
    if family in _WORDLIKE:
        named = role and (not after or says or after in _AFTER_SUBJECT)  # 局长任海波介绍
        if role and says and len(given) == 2 and given not in known:
            return True  # 书记曾令军表示, but not 书记曾多次表示
        return usual and len(given) == 2 and (named or (free and (role or addressed or subject)))
    if len(given) == 2:
        if usual and free:
            natural = family in _NATURAL and not in_pieces
            return (sure and not natural) or pointed or addressed or subject or (rare and in_pieces)
        partly = in_pieces and not _GIVEN.isdisjoint(given)
        likely = sure or family in READINGS or partly
        unusual = len(family) > 1 and sure and subject
        return unusual or ((role or addressed) and (usual or (likely and (in_pieces or free))))
    if not usual:
        return sure and (role or addressed or (len(family) > 1 and frequency(given) < _RARE))
    starts = not before and (after in _AFTER_SUBJECT or says)
    towards = (before in _TOWARDS or before in _BEFORE_PERSON) and family not in _NATURAL
    certain = rare and (sure or pointed or subject or family in COMMON)
    return role or addressed or certain or (sure and (starts or towards or says))


def _is_role(word: str) -> bool:
    """Whether a word names an office, a trade or a relation."""
    if len(word) < 2 or word in _NO_ROLES:
        return False
    return word.endswith(_ROLES) or word.endswith(_ROLE_ENDINGS)
