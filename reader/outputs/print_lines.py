"""Where the lines of the text are on the laid-out pages.

This looks into the boxes that WeasyPrint lays out, which are not part of its public interface; nothing else of the
program knows them but :mod:`reader.outputs.print_margin` and :mod:`reader.outputs.print_facing`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_NOT_TEXT: Final = frozenset(" \u200b\u2060\N{NO-BREAK SPACE}")
"""What is in a line to be stretched or to break it; source spaces are not counted either."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block (by its anchor) on a page, in pixels from the top of the page. ``start`` and ``end``: how many
    characters of the block, spaces apart, are before its start and its end."""

    block: str
    top: float
    bottom: float
    baseline: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a column of text on a page: its lines, its top, and how far down the room beside it goes; the box of
    the column, the box that this stands in, and the article that it is of."""

    page: int
    top: float
    bottom: float
    lines: tuple[Line, ...]
    box: Any
    parent: Any
    article: str


def solid(text: str) -> int:
    """How many characters a text has, spaces apart."""
    return sum(ch not in _NOT_TEXT for ch in text)


def stretches(pages: Iterable[Any], words: Mapping[str, str]) -> Iterator[Stretch]:
    """The columns of text (``class="column"``), page by page. ``words``: what the characters of a ruby font read."""
    counted: dict[str, int] = defaultdict(int)
    for number, page in enumerate(pages):
        root = page._page_box
        found = list(_blocks(root, None, ""))
        end = root.content_box_y() + root.height
        for at, (box, parent, article) in enumerate(found):
            if _class(box) == "column":
                below = found[at + 1][0].border_box_y() if at + 1 < len(found) else end
                lines = tuple(_lines(box, "", words, counted))
                if lines:
                    yield Stretch(number, lines[0].top, below, lines, box, parent, article)


def text_lines(pages: Iterable[Any], words: Mapping[str, str]) -> tuple[tuple[Line, ...], ...]:
    """The lines of all blocks, by page. ``words``: what the characters of a ruby font read."""
    counted: dict[str, int] = defaultdict(int)
    return tuple(tuple(_lines(page._page_box, "", words, counted)) for page in pages)


def _class(box: Any) -> str:
    return (box.element.get("class") or "") if getattr(box, "element", None) is not None else ""


def _blocks(box: Any, parent: Any, article: str) -> Iterator[tuple[Any, Any, str]]:
    """What stands one below the other on a page: columns, and what is as wide as the page."""
    kinds = _class(box).split()
    if "article" in kinds:
        article = box.element.get("id")
    elif article:
        yield box, parent, article
        return
    for child in getattr(box, "children", ()):
        yield from _blocks(child, box, article)


def _lines(box: Any, block: str, words: Mapping[str, str], counted: dict[str, int]) -> Iterator[Line]:
    if "translation" in _class(box).split():
        return
    block = _block(box) or block
    for child in getattr(box, "children", ()):
        if type(child).__name__ != "LineBox":
            yield from _lines(child, block, words, counted)
        elif block:
            yield _line(child, child, block, words, counted)
        else:
            # blocks that stand side by side in a line
            for member in child.children:
                if _in_line(member):
                    yield _line(child, member, _block(member), words, counted)
                else:
                    yield from _lines(member, "", words, counted)


def _in_line(box: Any) -> bool:
    """Whether a box is a block of the text that is set as a part of a line."""
    return bool(_block(box)) and type(box).__name__ == "InlineBox"


def _block(box: Any) -> str:
    """The anchor of the block whose text this box holds, if it is the box of one."""
    return (box.element.get("data-block") or "") if getattr(box, "element", None) is not None else ""


def _line(line: Any, box: Any, block: str, words: Mapping[str, str], counted: dict[str, int]) -> Line:
    start = counted[block]
    counted[block] += sum(solid(words.get(ch, ch)) for ch in _text(box))
    top = line.position_y
    return Line(block, top, top + line.height, top + line.baseline, start, counted[block])


def _text(box: Any) -> str:
    text = getattr(box, "text", None)
    return text if text is not None else "".join(map(_text, getattr(box, "children", ())))
