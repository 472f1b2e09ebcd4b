"""What the pages ask and tell, as values for JSON: the same functions as behind the verbs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from reader.desk import open_items, settle_items
from reader.errors import ConfigError
from reader.findings import as_dict
from reader.glossary.edit import LISTS, fields_of, with_entries, with_fields
from reader.glossary.exchange.rows import NAMES
from reader.knowledge import load_glossary, load_resources, make_resources
from reader.model import Term
from reader.project import Project
from reader.termbase import Outcome, apply, find_term, own_term, search
from reader.termbase.propose import propose
from reader.termbase.usage import uses
from reader.yamlfile import Value
from reader.yamlfile.form import clean

_MOST = 200


class Desk:
    """The glossary and the review queues of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def terms(self, text: str) -> dict[str, Any]:
        """The entries with a text in them, the first ones of them."""
        found = list(search(load_glossary(self._project)[0].terms, text))
        return {"count": len(found), "terms": [_brief(term) for term in found[:_MOST]]}

    def term(self, name: str) -> dict[str, Any]:
        """An entry with all its fields, and where the texts use it."""
        glossary, _ = load_glossary(self._project)
        term = find_term(name, glossary)
        resources = make_resources(glossary, self._project)
        found = [
            asdict(use) for use in uses(self._project, self._project.seed_paths(), resources) if use.term == term.id
        ]
        return {"fields": fields_of(term), "uses": found}

    def propose(self, surface: str) -> dict[str, Any]:
        """What is proposed for a new term."""
        if not clean(surface):
            raise ConfigError("there is no term")
        resources, _ = load_resources(self._project)
        found = propose(clean(surface), resources)
        near = [{"id": term.id, "term": term.term, "why": why} for term, why in found.near]
        return {"pinyin": found.pinyin, "literal": found.literal, "id": found.id, "near": near}

    def add(self, given: dict[str, Any]) -> dict[str, Any]:
        """Add an entry; it is refused if it would be an error."""
        fields = {"status": "draft", **_fields(given)}
        domain = str(fields.get("domain", ""))
        if not domain.replace("-", "").isalnum():
            raise ConfigError("an entry needs a domain", hint="small letters with hyphens, such as digital-economy")
        path = f"{self._project.label(self._project.glossary)}/{domain}.yaml"
        return _told(apply(self._project, lambda files: with_entries(files, path, [fields])))

    def edit(self, name: str, given: dict[str, Any]) -> dict[str, Any]:
        """Change fields of an entry; an empty one is taken out."""
        term = own_term(name, self._project)
        changes = _fields(given)
        if changes.pop("id", term.id) != term.id:
            raise ConfigError("an id is stable for ever")
        before = fields_of(term)
        changes = {
            field: value
            for field, value in changes.items()
            if before.get(field, "") != value and (value or field in before)
        }
        return _told(apply(self._project, lambda files: with_fields(files, term.id, changes)))

    def items(self, seed: str) -> dict[str, Any]:
        """The open items of the review queue of a text."""
        return {"items": [asdict(item) for item in open_items(self._project, self._project.find_seed(seed))]}

    def settle(self, seed: str, given: dict[str, Any]) -> dict[str, Any]:
        """Answer items: id to value, or to null where the choice stands."""
        if not all(value is None or isinstance(value, str) for value in given.values()):
            raise ConfigError("an answer has to be a text, or null")
        return {"lines": list(settle_items(self._project, self._project.find_seed(seed), given))}


def _brief(term: Term) -> dict[str, str]:
    return {"id": term.id, "term": term.term, "pinyin": term.pinyin, "short": term.short, "status": term.status.value}


def _fields(given: dict[str, Any]) -> dict[str, Value]:
    """The fields of an entry from what a page sends; anything else is refused."""
    fields: dict[str, Value] = {}
    for name, value in given.items():
        if name not in NAMES:
            raise ConfigError(f"unknown field '{name}'")
        if name in LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise ConfigError(f"{name} has to be a list of texts")
            fields[name] = tuple(item for one in value if (item := clean(one)))
        elif isinstance(value, str):
            fields[name] = clean(value)
        else:
            raise ConfigError(f"{name} has to be a text")
    return fields


def _told(outcome: Outcome) -> dict[str, Any]:
    return {"written": list(outcome.written), "findings": [as_dict(fault) for fault in outcome.findings]}
