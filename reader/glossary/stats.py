"""How far a glossary has come, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.glossary.edit import fields_of
from reader.glossary.entries import TERM_FIELDS
from reader.model import Term, TermStatus


@dataclass(frozen=True, slots=True)
class DomainStats:
    """The entries of one domain: all, and those of each status."""

    domain: str
    total: int
    statuses: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of a glossary: entries, aliases, entries by domain, and how many entries have each field."""

    entries: int
    aliases: int
    statuses: dict[str, int]
    domains: tuple[DomainStats, ...]
    fields: dict[str, int]


def stats(terms: Sequence[Term]) -> Stats:
    """The numbers of these terms; domains by size."""
    domains: dict[str, list[Term]] = {}
    for term in terms:
        domains.setdefault(term.domain or "(none)", []).append(term)
    filled = Counter(name for term in terms for name in fields_of(term))
    return Stats(
        entries=len(terms),
        aliases=sum(len(term.aliases) for term in terms),
        statuses=_statuses(terms),
        domains=tuple(
            DomainStats(domain, len(found), _statuses(found))
            for domain, found in sorted(domains.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
        fields={field.name: filled[field.name] for field in TERM_FIELDS},
    )


def _statuses(terms: Sequence[Term]) -> dict[str, int]:
    counts = Counter(term.status for term in terms)
    return {status.value: counts[status] for status in TermStatus}
