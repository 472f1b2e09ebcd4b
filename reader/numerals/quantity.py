"""One amount read aloud: sign or currency, digits, 万 and 亿, per cent, unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from reader.numerals.cardinal import MOST_DIGITS, TWO, cardinal, digits, scaled
from reader.numerals.context import (
    is_cohort,
    is_designation,
    is_ordinal,
    is_part_of_a_metre,
    is_temperature,
    is_year,
    takes_two,
)
from reader.numerals.forms import DECIMAL, POWER, SCALE, UNIT
from reader.numerals.units import CURRENCIES, OPERATORS, PARTS, RATES, SCALES, TEMPERATURES, UNITS

_SIGNS: Final = {"-": "fù", "+": "zhèng", "±": "zhèngfù"} | {sign: OPERATORS[sign] for sign in "≥≤≈<>"}
_QUANTITY: Final = re.compile(
    rf"({'|'.join(map(re.escape, CURRENCIES))}|[{re.escape(''.join(_SIGNS))}])?"
    rf"(?:((?:{DECIMAL}{SCALE})+)([0-9]{{1,4}})?|({DECIMAL}))({POWER}|{UNIT})?"
)
_SCALED: Final = re.compile(rf"({DECIMAL})({SCALE})")
# So many digits without separators are a designation and not an amount.
_DESIGNATION_DIGITS: Final = 11


@dataclass(frozen=True, slots=True)
class Context:
    """The folded text before and after a token, without the spaces that some sources put around numbers."""

    before: str
    after: str


def decimal(number: str, *, two: bool = True) -> str:
    """Digits with separators and a decimal part, by value; one by one where they begin with 0 or are too many."""
    whole, _, decimals = re.sub("[,，]", "", number).partition(".")
    one_by_one = len(whole) > MOST_DIGITS or (len(whole) > 1 and whole[0] == "0")
    said = digits(whole) if one_by_one else cardinal(int(whole), two=two)
    return f"{said} diǎn {digits(decimals)}" if decimals else said


def say(text: str, context: Context) -> str | None:
    """An amount as it is read aloud, or None where ``text`` is none."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return None
    sign, scaled_part, rest, number, unit = match.groups()
    if scaled_part:
        said = _scaled(scaled_part, rest, two=not is_ordinal(context.before))
    elif unit in PARTS:
        said = f"{PARTS[unit]} fēn zhī {'bǎi' if number == '100' and unit == '%' else decimal(number)}"
    elif unit is not None:
        said = _with_unit(TWO if number == "2" else decimal(number), unit)
    elif sign in CURRENCIES:
        said = TWO if number == "2" else decimal(number)
    else:
        said = _whole(number, context)
    if sign in CURRENCIES:
        return f"{said} {CURRENCIES[sign]}"
    if sign == "-" and (unit in TEMPERATURES or (unit is None and is_temperature(context.after))):
        return f"língxià {said}"
    return f"{_SIGNS[sign]} {said}" if sign else said


def _scaled(text: str, rest: str | None, *, two: bool) -> str:
    """Digits with 万, 亿, 千万 … behind them, several in a row perhaps (1亿2000万), and digits last (3万5000)."""
    said: list[str] = []
    for amount, scale in _SCALED.findall(text):
        word = decimal(amount, two=two)
        if scale == "万亿":
            word = scaled(word, "wànyì", two=two)
        else:
            for char in scale:
                word = scaled(word, SCALES[char], two=two and char not in "十百")
        said.append(word)
        two = False
    if rest:
        said.append(decimal(rest, two=False))
    return " ".join(said)


def _with_unit(said: str, unit: str) -> str:
    if unit in RATES:
        first, last = RATES[unit]
        return f"{first} {said} {last}"
    if unit in UNITS:
        return f"{said} {UNITS[unit]}"
    exponent = unicodedata.normalize("NFKC", unit).replace("\u2212", "-")
    power = ("fù " if exponent[0] == "-" else "") + cardinal(int(exponent.lstrip("-")), two=False)
    return f"{said} de {power} cìfāng"


def _whole(number: str, context: Context) -> str:
    """A number without unit, the words around it deciding between value, year and designation."""
    before, after = context.before, context.after
    if number.isdecimal():
        pair = len(number) == 2 and (is_cohort(after) or is_part_of_a_metre(before))
        if pair or is_year(number, before, after):
            return digits(number)
        if len(number) >= _DESIGNATION_DIGITS or (len(number) > 2 and is_designation(number, before, after)):
            return digits(number, phone=True)
        if 2 < len(number) < 5 and number[0] == "0":
            return digits(number, phone=True)
        if number == "2" and takes_two(before, after):
            return TWO
    return decimal(number, two=not is_ordinal(before))
