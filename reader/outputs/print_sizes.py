"""The sizes of the printed page that the program has to know too, because it reckons with them; the style sheet takes
them from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from reader.edition import EditionSpec, Paper
from reader.outputs.print_columns import Columns

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type of the text and of the notes in points, the height of their lines in em, and the column of notes and
    the gap before it in millimetres."""

    text: float
    line: float
    note: float
    note_line: float
    notes: float
    notes_gap: float


_REGULAR: Final = Sizes(text=11.5, line=2.15, note=7.7, note_line=1.3, notes=41, notes_gap=5)
_LARGE: Final = Sizes(text=16, line=2.15, note=10, note_line=1.3, notes=42, notes_gap=5)
_BARE_LINE: Final = 1.85
"""The height of a line without pinyin, in em."""


def sizes(spec: EditionSpec) -> Sizes:
    """The sizes of an edition."""
    chosen = _LARGE if spec.large else _REGULAR
    return replace(chosen, line=_BARE_LINE) if spec.pinyin == "none" else chosen


@dataclass(frozen=True, slots=True)
class ListType:
    """How a list at the back is set: number of columns and the gap between them in millimetres, type and leading in
    points, hanging indent in em, what follows an entry in lines, and the lines that the heading of the section takes
    on its first page."""

    columns: int
    gap: float
    size: float
    leading: float
    indent: float
    apart: float = 0.0
    under_heading: int = 4

    def grid(self, paper: Paper) -> Columns:
        """The columns on a paper."""
        lines = int((paper.height - paper.top - paper.bottom) * POINTS / self.leading)
        return Columns(
            count=self.columns,
            width=((paper.measure + self.gap) / self.columns - self.gap) * POINTS / self.size,
            indent=self.indent,
            apart=self.apart,
            first=lines - self.under_heading,
            full=lines,
        )


LISTS: Final[Mapping[str, ListType]] = {
    "words": ListType(columns=2, gap=7, size=7.6, leading=10.5, indent=1.2),
    "entries": ListType(columns=2, gap=7, size=7.8, leading=10.5, indent=1.2, apart=0.6),
    "index": ListType(columns=3, gap=5, size=7.4, leading=10.2, indent=1.2),
}
