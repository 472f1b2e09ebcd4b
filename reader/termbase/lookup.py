"""Finding entries: by id, by surface, by anything that is written in them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from reader.errors import GlossaryError
from reader.glossary import Glossary
from reader.glossary.similar import sounds, surfaces
from reader.knowledge import load_glossary, own_glossary
from reader.model import Term
from reader.project import Project


def find_term(name: str, glossary: Glossary) -> Term:
    """The term with this id, or with this term or alias. Raises :class:`GlossaryError` where there is none."""
    found = glossary.by_id.get(name) or next((term for term in glossary.terms if name in surfaces(term)), None)
    if found is not None:
        return found
    names = [*glossary.by_id, *(surface for term in glossary.terms for surface in surfaces(term))]
    near = difflib.get_close_matches(name, names, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "duben glossary list shows all"
    raise GlossaryError(f"the glossary has no entry '{name}'", hint=hint)


def own_term(name: str, project: Project) -> Term:
    """As :func:`find_term`, among the entries that the project may change: not those of the program's own glossary."""
    own, _ = own_glossary(project)
    try:
        return find_term(name, own)
    except GlossaryError:
        other = find_term(name, load_glossary(project)[0])
        hint = "add one with the same term to yours: it wins"
        raise GlossaryError(f"'{other.id}' is an entry of the program's own glossary", hint=hint) from None


def search(
    terms: Iterable[Term], text: str | None = None, domain: str | None = None, status: str | None = None
) -> Iterator[Term]:
    """The terms of a domain, of a status, and with a text in their names: term, alias, pinyin with or without tones,
    id or English."""
    for term in terms:
        if (domain and term.domain != domain) or (status and term.status != status):
            continue
        if not text or _mentions(term, text.strip()):
            yield term


def _mentions(term: Term, text: str) -> bool:
    wanted = text.lower()
    fields = (term.id, *surfaces(term), term.pinyin, term.short, *term.english)
    toneless = sounds(text)
    return any(wanted in field.lower() for field in fields) or (
        bool(toneless) and text.isascii() and toneless in sounds(term.pinyin)
    )
