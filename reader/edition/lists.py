"""What is listed at the back: vocabulary by article, the glossary of the terms used, proper nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.edition.order import by_pinyin
from reader.edition.spec import EditionSpec
from reader.edition.view import (
    ArticleView,
    ArticleVocabulary,
    BlockView,
    Entry,
    NameGroup,
    Ref,
    TermEntry,
    Word,
)
from reader.model import NameKind, Term, TokenKind

Refs = Mapping[str, Ref]
"""The reference of each block, by the anchor of the block."""


@dataclass(slots=True)
class _Tally:
    """An entry in the making."""

    gloss: str | None
    level: int | None
    refs: dict[str, Ref] = field(default_factory=dict)
    count: int = 0

    def add(self, ref: Ref) -> None:
        self.refs.setdefault(ref.label, ref)
        self.count += 1

    def entry(self, text: str, pinyin: str | None) -> Entry:
        return Entry(text, pinyin, self.gloss, self.level, tuple(self.refs.values()), self.count)


def blocks(article: ArticleView) -> Iterator[BlockView]:
    """The blocks of an article, whatever part they are in."""
    return (block for part in article.parts for block in part.blocks)


def vocabulary(articles: Iterable[ArticleView], spec: EditionSpec, refs: Refs) -> tuple[ArticleVocabulary, ...]:
    """The words of each article that the edition helps with. Terms and proper nouns have lists of their own; the words
    of which a term is made are listed here, unless it is one word.

    An article without any is left out; so is everything where the edition has no vocabulary.
    """
    if not spec.vocabulary:
        return ()
    lists: list[ArticleVocabulary] = []
    for article in articles:
        tallies: dict[tuple[str, str | None], _Tally] = {}
        for block in blocks(article):
            for word in _words_of(block):
                if not word.name and spec.helps_with(word.level):
                    tallies.setdefault((word.text, word.pinyin), _Tally(word.gloss, word.level)).add(refs[block.anchor])
        if tallies:
            entries = tuple(tally.entry(*key) for key, tally in tallies.items())
            lists.append(ArticleVocabulary(article.anchor, article.title, entries))
    return tuple(lists)


def glossary(
    articles: Iterable[ArticleView], terms: Mapping[str, Term], refs: Refs
) -> tuple[tuple[TermEntry, ...], tuple[str, ...]]:
    """The terms used, by pinyin, and the documents they rest on, in the order in which the entries name them. A
    reference leads to the first occurrence in its block."""
    tallies: dict[str, _Tally] = {}
    for article in articles:
        for block in blocks(article):
            for run in block.runs:
                if run.term is not None and run.anchor is not None:
                    place = Ref(refs[block.anchor].label, run.anchor)
                    tallies.setdefault(run.term, _Tally(None, None)).add(place)
    used = sorted((terms[term] for term in tallies), key=lambda term: by_pinyin(term.pinyin, term.term))
    numbers = {source: number for number, source in enumerate(dict.fromkeys(s for t in used for s in t.sources), 1)}
    entries = tuple(
        TermEntry(
            term=term,
            see=tuple(terms[other] for other in term.see if other in tallies),
            sources=tuple(numbers[source] for source in term.sources),
            refs=tuple(tallies[term.id].refs.values()),
            count=tallies[term.id].count,
        )
        for term in used
    )
    return entries, tuple(numbers)


def names(articles: Iterable[ArticleView], refs: Refs) -> tuple[NameGroup, ...]:
    """The proper nouns outside the glossary, each kind by pinyin, in the order of :class:`NameKind`."""
    tallies: dict[NameKind, dict[tuple[str, str | None], _Tally]] = {kind: {} for kind in NameKind}
    for article in articles:
        for block in blocks(article):
            for word in _words_of(block):
                if word.name is not None:
                    group = tallies[word.name]
                    group.setdefault((word.text, word.pinyin), _Tally(word.gloss, word.level)).add(refs[block.anchor])
    return tuple(
        NameGroup(
            kind,
            tuple(group[key].entry(*key) for key in sorted(group, key=lambda key: by_pinyin(key[1] or "", key[0]))),
        )
        for kind, group in tallies.items()
        if group
    )


def _words_of(block: BlockView) -> Iterator[Word]:
    """The words of a block, without those that are a term by themselves."""
    for run in block.runs:
        if run.term is None or len(run.words) > 1:
            yield from (word for word in run.words if word.kind is TokenKind.WORD)
