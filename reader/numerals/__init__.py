"""Numbers, dates, units and Latin abbreviations: finding them in running text, and reading them aloud."""

from __future__ import annotations

from reader.numerals.cardinal import cardinal, digits
from reader.numerals.scan import Numeral, scan
from reader.numerals.spoken import spoken
from reader.pinyin import is_numeral as is_han_numeral

__all__ = ["Numeral", "cardinal", "digits", "is_han_numeral", "scan", "spoken"]
