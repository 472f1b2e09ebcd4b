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
from reader.lexicon.surnames import COMMON, COMPOUND, READINGS


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
_FUNCTION = frozenset(
    "的了着过得是在和与也都就还不没有我你他她它们这那哪谁很太更最要会能可把被让给向从对为以于及或而且但因所其说问答看来去"
    "上下里外中前后左右二四五六七八九十两几个只条位种次年月日时分秒元再才已将请叫等吗呢吧啊呀哦嘛"
)
"""Characters that are in no given name, or so seldom that a name is not meant."""
_GIVEN = word_list("given names")
"""Characters that given names are mostly made of."""
_ROLES = tuple(word_list("roles"))
_ROLE_ENDINGS = tuple("员 家 师 长 手 匠 医 农 生 者 官 工".split())
"""What a word for an office, a trade or a relation ends with, where it has two characters or more."""
_ADDRESS = word_list("forms of address")
"""Forms of address that stand behind a surname or a name."""
_SAYING = word_list("verbs of saying")
_AFTER_SUBJECT = word_list("words behind a subject")
_CALLED = frozenset({"叫", "名叫", "姓", "叫做", "名为", "化名", "原名", "本名"})
_TOWARDS = frozenset({"跟", "给", "对", "请", "找", "向", "让", "把", "被", "替", "问", "和", "与", "同", "见"})
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
    if word in _BEGINNINGS:
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
        length = _length(texts, index, known, frequency, joined)
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
    for word, pos in words:
        first, rest = word[:1], word[1:]
        if len(word) not in (2, 3) or word in known or word[:2] in COMPOUND or pos not in ("nr", None):
            yield word, pos
        elif first in _FAMILIAR and rest in _SURE:
            yield from ((char, None) for char in word)
        elif pos and first in _ATTRIBUTIVE and rest in known:
            yield word, None
        elif (pos and first in _WORDLIKE) or (rest in known and (rest in _ADDRESS or (pos and _is_role(rest)))):
            yield first, None
            yield from [(rest, None)] if rest in known else ((char, None) for char in rest)
        elif first in _SURE and _GIVEN.issuperset(rest):
            yield from ((char, None) for char in word)
        elif pos and first not in _SURE and (rest in known or word[:2] in known or not _GIVEN.issuperset(rest)):
            yield word, None
        else:
            yield word, pos


def _length(texts: Sequence[str], index: int, known: Words, frequency: Frequency, joined: bool) -> int:
    """How many words from this one on are a name; 0 if none."""
    word = texts[index]
    before = texts[index - 1] if index else ""
    if word in _FAMILIAR and index + 1 < len(texts) and texts[index + 1] in COMMON | _SURE:
        behind = texts[index + 2] if index + 2 < len(texts) else ""
        called = not before and (not behind or behind in _AFTER_SUBJECT or behind in _SAYING)  # 小乔：, 老白说
        sure = texts[index + 1] in _SURE or (called and texts[index + 1] not in _WORDLIKE)
        return 2 if sure and word + texts[index + 1] not in known and behind[:1] not in _SETTLEMENTS else 0
    surname = _surname(texts, index)
    if not surname or before[-1:] in _COUNTING:
        return 0
    after_surname = index + surname
    for given in (2, 1):
        end = after_surname + given
        parts = texts[after_surname:end]
        # In 李明道：“…” the last is a verb, in 种师道奉命 it is not.
        says = parts[-1:] == ["道"] and end == len(texts)
        if len(parts) == given and not says and _is_given(parts):
            if joined and _GIVEN.issuperset("".join(parts)):
                return surname + given
            if _is_name(texts, index, surname, end, known, frequency):
                return surname + given
    return surname if _is_surname_alone(texts, index, after_surname) else 0


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
        return word in _ADDRESSED and (before in _TOWARDS or (not before and behind in _VOCATIVE))
    return len(word) > 1 or word in _SURE or not before or before in _TOWARDS or _is_role(before)


def _is_given(parts: Sequence[str]) -> bool:
    """Whether the words can be a given name: one or two characters, none of them a function word, the last no verb."""
    text = "".join(parts)
    if len(text) > 2 or not all_han(text) or text in _ADDRESS or not _FUNCTION.isdisjoint(text):
        return False
    return len(parts) < 2 or parts[-1] == "道" or not (parts[-1] in _AFTER_SUBJECT or parts[-1] in _SAYING)


def _is_name(texts: Sequence[str], index: int, surname: int, end: int, known: Words, frequency: Frequency) -> bool:
    """Whether surname and given name stand as a name does."""
    family = "".join(texts[index : index + surname])
    given = "".join(texts[index + surname : end])
    if family + given in known or given == "家" or (end < len(texts) and texts[end][:1] in _SETTLEMENTS):
        return False
    before = texts[index - 1] if index else ""
    after = texts[end] if end < len(texts) else ""
    role = _is_role(before) or before in _CALLED
    addressed = after in _ADDRESS
    usual = _GIVEN.issuperset(given)
    sure = family in _SURE or len(family) > 1
    in_pieces = end - index - surname == len(given)
    if family in _WORDLIKE:
        alone = not before and (not after or after in _AFTER_SUBJECT or after in _SAYING)
        named = role and (not after or after in _SAYING)  # 局长任海波介绍
        return usual and len(given) == 2 and (named or (in_pieces and (role or addressed or alone)))
    if len(given) == 2:
        if usual and (in_pieces or frequency(given) < _EVERYDAY):
            subject = not before and (not after or after in _AFTER_SUBJECT or after in _SAYING)
            return sure or role or addressed or subject
        likely = sure or family in READINGS
        return (role or addressed) and (usual or (likely and (in_pieces or frequency(given) < _EVERYDAY)))
    if not usual:
        return sure and (role or addressed)
    starts = not before and (after in _AFTER_SUBJECT or after in _SAYING)
    towards = before in _TOWARDS and family not in _NATURAL
    return role or addressed or (sure and (starts or towards or after in _SAYING))


def _is_role(word: str) -> bool:
    """Whether a word names an office, a trade or a relation."""
    return len(word) > 1 and (word.endswith(_ROLES) or word.endswith(_ROLE_ENDINGS))
