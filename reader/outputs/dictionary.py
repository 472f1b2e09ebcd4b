"""The dictionary of terms as one HTML file and as a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jinja2

from reader.collector import collector_resting
from reader.edition.dictionary import Dictionary
from reader.outputs import engine, fonts
from reader.outputs.typesetter import own_fonts, page_numbers, warnings
from reader.templates import render

FORMATS = ("html", "pdf")

_TEMPLATE = "dictionary.html"


def write(format_: str, book: Dictionary, environment: jinja2.Environment) -> tuple[bytes, tuple[str, ...]]:
    """The book in a format of :data:`FORMATS`, and what the typesetter warned of. The same book gives the same
    bytes."""
    if format_ == "html":
        return fonts.with_fonts(lambda faces: _markup(book, environment, "screen", faces)), ()
    if format_ == "pdf":
        return _pdf(book, environment)
    raise ValueError(f"no format {format_!r}")


def _pdf(book: Dictionary, environment: jinja2.Environment) -> tuple[bytes, tuple[str, ...]]:
    engine.load()
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    with warnings() as heard, collector_resting():
        drafts = [_markup(book, environment, "print", (), part, {}, 1) for part in _PARTS]
        # Running heads and page numbers are made by the style sheet and stand nowhere in the markup.
        fetcher = own_fonts({*"".join(drafts), *map(chr, range(0x20, 0x7F))}, {})
        config = FontConfiguration()
        faces = [{"family": font.family, "url": f"duben:{font.role}", "format": "opentype"} for font in fonts.FONTS]
        fonts_sheet = render(environment, "styles/fonts.css", faces=faces)
        sheet = CSS(string=fonts_sheet, font_config=config, url_fetcher=fetcher)
        absent = dict.fromkeys(map(ord, fonts.missing(book.characters)), fonts.SUBSTITUTE)

        def laid_out(markup: str) -> Any:
            html = engine.parser()(string=markup.translate(absent), elements=(), styles="", url_fetcher=fetcher)
            return html.render(font_config=config, stylesheets=[sheet])

        # The pages of the entries are known before the indexes are made, so that their numbers are plain text.
        text = laid_out(drafts[0])
        pages = page_numbers(text.pages, 1)
        index = laid_out(_markup(book, environment, "print", (), "index", pages, 1 + len(text.pages)))
        made = bytes(text.copy([*text.pages, *index.pages]).write_pdf(pdf_tags=True))
    return made, tuple(dict.fromkeys(heard))


_PARTS = ("text", "index")


def _markup(
    book: Dictionary,
    environment: jinja2.Environment,
    medium: str,
    faces: tuple[dict[str, str], ...],
    part: str = "all",
    pages: Mapping[str, int] | None = None,
    first_page: int = 1,
) -> str:
    return render(
        environment,
        _TEMPLATE,
        medium=medium,
        part=part,
        pages=pages or _Unknown(),
        first_page=first_page,
        book=book,
        faces=faces,
        fonts=fonts.FONTS,
    )


class _Unknown(dict[str, int]):
    """Pages that are not known yet: 0 for each."""

    def __missing__(self, anchor: str) -> int:
        return 0
