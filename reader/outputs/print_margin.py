"""Notes beside the lines in which their words stand.

The notes of a book are laid out once, as one long strip. When the pages of the text are known each note is moved to
the line of its word. Where one is in the way of the next, that one goes further down; where the column is full, they
move up together; what has no room on its page stands at the top of the column on the next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from reader.edition import BlockView
from reader.outputs.print_lines import Line, Stretch, solid, stretches
from reader.outputs.print_notes import NoteId


@dataclass(frozen=True, slots=True)
class Strip:
    """The boxes of all notes, and of the numbers of the paragraphs by anchor, laid out but not in their places; their
    column is ``left`` pixels from the left of the text."""

    list: Any
    notes: Mapping[NoteId, Any]
    numbers: Mapping[str, Any]
    left: float

    @classmethod
    def of(cls, page: Any, order: Sequence[NoteId], numbered: Sequence[str], left: float) -> Strip:
        """From the page that has them all: a list of numbers, and one of notes."""
        numbers, notes = (box for box in page._page_box.descendants() if box.element_tag == "ul")
        return cls(
            notes,
            dict(zip(order, notes.children, strict=True)),
            dict(zip(numbered, numbers.children, strict=True)),
            left,
        )


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A note that is to be placed: its box, and the line of its word, None where that is on a page before."""

    id: NoteId
    box: Any
    line: Line | None


def placed(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where things of these heights stand one below the other, each where it is wanted or as little below as can be;
    all further up where they would end below ``bottom``, though never above ``top``."""
    found: list[float] = []
    used = top
    for place, height in zip(wanted, heights, strict=True):
        found.append(max(used, place))
        used = found[-1] + height
    limit = bottom
    for index in range(len(found) - 1, -1, -1):
        limit -= heights[index]
        if found[index] <= limit:
            break
        found[index] = limit
    lift = max(0.0, top - found[0]) if found else 0.0
    return [place + lift for place in found]


def attach(
    pages: Sequence[Any],
    blocks: Iterable[BlockView],
    strip: Strip,
    held: Collection[NoteId],
    words: Mapping[str, str],
) -> tuple[list[Any], frozenset[NoteId]]:
    """The pages with those notes of the strip in them that are ``held`` beside the text; and those for which there was
    no room to the end of their articles. ``words``: what the characters of a ruby font read.
    """
    from weasyprint.document import Page

    by_anchor = {block.anchor: block for block in blocks}
    missed: set[NoteId] = set()
    waiting: list[_Waiting] = []
    found = list(stretches(pages, words))
    for stretch, after in pairwise([*found, None]):
        if stretch is None:
            break
        waiting += (note for note in _of(stretch, by_anchor, strip) if note.id in held)
        room = stretch.bottom - stretch.top
        here = _fitting(waiting, room)
        _put(stretch, here, strip, pages[stretch.page]._page_box.content_box_x() + strip.left)
        waiting = [_Waiting(note.id, note.box, None) for note in waiting[len(here) :]]
        if after is None or after.article != stretch.article:
            missed |= {note.id for note in waiting}
            waiting = []
    return [Page(page._page_box) for page in pages], frozenset(missed)


def _of(stretch: Stretch, blocks: Mapping[str, BlockView], strip: Strip) -> list[_Waiting]:
    """The notes whose words are in this stretch."""
    found: list[_Waiting] = []
    for anchor, members in groupby(stretch.lines, lambda line: line.block):
        lines = list(members)
        block = blocks[anchor]
        for place, note in enumerate(block.notes):
            box = strip.notes.get((anchor, place))
            at = solid(block.text[: note.at])
            line = next((line for line in lines if line.start <= at < line.end), None)
            if box is not None and line is not None:
                found.append(_Waiting((anchor, place), box, line))
    return found


def _fitting(waiting: Sequence[_Waiting], room: float) -> Sequence[_Waiting]:
    """As many as there is room for, from the first on."""
    used = 0.0
    for number, note in enumerate(waiting):
        used += note.box.height
        if used > room:
            return waiting[:number]
    return waiting


def _put(stretch: Stretch, notes: Sequence[_Waiting], strip: Strip, left: float) -> None:
    """Move the notes to their places, and into the tree of boxes behind the column. The first that stands beside
    another paragraph than its own has the number of its own, and so has what follows it then."""
    if not notes:
        return
    wanted = [note.line.baseline - _baseline(note.box) if note.line else stretch.top for note in notes]
    tops = placed(wanted, [note.box.height for note in notes], stretch.top, stretch.bottom)
    boxes: list[Any] = []
    said, astray = "", False
    for note, top in zip(notes, tops, strict=True):
        anchor = note.id[0]
        was, astray = astray, anchor != _beside(stretch.lines, top + _baseline(note.box))
        number = strip.numbers.get(anchor)
        if (was or astray) and anchor != said and number is not None:
            label = number.deepcopy()
            _move(label, left, top + _baseline(note.box) - _baseline(label))
            boxes.append(label)
            said = anchor
        _move(note.box, left, top)
        boxes.append(note.box)
    held = strip.list.copy_with_children(boxes)
    held.position_x, held.position_y, held.height = left, tops[0], tops[-1] - tops[0] + notes[-1].box.height
    at = next(index for index, child in enumerate(stretch.parent.children) if child is stretch.box)
    children = list(stretch.parent.children)
    stretch.parent.children = [*children[: at + 1], held, *children[at + 1 :]]


def _beside(lines: Iterable[Line], baseline: float) -> str:
    """The block that something with this baseline stands beside."""
    found = ""
    for line in lines:
        if not found or line.top < baseline:
            found = line.block
    return found


def _move(box: Any, x: float, y: float) -> None:
    box.translate(x - box.position_x, y - box.position_y)


def _baseline(box: Any) -> float:
    """How far down in an item of a list its first line has its baseline."""
    line = box.children[0]
    return float(line.position_y + line.baseline - box.position_y)
