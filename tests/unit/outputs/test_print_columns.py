from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from reader.outputs.print_columns import Columns, fill

GRID = Columns(count=2, width=10, indent=1, apart=0, first=4, full=6)


@dataclass(frozen=True)
class Item:
    name: int
    lines: float = 1
    heading: bool = False


def items(count: int) -> list[Item]:
    return list(map(Item, range(count)))


def counts(found: list[Item], grid: Columns = GRID) -> list[list[int]]:
    return [[len(column) for column in page] for page in fill(found, grid)]


def test_columns_are_filled_in_order_and_the_first_page_is_shorter() -> None:
    assert counts(items(20)) == [[4, 4], [6, 6]]
    assert list(chain.from_iterable(chain.from_iterable(fill(items(20), GRID)))) == items(20)


def test_the_last_page_is_balanced() -> None:
    assert counts(items(5)) == [[3, 2]]


def test_a_column_holds_as_many_lines_as_it_has() -> None:
    assert counts([Item(0, 3), Item(1, 3), Item(2, 3), *items(2)]) == [[1, 1], [1, 2]]
    assert counts([Item(0, 3.5), Item(1, 0.5), Item(2, 0.5)]) == [[1, 2]]


def test_a_heading_keeps_what_follows_it() -> None:
    heading = Item(-1, 2, heading=True)
    pages = fill([*items(3), heading, *items(3)], Columns(2, 10, 1, 0, 6, 6))
    headed = next(column for page in pages for column in page if heading in column)
    assert headed.index(heading) < len(headed) - 1


def test_an_item_longer_than_a_column_stands_alone() -> None:
    assert fill([Item(7, 20), *items(2)], GRID)[0][0] == (Item(7, 20),)


def test_nothing_gives_nothing() -> None:
    assert fill([], GRID) == ()


@given(
    st.lists(st.tuples(st.sampled_from([1, 1.6, 2, 5]), st.booleans()), max_size=60),
    st.integers(1, 4),
    st.integers(6, 12),
)
def test_nothing_is_lost_or_moved_and_no_column_is_too_full(
    found: list[tuple[float, bool]], count: int, lines: int
) -> None:
    given_ = [Item(number, height, heading) for number, (height, heading) in enumerate(found)]
    pages = fill(given_, Columns(count, 8, 1, 0.5, lines, lines))
    assert list(chain.from_iterable(chain.from_iterable(pages))) == given_
    assert all(len(page) <= count for page in pages)
    for column in (column for page in pages for column in page):
        assert column
        assert sum(item.lines for item in column) <= lines
