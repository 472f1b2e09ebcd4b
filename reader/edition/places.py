"""Where a block is, for whoever refers to it: paragraph numbers, and a label for everything that has none.

Paragraphs are counted through the whole document, so that one number is enough. What stands above a paragraph (title,
heading, speaker …) is called by the number of the next paragraph and an ``h``; a byline or note below goes by the
number of the last one; captions and credits go by the figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.edition.view import Ref
from reader.model import Block, BlockKind, Document

NUMBERED: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""What is counted."""

ABOVE: Final = frozenset({BlockKind.MASTHEAD, BlockKind.KICKER, BlockKind.TITLE, BlockKind.HEADING, BlockKind.SPEAKER})
"""What stands above a paragraph and belongs to it."""


@dataclass(frozen=True, slots=True)
class Location:
    """The paragraph number of a block, if it has one, and how others refer to it."""

    number: int | None
    ref: Ref


def locate(document: Document) -> dict[str, Location]:
    """The location of every block, by block id."""
    places: dict[str, Location] = {}
    number = 0
    figure = 0
    for block in _blocks(document):
        if block.kind in NUMBERED:
            number += 1
            places[block.id] = Location(number, Ref(str(number), f"p{number}"))
            continue
        match block.kind:
            case BlockKind.CAPTION:
                figure += 1
                label = f"fig. {figure}"
            case BlockKind.CREDIT:
                label = f"fig. {figure}" if figure else "credit"
            case BlockKind.IMPRINT:
                label = "imprint"
            case kind if kind in ABOVE:
                label = f"{number + 1}h"
            case _:
                label = str(number) if number else "note"
        places[block.id] = Location(None, Ref(label, block.id))
    return places


def _blocks(document: Document) -> Iterable[Block]:
    return (block for article in document.articles for block in article.blocks)
