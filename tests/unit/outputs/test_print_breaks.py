from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi import NOT_AT_LINE_START, OPENERS
from reader.outputs.print_breaks import breaks, lines


def cut(text: str, first: float, others: float | None = None) -> list[str]:
    """The lines, every character one wide."""
    found = lines(text, [1.0] * len(text), first, first if others is None else others)
    return [text[start:end] for start, end in found]


def test_each_line_takes_what_fits() -> None:
    assert cut("to be or not", 5) == ["to be", "or", "not"]
    assert cut("to be or not", 12) == ["to be or not"]
    assert cut("aaa bbb ccc", 7, 3) == ["aaa bbb", "ccc"]


def test_blanks_at_the_end_of_a_line_take_no_room() -> None:
    assert cut("aaa   bbb", 3) == ["aaa", "bbb"]


def test_a_new_line_is_one() -> None:
    assert cut("a b\nc", 9) == ["a b", "c"]
    assert cut("a\n\nb", 9) == ["a", "", "b"]


def test_what_cannot_break_is_broken_anywhere() -> None:
    assert cut("abcdefg", 3) == ["abc", "def", "g"]
    assert cut("a bcdefg", 3) == ["a", "bcd", "efg"]
    assert cut("ab", 0.5) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a b", "a |b"),
        ("中文字", "中|文|字"),
        ("中文，字", "中|文，|字"),
        ("《中》a", "《中》|a"),
        ("x中 y", "x|中 |y"),
        ("well-known", "well-|known"),
        ("1-2", "1-2"),
        ("a / b", "a / |b"),
        ("and/or", "and/|or"),
        ("3 · 4", "3 · |4"),
        ("(a) b", "(a) |b"),
        ("p.\N{NO-BREAK SPACE}3", "p.\N{NO-BREAK SPACE}3"),
        ("“a” b", "“a” |b"),
    ],
)
def test_where_a_line_may_end(text: str, places: str) -> None:
    assert "".join(f"|{ch}" if at and breaks(text, at) else ch for at, ch in enumerate(text)) == places


@given(st.text("ab -，。《》中文“”(1\n", max_size=60), st.floats(1, 9), st.floats(1, 9))
def test_nothing_is_lost_or_too_wide(text: str, first: float, others: float) -> None:
    found = lines(text, [1.0] * len(text), first, others)
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(end - start <= (others if number else first) + 0.01 for number, (start, end) in enumerate(found))


@given(st.text("中文，。《》字", min_size=1, max_size=40), st.integers(6, 12))
def test_lines_begin_and_end_as_clreq_asks(text: str, width: int) -> None:
    for before, after in zip(cut(text, width), cut(text, width)[1:], strict=False):
        if len(before) < width and before and after:
            assert after[0] not in NOT_AT_LINE_START or before[-1] in OPENERS or len(before) == width
