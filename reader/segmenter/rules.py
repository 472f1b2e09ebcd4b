"""What is put right after the cut, for any text: numbers (:mod:`reader.segmenter.counting`); a word and its affix are
one word (GB/T 16159-2012, 6.1.1: 副部长, 科学性, 现代化, 孩子们); and a few frames of the grammar that a cut by
likelihood alone cannot see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise
from typing import Final

from reader.numerals import is_han_numeral
from reader.segmenter import counting
from reader.segmenter.counting import DIGITS, SMALL
from reader.segmenter.recuts import cut_instead, recuts

# Only affixes that hardly ever stand alone after or before a word. (率 does: 总统率团.)
_SUFFIXES: Final = frozenset("者性化们型式感")
_PREFIXES: Final = frozenset("副")
_COUNTING: Final = frozenset("这那几每")
_DISSOLVED: Final = frozenset({"开", "掉", "作"})
"""Before these 化 is a verb: 温水化开."""


_NO_VERBS: Final = frozenset(
    "一以天地晚早之上下中路山树楼手身世网线马桌床车船街乡城村南北东西脚头心口底门向往零府年言突杰日"
)
_SENT_OUT: Final = frozenset("发拿说做看想写喊叫唱画讲交付掏走看听猜")
_DIRECTED: Final = frozenset("下上出进回过起")
_DIRECTIONS: Final = frozenset("来去")
_SIDES: Final = frozenset("里外")
_RECUT: Final = re.compile(
    f"[{''.join(sorted(_DIRECTED))}][{''.join(sorted(_DIRECTIONS))}]|一(.)\\1|得出|[里外]头|"
    + "|".join(sorted(map("".join, recuts())))
)
"""What stands in every text that :func:`_otherwise` changes."""
_CASE: Final = re.compile(
    "(?:(?<=对)|(?<=[审办]结)|(?<=查处)|(?<=[破查]获)|(?<=[侦告]破)|(?<=通报)|(?<=[公发]布)|(?<=宣判)|(?<=审理))一起"
    "|(?<!在)一起(?=(?:因|由|涉|重大|特大|较大|典型|严重|普通|交通|刑事|民事|行政|电信|劳动|合同|盗窃|诈骗|受贿|网络|跨境"
    "|跨省|公益诉讼|非法|故意|危险|医疗|生产|安全|食品|环境|意外)[^，。；：？！]{0,12}?(?:案|事故|事件|纠纷|车祸|火灾|官司)"
    "|案|事故|事件|纠纷|车祸|火灾|官司)"
)
"""Where 起 counts cases and accidents (一起涉农案件), and does not say that something is done together."""
_GIVEN_BACK: Final = re.compile("(?<![归退送交寄奉璧偿返付])还给(?!了)(?=[^，。；：？！]{6})")
_OWED: Final = re.compile("[把将被钱款债书账地田权借退]")
_CLOCK: Final = re.compile(
    "([一二两三四五六七八九]|十[一二]?)点(?:([二三四五]?十[一二三四五六七八九]?)(分)(?![之钟])|([一三])(刻))"
)
"""A time: 两点四十分, in which two points four is no number and 十分 not "very"; 七点一刻."""
_AGAIN: Final = re.compile(
    "([^〇一二三四五六七八九十百千万亿几])(?:着\\1着|一\\1(?!一)|则\\1|(?<!成)就\\1"
    "|(?<![有到为除成在出])了\\1(?=[头手脚嘴脸眼腰腿背肩鼻舌身]))"
)
_REPEATING: Final = frozenset("着一则就了")
"""What stands in every text that it finds something in."""
_INDEED: Final = frozenset({"", "是", "嘛", "吗", "么", "就是"})
_KIN: Final = frozenset("嫂爷叔婶姨舅姑伯哥姐妹弟娘爹奶")
_PLACE_IN_FAMILY: Final = frozenset("大二三四五六七八九老")
_SEEN_FROM: Final = "来看"
_SOME: Final = "有的"
_HAVING: Final = frozenset("所没该应仅只才拥还都就也会能要想")
"""After these 有 is "to have" before 的 too."""
_AFFIXES: Final = _SUFFIXES | _PREFIXES


def apply(words: list[str], text: str, *, after_number: bool) -> list[str]:
    """The words of ``text`` after the rules; joined they are the same text. ``after_number``: a number stands right
    before the text."""
    # Most clauses have nothing that a rule looks for, and asking a set costs less than going through the words.
    if after_number or counting.PERSONS in text or not DIGITS.isdisjoint(text):
        words = counting.counted(words, after_number=after_number)
    if "点" in text:
        for time in _CLOCK.finditer(text):
            words = list(_put(words, time.start(), [time[1], "点", time[2] or time[4], time[3] or time[5]]))
    if _RECUT.search(text):
        words = list(_otherwise(words, text))
    if not _KIN.isdisjoint(text):
        words = list(_kin_joined(words))
    if "越" in text or "的话" in text or "可不" in text or _SEEN_FROM in text:
        words = list(_frames(words))
    if _SOME in text:
        words = list(_some(words))
    if not _REPEATING.isdisjoint(text) and (again := _AGAIN.search(text)):
        words = list(_apart(words, again, text))
    if "一起" in text and (cases := [case.start() + 1 for case in _CASE.finditer(text)]):
        words = list(_cut_at(words, cases, text))
    if "还给" in text and (also := list(_also_for(text))):
        words = list(_cut_at(words, also, text))
    if not _AFFIXES.isdisjoint(text):
        words = _affixes_joined(words)
    return words


def _otherwise(words: list[str], text: str) -> Iterator[str]:
    """Two words cut in another way (不, 但是 as 不但, 是); a verb and its direction (卸下, 来 as 卸, 下来), but 一, 天,
    下来 for a time; 一 and a measure word said twice (一块, 块 as 一, 块块)."""
    index = start = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        third = words[index + 2] if index + 2 < len(words) else ""
        done, end = index, start + len(word)
        if both := cut_instead((word, following), text, start, end + len(following), third):
            yield from both
            index += 2
        elif alone := cut_instead((word,), text, start, end, following):
            yield from alone
            index += 1
        elif following in _DIRECTIONS and len(word) == 2 and word[1] in _DIRECTED and not _is_time_or_place(word):
            yield from (word[0], word[1] + following)
            index += 2
        elif word == "天下" and following == "来" and index and SMALL.issuperset(words[index - 1]):
            yield from ("天", "下来")
            index += 2
        elif following == "头" and len(word) == 2 and word[1] in _SIDES and not _begins_count(third):
            yield from (word[0], word[1] + following)
            index += 2
        elif following == "得出" and not third and word in _SENT_OUT:
            yield from (word, "得", "出")
            index += 2
        elif len(word) == 2 and word[0] == "一" and following == word[1] and word[1] not in DIGITS:
            yield from ("一", following * 2)
            index += 2
        else:
            yield word
            index += 1
        start += sum(map(len, words[done:index]))


def _begins_count(word: str) -> bool:
    """Whether 头 before this word counts what comes first: 夜里, 头, 一, 回."""
    return word[:1] in DIGITS or word[:1] in {"半", "些", "个"}


def _is_time_or_place(word: str) -> bool:
    """Whether 上, 下 and the like in this word are no direction of a verb (以上, 天下, 晚上)."""
    return word[0] in _NO_VERBS


def _frames(words: list[str]) -> Iterator[str]:
    """越…越…: the verb between is a word (越过越红火); 的话 in the middle of a clause is 的 and 话 (他说的话我懂); and
    可不 is but not (可不转更难), save where it agrees (可不是). 来看 is two words, which the cut takes for one lest it
    find 上来 in 从总体上来看."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        more = len(word) == 2 and word[0] == following[:1] == "越"
        but = word == "可不" and following not in _INDEED
        if more or but or word == _SEEN_FROM or (word == "的话" and following[:1].isalpha()):
            yield from word
        else:
            yield word


def _kin_joined(words: list[str]) -> Iterator[str]:
    """A relation and its place among brothers and sisters as one word: 二, 嫂; but not 第二, 嫂."""
    index = 0
    while index < len(words):
        placed = words[index] in _PLACE_IN_FAMILY and words[index + 1 : index + 2] and words[index + 1] in _KIN
        yield "".join(words[index : index + 2]) if placed else words[index]
        index += 2 if placed else 1


def _some(words: list[str]) -> Iterator[str]:
    """有 and 的 as 有的, some; but not in 所有的 and 有的是."""
    index = 0
    while index < len(words):
        before, following = (words[index - 1] if index else ""), words[index + 2 : index + 3]
        some = words[index : index + 2] == ["有", "的"] and before not in _HAVING and following != ["是"]
        yield _SOME if some else words[index]
        index += 2 if some else 1


def _put(words: list[str], start: int, pieces: list[str]) -> Iterator[str]:
    """The words with ``pieces`` at ``start`` instead of what stands there; a word that reaches over is cut."""
    end, position = start + sum(map(len, pieces)), 0
    for word in words:
        after = position + len(word)
        if position <= start < after:
            if start > position:
                yield word[: start - position]
            yield from pieces
        elif after <= start or position >= end:
            yield word
        if position < end < after:
            yield word[end - position :]
        position = after


def _apart(words: list[str], again: re.Match[str] | None, text: str) -> Iterator[str]:
    """A verb said twice around 着, 一, 则 or 就 is four or three words (数着数着, 量一量), and around 了 before a part
    of the body (甩了甩头): cut where one word holds two. So is a measure word (一行一行). What ends or begins a longer
    word is no such word (去年一年, 村一村民)."""
    ends = [0, *accumulate(map(len, words))]
    borders: set[int] = set()
    while again:
        start, end = again.span()
        last = ends[bisect_right(ends, end - 1) - 1]
        whole = end in ends or last < end - 1 or text[end - 2] == "了"
        if (start in ends or text[start - 1] in "一不") and whole:
            borders.update(range(start, end + 1))
        again = _AGAIN.search(text, end)
    yield from _cut_at(words, borders, text)


def _also_for(text: str) -> Iterator[int]:
    """Where 还 is 也 before 给 (还给老人送饭上门): much follows, and nothing before it that can be given back."""
    for found in _GIVEN_BACK.finditer(text):
        if not _OWED.search(text, max(0, found.start() - 10), found.start()):
            yield found.start() + 1


def _cut_at(words: list[str], borders: Collection[int], text: str) -> Iterator[str]:
    """The words cut at these offsets of the text as well."""
    start = 0
    for word in words:
        end = start + len(word)
        cuts = [start, *(border for border in range(start + 1, end) if border in borders), end]
        yield from (text[first:last] for first, last in pairwise(cuts))
        start = end


def _affixes_joined(words: list[str]) -> list[str]:
    """A word and its affix as one: 制定, 者; 副, 局长; but not what 副 counts (一副手套)."""
    joined: list[str] = []
    counts = False
    for index, word in enumerate(words):
        before = joined[-1] if joined else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        verb = word == "化" and following in _DISSOLVED
        suffixed = word in _SUFFIXES and len(before) > 1 and not is_han_numeral(before) and not verb
        if suffixed or (before in _PREFIXES and len(word) > 1 and not counts):
            joined[-1] += word
        else:
            joined.append(word)
            counts = before in _COUNTING or is_han_numeral(before)
    return joined
