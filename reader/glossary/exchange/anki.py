"""Anki: a text file that it imports as notes. The id is the note's own (GUID), so a later import updates the note."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reader.model import Term, TermStatus

_COLUMNS = ("guid", "Term", "Pinyin", "Meaning", "English", "Definition", "Literal", "Tags")
_HEAD = f"#separator:tab\n#html:true\n#guid column:1\n#tags column:{len(_COLUMNS)}\n#columns:{chr(9).join(_COLUMNS)}\n"


def write(terms: Sequence[Term]) -> bytes:
    """A note a term; deprecated ones are left out."""
    rows = ("\t".join(_fields(term)) for term in terms if term.status is not TermStatus.DEPRECATED)
    return (_HEAD + "".join(f"{row}\n" for row in rows)).encode()


def _fields(term: Term) -> list[str]:
    texts = (term.term, term.pinyin, term.short, "; ".join(term.english), term.definition, term.literal)
    return [f"duben-{term.id}", *(_cell(text) for text in texts), f"duben {term.domain}".strip()]


def _cell(text: str) -> str:
    return escape(text.replace("\t", " "), quote=False).replace('"', "&quot;")
