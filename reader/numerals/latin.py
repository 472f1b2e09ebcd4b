"""Latin abbreviations in Chinese text, said letter by letter, and the digits that stand among them."""

from __future__ import annotations

import re
from typing import Final

from reader.numerals.cardinal import cardinal, digits

# Abbreviations in capitals that are said as a word, as in English, and so have no spelling here.
_SAID_AS_WORDS: Final = frozenset(
    "AIDS BRICS COVID EMBA GMAT IELTS LOGO MAX MINI PIN PLUS PRO RAM ROM SARS SIM SWIFT TOEFL UNICEF".split()
)
# Said letter by letter in Chinese whatever their case.
_SAID_BY_LETTER: Final = frozenset({"app", "ppt", "vip", "pdf", "ok", "pk", "ktv"})
_PART: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*|[A-Za-z]+|[^A-Za-z0-9]+")
_ALTERNATING: Final = re.compile("[^AEIOU]?(?:[AEIOU][^AEIOU])+[AEIOU]?")
_COMPOUNDS: Final = frozenset({"H2O", "D2O", "H2S", "N2O"})
_TO: Final = re.compile("[A-Z]2[A-Z]")
_ROMAN: Final = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}[QH][1-4]")
_LONGEST: Final = 6
# More digits before letters are a designation (12306APP).
_AMOUNT_DIGITS: Final = 4


def spell_letters(token: str) -> str | None:
    """How a Latin token is said: ``GDP`` gives ``G D P``, ``5G`` ``wǔ G``, ``H7N9`` ``H qī N jiǔ``.

    Capitals up to six are said one by one, except an abbreviation that alternates vowels and consonants from four
    letters on (NATO, OPEC) or is known as a word (AIDS). Digits: decimals and up to two by value, more by value where
    they come first (512GB) and one by one after letters (C919), a year one by one (2024Q3). None for what is read as a
    word of its own language (Wi-Fi, iPhone, B2B).
    """
    if _TO.fullmatch(token) and token not in _COMPOUNDS:
        return None
    said: list[str] = []
    for part in _PART.findall(token):
        if part[0].isdecimal():
            said.append(_digits(part, first=not said, year=_YEAR.match(token) is not None))
        elif part.isalpha() and part.isascii():
            if len(part) > 1 and part.lower() not in _SAID_BY_LETTER and not _by_letter(part):
                return None
            said.append(" ".join(part.upper()))
        elif part == "++":
            said.append("jiājiā")
        elif part not in "-‐‑/.":
            return None
    return " ".join(said) or None


def roman_value(token: str) -> int | None:
    """The value of a small Roman numeral written in letters (``II`` to ``XII``), or None."""
    return _ROMAN.get(token)


def _by_letter(part: str) -> bool:
    if not part.isupper() or part in _SAID_AS_WORDS or len(part) > _LONGEST:
        return False
    return len(part) < 4 or not _ALTERNATING.fullmatch(part)


def _digits(part: str, *, first: bool, year: bool) -> str:
    whole, *rest = part.split(".")
    if rest:
        return " diǎn ".join([cardinal(int(whole), two=False), *map(digits, rest)])
    if first and year:
        return digits(part)
    if part[0] == "0" or len(part) > (_AMOUNT_DIGITS if first else 2):
        return digits(part, phone=True)
    return cardinal(int(part), two=first)
