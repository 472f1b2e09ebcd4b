"""Amounts and dates in Chinese text: figures with 万 and 亿, numbers in characters, 百分之五, 三成, 四分之三, 10月."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Final

from reader.numerals import han_value
from reader.numerals.context import takes_two
from reader.numerals.forms import fold
from reader.numerals.units import UNITS
from reader.quantities.quantity import Kind, Quantity, Value

_HAN: Final = "零〇一二两三四五六七八九十百千万亿"
_FIGURES: Final = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
_SCALES: Final = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8, "千万": 10**7,
                  "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100}  # fmt: skip
# 千瓦, 千米 and 百分点 are units.
_SCALE: Final = (
    f"(?:{'|'.join(s for s in _SCALES if len(s) > 1 or s in '亿万')}|千(?![瓦米克卡伏赫兆焦帕])|百(?![分帕]))"
)
_AMOUNT: Final = rf"{_FIGURES}{_SCALE}(?:[0-9]++(?:\.[0-9]++)?{_SCALE})*(?:[0-9]{{1,4}}(?![0-9年月日]))?|{_FIGURES}"
_N: Final = rf"(?:{_AMOUNT}|[{_HAN}]++)"
# Quantifiers are possessive: time has to stay linear in whatever is fed in.
_DASH: Final = "[-‐‑‒–—―~〜∼～至到]"
_DAYTIME: Final = "早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|深夜|凌晨|晚|早"
_SHARE: Final = rf"(?:{_N}(?:点[{_HAN}]++)?)"
_MINUTES: Final = rf"(?:{_N}分|半|[一三]刻|整)"
_UNIT: Final = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))

_FORM: Final = re.compile(
    "|".join(
        f"(?P<{name}>{source})"
        for name, source in {
            "address": r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
            "latin": r"[A-Za-z][A-Za-z0-9]*+(?:[-.][A-Za-z0-9]++)*+"
            rf"|[0-9]++(?:\.[0-9]++)?(?!(?:{_UNIT})(?![A-Za-z]))[A-Za-z][A-Za-z0-9]*",
            "numeric": "|".join(
                rf"(?<![0-9.])(?:1[0-9]|20)[0-9]{{2}}{mark}[01]?[0-9]{mark}[0-3]?[0-9](?![0-9])"
                for mark in ("-", "/", r"\.")
            ),
            "clock": rf"[0-2]?[0-9][:：][0-5][0-9](?![0-9])|(?:(?:{_DAYTIME}){_N}|[0-9]{{1,2}})[点时]{_MINUTES}?"
            rf"|[一两二三四五六七八九十]{{1,3}}点{_MINUTES}",
            "percent": rf"(?:{_FIGURES})[%‰]|[百千万]分之{_SHARE}(?:{_DASH}(?:[百千万]分之)?{_SHARE})?|{_N}个多?百分点",
            "decimal": "[零〇一二三四五六七八九十百千]++点[零〇一二三四五六七八九]++(?![十分刻])",
            "tenths": rf"(?<![{_HAN}])(?:[一二三四五六七八九]{_DASH}?)?[一二两三四五六七八九]成[一二三四五六七八九半]?"
            "(?![不立功为长果员本都熟绩效分型人品语套千百堆群名])",
            "fraction": rf"{_N}分之{_N}|[0-9]++/[0-9]++(?![0-9/])",
            "proportion": r"[0-9]++(?:\.[0-9]++)?(?:[:：比][0-9]++(?:\.[0-9]++)?)+",
            "month": rf"{_N}(?:{_DASH}{_N})?月(?![饼球亮台光季票薪嫂])",
            "figures": _AMOUNT,
            "vague": rf"[几数][十百千万亿]++|[{_HAN}]++几",
            "han": f"[{_HAN}]++",
            "mark": "[\u2460-\u249b\u2776-\u2793\u3220-\u3229\u2160-\u216b]",
            "pair": "[双俩]|半",
        }.items()
    )
)  # fmt: skip
_RANGE: Final = re.compile(rf"{_DASH}\s?({_AMOUNT})([%‰]|个百分点)?")
_SCALED: Final = re.compile(rf"({_FIGURES})({_SCALE})")
_HALF_AFTER: Final = re.compile("(?:个|年|天|小时|公里|里|米|倍|岁|斤)半|个半")
_SHORT_YEAR: Final = re.compile("年|后(?!来|面|方)|级")
"""98年, 80后, 90年代: the century is left out."""
_CONVERSIONS: Final = (("亩", ("0.0666667", "0.164737")), ("斤", ("0.5", "1.10231")), ("里", ("0.5", "0.310686")))
"""Units of daily life in China, in hectares and acres, kilograms and pounds, kilometres and miles."""
_LONGEST_SMALL: Final = 12
"""Up to here English writes numbers as words, and leaves them out as readily."""
_LONGEST_NUMBER: Final = 24
"""Characters of a number in Chinese characters."""
_NUMBER_AFTER_CENTURY: Final = re.compile("世纪[初末中]?[0-9零一二三四五六七八九十]+年代")


def chinese_quantities(text: str, borders: Collection[int] | None = None) -> tuple[Quantity, ...]:
    """The amounts in ``text``, left to right. ``borders``: where its words begin and end, as far as it has been cut: a
    number in Chinese characters that is part of a longer word (四面八方) is not firm."""
    return tuple(_quantities(fold(text), borders))


def _quantities(text: str, borders: Collection[int] | None) -> Iterator[Quantity]:
    for match in _FORM.finditer(text):
        name = match.lastgroup or ""
        found = _READERS[name](match, text, borders) if name in _READERS else ()
        for values, firm, start, end in found:
            if values:
                yield Quantity(values, firm, start, end, text[start:end])


_Found = Iterator[tuple[tuple[Value, ...], bool, int, int]]


def value_of(text: str) -> Decimal | None:
    """What a number in figures or Chinese characters is worth, 万 and 亿 counted in; None if it is no whole number."""
    if text[:1].isdigit():
        scaled = _SCALED.findall(text)
        if not scaled:
            return Decimal(re.sub("[,，]", "", text))
        rest = _SCALED.sub("", text)
        total = sum(Decimal(re.sub("[,，]", "", amount)) * _SCALES[scale] for amount, scale in scaled)
        return total + Decimal(rest or 0)
    value = han_value(text)
    return None if value is None else Decimal(value)


def _numeric(match: re.Match[str], _text: str, _borders: object) -> _Found:
    parts = list(re.finditer("[0-9]+", match[0]))
    for kind, part in zip((Kind.NUMBER, Kind.MONTH, Kind.NUMBER), parts, strict=True):
        yield ((kind, Decimal(part[0])),), True, match.start() + part.start(), match.start() + part.end()


def _clock(match: re.Match[str], _text: str, _borders: object) -> _Found:
    body = re.sub(_DAYTIME, "", match[0])
    hour, _, rest = re.sub("[:：点时]", ":", body, count=1).partition(":")
    hours = value_of(hour)
    minutes = {"": 0, "整": 0, "半": 30, "一刻": 15, "三刻": 45}.get(rest)
    minute = value_of(rest.rstrip("分")) if minutes is None else Decimal(minutes)
    if hours is None or minute is None:
        return
    values: tuple[Value, ...] = ((Kind.TIME, (hours * 60 + minute) % 720),)
    if not rest:
        values += ((Kind.NUMBER, hours),)  # three points as well as three o’clock
    elif rest[0].isdigit():
        values += ((Kind.RATIO, hours),)  # a score or a proportion
    yield values, True, match.start(), match.end()


def _percent(match: re.Match[str], _text: str, _borders: object) -> _Found:
    body = match[0]
    if "分之" not in body:
        value = value_of(re.sub("个多?百分点|[%‰]", "", body))
        if value is not None:
            divisor = 10 if body.endswith("‰") else 1
            yield ((Kind.PERCENT, value / divisor),), True, match.start(), match.end()
        return
    divisor = {"百": 1, "千": 10, "万": 100}[body[0]]
    for part in re.finditer(_SHARE, re.sub("[百千万]分之", "   ", body)[3:]):
        head, _, decimals = part[0].partition("点")
        value = Decimal(100) if part[0] == "百" else value_of(head)
        if value is not None:
            value += _decimals(decimals)
            start = match.start() + 3 + part.start()
            yield ((Kind.PERCENT, value / divisor),), True, start, start + len(part[0])


def _decimals(digits: str) -> Decimal:
    return Decimal("0." + "".join(str(han_value(char) or 0) for char in digits)) if digits else Decimal(0)


def _decimal(match: re.Match[str], _text: str, _borders: object) -> _Found:
    whole, _, decimals = match[0].partition("点")
    value = value_of(whole)
    if value is not None:
        yield ((Kind.NUMBER, value + _decimals(decimals)),), True, match.start(), match.end()


def _tenths(match: re.Match[str], _text: str, _borders: object) -> _Found:
    """三成, 三成五, 七八成, 三到五成."""
    before, _, after = match[0].partition("成")
    for char in before:
        tenths = han_value(char)
        if tenths is not None:
            value = Decimal(10 * tenths)
            if after and char == before[-1]:
                value += 5 if after == "半" else han_value(after) or 0
            yield ((Kind.PERCENT, value), (Kind.RATIO, value / 100)), True, match.start(), match.end()


def _fraction(match: re.Match[str], _text: str, _borders: object) -> _Found:
    if "/" in match[0]:
        part, _, whole = match[0].partition("/")
    else:
        whole, _, part = match[0].partition("分之")
    above, below = value_of(part), value_of(whole)
    if above is not None and below:
        yield ((Kind.RATIO, above / below),), True, match.start(), match.end()


def _proportion(match: re.Match[str], _text: str, _borders: object) -> _Found:
    for part in re.finditer(r"[0-9]+(?:\.[0-9]+)?", match[0]):
        value = Decimal(part[0])
        yield ((Kind.NUMBER, value),), value != 1, match.start() + part.start(), match.start() + part.end()


def _month(match: re.Match[str], _text: str, _borders: object) -> _Found:
    for part in re.finditer(_N, match[0]):
        value = value_of(part[0])
        if value is not None and 1 <= value <= 12:
            yield ((Kind.MONTH, value),), True, match.start() + part.start(), match.start() + part.end()


def _figures(match: re.Match[str], text: str, _borders: object) -> _Found:
    value = value_of(match[0])
    assert value is not None  # figures always have a value
    values = [*_readings(value, text, match.end())]
    following = _RANGE.match(text, match.end())
    if following is not None:
        values += _as_in_range(match[0], following[1], following[2] or "")
    firm = value != 1 and _NUMBER_AFTER_CENTURY.match(text, match.end()) is None
    yield tuple(values), firm, match.start(), match.end()


def _as_in_range(first: str, last: str, sign: str) -> Iterator[Value]:
    """What the first number of a range is worth if scale and sign of the last one hold for both: 3至5亿, 5—10%."""
    value = value_of(first)
    if value is None:
        return
    if sign:
        yield Kind.PERCENT, value / 10 if sign == "‰" else value
    scale = _SCALED.fullmatch(last)
    if scale is not None and not _SCALED.search(first):
        yield Kind.NUMBER, value * _SCALES[scale[2]]


def _readings(value: Decimal, text: str, end: int) -> Iterator[Value]:
    """What a number may be worth by what follows it."""
    if text.startswith("倍", end):
        yield from ((Kind.RATIO, value), (Kind.RATIO, value + 1))  # grown by twice is three times as much
        return
    yield Kind.NUMBER, value
    if 10 <= value < 100 and _SHORT_YEAR.match(text, end):
        yield from ((Kind.NUMBER, 1900 + value), (Kind.NUMBER, 2000 + value))
    if _HALF_AFTER.match(text, end):
        yield Kind.NUMBER, value + Decimal("0.5")
    if text.startswith("个世纪", end):
        yield Kind.NUMBER, value * 100
    unit = text[end + 1 : end + 2] if text[end : end + 1] in ("多", "余", "华", "市", "来") else text[end : end + 1]
    for name, factors in _CONVERSIONS:
        if unit == name:
            yield from ((Kind.CONVERTED, value * Decimal(factor)) for factor in factors)


def _han(match: re.Match[str], text: str, borders: Collection[int] | None) -> _Found:
    start, end, body = match.start(), match.end(), match[0]
    if start and text[start - 1] in "几数":
        return
    value = value_of(body)
    if value is None:
        yield from _loose(body, start)
        return
    whole_word = borders is None or (end in borders and (start in borders or text[start - 1 : start] == "第"))
    in_date = text.startswith(("年", "日", "号"), end) and value > _LONGEST_SMALL
    firm = (whole_word or in_date) and _is_firm(value, text, start, end)
    yield tuple(_readings(value, text, end)), firm, start, end


def _is_firm(value: Decimal, text: str, start: int, end: int) -> bool:
    if value <= 1 or _NUMBER_AFTER_CENTURY.match(text, end):
        return False
    if text[start - 1 : start] == "第":
        return value > 2  # 第二天 is the next day
    return value > _LONGEST_SMALL or takes_two(text[:start], text[end:])


def _loose(body: str, start: int) -> _Found:
    """What is written side by side, or without a number before 百, 千, 万: 十四五, 三五, 百年."""
    position = 0
    while position < len(body):
        longest = min(len(body), position + _LONGEST_NUMBER)
        end = next((e for e in range(longest, position, -1) if value_of(body[position:e]) is not None), position + 1)
        piece = body[position:end]
        value = value_of(piece) or (Decimal(_SCALES[piece]) if piece in _SCALES else None)
        if value is not None:
            yield ((Kind.NUMBER, value),), False, start + position, start + end
        position = end


def _vague(match: re.Match[str], _text: str, _borders: object) -> _Found:
    """几十, 数百万: an order of magnitude; 十几: none, yet English may say *ten-odd*."""
    factors = [10 if char == "十" else _SCALES[char] for char in match[0] if char in "十百千万亿"]
    if match[0][0] in "几数" and factors:
        yield ((Kind.ORDER, Decimal(math.prod(factors))),), False, match.start(), match.end()
        return
    for part in re.finditer(f"[{_HAN}]+", match[0]):
        value = value_of(part[0])
        if value is not None:
            yield ((Kind.NUMBER, value),), False, match.start() + part.start(), match.start() + part.end()


def _mark(match: re.Match[str], _text: str, _borders: object) -> _Found:
    """① is the number of a picture or an item; English may leave it out."""
    yield ((Kind.NUMBER, Decimal(int(unicodedata.numeric(match[0])))),), False, match.start(), match.end()


def _pair(match: re.Match[str], _text: str, _borders: object) -> _Found:
    half = "半" in match[0]
    value = (Kind.RATIO, Decimal("0.5")) if half else (Kind.NUMBER, Decimal(2))
    yield (value,), False, match.start(), match.end()


_READERS: Final[dict[str, Callable[[re.Match[str], str, Collection[int] | None], _Found]]] = {
    "numeric": _numeric,
    "clock": _clock,
    "percent": _percent,
    "decimal": _decimal,
    "tenths": _tenths,
    "fraction": _fraction,
    "proportion": _proportion,
    "month": _month,
    "figures": _figures,
    "han": _han,
    "vague": _vague,
    "mark": _mark,
    "pair": _pair,
}
