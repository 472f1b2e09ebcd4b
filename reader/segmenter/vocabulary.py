"""Which words a text is cut into, and how likely each is: jieba's dictionary, made to agree with CC-CEDICT.

A word is what a learner would look up. jieba's dictionary was counted on a corpus that was cut for search, so it also
holds number + measure word (两个), adverb + adjective (更好), verb + complement (放在), word + suffix, and whole
phrases. Those go where their parts are in a dictionary; names stay. What CC-CEDICT and the HSK lists have beyond jieba
comes in: rare enough not to cross a common word, and longer words firmly enough to stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from math import exp, log
from pathlib import Path

from reader.errors import LexiconError
from reader.hanzi import all_han
from reader.lexicon.lists import word_list
from reader.lexicon.surnames import looks_like_name
from reader.segmenter.path import PREFIX, best_weight

GRADED = 500
"""Frequency of a word of the HSK lists that jieba lacks."""
ADDED = 2
"""Frequency of a word that only a dictionary vouches for. jieba counts 60 million words."""

# What stands first or last in a text that is several words, whatever follows or precedes.
_ADVERBS_AND_AUXILIARIES = frozenset("不没很最更太较已曾又也都就却还再被把让是")
_PRONOUNS = frozenset("我你他她它咱您这那哪每各某诸该此")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数")
_ADJECTIVES = frozenset("大小新旧好坏高低多少全近远长短快慢早晚本真假女男老纯冷热轻重厚薄")
_LOCALISERS = frozenset("里上下中内外前后间时")
_PARTICLES = frozenset("了着得地")
_COMPLEMENTS = frozenset("在到于成完出起去来给至往向入住开好满散倒掉走破死见过回进为自道罢紧上下")
_LAST_OF_THREE = _LOCALISERS | _COMPLEMENTS | _PARTICLES | frozenset("是不说")
_DIRECTIONS = frozenset("起来 下来 上来 过来 出来 回来 进来 上去 下去 出去 过去 回去 进去".split())
_GLUE = frozenset("的了着过得地在和就都把被也")
_MODALS = frozenset("能会敢")
_MEASURES = frozenset("个朵条只件座辆幅棵颗趟份堵艘匹盏扇篇")
_COUNTED = re.compile(
    "[一二两三四五六七八九十几]+[个家次位种项条张件只座名部篇辆所间支首幅棵颗份套台批届遍趟年天元岁句朵粒头匹杯碗瓶盏]"
    "(?![一二两三四五六七八九十])"
)
_UNCOUNTED = 3
"""jieba gives this count to words that it has from a list and never met in its corpus (多喝水, 再试一次)."""
_NAME_TAGS = ("nr", "ns", "nt", "nz")
_BETWEEN = frozenset("与和在的之")
_NO_PLACE_BEGINS_WITH = frozenset("入以如远满离来到在去回出进过有无可所使成")
_SUFFIXES = frozenset("者家员性化学率度感力手长们师")
_PREFIXES = frozenset("副总非反超")
_COMMONEST_SURNAMES = frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹")
_COMMON_WORD = 1000
"""From this count on a pair of characters is more likely to be itself than to lie in a name."""
_TRANSLITERATION = word_list("characters of names written by sound")
_PREPOSED = frozenset("于和向从由但与及以对给把被")
_EACH = frozenset("各每该本")
"""No name of a place begins with these (各乡镇)."""
_BY_CHANCE = word_list("pairs that meet by chance")
"""What a dictionary has as a word, but is two words in nearly every text."""
_HARDLY_COUNTED = word_list("words that are common though hardly counted")
"""Words that jieba lacks or hardly met, and that win over their own characters."""
_FUNCTION = frozenset(
    "的了着过得地是不没有在和就都也要会能可把被让给这那一上下里中来去到说好很还又再才只多少个们人我你他她它吧吗呢啊么"
)
"""A rare dictionary word made with these equals words that meet by chance (有的是, 好在)."""


def lists() -> str:
    """The words of the project's own lists that the vocabulary is built with, as one text: what it has to be built
    anew for."""
    return "\n".join([*sorted(_BY_CHANCE), "", *sorted(_HARDLY_COUNTED)])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``frequencies``: count of each word, 0 for a proper prefix that is no word; ``tags``: part of speech where
    jieba gives one; ``total``: what all counts are out of."""

    frequencies: dict[str, int]
    tags: dict[str, str]
    total: int


def jieba_file() -> Path:
    """The dictionary of the package jieba, found without importing the package (which takes a tenth of a second).
    Raises :class:`LexiconError` where it is not installed."""
    spec = find_spec("jieba")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "dict.txt"
        if path.is_file():
            return path
    raise LexiconError("the package jieba is not installed", hint="python -m pip install jieba")


def build(lines: Iterable[str], headwords: Iterable[str], graded: Iterable[str]) -> Vocabulary:
    """The vocabulary from jieba's dictionary (lines ``word count tag``), the headwords of CC-CEDICT and the words of
    the HSK lists."""
    graded = set(filter(all_han, graded))
    vouched = {*headwords, *graded} - _BY_CHANCE
    counted = {word: (int(count), tag) for word, count, tag in (line.split(" ") for line in lines)}
    counts = {word: count for word, (count, _) in counted.items()}
    total = sum(counts.values())
    verbs = {word for word, (_, tag) in counted.items() if len(word) == 1 and tag == "v"}
    judge = _Judge(vouched, counts, verbs)
    frequencies = {word: count for word, (count, tag) in counted.items() if not judge.falls_apart(word, tag)}
    tags = {word: tag for word in frequencies if (tag := judge.tag(word, counted[word][1]))}
    for word in vouched:
        if len(word) > 1 and not frequencies.get(word) and not _meets_by_chance(word, graded):
            frequencies[word] = GRADED if word in graded and len(_FUNCTION & set(word)) < 2 else ADDED
    frequencies.update({word: max(frequencies.get(word, 0), GRADED) for word in _HARDLY_COUNTED & vouched})
    _hold_together(frequencies, (word for word in vouched if _is_firm(word, graded)), total)
    for word in list(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return Vocabulary(frequencies, tags, total)


def _meets_by_chance(word: str, graded: Collection[str]) -> bool:
    """Whether a pair that only the dictionary has is mostly a word and a particle side by side (吹了, 在建)."""
    return len(word) == 2 and word not in graded and word not in _HARDLY_COUNTED and not _GLUE.isdisjoint(word)


def _is_firm(word: str, graded: Collection[str]) -> bool:
    """Whether a dictionary word is to win over its parts: long words, and those every learner has to know."""
    if word in _HARDLY_COUNTED:
        return True
    return ((len(word) > 2 or word in graded) and not _FUNCTION & set(word)) or len(word) > 3


def _hold_together(frequencies: dict[str, int], words: Iterable[str], total: int) -> None:
    """Raise each word to just above the likelihood of its best cut into other words."""
    whole = log(total)
    logs = {word: log(count) - whole for word, count in frequencies.items() if count}
    for word in list(logs):
        for end in range(1, len(word)):
            logs.setdefault(word[:end], PREFIX)
    for word in words:
        own = logs.pop(word, None)
        logs[word] = PREFIX
        needed = int(exp(best_weight(word, logs, -whole)) * total) + 1
        logs[word] = own or PREFIX
        frequencies[word] = max(frequencies.get(word, 0), needed)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What becomes of jieba's words. ``vouched``: the words that a dictionary has; ``counts``: jieba's; ``verbs``:
    the single characters that it tags as verbs."""

    vouched: Collection[str]
    counts: Mapping[str, int]
    verbs: Collection[str]

    def falls_apart(self, word: str, tag: str) -> bool:
        """Whether a word that no dictionary has is better cut into its parts."""
        if word in _BY_CHANCE or (word[0] in _EACH and tag.startswith("ns") and word not in self.vouched):
            return True
        if len(word) == 1 or word in self.vouched:
            return False
        if self._is_never_a_word(word, tag):
            return True
        if len(word) > 2 and self._is_person(word, tag):
            return False
        if len(word) == 2:
            return _is_pair(word, tag)
        if _COUNTED.match(word) and not tag.startswith(("ns", "nt", "nz", "j")):
            return True
        return self._is_three(word, tag) if len(word) == 3 else self._is_phrase(word)

    def _is_never_a_word(self, word: str, tag: str) -> bool:
        """What a part of speech, a count or the form alone tells."""
        counted = tag in ("m", "mq") or (tag in ("d", "r") and len(word) == 2)
        unmet = self.counts[word] <= _UNCOUNTED and (not tag.startswith(_NAME_TAGS) or self._is_no_name(word, tag))
        return counted or unmet or self._is_preposed(word, tag) or self._is_misnamed(word, tag)

    def _is_misnamed(self, word: str, tag: str) -> bool:
        """Whether a word that jieba takes for a person has not the form of a name, and ends in a word (于本周)."""
        misnamed = tag.startswith("nr") and len(word) > 2 and not (looks_like_name(word) or self._is_person(word, tag))
        return misnamed and word[1:] in self.vouched and word[:2] not in self.vouched

    def tag(self, word: str, tag: str) -> str | None:
        """jieba's tag, but not its guess that a word is a name where the word has not the form of one."""
        if len(word) == 1 or not tag.startswith(("nr", "nz")):
            return tag
        if tag.startswith("nr"):
            return "nr" if len(word) > 2 and word not in self.vouched and self._is_person(word, tag) else None
        return tag if len(word) > 2 or word in self.vouched else None

    def _is_person(self, word: str, tag: str) -> bool:
        """Whether a word that jieba takes for a personal name has the form of one, Chinese or foreign."""
        if not tag.startswith("nr"):
            return False
        if _TRANSLITERATION.issuperset(word):
            return True
        # 高水平, 幸福感 and the like: jieba's tag came from their first character.
        derived = word[-1] in _SUFFIXES and word[:2] in self.vouched
        usual = (
            derived or self._is_common(word[-2:]) or (word[0] not in _COMMONEST_SURNAMES and self._is_common(word[:2]))
        )
        return looks_like_name(word) and not (len(word) == 3 and usual)

    def _is_no_name(self, word: str, tag: str) -> bool:
        """Whether a word that jieba has from a list of names begins or ends with a dictionary word (雷鸣般, 白鹭飞).
        Names that are lost so (张国庆) are found again by their form and place."""
        derived = len(word) == 3 and (word[:2] in self.vouched or word[1:] in self.vouched)
        return tag.startswith("nr") and derived and not _TRANSLITERATION.issuperset(word)

    def _is_preposed(self, word: str, tag: str) -> bool:
        """A preposition or conjunction and a word that jieba takes for a name (于长江, 对日元); 大大 or 所 and what
        they stand before (大大提高, 所说); a verb and its particle (靠着); half of 越小越好."""
        rest = word[1:]
        if len(rest) > 1 and word[0] in _PREPOSED and tag.startswith(_NAME_TAGS):
            return rest in self.vouched
        adverb = word.startswith("大大") and word[2:] in self.vouched
        more = len(word) == 3 and word[0] == word[2] == "越"
        return adverb or more or (len(word) == 2 and (word[0] == "所" or (word[1] in "着过" and word[0] in self.verbs)))

    def _is_common(self, pair: str) -> bool:
        return pair in self.vouched and self.counts.get(pair, 0) >= _COMMON_WORD

    def _is_three(self, word: str, tag: str) -> bool:
        """Three characters: an adjective, adverb or verb before a word, or a particle, complement or localiser after
        one; verb, 不 or 得, and result. Other words with one character more are compounds (示范区) or derived
        (协调性), and stay."""
        first, middle, last = word[0], word[1], word[2]
        if middle in (first, last):
            return first == middle and last in "的地"
        if middle in ("不", "得") or last in ("了", "的") or word[1:] in _DIRECTIONS:
            return True
        if first in _NUMERALS and middle in _NUMERALS and tag not in ("nz", "j"):
            return True
        if word[1:] in self.vouched and tag != "ns":
            verbal = first in self.verbs and word[:2] not in self.vouched and first not in _PREFIXES
            return verbal or first in _ADVERBS_AND_AUXILIARIES | _PRONOUNS | _NUMERALS | _ADJECTIVES | _MEASURES
        return word[:2] in self.vouched and last in _LAST_OF_THREE

    def _is_phrase(self, word: str) -> bool:
        """Four characters or more that are dictionary words in a row, or words around 与, 在 and the like."""
        if word[0] == word[1] or word[-1] == word[-2] or word[0] == word[2]:
            return False
        if self._whole(word):
            return True
        first, last = word[0], word[-1]
        if self._whole(word[1:]) and first not in _PREFIXES:
            return True
        if self._whole(word[:-1]) and last not in _SUFFIXES:
            return True
        if first in _BETWEEN and last in _LOCALISERS and self._whole(word[1:-1]):
            return True
        return any(
            char in _BETWEEN and self._known(word[:index]) and self._known(word[index + 1 :])
            for index, char in enumerate(word)
        )

    def _known(self, text: str) -> bool:
        return len(text) == 1 or self._whole(text)

    def _whole(self, text: str) -> bool:
        """Whether the text is dictionary words of two or more characters in a row."""
        if text in self.vouched:
            return len(text) > 1
        return any(text[:end] in self.vouched and self._whole(text[end:]) for end in range(2, len(text) - 1))


def _is_pair(word: str, tag: str) -> bool:
    """Whether two characters that no dictionary has as a word are two words."""
    first = word[0]
    last = word[1]
    if tag.startswith(("ns", "nt")):
        return first in _NO_PLACE_BEGINS_WITH or last in "里上下内外"
    if first == last:
        return False
    if first in _ADVERBS_AND_AUXILIARIES | _PRONOUNS | _NUMERALS | _MEASURES or last == "的":
        return True
    if tag[0] in "nstf" and tag not in ("nr", "nz"):
        return last in _LOCALISERS
    return tag in ("v", "d", "z", "nr") and (last in _COMPLEMENTS | _PARTICLES or (tag == "v" and first in _MODALS))
