"""Lists in columns, filled here and not by the layout engine, which would lay out every entry several times over.

Each line of a rendered list is one item: a heading (``<h3``) or an entry (with ``&#10;`` where it has a new line). How
many lines an entry takes follows from the letter widths of the font; the estimate errs on the long side, so that a
column is never fuller than its page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(r"<[^<>]*>")
_NEW_LINE: Final = "&#10;"
_PIECE: Final = re.compile(r"\s+|[^\s⺀-鿿]+|.")
"""What a line may break between: runs of spaces, of letters and signs, and single Chinese characters."""

_CAUTION: Final = 1.03
"""For words in the list that are set a little larger than the rest."""

_HEADING: Final = 2
"""The height of a heading, in lines."""

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


@dataclass(frozen=True, slots=True)
class _Item:
    markup: str
    lines: float
    heading: bool


def fill(items: Iterable[str], grid: Columns, width: Callable[[str], float]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The items by page and column. ``width`` measures a text in em. The columns of the last page are balanced."""
    waiting = [_item(markup, grid, width) for markup in items if markup.strip()]
    pages: list[tuple[tuple[str, ...], ...]] = []
    while waiting:
        room = grid.full if pages else grid.first
        columns, rest = _page(waiting, grid.count, room)
        if not rest:
            columns = _balanced(waiting, grid.count, room)
        pages.append(tuple(tuple(item.markup for item in column) for column in columns))
        waiting = rest
    return tuple(pages)


def _balanced(items: Sequence[_Item], count: int, room: int) -> list[list[_Item]]:
    """The items, which fit into the room, in columns as short as they can be."""
    lines = int(sum(item.lines for item in items) / count)
    while lines < room:
        columns, rest = _page(items, count, lines)
        if not rest:
            return columns
        lines += 1
    return _page(items, count, room)[0]


def _page(items: Sequence[_Item], count: int, lines: int) -> tuple[list[list[_Item]], list[_Item]]:
    """As many items as fit into ``count`` columns of so many lines, and the rest. A heading keeps what follows it; an
    item that is longer than a column stands alone in one."""
    columns: list[list[_Item]] = [[]]
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


def _item(markup: str, grid: Columns, width: Callable[[str], float]) -> _Item:
    if markup.startswith("<h3"):
        return _Item(markup, _HEADING, heading=True)
    lines = 0
    for number, part in enumerate(markup.split(_NEW_LINE)):
        text = html.unescape(_TAG.sub("", part)).strip()
        lines += _lines(text, grid.width - (grid.indent if number else 0), grid, width)
    return _Item(markup, lines + grid.apart, heading=False)


def _lines(text: str, room: float, grid: Columns, width: Callable[[str], float]) -> int:
    """How many lines the text takes, the first as wide as ``room``, when each takes what fits. A no-break space does
    not break."""
    lines, used = 1, 0.0
    for match in _PIECE.finditer(text.replace("\N{NO-BREAK SPACE}", "x")):
        piece = width(match.group()) * _CAUTION
        if used and used + piece > room and not match.group().isspace():
            lines, used, room = lines + 1, 0.0, grid.width - grid.indent
        lines += int(piece // room) if piece > room else 0
        used += piece
    return lines
