"""The entries of a list in lines and columns: what stands where, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from reader.outputs.fonts import Role
from reader.outputs.print_breaks import lines
from reader.outputs.print_columns import Columns, fill
from reader.outputs.print_entries import Entry
from reader.outputs.print_shaping import Features, Shaped, Shaper

_HEADING: Final = 2
"""The height of a heading of one line, in lines."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: its fonts, the first that has a character; its size; the operator that sets its colour."""

    roles: tuple[Role, ...]
    features: Features
    size: float
    colour: bytes


class Piece(NamedTuple):
    """What of a run is on a line of its entry: which line, how far to the right, and how wide. ``tag``: the innermost
    element around it; ``target``: where it leads; ``shown``: the operators that show it."""

    line: int
    x: float
    width: float
    text: str
    tag: str
    target: str | None
    look: Look
    role: Role
    shown: bytes


@dataclass(frozen=True, slots=True)
class Setting:
    """An entry, or a part of one that is longer than a column, in pieces. ``lines``: its height, with what follows it;
    ``anchor``: its name."""

    tag: str
    anchor: str | None
    pieces: tuple[Piece, ...]
    lines: float
    heading: bool

    @property
    def rows(self) -> int:
        """How many lines of text it has."""
        return self.pieces[-1].line + 1


def columns(
    entries: Iterable[Entry], grid: Columns, size: float, looks: Mapping[tuple[str, ...], Look], shaper: Shaper
) -> tuple[tuple[tuple[Setting, ...], ...], ...]:
    """The entries by page and column. ``size``: that of the type, the em of the grid, in the unit of the looks; which
    are by the tags around a run."""
    set_entries = (_setting(entry, grid, size, looks, shaper) for entry in entries if entry.runs)
    return fill([part for found in set_entries for part in _parts(found, grid)], grid)


def _setting(
    entry: Entry, grid: Columns, size: float, looks: Mapping[tuple[str, ...], Look], shaper: Shaper
) -> Setting:
    pieces: list[Piece] = []
    parts: list[Shaped] = []
    x = 0.0
    for run in entry.runs:
        look = looks[run.tags]
        tag = run.tags[-1].partition(" ")[0]
        for part in shaper.shape(run.text, look.roles, look.features):
            width = part.width * look.size
            pieces.append(Piece(0, x, width, part.text, tag, run.target, look, part.role, part.operators(look.size)))
            parts.append(part)
            x += width
    if x > grid.width * size or "\n" in entry.text:
        pieces = list(_broken(entry.text, pieces, parts, grid.width * size, grid.indent * size))
    rows = pieces[-1].line + 1
    height = rows + _HEADING - 1 if entry.heading else rows + grid.apart
    return Setting(entry.tag, entry.anchor, tuple(pieces), height, entry.heading)


def _broken(
    text: str, pieces: Iterable[Piece], parts: Iterable[Shaped], width: float, indent: float
) -> Iterator[Piece]:
    """The pieces of a line that is too long, on several."""
    whole = list(zip(pieces, parts, strict=True))
    advances = [advance * piece.look.size for piece, part in whole for advance in part.advances()]
    for number, (start, end) in enumerate(lines(text, advances, width, width - indent)):
        x, at = indent if number else 0.0, 0
        for piece, part in whole:
            first, last = max(start, at), min(end, at + len(part.text))
            if first < last:
                wide = sum(advances[first:last])
                shown = part.operators(piece.look.size, first - at, last - at)
                yield piece._replace(line=number, x=x, width=wide, text=text[first:last], shown=shown)
                x += wide
            at += len(part.text)


def _parts(setting: Setting, grid: Columns) -> Iterator[Setting]:
    """An entry in parts that fit into a column."""
    if setting.lines <= grid.first or setting.heading:
        yield setting
        return
    for number, members in groupby(setting.pieces, lambda piece: piece.line // grid.first):
        pieces = tuple(piece._replace(line=piece.line - number * grid.first) for piece in members)
        rest = setting.rows - (number + 1) * grid.first
        lines_here = pieces[-1].line + 1 + (grid.apart if rest <= 0 else 0)
        yield Setting(setting.tag, None if number else setting.anchor, pieces, lines_here, heading=False)
