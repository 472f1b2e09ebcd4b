"""The sizes of the printed page that the program has to know too, because it reckons with them; the style sheet takes
them from here, and sets everything else in proportion to the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from reader.edition import EditionSpec, Paper
from reader.outputs.print_columns import Columns

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

PIXELS: Final = 96 / 25.4
"""Pixels of CSS in a millimetre."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type of the text and of the notes in points, the height of their lines in em, and the column of notes and
    the gap before it in millimetres. Where ``notes`` is 0 there is no such column: the notes stand under the text.
    ``title``: the type of the book's title in em of the text; ``indent``: of a quotation, in em."""

    text: float
    note: float
    notes: float = 0
    notes_gap: float = 0
    line: float = 2.15
    note_line: float = 1.3
    title: float = 1.83
    indent: float = 2

    @property
    def translation(self) -> float:
        """The type of a translation in points: smaller than the text, which it stands under."""
        return round(0.78 * self.text, 1)

    def shortest_line(self, paper: Paper) -> float:
        """The length of the shortest line of Chinese in em of its type: of a quotation, or of the title."""
        column = (paper.measure - self.notes - self.notes_gap) * POINTS / self.text
        return min(column - self.indent, paper.measure * POINTS / self.text / self.title)


_REGULAR: Final[Mapping[str, Sizes]] = {
    "170x240mm": Sizes(text=11.5, note=7.7, notes=41, notes_gap=5),
    "a4": Sizes(text=12.5, note=8.4, notes=50, notes_gap=6),
    "a5": Sizes(text=10.5, note=7.1, notes=36, notes_gap=4),
    "letter": Sizes(text=12.5, note=8.4, notes=51, notes_gap=6),
}
_LARGE: Final[Mapping[str, Sizes]] = {
    "170x240mm": Sizes(text=16, note=12),
    "a4": Sizes(text=16, note=12, notes=56, notes_gap=6),
    "a5": Sizes(text=16, note=12),
    "letter": Sizes(text=16, note=12, notes=57, notes_gap=6),
}
"""By paper. On a small sheet large print has no room for a second column."""

_BARE_LINE: Final = 1.85
"""The height of a line without pinyin, in em."""


def sizes(spec: EditionSpec) -> Sizes:
    """The sizes of an edition."""
    chosen = (_LARGE if spec.large else _REGULAR)[spec.paper]
    return replace(chosen, line=_BARE_LINE) if spec.pinyin == "none" else chosen


@dataclass(frozen=True, slots=True)
class ListType:
    """How a list at the back is set. ``narrowest``: the least width of a column, ``indent``: the hanging indent, both
    in em; ``size`` of its type in em of the text; ``gap`` between columns in millimetres; ``leading`` in em; ``apart``:
    what follows an entry, ``under_heading``: what the heading of the section takes on its first page, both in lines."""

    narrowest: float
    size: float
    gap: float
    leading: float
    indent: float = 1.2
    apart: float = 0.0
    under_heading: int = 4


@dataclass(frozen=True, slots=True)
class ListSizes:
    """A list on a paper: type and leading in points, columns, and their width and gap in millimetres."""

    size: float
    leading: float
    columns: int
    width: float
    gap: float
    grid: Columns


LIST_TYPES: Final[Mapping[str, ListType]] = {
    "words": ListType(narrowest=19, size=0.66, gap=7, leading=1.38),
    "entries": ListType(narrowest=19, size=0.68, gap=7, leading=1.35, apart=0.6),
    "index": ListType(narrowest=14, size=0.64, gap=5, leading=1.38),
}


def list_sizes(paper: Paper, text: float) -> dict[str, ListSizes]:
    """How the lists are set on a paper beside a text of this size in points."""
    return {kind: _sized(type_, paper, text) for kind, type_ in LIST_TYPES.items()}


def _sized(list_: ListType, paper: Paper, text: float) -> ListSizes:
    size = round(text * list_.size, 1)
    leading = round(size * list_.leading, 1)
    narrowest = list_.narrowest * size / POINTS
    count = max(1, int((paper.measure + list_.gap) / (narrowest + list_.gap)))
    width = (paper.measure + list_.gap) / count - list_.gap
    lines = int(paper.depth * POINTS / leading)
    grid = Columns(
        count=count,
        width=width * POINTS / size,
        indent=list_.indent,
        apart=list_.apart,
        first=lines - list_.under_heading,
        full=lines,
    )
    return ListSizes(size, leading, count, width, list_.gap, grid)
