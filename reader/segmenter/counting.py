"""Numbers in Han characters among the words of a cut: each is one word, and stands apart from what it counts and from
the words around it (GB/T 16159-2012)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.numerals import is_han_numeral

DIGITS: Final = frozenset("〇零一二三四五六七八九十百千万亿两廿卅几数")
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
SMALL: Final = frozenset("一二两三四五六七八九十几")
_COUNTED_BY: Final = frozenset("分号岁日月时秒度成年点") | (_MEASURES - set("声面手头口")) | set("户倍级里")
_TIMES: Final = frozenset("年月日天周岁")
_ABOUT: Final = frozenset("多余来")
_WITHIN: Final = frozenset("内间前后来中底初末")
_TAILS: Final = frozenset("个人 日电 日夜 日晚 日晨 年头 年初冬 年末冬 年初春 日本 来头".split())
"""Words that are none after a figure: 三个人, 五日电, 2024年头三个月."""
_LARGE: Final = frozenset("万亿")
_TENS: Final = frozenset("十百千万亿")
_EVERY: Final = frozenset("每某")
PERSONS: Final = "个人"
_POINT: Final = "点"
_ONES: Final = "一二三四五六七八九"
_PRICE: Final = re.compile(f"[十百千万亿]([{_ONES}])([{_ONES}])$")
_OUNCE: Final = "两"
_BY_THE_FEW: Final = _MEASURES | frozenset(
    "月日小分钟点步口顿拳下手岁倍千百万亿回块毛角位本枝根粒把样则晚夜首场阵处行滴眼字格届"
)
"""What is counted in 一两 and 三两, one or two, two or three; before all else 两 is a weight there."""


def counted(words: list[str], *, after_number: bool) -> list[str]:
    """The words with numbers whole and apart; joined they are the same text. ``after_number``: a number stands right
    before the first."""
    words = list(_several_apart(words)) if "有数" in words else words
    return list(_numbers_joined(list(_measures_apart(words, after_number))))


def _is_number(word: str) -> bool:
    return DIGITS.issuperset(word.removeprefix(_ORDINAL))


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
        elif following == "钟" and len(word) > 1 and word[-1] in "分秒点" and SMALL.issuperset(word[:-1]):
            yield from (word[:-1], word[-1] + following)
            index += 1
        elif len(word) > 1 and word[-1] in _MEASURES and SMALL.issuperset(word[:-1]):
            yield from (word[:-1], word[-1])
        elif (after_number and _is_tail(word)) or (word == PERSONS and index and words[index - 1] in _EVERY):
            yield from (word[0], word[1:])
        else:
            yield word
        after_number = _is_number(word)
        index += 1


def _end_inside(before: str, word: str, first: str) -> int:
    """How many characters of a word still belong to the number before it: 四, 十二分; 二十, 二号; 第, 三军; and, where
    ``first`` stands before a point, 四, 点, 二级. 0 if none."""
    end = next((offset for offset, char in enumerate(word) if char not in DIGITS), 0)
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
    """Whether the text is one number; 数千 is as good a one as 几千, but 数一二三 is to count."""
    if text[0] == "数":
        return text[1:2] in _TENS and is_han_numeral("几" + text[1:])
    return is_han_numeral(text) and not _is_price(text)


def _is_price(text: str) -> bool:
    """Whether the last digit is how many are had for the rest: 十八一, of 十八一斤; but 十七八 is an estimate."""
    price = _PRICE.search(text)
    return price is not None and _ONES.index(price[2]) != _ONES.index(price[1]) + 1


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
    return within or counted or (first in DIGITS and last in _ABOUT)


def _numbers_joined(words: list[str]) -> Iterator[str]:
    """A number that was cut between its digits as one word: 二十, 四 as 二十四; 第, 七; 三, 分之, 一. A weight
    is none: 三, 两."""
    index = 0
    while index < len(words):
        end = index + 1
        if words[index] == _ZERO or DIGITS.issuperset(words[index].removeprefix(_ORDINAL).removesuffix("分之")):
            end = _end_of_number(words, index)
        number, following = "".join(words[index:end]), words[end][0] if end < len(words) else ""
        weighed = len(number) > 1 and number[-1] == _OUNCE and following not in _BY_THE_FEW
        yield from (number[:-1], _OUNCE) if weighed and DIGITS.issuperset(number) else (number,)
        index = end


def _end_of_number(words: list[str], start: int) -> int:
    """Where the longest number that begins with word ``start`` ends; after that word if it is none."""
    stop = start + 1
    while stop < min(len(words), start + _LONGEST) and (words[stop] in _LINKS or DIGITS.issuperset(words[stop])):
        stop += 1
    for end in range(stop, start + 1, -1):
        if _is_numeral("".join(words[start:end])):
            return end
    return start + 1
