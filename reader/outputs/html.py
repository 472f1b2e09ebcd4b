"""The HTML edition: one file with its styles, script and fonts inside, which asks no network for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import jinja2

from reader.edition import BlockView, Edition
from reader.outputs import fonts, page_data
from reader.templates import render

_STRETCH: Final = 400
"""Characters after which a stretch of the text ends: about a window of a desktop, two or three of a phone."""


def write(edition: Edition, environment: jinja2.Environment) -> bytes:
    """The page, UTF-8. Raises :class:`reader.errors.TemplateFault` where a template fails."""
    return fonts.with_fonts(
        lambda faces: render(
            environment,
            "page.html",
            medium="screen",
            edition=edition,
            pages={},
            stretches=stretches,
            faces=faces,
            fonts=fonts.FONTS,
            words=page_data.words(edition),
        )
    )


def stretches(blocks: Iterable[BlockView]) -> Iterator[tuple[BlockView, ...]]:
    """The blocks in stretches, of which the browser lays out only those near the window: whole blocks, and no more than
    needed to reach :data:`_STRETCH`."""
    stretch: list[BlockView] = []
    length = 0
    for block in blocks:
        stretch.append(block)
        length += len(block.text)
        if length >= _STRETCH:
            yield tuple(stretch)
            stretch, length = [], 0
    if stretch:
        yield tuple(stretch)
