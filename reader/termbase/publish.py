"""The glossary written in any format: for other programs, or as a dictionary for readers."""

from __future__ import annotations

import reader
from reader.edition import Colophon
from reader.edition.dictionary import dictionary
from reader.glossary.exchange import WRITERS
from reader.model import Term
from reader.outputs.dictionary import write as write_dictionary
from reader.project import Project
from reader.templates import environment

TITLE = "政策术语词典"
SUBTITLE = "A dictionary of Chinese policy terms, with pinyin and established English"


def write(format_: str, terms: list[Term], project: Project) -> tuple[bytes, tuple[str, ...]]:
    """The terms in a format, and what the typesetter warned of."""
    if format_ in WRITERS:
        return WRITERS[format_](terms), ()
    from reader.build import printed_date

    colophon = Colophon(program="Duben 读本", version=reader.__version__, dictionary="", levels="", date=printed_date())
    return write_dictionary(format_, dictionary(terms, colophon, TITLE, SUBTITLE), environment([project.templates]))
