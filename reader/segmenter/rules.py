"""What is put right after the cut, for any text: numbers in Han characters are one word, and stand apart from their
measure words; a word and its affix are one word (GB/T 16159-2012, 6.1.1: 副部长, 科学性, 现代化, 孩子们); and a few
frames of the grammar that a cut by likelihood alone cannot see."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from reader.numerals import is_han_numeral

_DIGITS: Final = frozenset("〇零一二三四五六七八九十百千万亿两廿卅几数")
_ORDINAL: Final = "第"
_LINKS: Final = frozenset({"分之", "点", "分", "之"})
_ZERO: Final = "零点"
_LONGEST: Final = 12
"""More words than this are no number that is read as one."""

# With these a small number is counted, and no word of its own is meant: 一家企业, but not 一边, 一下, 一级.
_MEASURES: Final = frozenset(
    "个家次位种项条张件只座名部篇辆所间支首幅棵颗份套台批群类届遍趟年天亩斤吨元岁段章页句"
    "层声代阵滴盏杯碗瓶盒箱桶堆排圈双笔扇栋幢艘"
)
_SMALL: Final = frozenset("一二两三四五六七八九十几")
_COUNTED_BY: Final = frozenset("分号岁日月时秒度成年点") | (_MEASURES - set("声面手头口")) | set("户倍级里")
_TIMES: Final = frozenset("年月日天周岁")
_ABOUT: Final = frozenset("多余来")
_WITHIN: Final = frozenset("内间前后来中底初末")
_TAILS: Final = frozenset("个人 日电 日夜 日晚 日晨 年头 年初冬 年末冬 年初春 日本".split())
"""Words that are none after a figure: 三个人, 五日电, 2024年头三个月."""
_LARGE: Final = frozenset("万亿")
_TENS: Final = frozenset("十百千万亿")
_EVERY: Final = frozenset("每某")
_PERSONS: Final = "个人"
_POINT: Final = "点"


# Only affixes that hardly ever stand alone after or before a word. (率 does: 总统率团.)
_SUFFIXES: Final = frozenset("者性化们型式感")
_PREFIXES: Final = frozenset("副")


def _recuts() -> Iterator[tuple[tuple[str, str], tuple[tuple[str, ...], str | None]]]:
    """Two words, the words they are cut into instead (``recuts.txt``), and what must not follow, if anything."""
    for line in Path(__file__).with_name("recuts.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            found, instead, *unless = line.split(" ")
            left, right = found.split("|")
            yield (left, right), (tuple(instead.split("|")), unless[0].removeprefix("!") if unless else None)


_OTHERWISE: Final = dict(_recuts())
_NO_VERBS: Final = frozenset(
    "一以天地晚早之上下中路山树楼手身世网线马桌床车船街乡城村南北东西脚头心口底门向往零府年言突杰日"
)
_SENT_OUT: Final = frozenset("发拿说做看想写喊叫唱画讲交付掏走看听猜")
_DIRECTED: Final = frozenset("下上出进回过起")
_DIRECTIONS: Final = frozenset("来去")
_RECUT: Final = re.compile(
    f"[{''.join(sorted(_DIRECTED))}][{''.join(sorted(_DIRECTIONS))}]|一(.)\\1|得出|"
    + "|".join(sorted(left + right for left, right in _OTHERWISE))
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
_CLOCK: Final = re.compile("([一二两三四五六七八九]|十[一二]?)点([二三四五]?十[一二三四五六七八九]?)分(?![之钟])")
"""A time: 两点四十分, in which two points four is no number and 十分 not "very"."""
_AGAIN: Final = re.compile("([^〇一二三四五六七八九十百千万亿几])(?:着\\1着|一\\1(?!一)|则\\1)")
_INDEED: Final = frozenset({"", "是", "嘛", "吗", "么", "就是"})
_SEEN_FROM: Final = "来看"
_AFFIXES: Final = _SUFFIXES | _PREFIXES


def apply(words: list[str], text: str, *, after_number: bool) -> list[str]:
    """The words of ``text`` after the rules; joined they are the same text. ``after_number``: a number stands right
    before the text."""
    # Most clauses have nothing that a rule looks for, and asking a set costs less than going through the words.
    if after_number or _PERSONS in text or not _DIGITS.isdisjoint(text):
        words = list(_several_apart(words)) if "有数" in words else words
        words = list(_numbers_joined(list(_measures_apart(words, after_number))))
    for time in _CLOCK.finditer(text):
        words = list(_put(words, time.start(), [time[1], "点", time[2], "分"]))
    if _RECUT.search(text):
        words = list(_otherwise(words))
    if "越" in text or "的话" in text or "可不" in text or _SEEN_FROM in text:
        words = list(_frames(words))
    if again := _AGAIN.search(text):
        words = list(_apart(words, again, text))
    if "一起" in text and (cases := [case.start() + 1 for case in _CASE.finditer(text)]):
        words = list(_cut_at(words, cases, text))
    if "还给" in text and (also := list(_also_for(text))):
        words = list(_cut_at(words, also, text))
    if not _AFFIXES.isdisjoint(text):
        words = _affixes_joined(words)
    return words


def _is_number(word: str) -> bool:
    return _DIGITS.issuperset(word.removeprefix(_ORDINAL))


def _several_apart(words: list[str]) -> Iterator[str]:
    """有数, 千人 as 有, 数, 千人: there are several thousand."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        yield from word if word == "有数" and following[:1] in _TENS else (word,)


def _measures_apart(words: list[str], after_number: bool) -> Iterator[str]:
    """Number and measure word apart where the dictionary has them as one (一家 as 一, 家), and a measure word apart
    from what follows it (三年内 as 三, 年, 内; 十分钟 as 十, 分钟)."""
    index = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        if index and (end := _end_inside(words[index - 1], word, words[index - 2] if index > 1 else "")):
            yield from (word[:end], word[end:])
        elif following == "钟" and len(word) > 1 and word[-1] in "分秒点" and _SMALL.issuperset(word[:-1]):
            yield from (word[:-1], word[-1] + following)
            index += 1
        elif len(word) > 1 and word[-1] in _MEASURES and _SMALL.issuperset(word[:-1]):
            yield from (word[:-1], word[-1])
        elif (after_number and _is_tail(word)) or (word == _PERSONS and index and words[index - 1] in _EVERY):
            yield from (word[0], word[1:])
        else:
            yield word
        after_number = _is_number(word)
        index += 1


def _end_inside(before: str, word: str, first: str) -> int:
    """How many characters of a word still belong to the number before it: 四, 十二分; 二十, 二号; 第, 三军; and, where
    ``first`` stands before a point, 四, 点, 二级. 0 if none."""
    end = next((offset for offset, char in enumerate(word) if char not in _DIGITS), 0)
    if not end or len(word) == end:
        return 0
    if before == _ORDINAL:
        return end
    if word[end] not in _COUNTED_BY:
        return 0
    if before[-1] == _POINT:
        before = first + before if _is_number(first) else before
        return end if _is_numeral(before + word[:end]) else 0
    return end if _is_number(before) and _is_numeral(before + word[:end]) else 0


def _is_numeral(text: str) -> bool:
    """Whether the text is one number; 数千 is as good a one as 几千."""
    return is_han_numeral("几" + text[1:] if text[0] == "数" else text)


def _is_tail(word: str) -> bool:
    """Whether a word after a number belongs to the number by halves: 年内 (三年内), 月底 (十月底), 多个 (三十多个),
    百余 (三百余), 万名 (1.5万名), 个人 (三个人)."""
    if word in _TAILS:
        return True
    if len(word) != 2:
        return False
    first, last = word[0], word[1]
    within = first in _TIMES and last in _WITHIN
    counted = first in _ABOUT | _LARGE and last in _COUNTED_BY
    return within or counted or (first in _DIGITS and last in _ABOUT)


def _otherwise(words: list[str]) -> Iterator[str]:
    """Two words cut in another way (不, 但是 as 不但, 是); a verb and its direction (卸下, 来 as 卸, 下来), but 一, 天,
    下来 for a time; 一 and a measure word said twice (一块, 块 as 一, 块块)."""
    index = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        third = words[index + 2] if index + 2 < len(words) else ""
        other, unless = _OTHERWISE.get((word, following), ((), None))
        if other and third != unless:
            yield from other
            index += 2
        elif following in _DIRECTIONS and len(word) == 2 and word[1] in _DIRECTED and not _is_time_or_place(word):
            yield from (word[0], word[1] + following)
            index += 2
        elif word == "天下" and following == "来" and index and _SMALL.issuperset(words[index - 1]):
            yield from ("天", "下来")
            index += 2
        elif following == "得出" and not third and word in _SENT_OUT:
            yield from (word, "得", "出")
            index += 2
        elif len(word) == 2 and word[0] == "一" and following == word[1] and word[1] not in _DIGITS:
            yield from ("一", following * 2)
            index += 2
        else:
            yield word
            index += 1


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
    """A verb said twice around 着, 一 or 则 is four or three words (数着数着, 量一量): cut where one word holds two."""
    borders: set[int] = set()
    while again:
        borders.update(range(again.start(), again.end() + 1))
        again = _AGAIN.search(text, again.end())
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
    """A word and its affix as one: 制定, 者; 副, 局长."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        suffixed = word in _SUFFIXES and len(before) > 1 and not is_han_numeral(before)
        if suffixed or (before in _PREFIXES and len(word) > 1):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _numbers_joined(words: list[str]) -> Iterator[str]:
    """A number that was cut between its digits as one word: 二十, 四 as 二十四; 第, 七; 三, 分之, 一."""
    index = 0
    while index < len(words):
        end = index + 1
        if words[index] == _ZERO or _DIGITS.issuperset(words[index].removeprefix(_ORDINAL).removesuffix("分之")):
            end = _end_of_number(words, index)
        yield "".join(words[index:end])
        index = end


def _end_of_number(words: list[str], start: int) -> int:
    """Where the longest number that begins with word ``start`` ends; after that word if it is none."""
    stop = start + 1
    while stop < min(len(words), start + _LONGEST) and (words[stop] in _LINKS or _DIGITS.issuperset(words[stop])):
        stop += 1
    for end in range(stop, start + 1, -1):
        if _is_numeral("".join(words[start:end])):
            return end
    return start + 1
