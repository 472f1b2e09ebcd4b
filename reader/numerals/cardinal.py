"""Numbers by value, as they are said and as GB/T 16159-2012, clause 6.1.5 joins them.

Eleven to ninety-nine is one word; 百, 千, 万 and 亿 join a digit before them (``sānbǎi``) and stand apart from anything
longer (``liùshísān yì``), except 十, which may join (``shíwàn``) and does here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.pinyin import spell

DIGITS: Final = ("líng", "yī", "èr", "sān", "sì", "wǔ", "liù", "qī", "bā", "jiǔ")
TWO: Final = "liǎng"
#: Numbers of more digits than this have no reading by value in use.
MOST_DIGITS: Final = 16

_Words = list[list[str]]


def cardinal(value: int, *, two: bool = True) -> str:
    """``value`` (0 to 10**16 - 1) said by value: 10 ``shí``, 110 ``yībǎi yīshí``, 100000 ``shíwàn``.

    A leading 2 before 千, 万 or 亿 is said ``liǎng`` unless ``two`` is false (ordinals); a lone 2 is ``èr``, since only
    the caller sees the measure word. Raises ValueError outside the range.
    """
    if not 0 <= value < 10**MOST_DIGITS:
        raise ValueError(f"no reading by value for {value}")
    return join(_words(value, two))


def join(words: Sequence[Sequence[str]]) -> str:
    """Words given as syllables, spelled and set apart."""
    return " ".join(spell(word) for word in words)


def digits(text: str, *, phone: bool = False) -> str:
    """The digits of ``text`` one by one; with ``phone`` 1 is ``yāo``, as in telephone and room numbers."""
    return " ".join("yāo" if phone and digit == "1" else DIGITS[int(digit)] for digit in text)


def scaled(coefficient: str, scale: str, *, two: bool = True) -> str:
    """A spelled number before 万, 亿, 万亿 …, joined to it where it is one digit or ten: ``wǔ`` and ``wàn``: ``wǔwàn``.

    ``scale`` is pinyin; a leading ``èr`` alone becomes ``liǎng`` if ``two``.
    """
    if coefficient == DIGITS[2] and two:
        coefficient = TWO
    if scale != "wànyì" and (coefficient in DIGITS or coefficient in (TWO, "shí")):
        return spell([coefficient, scale])
    return f"{coefficient} {scale}"


def _words(value: int, two: bool) -> _Words:
    if value == 0:
        return [[DIGITS[0]]]
    return _large(value, 10**8, "yì", two) if value >= 10**8 else _large(value, 10**4, "wàn", two)


def _large(value: int, unit: int, name: str, two: bool) -> _Words:
    """``value`` as so many units of 万 or 亿 and a rest, which takes a 零 where its highest place is empty."""
    high, low = divmod(value, unit)
    words: _Words = []
    if high:
        words = _large(high, 10**4, "wàn", two) if high >= 10**4 else _group(high, True, two)
        if high == 2 and two:
            words = [[TWO]]
        if len(words) == 1 and len(words[0]) == 1:
            words = [[words[0][0], name]]
        else:
            words.append([name])
        if 0 < low < unit // 10:
            words.append([DIGITS[0]])
    if low:
        words += _large(low, 10**4, "wàn", False) if low >= 10**4 else _group(low, not high, two and not high)
    return words


def _group(value: int, head: bool, two: bool) -> _Words:
    """1 to 9999. ``head``: nothing stands before it in the number, so 10 is 十 and not 一十."""
    words: _Words = []
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    if thousands:
        words.append([TWO if thousands == 2 and two else DIGITS[thousands], "qiān"])
    if hundreds:
        words.append([DIGITS[hundreds], "bǎi"])
    if rest and words and not (hundreds and tens):
        words.append([DIGITS[0]])
    last = [] if not tens else ["shí"] if tens == 1 and head and not words else [DIGITS[tens], "shí"]
    if ones:
        last.append(DIGITS[ones])
    if last:
        words.append(last)
    return words
