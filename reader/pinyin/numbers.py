"""Numbers in Han characters: which words are numbers, and how GB/T 16159-2012, clause 6.1.5 spells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.pinyin.spell import spell
from reader.pinyin.syllable import PinyinError

_NUMERALS: Final = frozenset("零〇一二三四五六七八九十百千万亿两几")
_UNITS: Final = frozenset("百千万亿")
_SINGLE: Final = frozenset("一二三四五六七八九两几")
_ZERO: Final = frozenset("零〇")
_AFTER_POINT: Final = frozenset("零〇一二三四五六七八九")
_FRACTION: Final = re.compile("(.+)(分之)(.+)")
_DECIMAL: Final = re.compile("(.+)(点)(.+)")


def is_number(text: str) -> bool:
    """Whether ``text`` has the form of a whole number in Han characters: 十三, 三百零五, 二〇二五, 三五, 几十, 百万.

    Not 万一, 一一 or 三三两两, which are words of another kind though made of the same characters.
    """
    if not text or not set(text) <= _NUMERALS:
        return False
    if text[0] in _UNITS:
        return set(text) <= _UNITS
    doubled = len(text) in (2, 4) and text[::2] == text[1::2] and not set(text) & _ZERO
    return not doubled


def is_numeral(text: str) -> bool:
    """Whether ``text`` is a number of any kind in Han characters: whole, ordinal, fraction or decimal.

    十三, 第二十, 三分之一, 百分之八点五, 三点一四.
    """
    if text[:1] == "第":
        return is_number(text[1:])
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        return is_number(fraction[1]) and _is_amount(fraction[3])
    return _is_amount(text)


def _is_amount(text: str) -> bool:
    decimal = _DECIMAL.fullmatch(text)
    return is_number(decimal[1]) and set(decimal[3]) <= _AFTER_POINT if decimal else is_number(text)


def spell_numeral(text: str, syllables: Sequence[str | None]) -> str:
    """The spelling of a number in Han characters, one slot in ``syllables`` per character (6.1.5).

    Joined up to ninety-nine, 百, 千, 万 and 亿 with one digit before them, else apart: 二十四 ``èrshísì``, 三百五十六
    ``sānbǎi wǔshíliù``, 六十三亿 ``liùshísān yì``, 十万 ``shíwàn``. 第 with a hyphen: ``dì-shísān``. An estimate of two
    neighbouring digits with a hyphen: 三五 ``sān-wǔ``, 十七八 ``shíqī-bā``. Fractions, decimals and strings of digits
    apart: ``sān fēn zhī yī``, ``sān diǎn yī sì``, ``èr líng èr wǔ``. Raises :class:`PinyinError` where the lengths
    differ or a slot is no syllable, ValueError where ``text`` is no number.
    """
    if not is_numeral(text):
        raise ValueError(f"not a number: {text}")
    if len(syllables) != len(text):
        raise PinyinError(f"{len(syllables)} slots for the {len(text)} characters of {text}")
    if text[0] == "第":
        return f"{spell(syllables[:1])}-{_whole(text[1:], syllables[1:])}"
    for pattern in (_FRACTION, _DECIMAL):
        match = pattern.fullmatch(text)
        if match:
            (first, last), tail = match.span(2), syllables[match.end(2) :]
            after = spell_numeral(match[3], tail) if pattern is _FRACTION else _apart(tail)
            return f"{_whole(match[1], syllables[:first])} {_apart(syllables[first:last])} {after}"
    return _whole(text, syllables)


def _apart(syllables: Sequence[str | None]) -> str:
    return " ".join(spell([syllable]) for syllable in syllables)


def _whole(text: str, syllables: Sequence[str | None]) -> str:
    # Two digits are an estimate (三五); more, or a 〇 among them, are read one by one.
    if set(text) <= _SINGLE | _ZERO and (len(text) > 2 or _ZERO & set(text)):
        return _apart(syllables)
    groups: list[list[int]] = []
    hyphens: set[int] = set()
    for index, char in enumerate(text):
        before = text[index - 1] if index else ""
        if before and _joins(char, before, len(groups[-1])):
            if char in _SINGLE and before in _SINGLE:
                hyphens.add(index)
            groups[-1].append(index)
        else:
            groups.append([index])
    return " ".join(
        spell([syllables[i] for i in group], hyphens={n for n, i in enumerate(group) if i in hyphens})
        for group in groups
    )


def _joins(char: str, before: str, length: int) -> bool:
    """Whether ``char`` is written with ``before``, the last of a word of ``length`` characters."""
    if char in _ZERO or before in _ZERO:
        return False
    if char in _UNITS:
        return length == 1
    return before in _SINGLE or (before == "十" and char != "十")
