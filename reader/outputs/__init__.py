"""One module a format: each takes the view of an edition and gives bytes. Nothing here writes or asks the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2

    from reader.edition import Edition

FORMATS = ("html", "pdf")
"""The formats an edition can be written in."""


def write(format_: str, edition: Edition, environment: jinja2.Environment) -> tuple[bytes, tuple[str, ...]]:
    """The edition in a format of :data:`FORMATS`, and what the typesetter warned of.

    The modules are imported late: WeasyPrint costs half a second that a page of HTML need not pay.
    """
    match format_:
        case "html":
            from reader.outputs import html

            return html.write(edition, environment), ()
        case "pdf":
            from reader.outputs import pdf

            return pdf.write(edition, environment)
    raise ValueError(f"no format {format_!r}")
