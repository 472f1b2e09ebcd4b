"""What holds for every number: its reading has its value, and any text is scanned and read without a fault."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from reader.numerals import cardinal, digits, scan, spoken
from reader.pinyin import syllables

_VALUES: Final = {name: value for value, name in enumerate("líng yī èr sān sì wǔ liù qī bā jiǔ".split())} | {"liǎng": 2}
_UNITS: Final = {"shí": 10, "bǎi": 100, "qiān": 1000}


def _value(said: tuple[str, ...]) -> int:
    """The value of a number said in syllables, by the grammar of Chinese numbers."""
    for unit, power in (("yì", 10**8), ("wàn", 10**4)):
        if unit in said:
            last = max(index for index, part in enumerate(said) if part == unit)
            return _value(said[:last]) * power + _value(said[last + 1 :])
    total, digit = 0, 0
    for part in said:
        if part in _UNITS:
            total += (digit or 1) * _UNITS[part]
            digit = 0
        else:
            digit = _VALUES[part]
    return total + digit


@given(
    st.one_of(st.integers(0, 10**16 - 1), st.integers(0, 99_999), st.integers(0, 15).map(lambda power: 10**power)),
    st.booleans(),
)
def test_a_number_is_said_with_its_value(value: int, two: bool) -> None:
    said = syllables(cardinal(value, two=two))
    assert _value(said) == value
    assert ("líng", "líng") not in pairwise(said)
    assert value == 0 or said[-1] != "líng"


@given(st.integers(0, 10**16 - 1))
def test_separators_do_not_change_the_reading(value: int) -> None:
    if value < 10**10:  # more digits without separators are a telephone number or the like
        assert spoken(str(value)) == cardinal(value)
    assert spoken(f"{value:,}") == (cardinal(value) if value >= 1000 or value < 10**10 else spoken(str(value)))


@given(st.from_regex(r"[1-9][0-9]{0,5}\.[0-9]{1,4}", fullmatch=True))
def test_decimals_are_said_digit_by_digit(number: str) -> None:
    whole, _, part = number.partition(".")
    assert spoken(number) == f"{cardinal(int(whole))} diǎn {digits(part)}"
    assert spoken(number + "%") == f"bǎi fēn zhī {spoken(number)}"


_PIECES: Final = (
    "1 2 10 2024 3.5 1,000 12:30 年 月 日 号 时 分 个 第 万 亿 % ‰ ℃ - — ～ ~ + × = > / : ： ， , . · AI 5G km a N ① Ⅱ $ ￥ "
    "１ Ａ （ ） 后 届 热线 比 ≥ ² 好 多 g x ³ ⁻⁶ 201"
).split()
_MIXTURES: Final = st.lists(st.sampled_from([*_PIECES, " "]), max_size=14).map("".join)


@given(st.one_of(st.text(max_size=30), _MIXTURES))
def test_any_text_is_scanned_and_read(text: str) -> None:
    end = 0
    for numeral in scan(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end
        token = text[numeral.start : numeral.end]
        said = spoken(token, before=text[: numeral.start], after=text[numeral.end :])
        assert said is None or (said == " ".join(said.split()) and said)
        assert said is not None or numeral.kind == "latin"
    assert not any(char.isdecimal() and char.isascii() for char in "".join(_between(text)))


def _between(text: str) -> list[str]:
    """What scanning leaves over."""
    parts, end = [], 0
    for numeral in scan(text):
        parts.append(text[end : numeral.start])
        end = numeral.end
    return [*parts, text[end:]]


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_whatever_is_asked_is_answered(token: str, before: str, after: str) -> None:
    said = spoken(token, before=before, after=after)
    assert said is None or said
