"""Lists in columns, filled here and not by the layout engine, which would lay out every entry several times over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar


class Sized(Protocol):
    """What a column is filled with."""

    @property
    def lines(self) -> float:
        """How many lines it takes."""

    @property
    def heading(self) -> bool:
        """Whether it heads what follows it."""


Item = TypeVar("Item", bound=Sized)

_KEPT: Final = 2
"""How many entries must follow a heading in its column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A grid of columns.

    ``width``: of one column in em of its type; ``indent``: of all lines but the first of an entry, in em; ``apart``:
    what follows an entry, in lines; ``first`` and ``full``: the lines of a column on the first page and on the others.
    """

    count: int
    width: float
    indent: float
    apart: float
    first: int
    full: int


def fill(items: Sequence[Item], grid: Columns) -> tuple[tuple[tuple[Item, ...], ...], ...]:
    """The items by page and column. The columns of the last page are balanced."""
    waiting = list(items)
    pages: list[tuple[tuple[Item, ...], ...]] = []
    while waiting:
        room = grid.full if pages else grid.first
        columns, rest = _page(waiting, grid.count, room)
        if not rest:
            columns = _balanced(waiting, grid.count, room)
        pages.append(tuple(map(tuple, columns)))
        waiting = rest
    return tuple(pages)


def _balanced(items: Sequence[Item], count: int, room: int) -> list[list[Item]]:
    """The items, which fit into the room, in columns as short as they can be."""
    lines = int(sum(item.lines for item in items) / count)
    while lines < room:
        columns, rest = _page(items, count, lines)
        if not rest:
            return columns
        lines += 1
    return _page(items, count, room)[0]


def _page(items: Sequence[Item], count: int, lines: int) -> tuple[list[list[Item]], list[Item]]:
    """As many items as fit into ``count`` columns of so many lines, and the rest. A heading keeps what follows it; an
    item that is longer than a column stands alone in one."""
    columns: list[list[Item]] = [[]]
    used = 0.0
    for index, item in enumerate(items):
        kept = items[index : index + 1 + _KEPT] if item.heading else (item,)
        if used and used + sum(member.lines for member in kept) > lines:
            if len(columns) == count:
                return columns, list(items[index:])
            columns.append([])
            used = 0.0
        columns[-1].append(item)
        used += item.lines
    return columns, []
