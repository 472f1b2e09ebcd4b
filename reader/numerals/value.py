"""What a number in Han characters is worth."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_GROUPS: Final = {"万": 10**4, "亿": 10**8}


def han_value(text: str) -> int | None:
    """The whole number that ``text`` writes by value (三百零五) or digit by digit (二〇二五).

    None for anything else, such as an estimate (三五) or an indefinite number (几十).
    """
    if not text or not set(text) <= _DIGITS.keys() | _UNITS.keys() | _GROUPS.keys():
        return None
    if set(text) <= _DIGITS.keys():
        alone = len(text) == 1 or len(text) > 2 or bool({"零", "〇"} & set(text))
        return int("".join(str(_DIGITS[char]) for char in text)) if alone else None
    return _by_value(text)


def _by_value(text: str) -> int | None:
    total, group, digit = 0, 0, None
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _UNITS:
            if digit is None and (group or char != "十"):
                return None
            group += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        else:
            group += digit or 0
            if not (group or total):
                return None
            # 一万亿 is ten thousand times a hundred million: a larger group multiplies all that stands before it
            total = (total + group) * _GROUPS[char] if _GROUPS[char] > total else total + group * _GROUPS[char]
            group, digit = 0, None
    return total + group + (digit or 0)
