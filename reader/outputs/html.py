"""The HTML edition: one file with its styles, script and fonts inside, which asks no network for anything."""

from __future__ import annotations

import jinja2

from reader.edition import Edition
from reader.outputs import fonts, page_data
from reader.templates import render


def write(edition: Edition, environment: jinja2.Environment) -> bytes:
    """The page, UTF-8. Raises :class:`reader.errors.TemplateFault` where a template fails."""
    characters = set(_page(edition, environment, ()))
    return _page(edition, environment, fonts.faces(characters)).encode()


def _page(edition: Edition, environment: jinja2.Environment, faces: tuple[dict[str, str], ...]) -> str:
    """The page with these fonts. Without any it shows which characters it needs."""
    return render(
        environment,
        "page.html",
        medium="screen",
        edition=edition,
        pages={},
        faces=faces,
        fonts=fonts.FONTS,
        words=page_data.words(edition),
    )
