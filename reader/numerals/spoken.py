"""How a number, date, time, formula or Latin abbreviation is read aloud, in the spelling of GB/T 16159-2012."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from reader.numerals import quantity
from reader.numerals.cardinal import TWO, cardinal, digits
from reader.numerals.context import is_proportion, is_roman, is_score, takes_two
from reader.numerals.forms import DASH, any_form, fold
from reader.numerals.latin import roman_value, spell_letters
from reader.numerals.quantity import Context, decimal
from reader.numerals.units import OPERATORS, PARTS, RATES, TEMPERATURES, UNITS
from reader.pinyin import spell

_RANGE: Final = re.compile(rf"(.*?[^ ]) ?{DASH} ?(.+)")
_DATE_PART: Final = re.compile("[0-9]+|[年月日号]|[^0-9年月日号]+")
_DATE_SIGNS: Final = {"年": "nián", "月": "yuè", "日": "rì", "号": "hào"}
_FORMULA_PART: Final = re.compile("[-+×÷=><≥≤≠≈±]|(?<=[0-9])x(?=[0-9])|(?:(?!(?<=[0-9])x[0-9])[^-+×÷=><≥≤≠≈± ])+")
_LOCAL_NUMBER: Final = re.compile("[2-9][0-9]{2,3}-[0-9]{4}")
_AREA_CODE: Final = re.compile(r"\(0[0-9]{2,3}\)$")
_VARIABLE: Final = re.compile("([0-9.]*)([A-Za-zα-ω]{1,2})([²³]?)")
_POWERS: Final = {"": "", "²": " píngfāng", "³": " lìfāng"}
_TWO_PARTS: Final = re.compile("[0-9]+[:：][0-9]+")
_NO_CONTEXT: Final = Context("", "")


def spoken(text: str, *, before: str = "", after: str = "") -> str | None:
    """How the token ``text`` (as :func:`reader.numerals.scan` cuts it) is read aloud, or None where nothing says.

    ``before`` and ``after`` are the text around it in the sentence, as much as is at hand. They decide 2 (``liǎng``
    before a measure word, ``èr`` after 第), years (``2023`` before 年底), designations (room 302, hotline 12345) and
    scores. A leading 2 before 千, 万 and 亿 is ``liǎng``, inside a number ``èr``.
    """
    folded = fold(text)
    match = any_form().fullmatch(folded)
    if match is None or match.lastgroup is None:
        return None
    return _READERS[match.lastgroup](folded, Context(fold(before).rstrip(), fold(after).lstrip()))


def _range(text: str, context: Context) -> str | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    first, last = match[1], match[2]
    if _LOCAL_NUMBER.fullmatch(text) and _AREA_CODE.search(context.before):
        return _phone(text)
    if _are_years(first, last, context):
        return f"{digits(first)} dào {digits(last)}"
    if "-" in text and is_score(context.before, context.after):
        return _join(first, "bǐ", last, _NO_CONTEXT)
    unit = next((unit for unit in sorted([*UNITS, *RATES], key=len, reverse=True) if last.endswith(unit)), "")
    if first.startswith("-") and unit in TEMPERATURES:
        said = _join(first[1:].removesuffix(unit), "dào", last, context)
        return f"língxià {said}" if said else None
    if last[-1] in PARTS and first[-1].isdecimal():
        said = _join(first, "dào", last[:-1], _NO_CONTEXT)
        return f"{PARTS[last[-1]]} fēn zhī {said}" if said else None
    return _join(first.removesuffix(unit), "dào", last, context)


def _are_years(first: str, last: str, context: Context) -> bool:
    if not (first.isdecimal() and last.isdecimal() and len(first) == 4 and "1000" <= first < "2200"):
        return False
    if len(last) == 2:  # 2020-21赛季
        return int(last) == (int(first) + 1) % 100
    if len(last) != 4 or not first < last < "2200":
        return False
    # Without 年 only what is likely to be two years, and counts nothing: 2018-2024, but 1900—2000套.
    likely = first >= "1800" and last <= "2100" and not takes_two("", context.after)
    return likely or context.after.startswith("年")


def _join(first: str, word: str, last: str, context: Context) -> str | None:
    left, right = quantity.say(first, context), quantity.say(last, context)
    return f"{left} {word} {right}" if left and right else None


def _date(text: str) -> str:
    """Years digit by digit, months and days by value."""
    said: list[str] = []
    for part in _DATE_PART.findall(text):
        if part.isdecimal():
            said.append(digits(part) if len(part) == 4 else cardinal(int(part), two=False))
        else:
            said.append(_DATE_SIGNS.get(part, "dào"))
    return " ".join(said)


def _numeric_date(text: str) -> str:
    return _date("".join(part + sign for part, sign in zip(re.split("[-/.]", text), "年月日", strict=False)))


def _clock(text: str, context: Context) -> str:
    if _TWO_PARTS.fullmatch(text) and is_proportion(context.before, context.after):
        return _ratio(text)
    return " dào ".join(_time(end) for end in re.split(rf" ?{DASH} ?", text))


def _time(text: str) -> str:
    hour, *rest = re.findall("[0-9]+", text)
    sign = "shí" if "时" in text else "diǎn"
    said = [TWO if int(hour) == 2 and sign == "diǎn" else cardinal(int(hour), two=False), sign]
    for number, unit in zip(rest, ("fēn", "miǎo"), strict=False):
        # 8:00 is 八点; 8:05 is 八点零五分.
        if int(number) or len(rest) > 1 or "分" in text:
            filled = "líng " if len(number) == 2 and number[0] == "0" and int(number) else ""
            said.append(f"{filled}{cardinal(int(number), two=False)} {unit}")
    return " ".join(said)


def _phone(text: str) -> str:
    said = digits(re.sub("[^0-9]", "", text), phone=True)
    return f"jiā {said}" if text.startswith("+") else said


def _formula(text: str) -> str | None:
    said: list[str] = []
    for part in _FORMULA_PART.findall(text):
        if part in OPERATORS and (said or part != "x"):
            said.append(OPERATORS[part])
            continue
        term = _variable(part) or quantity.say(part, _NO_CONTEXT)
        if term is None:
            return None
        said.append(term)
    return " ".join(said)


def _variable(text: str) -> str | None:
    """A letter or two with a coefficient and a power: 2x ``èr x``, mc² ``m c píngfāng``."""
    match = _VARIABLE.fullmatch(text)
    if match is None:
        return None
    number, letters, power = match.groups()
    return f"{decimal(number) if number else ''} {' '.join(letters)}{_POWERS[power]}".strip()


def _ratio(text: str) -> str:
    return " bǐ ".join(decimal(number) for number in re.split("[:：]", text))


def _angle(text: str) -> str:
    parts = re.findall("[0-9.]+", text)
    return " ".join(f"{decimal(part)} {unit}" for part, unit in zip(parts, ("dù", "fēn", "miǎo"), strict=False))


def _anniversary(text: str) -> str:
    """A day known by its date, with a hyphen between month and day (6.1.5.5): 12·9 ``yī'èr-jiǔ``."""
    month, day = text.split("·")
    return spell(digits(month + day).split(), hyphens={len(month)})


def _fraction(text: str) -> str:
    above, below = text.split("/")
    if len(above) == 4 and len(below) == 2 and int(below) == (int(above) + 1) % 100:
        return f"{digits(above)} dào {digits(below)}"  # a season: 2023/24
    return f"{decimal(below)} fēn zhī {decimal(above)}"


def _chain(text: str) -> str:
    """Numbers strung with dots (a version, an address) or hyphens (a telephone number)."""
    if "." not in text:
        return digits(text.replace("-", ""), phone=True)
    return " diǎn ".join(
        digits(number) if len(number) > 2 else cardinal(int(number), two=False) for number in text.split(".")
    )


def _ordinal(text: str) -> str | None:
    """第 and its number with a hyphen (GB/T 16159-2012, 6.1.5.3): 第13 ``dì-shísān``."""
    said = [quantity.say(number, Context("第", "")) for number in re.split(DASH, text[1:])]
    return "dì-" + " dào ".join(filter(None, said)) if all(said) else None


def _mark(text: str) -> str:
    value = unicodedata.numeric(text)
    if value == int(value):
        return cardinal(int(value), two=False)
    return _fraction(unicodedata.normalize("NFKC", text).replace("\u2044", "/"))


def _latin(text: str, context: Context) -> str | None:
    roman = roman_value(text)
    if roman is not None and is_roman(context.after):
        return cardinal(roman, two=False)
    # A unit without its number: 每km², 元/kg. One letter is more likely a letter, and min an English word.
    if text in RATES:
        per, unit = RATES[text]
        return f"{unit} {per}"
    return UNITS[text] if text in UNITS and len(text) > 1 and text != "min" else spell_letters(text)


def _plain(reader: Callable[[str], str | None]) -> Callable[[str, Context], str | None]:
    return lambda text, _: reader(text)


_READERS: Final[dict[str, Callable[[str, Context], str | None]]] = {
    "url": lambda _text, _context: None,
    "email": lambda _text, _context: None,
    "numeric_date": _plain(_numeric_date),
    "date": _plain(_date),
    "clock": _clock,
    "phone": _plain(_phone),
    "formula": _plain(_formula),
    "ratio": _plain(_ratio),
    "mixed": _plain(spell_letters),
    "angle": _plain(_angle),
    "anniversary": _plain(_anniversary),
    "fraction": _plain(_fraction),
    "range": _range,
    "chain": _plain(_chain),
    "ordinal": _plain(_ordinal),
    "quantity": quantity.say,
    "mark": _plain(_mark),
    "latin": _latin,
}
