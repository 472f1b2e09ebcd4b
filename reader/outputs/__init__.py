"""One module a format: each takes the view of an edition and gives bytes. Nothing here writes or asks the time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import jinja2

    from reader.edition import Edition

FORMATS = ("html", "pdf")
"""The formats an edition can be written in."""


class Written(NamedTuple):
    """A finished file: its bytes, what the typesetter warned of, and, where it has pages, the printed number of the
    page that each anchor is on."""

    data: bytes
    warnings: tuple[str, ...] = ()
    pages: Mapping[str, int] = MappingProxyType({})


def write(format_: str, edition: Edition, environment: jinja2.Environment) -> Written:
    """The edition in a format of :data:`FORMATS`.

    The modules are imported late: WeasyPrint costs half a second that a page of HTML need not pay.
    """
    match format_:
        case "html":
            from reader.outputs import html

            return Written(html.write(edition, environment))
        case "pdf":
            from reader.outputs import pdf

            return pdf.typeset(edition, environment)
    raise ValueError(f"no format {format_!r}")
