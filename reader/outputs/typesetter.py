"""What every PDF asks of WeasyPrint: its own fonts and nothing fetched, its warnings collected, no time lost."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from reader.outputs import fonts


def own_fonts(characters: Iterable[str], others: Mapping[str, bytes]) -> Any:
    """A fetcher that has the fonts of the page, cut down to these characters, and others by their names, and nothing
    else: no file, no network. They are in its ``held``, by their addresses."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    wanted = set(characters)
    held = {f"duben:{font.role}": fonts.with_plain_numbers(fonts.subset(font.role, wanted)) for font in fonts.FONTS}
    held |= {f"duben:{name}": font for name, font in others.items()}

    addresses = held

    class OwnFonts(URLFetcher):  # type: ignore[misc]
        held = addresses

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            if url not in held:
                raise ValueError(f"a page may not fetch anything: {url}")
            return URLFetcherResponse(url, held[url], {"Content-Type": "font/otf"})

    return OwnFonts()


@contextmanager
def warnings() -> Iterator[list[str]]:
    """What WeasyPrint logs as a warning or worse, while this lasts."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    handler = Collector(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


def page_numbers(pages: Iterable[Any], first: int) -> dict[str, int]:
    """The number of the first page that each anchor is on."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, first):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers
