"""The glossary as a book of its own: every entry by pinyin, an index by English, an index by topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from reader.edition.order import by_english, by_pinyin, letter
from reader.edition.view import Colophon
from reader.model import Term, TermStatus


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """An entry with those that it refers to, as far as the book has them."""

    term: Term
    see: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class DictionaryLetter:
    """The entries under a letter."""

    letter: str
    entries: tuple[DictionaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the index by English: a rendering, and the terms that have it."""

    head: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A domain, in words, with its terms by pinyin."""

    name: str
    anchor: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All that the book shows."""

    title: str
    subtitle: str
    letters: tuple[DictionaryLetter, ...]
    english: tuple[tuple[str, tuple[Heading, ...]], ...]
    topics: tuple[Topic, ...]
    colophon: Colophon
    count: int
    drafts: int

    @property
    def characters(self) -> frozenset[str]:
        """Every character of the entries."""
        terms = [entry.term for part in self.letters for entry in part.entries]
        return frozenset("".join("".join((t.term, *t.aliases, *t.sources, t.definition, *t.english)) for t in terms))


def dictionary(terms: Iterable[Term], colophon: Colophon, title: str, subtitle: str) -> Dictionary:
    """The book of these terms; deprecated ones are left out."""
    used = sorted(
        (term for term in terms if term.status is not TermStatus.DEPRECATED),
        key=lambda term: by_pinyin(term.pinyin, term.term),
    )
    known = {term.id: term for term in used}
    entries = (DictionaryEntry(term, tuple(known[other] for other in term.see if other in known)) for term in used)
    letters = groupby(entries, lambda entry: letter(by_pinyin(entry.term.pinyin, entry.term.term)[0]))
    return Dictionary(
        title=title,
        subtitle=subtitle,
        letters=tuple(DictionaryLetter(head, tuple(found)) for head, found in letters),
        english=_english(used),
        topics=_topics(used),
        colophon=colophon,
        count=len(used),
        drafts=sum(term.status is TermStatus.DRAFT for term in used),
    )


def _english(terms: Iterable[Term]) -> tuple[tuple[str, tuple[Heading, ...]], ...]:
    heads: dict[str, list[Term]] = {}
    for term in terms:
        for head in dict.fromkeys(term.english or (term.short,)):
            heads.setdefault(head, []).append(term)
    lines = [Heading(head, tuple(heads[head])) for head in sorted(heads, key=by_english)]
    return tuple((head, tuple(found)) for head, found in groupby(lines, lambda line: letter(by_english(line.head)[0])))


def _topics(terms: Iterable[Term]) -> tuple[Topic, ...]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.domain or "other", []).append(term)
    return tuple(Topic(name.replace("-", " "), f"topic-{name}", tuple(found[name])) for name in sorted(found))
