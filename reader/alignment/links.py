"""The result of an alignment: links between sentences and their translations, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from reader.findings import Finding
from reader.model import Article, Document, Place, Rendering, Sentence, map_sentences
from reader.sources.translation import Translation

ATTACHED: Final = 0.5
"""A link less sure than this is not put beside its sentence: better none than a wrong one."""
SURE: Final = 0.8
"""A link less sure than this is for the editor to look at."""


class LinkKind(StrEnum):
    """How a link came about."""

    MARKED = "marked"
    """The marks in the translation say so."""
    PAIRED = "paired"
    """A table says so."""
    CORRECTED = "corrected"
    """The sidecar says so."""
    ALIGNED = "aligned"
    """It was found out."""


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of the text, by id, and the sentences or passages that translate them together.

    One side may be empty: a sentence without translation, a translation of nothing. ``confidence`` is the estimated
    probability, 0 to 1, that the link is right. ``block`` is where it stands in the text, ``place`` in the translation.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    confidence: float
    kind: LinkKind
    block: str
    place: Place | None

    @property
    def text(self) -> str:
        """The translation as one text."""
        return " ".join(self.target)

    @property
    def is_whole(self) -> bool:
        """Whether there is something on both sides."""
        return bool(self.source and self.target)

    @property
    def is_attached(self) -> bool:
        """Whether it is sure enough to be shown."""
        return self.is_whole and self.confidence >= ATTACHED


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks, by id, and the paragraphs, by number, that translate them; one side may be empty."""

    blocks: tuple[str, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A translation laid beside a document. Links are in the order of the text, passages in that of the translation as
    far as there is one."""

    translation: Translation
    links: tuple[Link, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The blocks, by id, that nothing translates."""
        return tuple(block for passage in self.passages if not passage.paragraphs for block in passage.blocks)

    @property
    def doubtful(self) -> tuple[Link, ...]:
        """The links an editor should look at, least sure first."""
        doubtful = (link for link in self.links if link.is_whole and link.confidence < SURE)
        return tuple(sorted(doubtful, key=lambda link: link.confidence))


def attach(document: Document, alignment: Alignment) -> Document:
    """The document with the translation on its sentences: that of a group stands on the first sentence of it, the
    others are joined to that. What is less sure than :data:`ATTACHED` is left out."""
    attached = [link for link in alignment.links if link.is_attached]
    texts = {link.source[0]: link.text for link in attached}
    joined = {id_ for link in attached for id_ in link.source[1:]}

    def translated(sentence: Sentence) -> Sentence:
        return replace(sentence, translation=texts.get(sentence.id), joined=sentence.id in joined)

    def translated_article(article: Article) -> Article:
        return map_sentences(article, translated)

    made = alignment.translation
    rendering = Rendering(made.path, made.lang, made.label, made.notes, made.draft)
    return replace(document, articles=tuple(map(translated_article, document.articles)), rendering=rendering)
