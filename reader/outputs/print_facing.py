"""The translation on the page opposite.

What is translated of a page stands on the page facing it, each paragraph level with its Chinese; a paragraph that goes
on over the page is translated sentence by sentence on the spread where the sentence begins. Where a translation takes
more room than its paragraph, the text is laid out once more with that much room left after the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import ceil
from typing import Any, Final

from reader.edition import BlockView, Group
from reader.model import BlockKind
from reader.outputs.print_lines import Line, solid
from reader.outputs.print_margin import placed
from reader.outputs.print_notes import Scale

_KEPT: Final = 2
"""So many lines of a paragraph stand together at least before and after a page break."""


_SIZES: Final = (0.86, 0.82, 0.78, 0.74, 0.7, 0.66)
"""The type of a translation opposite, in em of the text: the largest that takes no more room than the text."""

LEADING: Final = 1.42
"""The height of its lines, in em."""

_LONG: Final = 12
"""A paragraph of so many lines has to have room for its translation beside it: it may go on over the page."""

_NOTHING: Final = 0.1
"""So many pixels nobody sees."""

_FULL: Final = 0.92
"""So much of the height of the text its translation may take."""


_IN_LINE: Final = frozenset({BlockKind.MASTHEAD, BlockKind.IMPRINT, BlockKind.CAPTION, BlockKind.CREDIT})
"""Blocks that may share a line with the next."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is translated of a block on a page: its sentences, and the baseline of the first of their lines, in pixels
    from the top of the page; ``bottom`` is that of the last line of the block there. ``first``: whether the block
    begins there."""

    page: int
    baseline: float
    bottom: float
    block: BlockView
    groups: tuple[Group, ...]
    first: bool

    @property
    def text(self) -> str:
        """The translation."""
        return " ".join(group.translation for group in self.groups if group.translation)


@dataclass(slots=True)
class Sheet:
    """A page of translation: boxes and how far down they stand."""

    boxes: list[tuple[Any, float]] = field(default_factory=list)


def type_size(blocks: Iterable[BlockView], scale: Scale) -> float:
    """The type of a translation in points that stands opposite to these blocks, by an estimate."""
    translated = [(scale.lines(block), scale.han(block.translation)) for block in blocks if block.translation]

    def fits(size: float) -> bool:
        heights = [
            (lines * scale.text_line, (int(width * size / scale.text_width) + 1) * size * LEADING, lines)
            for lines, width in translated
        ]
        whole = sum(other for _, other, _ in heights) <= _FULL * sum(text for text, _, _ in heights)
        return whole and all(other <= text for text, other, lines in heights if lines >= _LONG)

    sizes = [round(scale.text_size * part, 1) for part in _SIZES]
    return next(filter(fits, sizes), sizes[-1])


def fragments(pages: Sequence[Sequence[Line]], blocks: Iterable[BlockView]) -> tuple[Fragment, ...]:
    """What is translated on each page, in order. ``pages``: the lines of the text."""
    by_anchor = {block.anchor: block for block in blocks}
    starts = {anchor: tuple(_starts(block)) for anchor, block in by_anchor.items()}
    found: list[Fragment] = []
    for number, lines in enumerate(pages):
        for anchor, members in groupby(lines, lambda line: line.block):
            here = list(members)
            groups = [(at, group) for at, group in starts[anchor] if here[0].start <= at < here[-1].end]
            if not groups:
                continue
            line = next(line for line in here if groups[0][0] < line.end)
            made = Fragment(
                page=number,
                baseline=line.baseline,
                bottom=here[-1].bottom,
                block=by_anchor[anchor],
                groups=tuple(group for _, group in groups),
                first=here[0].start == 0,
            )
            if found and found[-1].page == number and found[-1].baseline == line.baseline:
                beside = found.pop()
                made = replace(beside, groups=(*beside.groups, *made.groups))
            found.append(made)
    return tuple(found)


def _starts(block: BlockView) -> Iterator[tuple[int, Group]]:
    """The translated groups of sentences, and how many characters of the block are before each, spaces apart."""
    at = 0
    for group in block.groups:
        if group.translation:
            yield at, group
        at += sum(solid(run.text) for sentence in group.sentences for run in sentence.runs)


def room(
    found: Sequence[Fragment], pages: Sequence[Sequence[Line]], boxes: Sequence[Any], given: Mapping[str, float]
) -> dict[str, float]:
    """How far the next block has to stand from a block (by its anchor) whose translation is taller than it, in pixels;
    ``given``: how far they stand now. At the end of a page there is nothing to keep apart."""
    made: dict[str, float] = {}
    for number, members in groupby(zip(found, boxes, strict=True), lambda pair: pair[0].page):
        used = shift = 0.0
        before: Fragment | None = None
        for fragment, box in members:
            wanted = fragment.baseline - baseline(box) + shift
            lack = used - wanted
            if before is not None and before.block.kind not in _IN_LINE:
                anchor = before.block.anchor
                apart = _following(pages[number], anchor) - before.bottom
                if lack > _NOTHING or (anchor in given and apart + lack > _NOTHING):
                    made[anchor] = ceil(apart + lack)
                    shift += lack
                    wanted += lack
            used = max(used, wanted) + box.margin_height()
            before = fragment
    return made


def _following(lines: Iterable[Line], anchor: str) -> float:
    """The top of the first line below a block."""
    found = list(lines)
    last = max(index for index, line in enumerate(found) if line.block == anchor)
    bottom = found[last].bottom
    return min((line.top for line in found[last + 1 :] if line.top >= bottom - 1), default=bottom)


def arrange(found: Sequence[Fragment], boxes: Sequence[Any], count: int, top: float, bottom: float) -> list[Sheet]:
    """The boxes of the fragments on the pages facing ``count`` pages, between ``top`` and ``bottom``; on more where
    that is not enough. Each is level with its Chinese, further down where another is in the way, and further up where
    the page would be too short. What even so has no room goes on at the top of the next page."""
    by_page: dict[int, list[tuple[Any, float]]] = {}
    for fragment, box in zip(found, boxes, strict=True):
        by_page.setdefault(fragment.page, []).append((box, fragment.baseline - baseline(box)))
    sheets: list[Sheet] = []
    over: list[Any] = []
    while len(sheets) < count or over:
        waiting = [(box, top) for box in over] + by_page.get(len(sheets), [])
        over = []
        here: list[tuple[Any, float]] = []
        left = bottom - top
        for box, wanted in waiting:
            kept, rest = (None, box) if over else _cut(box, left, alone=not here)
            if kept is not None:
                here.append((kept, max(top, wanted)))
                left -= kept.margin_height()
            over += [rest] if rest is not None else []
        tops = placed([wanted for _, wanted in here], [box.margin_height() for box, _ in here], top, bottom)
        sheets.append(Sheet([(box, place) for (box, _), place in zip(here, tops, strict=True)]))
    return sheets


def _cut(box: Any, room: float, *, alone: bool) -> tuple[Any | None, Any | None]:
    """What of a paragraph has room, and the rest, as boxes; a paragraph ``alone`` on its page fills it at least."""
    # what is apart from the next paragraph may hang over the end
    if box.border_height() <= room:
        return box, None
    lines = list(box.children)
    height = lines[0].height
    count = min(int(room / height), len(lines) - _KEPT)
    if count < _KEPT:
        if not alone:
            return None, box
        count = min(max(1, int(room / height)), len(lines) - 1)
        if count < 1:
            return box, None
    return _piece(box, lines[:count]), _piece(box, lines[count:])


def _piece(box: Any, lines: Sequence[Any]) -> Any:
    piece = box.copy_with_children(list(lines))
    piece.position_y = lines[0].position_y
    piece.margin_top = piece.padding_top = 0
    piece.height = sum(line.height for line in lines)
    return piece


def baseline(box: Any) -> float:
    """How far down in the box of a paragraph its first line has its baseline."""
    line = box.children[0]
    return float(line.position_y + line.baseline - box.position_y)


def boxes(page: Any) -> list[Any]:
    """The boxes of all fragments, from the page that has them one below the other."""
    holder = next(box for box in page._page_box.descendants() if box.element_tag == "div")
    return list(holder.children)


def heads(found: Iterable[Fragment], count: int) -> list[str]:
    """What the head of each page says: the translation of the title of the article that begins on it, or goes on."""
    titles: dict[int, str] = {}
    for fragment in found:
        if fragment.block.kind is BlockKind.TITLE and fragment.first:
            titles.setdefault(fragment.page, fragment.text)
    made: list[str] = []
    for page in range(count):
        made.append(titles.get(page, made[-1] if made else ""))
    return made


def fill(pages: Sequence[Any], sheets: Sequence[Sheet]) -> list[Any]:
    """The pages, each of which has one empty element, with what stands on them."""
    from weasyprint.document import Page

    made = []
    for page, sheet in zip(pages, sheets, strict=True):
        root = page._page_box
        holder = next(box for box in root.descendants() if box.element is not None and box.element.get("data-opposite"))
        for box, place in sheet.boxes:
            box.translate(root.content_box_x() - box.position_x, place - box.position_y)
        holder.children = [box for box, _ in sheet.boxes]
        made.append(Page(root))
    return made
