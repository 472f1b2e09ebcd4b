"""What of the glossary a text depends on: the entries whose forms stand in it, and nothing else.

An entry that stands nowhere in a text cannot change its editions, so an edit to it need not make them anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from reader.annotate import Seed, annotate
from reader.errors import DubenError
from reader.knowledge import has_errors, load_resources
from reader.model import Document, LexiconEntry, Term
from reader.passes import Resources
from reader.project import Project


def glossary_parts(document: Document, resources: Resources) -> dict[str, str]:
    """The terms (by id) and the words of the project lexicon (behind a colon) that may have a say in the editions of
    the document, each with a digest of its entry.

    Sought in the text of its blocks, and in all of it without any white space: a word may stand across a break that was
    joined, or would be if the word were known.
    """
    blocks = [block.text for article in document.articles for block in article.blocks]
    text = "\n".join((*blocks, re.sub(r"\s+", "", "".join(blocks))))
    parts: dict[str, str] = {}
    for term_id in resources.matcher.mentioned(text):
        parts[term_id] = _digest(resources.glossary.by_id[term_id])
    for word, entries in resources.lexicon.items():
        if word in text:
            parts[f":{word}"] = _digest(*entries)
    return dict(sorted(parts.items()))


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The parts that are new, gone, or not what they were, by id or word."""
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield name.removeprefix(":")


def _digest(*entries: Term | LexiconEntry) -> str:
    values = [getattr(entry, field.name) for entry in entries for field in fields(entry) if field.name != "place"]
    return hashlib.blake2b(repr(values).encode(), digest_size=8).hexdigest()


class Dependence:
    """Whether a glossary that has changed since an output was made has changed in anything that the output depends on.

    The resources are loaded only where that has to be asked, and a text is read once for all its outputs. ``why`` has
    the entries that an output has to be made for, by its path; ``seen`` the parts of each seed that was asked about.
    """

    def __init__(self, project: Project, digest: str) -> None:
        self.digest = digest
        self.why: dict[str, tuple[str, ...]] = {}
        self.seen: dict[str, Mapping[str, str]] = {}
        self._project = project
        self._resources: Resources | None = None

    def spare(self, path: str, seed: Seed, known: dict[str, Any]) -> bool:
        """Whether the output need not be made, by what is ``known`` of its last making; if so, that is brought up to
        date."""
        before = known.get("parts")
        after = self._parts(seed)
        if not isinstance(before, dict) or after is None:
            return False
        self.why[path] = tuple(changed(before, after))
        if self.why[path]:
            return False
        known["glossary"] = self.digest
        return True

    def _parts(self, seed: Seed) -> Mapping[str, str] | None:
        """None where it cannot be told: the glossary has errors, or the seed cannot be read."""
        if seed.id not in self.seen:
            if self._resources is None:
                resources, faults = load_resources(self._project)
                if has_errors(faults):
                    return None
                self._resources = resources
            try:
                self.seen[seed.id] = glossary_parts(annotate(seed, self._resources, "sentences"), self._resources)
            except DubenError:
                return None
        return self.seen[seed.id]
