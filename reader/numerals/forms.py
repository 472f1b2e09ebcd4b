"""The written forms that are kept whole: numbers, dates, times, formulas, Latin words.

Each form is a regular expression without groups over *folded* text, and the first that fits is taken. ``scan`` runs
them over running text, ``spoken`` matches a whole token against them. Quantifiers over digits are possessive, so that
time is linear in what is fed in.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.numerals.units import CURRENCIES, RATES, UNITS

# The full-width comma and colon stay: they separate thousands and parts of a ratio only in some places.
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code not in (0xFF0C, 0xFF1A)} | {
    0xFFE5: 0xA5,
    0x2212: 0x2D,
}


def fold(text: str) -> str:
    """``text`` with full-width letters, digits and signs as ASCII and − as a hyphen; same length, same offsets."""
    return text.translate(_FULL_WIDTH)


_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: An exponent.
POWER: Final = f"⁻?[{_RAISED}]++"

#: Digits, with thousands separators where they are well formed, and a decimal part. A full-width comma is a separator
#: only where nothing speaks for punctuation: not in 第3，100多家.
DECIMAL: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|(?<![第:：/-])[0-9]{1,3}(?:，[0-9]{3})+(?![0-9多余年月号])|[0-9]++)"
    r"(?:\.[0-9]++)?"
)
#: 万, 亿 and their multiples; 百 and 千 alone only before what is counted, for 千米 and 百分点 are words.
SCALE: Final = r"(?:[十百千]?(?:万亿|亿|万)|[百千](?=[多余元块人名个]|$))"
_SCALED: Final = rf"{DECIMAL}{SCALE}(?:[0-9]++(?:\.[0-9]++)?{SCALE})*(?:[0-9]{{1,4}}(?![0-9年月日时点分号%.,]))?"
# 5g网络 is the mobile standard, not a weight.
_SYMBOLS: Final = "|".join(
    re.escape(symbol) + ("(?![网移通])" if symbol == "g" else "")
    for symbol in sorted([*UNITS, *RATES], key=len, reverse=True)
)
UNIT: Final = rf"(?:(?:{_SYMBOLS})(?![{_LETTER}0-9²³/])|[%‰‱])"
_QUANTITY: Final = rf"(?:{_SCALED}|{DECIMAL}(?:{POWER}|{UNIT})?)"
# After a Han character a dash is a sign only where the number goes on as a temperature or a percentage.
_SIGN: Final = rf"(?:(?<![\w)\]%‰℃°])[-+±]|(?<=[{_HAN}])[-+±](?=[0-9]++(?:\.[0-9]++)?(?:%|‰|℃|°C|度|摄氏度)))"
_CURRENCY: Final = f"(?:{'|'.join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))})"
#: One dash of any kind, and not the double dash, which is punctuation.
DASH: Final = "(?:(?<![—―])[-‐‑‒–—―~〜∼](?![—―]))"

_START: Final = r"(?<![0-9.])"
_YEAR: Final = "(?:1[0-9]|20|21)[0-9]{2}"
_MONTH: Final = "(?:1[0-2]|0?[1-9])"
_DAY: Final = "(?:3[01]|[12][0-9]|0?[1-9])"
# 年底, 月份 and the like are words of their own, which a reader would look up whole.
_YEAR_SIGN: Final = "年(?![底初末度代间级报鉴终])"
_MONTH_SIGN: Final = "月(?![份底初末球饼])"
_DAY_SIGN: Final = "日(?![元本圆语文])"
_SPAN: Final = "(?!多|余|来|的?历史|的?文明|以上|左右|之久)"
_HOUR: Final = "(?:2[0-4]|[01]?[0-9])"
_CLOCK: Final = f"{_HOUR}[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9:：])"
_OPERATOR: Final = "(?: ?[+×÷=><≥≤≠≈±] ?|(?<=[0-9])x(?=[0-9]))"
# A variable with its coefficient and power: 2x, mc², a².
_VARIABLE: Final = rf"(?:{DECIMAL})?[A-Za-zα-ω]{{1,2}}[²³]?(?![{_LETTER}0-9²³])"
_TERM: Final = rf"(?:{DECIMAL}(?=x[0-9])|{_VARIABLE}|{_QUANTITY})"
_DOMAIN: Final = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63})+"
# What joins the parts of one Latin word: Wi-Fi, R&D, TCP/IP, Web2.0, it's, kW·h.
_JOINT: Final = "[-‐‑.'’&/_·]"
# Circled, bracketed, dotted and Roman numbers that are one character, and the fractions ½ to ⅞.
_MARKS: Final = (
    "\u2460-\u249b\u24ea-\u24f4\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u2160-\u217f¼½¾⅓-⅞"
)

_SOURCES: Final[dict[str, str]] = {
    "url": r"(?:(?:https?|ftp)://|www\.)[!-~]*[!-~](?<![.,;:!?)'\"\]}>])",
    "email": rf"[A-Za-z0-9][A-Za-z0-9._+-]{{0,63}}@{_DOMAIN}",
    "numeric_date": "|".join(
        [rf"{_START}{_YEAR}{mark}{_MONTH}{mark}{_DAY}(?![0-9])" for mark in ("-", "/", r"\.")]
        + [rf"{_START}{_YEAR}[-/](?:0[1-9]|1[0-2])(?![-/0-9])"]
    ),
    "date": "|".join(
        _START + form
        for form in (
            f"{_YEAR}年{_MONTH}月{_DAY}(?:{DASH}{_DAY})?(?:{_DAY_SIGN}|号)",
            f"{_YEAR}年{_MONTH}(?:{DASH}{_MONTH})?{_MONTH_SIGN}",
            f"{_YEAR}{DASH}{_YEAR}{_YEAR_SIGN}",
            f"{_YEAR}{_YEAR_SIGN}{_SPAN}",
            f"{_MONTH}月{_DAY}(?:{DASH}{_DAY})?(?:{_DAY_SIGN}|号)",
            f"{_MONTH}(?:{DASH}{_MONTH})?{_MONTH_SIGN}",
            f"{_DAY}(?:{DASH}{_DAY})?{_DAY_SIGN}",
        )
    ),
    "clock": rf"{_START}{_CLOCK}(?: ?{DASH} ?{_CLOCK})?|{_START}{_HOUR}[时点][0-5]?[0-9]分(?:[0-5]?[0-9]秒)?",
    "phone": "|".join(
        _START + form + r"(?![0-9.]|-[0-9])"
        for form in (
            r"(?:\+?86[- ]?)?1[3-9][0-9]{9}",
            r"(?:\+?86[- ]?)?1[3-9][0-9][- ][0-9]{4}[- ][0-9]{4}",
            r"(?:\+?86[- ]?)?0?[0-9]{2,3}-[0-9]{7,8}",
            r"0[0-9]{2,3}[—–][0-9]{7,8}",
            r"[48]00-[0-9]{3,4}-[0-9]{3,4}",
        )
    ),
    "formula": rf"{_START}{_TERM}(?:{_OPERATOR}{_TERM})+|{_START}{DECIMAL}(?: ?[-+×÷] ?{DECIMAL})+ ?[=≈] ?{DECIMAL}",
    # A full-width colon counts only after a word such as 比 or 为: 问题1：2种方案 is no proportion.
    "ratio": rf"{_START}{DECIMAL}(?::{DECIMAL})+(?!:)|(?<![^比为是成以约])[0-9]++(?:\.[0-9]++)?：{DECIMAL}",
    "mixed": (
        rf"(?!{DECIMAL}{UNIT})[0-9]++(?:\.[0-9]++)?[{_LETTER}][{_LETTER}0-9{_RAISED}]*+(?:{_JOINT}[{_LETTER}0-9]++)*"
    ),
    "angle": rf"{_START}[0-9]++°[0-9]++[′'](?:[0-9]++(?:\.[0-9]++)?[″\"])?",
    "anniversary": rf"{_START}[0-9]{{1,2}}·[0-9]{{1,2}}(?![0-9·])",
    "fraction": rf"{_START}[0-9]++/[0-9]++(?![0-9/{_LETTER}])",
    "range": rf"(?:{_SIGN})?{_START}{_QUANTITY} ?{DASH} ?{_QUANTITY}(?!{DASH}[0-9])",
    "chain": rf"{_START}[0-9]++(?:-[0-9]++){{2,}}|{_START}[0-9]++(?:\.[0-9]++){{2,}}",
    "ordinal": rf"第[0-9]++(?:{SCALE})?(?:{DASH}[0-9]++)?(?![.,][0-9])",
    "quantity": rf"(?:{_CURRENCY}|{_SIGN}|[≥≤≈]|(?<![\w)])[<>])?{_QUANTITY}",
    "mark": f"[{_MARKS}]",
    "latin": rf"[{_LETTER}][{_LETTER}0-9{_RAISED}]*+(?:{_JOINT}[{_LETTER}0-9]++)*(?:\+\+|#)?",
}

#: A character that may begin a form. Most of running text begins none, so looking for these first saves much time.
START: Final = re.compile(rf"第(?=[0-9])|[0-9{_LETTER}$¥€£±≥≤≈<>+\-{_MARKS}]")


@cache
def any_form() -> re.Pattern[str]:
    """All forms at once, each as a group of its name. Compiled when first asked for: it takes some hundredths of a
    second, which a program that only prints its help should not spend."""
    return re.compile("|".join(f"(?P<{name}>{source})" for name, source in _SOURCES.items()))
