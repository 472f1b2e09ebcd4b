"""Amounts and dates in English text: figures, number words, million and billion, percent, months, *half*, *dozens*."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from reader.quantities.quantity import Kind, Quantity, Value

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS: Final = [word[:-1] + "ieth" for word in _TENS]
_WORDS: Final = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * tens for tens, word in enumerate(_TENS, start=2)},
    **{word: value for value, word in enumerate(_ORDINALS)},
    **{word: 10 * tens for tens, word in enumerate(_ORDINAL_TENS, start=2)},
    "hundredth": 100,
    "thousandth": 1000,
}
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES: Final = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_HIDDEN: Final = {
    "half": (Kind.RATIO, "0.5"), "halves": (Kind.RATIO, "0.5"), "halved": (Kind.RATIO, "0.5"),
    "quarter": (Kind.RATIO, "0.25"), "quarters": (Kind.RATIO, "0.25"), "both": (Kind.NUMBER, "2"),
    "pair": (Kind.NUMBER, "2"), "pairs": (Kind.NUMBER, "2"), "couple": (Kind.NUMBER, "2"), "twin": (Kind.NUMBER, "2"),
    "twins": (Kind.NUMBER, "2"), "dual": (Kind.NUMBER, "2"), "twice": (Kind.RATIO, "2"), "double": (Kind.RATIO, "2"),
    "doubles": (Kind.RATIO, "2"), "doubled": (Kind.RATIO, "2"), "doubling": (Kind.RATIO, "2"),
    "twofold": (Kind.RATIO, "2"), "either": (Kind.NUMBER, "2"), "neither": (Kind.NUMBER, "2"),
    "triple": (Kind.RATIO, "3"), "tripled": (Kind.RATIO, "3"), "tripling": (Kind.RATIO, "3"),
    "threefold": (Kind.RATIO, "3"), "thrice": (Kind.RATIO, "3"), "trio": (Kind.NUMBER, "3"),
    "quadruple": (Kind.RATIO, "4"), "quadrupled": (Kind.RATIO, "4"), "fourfold": (Kind.RATIO, "4"),
    "fivefold": (Kind.RATIO, "5"), "tenfold": (Kind.RATIO, "10"), "dozen": (Kind.NUMBER, "12"),
    "decade": (Kind.NUMBER, "10"), "decades": (Kind.NUMBER, "10"), "century": (Kind.NUMBER, "100"),
    "centuries": (Kind.NUMBER, "100"), "hundred": (Kind.NUMBER, "100"), "thousand": (Kind.NUMBER, "1000"),
    "million": (Kind.NUMBER, "1000000"), "billion": (Kind.NUMBER, "1000000000"), "week": (Kind.NUMBER, "7"),
    "fortnight": (Kind.NUMBER, "14"), "noon": (Kind.TIME, "0"), "midnight": (Kind.TIME, "0"),
    "midday": (Kind.TIME, "0"),
}  # fmt: skip
"""Words with a number in them."""
_UNITS_OF_TIME: Final = {"decade": 10, "century": 100, "centurie": 100, "dozen": 12, "week": 7, "fortnight": 14}

_FIGURES: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
_CARDINAL: Final = "|".join(sorted((*_SMALL, *_TENS), key=len, reverse=True))
_ORDINAL: Final = "|".join(sorted((*_ORDINALS, *_ORDINAL_TENS, "hundredth", "thousandth"), key=len, reverse=True))
_SCALE: Final = "|".join(_SCALES)
_SHORT: Final = "|".join(sorted(_SHORT_SCALES, key=len, reverse=True))
_ONE: Final = rf"(?:{_CARDINAL})(?:-(?:{_CARDINAL}))?\b"
# twenty-four; two hundred and five; three and a half million; twenty-first, two hundred and first
_SPELLED: Final = (
    rf"\b(?:{_ONE}|an?(?=\s(?:{_SCALE})\b))(?:[\s-](?:(?:{_SCALE})\b|and\s(?:a\shalf\b|{_ONE})|{_ONE}))*"
    rf"(?:(?:(?<=ty)-|(?<=d)\s(?:and\s)?)(?:{_ORDINAL})\b)?"
)
_PERCENT: Final = r"(?:\s?%|[\s-](?:percent|per\scent|percentage\spoints?)\b)"
_PART: Final = "halves|half|quarters?|" + "|".join(
    f"{word}s?" for word in (*_ORDINALS[3:], *_ORDINAL_TENS, "hundredth")
)
_MONTH: Final = "|".join(sorted((name.capitalize() for name in _MONTHS), key=len, reverse=True))

_IN_CAPITALS: Final = {
    "address": r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
    "latin": r"\b(?!(?:RMB|CNY|USD|HKD|EUR)[0-9])[A-Za-z]+[0-9]\w*(?:[-.][0-9]+)*|\b[A-Z]{2,}-[0-9]+\b"
    r"|\b[1-9][DGK]\b|\b24/7\b",
    "month": rf"\b(?:{_MONTH})\b",
    "roman": r"\b(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3})\b",
}
"""Forms that capitals are part of."""
_IN_ANY_CASE: Final = {
    "numeric": "|".join(
        rf"(?<![\w.])(?:1[0-9]|20)[0-9]{{2}}{mark}[01]?[0-9]{mark}[0-3]?[0-9](?![0-9])" for mark in ("-", "/", r"\.")
    ),
    "clock": r"\b[0-2]?[0-9](?::[0-5][0-9](?![0-9])|\.[0-5][0-9](?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b)?"
    rf"|\b(?:[0-9]{{1,2}}|{_ONE})\s?(?:[ap]\.?m\b|o['’]clock)"
    rf"|\b(?:half|(?:a\s)?quarter)\s(?:past|to)\s(?:[0-9]{{1,2}}|{_ONE})",
    "decade": r"(?<!\w)(?:[12][0-9][0-9]0|[1-9]0)['’]?s\b|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b",
    "ordinal": r"(?<![\w.,])[0-9]{1,3}(?:st|nd|rd|th)\b",
    "figures": rf"(?<![A-Za-z0-9_.])(?<![0-9],)(?:RMB|CNY|USD|HKD|EUR)?{_FIGURES}(?:\sand\sa\shalf\b|½)?"
    rf"(?:[\s-]?(?:{_SCALE})\b|\s?(?:{_SHORT})\b)?(?:\s(?:{_SCALE})\b)?",
    "half_of": r"\b(?:half|quarter\sof)\san?\s(?:century|decade|dozen|hundred|thousand|million|billion)\b",
    "order": r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?:\sof\s(?:tens\sof\s)?(?:thousands|millions|billions))?\b"
    rf"|\b(?:several|a\sfew|some)\s(?:dozen|{_SCALE})(?:\s(?:{_SCALE}))?\b",
    "parts": rf"\b(?:(?:{_ONE}|an?)[\s-](?:{_PART})"
    rf"|(?:{_ONE}|[0-9]+)\s(?:in|out\sof)\s(?:every\s)?(?:{_ONE}|[0-9]+))\b",
    "spelled": _SPELLED,
    "ordinals": rf"\b(?:{_ORDINAL})\b",
    "hidden": rf"\b(?:{'|'.join(_HIDDEN)})\b",
}
# But for an address none begins behind a letter: said once before all, it saves most of the time.
_FORM: Final = re.compile(
    r"(?:(?<![A-Za-z])|(?=https?://|www\.))(?:"
    + "|".join(
        [f"(?P<{name}>{source})" for name, source in _IN_CAPITALS.items()]
        + [f"(?P<{name}>(?i:{source}))" for name, source in _IN_ANY_CASE.items()]
    )
    + ")"
)
_RANGE: Final = re.compile(
    rf"\s?(?:[-–—~]|to|and|or)\s?{_FIGURES}(?:[\s-]?({_SCALE}|{_SHORT})\b)?({_PERCENT})?", re.IGNORECASE
)
_AFTER_PERCENT: Final = re.compile(_PERCENT, re.IGNORECASE)
_SHORTENED: Final = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})[-–—/]$")
_BEFORE_MONTH: Final = re.compile(
    r"(?:[0-9]|[0-9](?:st|nd|rd|th)|\b(?:in|of|since|until|till|by|from|to|last|next|this|early|late|mid|and|between|"
    r"through|during|every|each))[\s,-]+$",
    re.IGNORECASE,
)
_AFTER_MONTH: Final = re.compile(r"\.?\s?[0-9]")
_UNIT_AFTER: Final = re.compile(r"[\s-](decade|centurie|century|dozen|week|fortnight)", re.IGNORECASE)
_LONGEST_SMALL: Final = 12


def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts in ``text``, left to right. Number words up to twelve and words such as *both* are not firm: English
    has them where Chinese states nothing."""
    return tuple(
        Quantity(values, firm, start, end, text[start:end])
        for match in _FORM.finditer(text)
        if (name := match.lastgroup or "") in _READERS
        for values, firm, start, end in _READERS[name](match, text)
    )


_Found = Iterator[tuple[tuple[Value, ...], bool, int, int]]


def _numeric(match: re.Match[str], _text: str) -> _Found:
    for kind, part in zip((Kind.NUMBER, Kind.MONTH, Kind.NUMBER), re.finditer("[0-9]+", match[0]), strict=True):
        yield ((kind, Decimal(part[0])),), True, match.start() + part.start(), match.start() + part.end()


def _clock(match: re.Match[str], _text: str) -> _Found:
    body = match[0].lower()
    hours, minutes = Decimal(0), Decimal(0)
    figures = re.findall("[0-9]+", body)
    if figures:
        hours, minutes = Decimal(figures[0]), Decimal(figures[1] if len(figures) > 1 else 0)
    else:
        hours = next((Decimal(_WORDS[word]) for word in re.findall("[a-z]+", body)[::-1] if word in _WORDS), hours)
    if "half" in body or "quarter" in body:
        minutes = Decimal(30 if "half" in body else 15) * (-1 if re.search(r"\bto\b", body) else 1)
    values: tuple[Value, ...] = ((Kind.TIME, (hours * 60 + minutes) % 720),)
    if ":" in body:
        values += ((Kind.NUMBER, hours),)  # a proportion
    yield values, bool(figures), match.start(), match.end()


def _decade(match: re.Match[str], _text: str) -> _Found:
    figures = re.search("[0-9]+", match[0])
    value = Decimal(figures[0]) if figures else Decimal(_WORDS[match[0].lower()[:-3] + "y"])
    other = value - 1900 if value > 1900 else value + 1900
    yield ((Kind.NUMBER, value), (Kind.NUMBER, other)), figures is not None, match.start(), match.end()


def _ordinal(match: re.Match[str], _text: str) -> _Found:
    yield ((Kind.NUMBER, Decimal(match[0][:-2])),), match[0][:-2] != "1", match.start(), match.end()


def _figures(match: re.Match[str], text: str) -> _Found:
    body = re.sub("^[A-Z]+", "", match[0])
    figures = re.match(_FIGURES, body)
    assert figures is not None  # the form begins with them
    value = Decimal(figures[0].replace(",", ""))
    if "half" in body or "½" in body:
        value += Decimal("0.5")
    scales = [word for word in re.findall("[a-z]+", body[figures.end() :].lower()) if word in _SCALES | _SHORT_SCALES]
    values: list[Value] = []
    if scales == ["m"]:
        values.append((Kind.NUMBER, value))  # metres, or millions
    for scale in scales:
        value *= Decimal(_SCALES.get(scale) or _SHORT_SCALES[scale])
    values += _readings(value, text, match.end())
    following = _RANGE.match(text, match.end())
    if following is not None and not scales:
        scale = (following[1] or "").lower()
        factor = _SCALES.get(scale) or _SHORT_SCALES.get(scale) or 1
        values.append((Kind.PERCENT if following[2] else Kind.NUMBER, value * factor))
    before = _SHORTENED.search(text[max(0, match.start() - 6) : match.start()])
    if before is not None and value < 100:
        values.append((Kind.NUMBER, Decimal(before[1][:2]) * 100 + value))
    yield tuple(values), value != 1, match.start(), match.end()


def _readings(value: Decimal, text: str, end: int) -> Iterator[Value]:
    """What a number may be worth by what follows it."""
    if _AFTER_PERCENT.match(text, end):
        yield Kind.PERCENT, value
        return
    yield Kind.NUMBER, value
    unit = _UNIT_AFTER.match(text, end)
    if unit is not None:
        yield Kind.NUMBER, value * _UNITS_OF_TIME[unit[1].lower()]


def _parts(match: re.Match[str], _text: str) -> _Found:
    words = re.findall("[a-z]+|[0-9]+", match[0].lower())
    last = words[-1]
    fixed = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    below = fixed.get(last) or _number(last) or _number(last.removesuffix("s"))
    above = 1 if words[0] in ("a", "an") else _number(words[0])
    if above and below:
        yield ((Kind.RATIO, Decimal(above) / Decimal(below)),), False, match.start(), match.end()
        yield ((Kind.NUMBER, Decimal(below)),), False, match.start(), match.end()
        yield ((Kind.NUMBER, Decimal(above)),), False, match.start(), match.end()


def _half_of(match: re.Match[str], _text: str) -> _Found:
    words = match[0].lower().split()
    whole = _UNITS_OF_TIME.get(words[-1]) or _SCALES[words[-1]]
    part = Decimal("0.5" if words[0] == "half" else "0.25")
    yield ((Kind.NUMBER, whole * part), (Kind.RATIO, part)), False, match.start(), match.end()


def _order(match: re.Match[str], _text: str) -> _Found:
    factors = {"ten": 10, "dozen": 10, "score": 10, **_SCALES}
    words = [word.removesuffix("s") for word in match[0].lower().split()]
    value = Decimal(math.prod(factors[word] for word in words if word in factors))
    yield ((Kind.ORDER, value),), False, match.start(), match.end()


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _WORDS.get(word)


def _spelled(match: re.Match[str], text: str) -> _Found:
    words = re.findall("[a-z]+", match[0].lower())
    value = _spelled_value(words)
    article = words[0] in ("a", "an")
    firm = value > 2 and not article
    yield tuple(_readings(value, text, match.end())), firm, match.start(), match.end()


def _spelled_value(words: list[str]) -> Decimal:
    """two hundred and five → 205; three and a half million → 3500000; nineteen ninety-five → 1995."""
    total, group = Decimal(0), Decimal(0)
    for word in words:
        if word in ("a", "an", "and"):
            continue
        if word == "half":
            group += Decimal("0.5")
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word in _SCALES:
            total += (group or Decimal(1)) * _SCALES[word]
            group = Decimal(0)
        else:
            # after a number below one hundred only ones fit; anything else is the second half of a year
            fits = group % 100 == 0 or (group % 10 == 0 and _WORDS[word] < 10)
            group = group + _WORDS[word] if fits else group * 100 + _WORDS[word]
    return total + group


def _ordinals(match: re.Match[str], _text: str) -> _Found:
    yield ((Kind.NUMBER, Decimal(_WORDS[match[0].lower()])),), False, match.start(), match.end()


def _month(match: re.Match[str], text: str) -> _Found:
    """May, March and their kin count only in the company of a date: each is another word as well."""
    plain = match[0] not in ("May", "March", "Mar", "Jan", "Jun", "Dec", "Sep", "August", "April", "June")
    dated = _BEFORE_MONTH.search(text[max(0, match.start() - 10) : match.start()]) or _AFTER_MONTH.match(
        text, match.end()
    )
    value = Decimal(_MONTHS[match[0].lower()])
    yield ((Kind.MONTH, value),), plain or dated is not None, match.start(), match.end()


def _roman(match: re.Match[str], _text: str) -> _Found:
    numerals = "I II III IV V VI VII VIII IX X XI XII XIII".split()
    yield ((Kind.NUMBER, Decimal(numerals.index(match[0]) + 1)),), False, match.start(), match.end()


def _hidden(match: re.Match[str], _text: str) -> _Found:
    kind, value = _HIDDEN[match[0].lower()]
    yield ((kind, Decimal(value)),), False, match.start(), match.end()


_READERS: Final[dict[str, Callable[[re.Match[str], str], _Found]]] = {
    "numeric": _numeric,
    "clock": _clock,
    "decade": _decade,
    "ordinal": _ordinal,
    "figures": _figures,
    "half_of": _half_of,
    "order": _order,
    "parts": _parts,
    "spelled": _spelled,
    "ordinals": _ordinals,
    "month": _month,
    "roman": _roman,
    "hidden": _hidden,
}
