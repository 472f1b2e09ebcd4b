"""From an annotated document to the view of one edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, groupby

from reader.edition.difficulty import difficulty
from reader.edition.errata import errata
from reader.edition.headwords import headwords
from reader.edition.index import indexes
from reader.edition.lists import blocks, glossary, names, vocabulary
from reader.edition.notes import notes
from reader.edition.places import ABOVE, Location, locate
from reader.edition.runs import sentences
from reader.edition.script import simplified_forms
from reader.edition.spec import EditionSpec
from reader.edition.view import (
    ArticleView,
    BlockView,
    Colophon,
    ContentsLine,
    Edition,
    Figure,
    Group,
    Note,
    Part,
    PartKind,
    Run,
    SentenceView,
    Word,
)
from reader.findings import Severity, at_or_above
from reader.hanzi import language
from reader.model import Article, Block, BlockKind, Document, Term, TokenKind, map_sentences

_PARTS: Mapping[BlockKind, PartKind] = {
    BlockKind.MASTHEAD: "masthead",
    BlockKind.KICKER: "head",
    BlockKind.TITLE: "head",
    BlockKind.SPEAKER: "head",
    BlockKind.HEADING: "text",
    BlockKind.PARAGRAPH: "text",
    BlockKind.QUOTE: "text",
    BlockKind.BYLINE: "text",
    BlockKind.NOTE: "text",
    BlockKind.LIST_ITEM: "list",
    BlockKind.TABLE_ROW: "table",
    BlockKind.CAPTION: "figures",
    BlockKind.CREDIT: "figures",
    BlockKind.IMPRINT: "imprint",
}


def derive(
    document: Document,
    terms: Mapping[str, Term],
    spec: EditionSpec,
    colophon: Colophon,
    character_levels: Mapping[str, int] | None = None,
    meaning: Callable[[str, str], str | None] = lambda _character, _syllable: None,
    simplified: Callable[[str], str] = lambda text: text,
) -> Edition:
    """The view of ``document`` that the edition ``spec`` shows.

    ``terms``: the glossary by id. ``character_levels``: the band of each graded character, for the difficulty box;
    without it the box counts words. ``meaning`` says what a character means by itself in a reading, if it can.
    ``simplified`` gives a text in simplified characters, as long.
    """
    if spec.translation == "none" or document.rendering is None:
        document = _without_translation(document)
    places = locate(document)
    refs = {place.ref.anchor: place.ref for place in places.values()}
    uses = count(1)
    articles = tuple(_article(article, spec, terms, places, uses) for article in document.articles)
    words = vocabulary(articles, spec, refs)
    entries, sources = glossary(articles, terms, refs)
    proper = names(articles, refs)
    pinyin_index, english_index = indexes(words, entries, proper)
    title = document.meta.title or document.title or document.id
    text = "".join(block.text for article in document.articles for block in article.blocks)
    return Edition(
        id=document.id,
        spec=spec,
        title=title,
        title_runs=_title_runs(title, articles),
        meta=document.meta,
        translation=document.rendering,
        articles=articles,
        contents=tuple(_contents(articles)),
        headwords=headwords(_words(articles), meaning),
        vocabulary=words,
        glossary=entries,
        sources=sources,
        names=proper,
        by_pinyin=pinyin_index,
        by_english=english_index,
        errata=errata(document),
        review=len(at_or_above(document.findings, Severity.WARNING)),
        difficulty=difficulty(_words(articles), len(entries), character_levels or {}),
        sha256=document.source.sha256 if document.source else "",
        colophon=colophon,
        lang=document.meta.lang or language(text, "zh-Hans"),
        simplified=simplified_forms(text, simplified),
    )


def _article(
    article: Article,
    spec: EditionSpec,
    terms: Mapping[str, Term],
    places: Mapping[str, Location],
    uses: Iterator[int],
) -> ArticleView:
    """The article as the page has it. What is first met in a title or heading is noted beside the next paragraph."""
    met: set[str] = set()
    seen: set[tuple[str, str | None]] = set()
    views: list[BlockView] = []
    waiting: tuple[Note, ...] = ()
    for block in article.blocks:
        found = sentences(block, spec, terms, uses, met)
        place = places[block.id]
        fresh = notes((run for sentence in found for run in sentence.runs), spec, terms, seen)
        if block.kind in ABOVE:
            waiting, fresh = waiting + tuple(replace(note, at=0) for note in fresh), ()
        else:
            waiting, fresh = (), waiting + fresh
        views.append(
            BlockView(
                anchor=place.ref.anchor,
                kind=block.kind,
                level=block.level,
                sentences=found,
                number=place.number,
                notes=fresh,
                groups=tuple(_groups(block, found)),
                label=place.ref.label,
                translation=_translation(block),
            )
        )
    return ArticleView(article.id, article.title, tuple(_parts(views)))


def _translation(block: Block) -> str | None:
    """The translation of a block, if any of its sentences has one."""
    return " ".join(sentence.translation for sentence in block.sentences if sentence.translation) or None


def _without_translation(document: Document) -> Document:
    def without(article: Article) -> Article:
        return map_sentences(article, lambda sentence: replace(sentence, translation=None, joined=False))

    return replace(document, articles=tuple(map(without, document.articles)), rendering=None)


def _groups(block: Block, views: Iterable[SentenceView]) -> Iterator[Group]:
    """The sentences of a block by what is translated together."""
    pairs = zip(block.sentences, views, strict=True)
    first, members = next(pairs, (None, None))
    if first is None or members is None:
        return
    group, text = [members], first.translation
    for sentence, view in pairs:
        if sentence.joined:
            group.append(view)
            continue
        yield Group(tuple(group), text)
        group, text = [view], sentence.translation
    yield Group(tuple(group), text)


def _parts(views: Iterable[BlockView]) -> Iterator[Part]:
    for kind, group in groupby(views, lambda view: _PARTS[view.kind]):
        members = tuple(group)
        yield Part(kind, members, tuple(_figures(members)) if kind == "figures" else ())


def _figures(views: tuple[BlockView, ...]) -> Iterator[Figure]:
    """Each caption with the credit that follows it. A credit without a caption before it is shown as a caption."""
    pending: BlockView | None = None
    for view in views:
        if view.kind is BlockKind.CREDIT and pending is not None:
            yield Figure(pending, view)
            pending = None
            continue
        if pending is not None:
            yield Figure(pending, None)
        pending = view
    if pending is not None:
        yield Figure(pending, None)


def _contents(articles: Iterable[ArticleView]) -> Iterator[ContentsLine]:
    """Articles that have a title, and their headings."""
    for article in articles:
        if article.title:
            yield ContentsLine(1, article.title, article.anchor)
        for block in blocks(article):
            if block.kind is BlockKind.HEADING:
                yield ContentsLine(2, block.text, block.anchor)


def _title_runs(title: str, articles: Iterable[ArticleView]) -> tuple[Run, ...]:
    """The title with its pinyin, if it stands in the text too (there it has the links); else as it is."""
    for article in articles:
        for block in blocks(article):
            if block.kind is BlockKind.TITLE and block.text == title:
                return (Run(tuple(word for run in block.runs for word in run.words)),)
    return (Run((Word(title, TokenKind.PUNCT, None, None, None, None, None, None),)),)


def _words(articles: Iterable[ArticleView]) -> Iterator[Word]:
    return (word for article in articles for block in blocks(article) for run in block.runs for word in run.words)
