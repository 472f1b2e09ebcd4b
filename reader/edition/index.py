"""The two indexes: by pinyin and by English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from reader.edition.order import by_english, by_pinyin, letter
from reader.edition.view import ArticleVocabulary, Entry, IndexEntry, IndexGroup, NameGroup, Ref, TermEntry


def indexes(
    vocabulary: Iterable[ArticleVocabulary], glossary: Iterable[TermEntry], names: Iterable[NameGroup]
) -> tuple[tuple[IndexGroup, ...], tuple[IndexGroup, ...]]:
    """The index by pinyin, of everything that is listed anywhere at the back, and the index by English, of terms and
    names: what a translator looks up. A term stands in the latter once for each of its renderings."""
    terms = tuple(glossary)
    people = tuple(entry for group in names for entry in group.entries)
    words = _merged((*(entry for part in vocabulary for entry in part.entries), *people))
    chinese = [IndexEntry(word.pinyin or "", word.text, None, word.refs) for word in words]
    chinese += [IndexEntry(entry.term.pinyin, entry.term.term, entry.term.id, entry.refs) for entry in terms]
    english = [IndexEntry(name.gloss, name.text, None, name.refs) for name in people if name.gloss]
    english += [
        IndexEntry(head, entry.term.term, entry.term.id, entry.refs)
        for entry in terms
        for head in dict.fromkeys(entry.term.english or (entry.term.short,))
    ]
    return (
        _grouped(sorted(chinese, key=lambda e: by_pinyin(e.head, e.text)), lambda e: by_pinyin(e.head, e.text)[0]),
        _grouped(sorted(english, key=lambda e: (by_english(e.head), e.text)), lambda e: by_english(e.head)[0]),
    )


def _merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The words of the whole document once each, with all their places."""
    found: dict[tuple[str, str | None], tuple[Entry, dict[str, Ref]]] = {}
    for entry in entries:
        _, refs = found.setdefault((entry.text, entry.pinyin), (entry, {}))
        for ref in entry.refs:
            refs.setdefault(ref.label, ref)
    return tuple(replace(first, refs=tuple(refs.values())) for first, refs in found.values())


def _grouped(entries: Iterable[IndexEntry], key: Callable[[IndexEntry], str]) -> tuple[IndexGroup, ...]:
    groups = groupby(entries, lambda entry: letter(key(entry)))
    return tuple(IndexGroup(head, tuple(found)) for head, found in groups)
