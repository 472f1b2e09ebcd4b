"""Numbers, dates, units and Latin abbreviations: finding them in running text, and reading them aloud."""

from __future__ import annotations

from reader.numerals.cardinal import cardinal, digits
from reader.numerals.scan import Numeral, scan
from reader.numerals.spoken import spoken
from reader.numerals.value import han_value
from reader.pinyin import is_numeral as is_han_numeral

__all__ = ["Numeral", "cardinal", "digits", "han_value", "is_han_numeral", "scan", "spoken"]
