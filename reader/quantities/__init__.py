"""What amounts and dates a text states, as values, in Chinese and in English, and which of them two texts do not share.

``chinese_quantities`` and ``english_quantities`` find them, ``unmatched`` compares: 1.17亿 and *117 million*, 三成 and
*30 percent*, 10月 and *October*, 两年 and *two years*.
"""

from __future__ import annotations

from reader.quantities.chinese import chinese_quantities
from reader.quantities.compare import agree, unmatched
from reader.quantities.english import english_quantities
from reader.quantities.quantity import Kind, Quantity, Value

__all__ = ["Kind", "Quantity", "Value", "agree", "chinese_quantities", "english_quantities", "unmatched"]
