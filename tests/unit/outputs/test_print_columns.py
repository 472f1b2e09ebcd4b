from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from reader.outputs.print_columns import Columns, fill

GRID = Columns(count=2, width=10, indent=1, apart=0, first=4, full=6)


def em(text: str) -> float:
    """Every character one em wide."""
    return float(len(text))


def entries(count: int) -> list[str]:
    return [f"<p>{number}</p>" for number in range(count)]


def test_columns_are_filled_in_order_and_the_first_page_is_shorter() -> None:
    pages = fill(entries(20), GRID, em)
    assert [[len(column) for column in page] for page in pages] == [[4, 4], [6, 6]]
    assert list(chain.from_iterable(chain.from_iterable(pages))) == entries(20)


def test_the_last_page_is_balanced() -> None:
    assert [[len(column) for column in page] for page in fill(entries(5), GRID, em)] == [[3, 2]]


def test_long_entries_take_the_lines_they_need() -> None:
    long = "<p>aaaa bbbb cccc dddd</p>"
    pages = fill([long] * 3 + entries(2), GRID, em)
    assert [[len(column) for column in page] for page in pages] == [[1, 1], [1, 2]]


def test_a_new_line_in_an_entry_counts() -> None:
    assert [[len(c) for c in page] for page in fill(["<p>a&#10;b&#10;c</p>"] * 2 + entries(2), GRID, em)] == [
        [1, 2],
        [1],
    ]


def test_chinese_breaks_anywhere_and_a_no_break_space_nowhere() -> None:
    grid = Columns(count=1, width=4, indent=0, apart=0, first=100, full=100)
    tall = Columns(count=1, width=4, indent=0, apart=0, first=3, full=3)
    assert len(fill(["<p>中文中文中文</p>"], grid, em)) == 1
    assert len(fill(["<p>中文中文中文</p>", "<p>a</p>", "<p>b</p>"], tall, em)) == 2
    assert [len(p[0]) for p in fill(["<p>a b</p>", "<p>aaa&nbsp;b</p>"], tall, em)] == [2]


def test_a_heading_keeps_what_follows_it() -> None:
    pages = fill([*entries(3), "<h3>A</h3>", *entries(3)], Columns(2, 10, 1, 0, 6, 6), em)
    headed = next(column for page in pages for column in page if "<h3>A</h3>" in column)
    assert headed.index("<h3>A</h3>") < len(headed) - 1


def test_an_entry_longer_than_a_column_stands_alone() -> None:
    giant = "<p>" + "字" * 100 + "</p>"
    pages = fill([giant, *entries(2)], GRID, em)
    assert pages[0][0] == (giant,)


def test_blank_lines_are_no_entries_and_nothing_gives_nothing() -> None:
    assert fill(["", "  ", "<p>a</p>"], GRID, em) == ((("<p>a</p>",),),)
    assert fill([], GRID, em) == ()


@given(
    st.lists(st.text("ab 字", min_size=1, max_size=60).map(lambda text: f"<p>{text}.</p>"), max_size=60),
    st.integers(1, 4),
    st.integers(3, 12),
)
def test_nothing_is_lost_or_moved(items: list[str], count: int, lines: int) -> None:
    pages = fill(items, Columns(count, 8, 1, 0.5, lines, lines), em)
    assert list(chain.from_iterable(chain.from_iterable(pages))) == items
    assert all(len(page) <= count for page in pages)
    assert all(column for page in pages for column in page)
