"""The text and its annotations, as frozen records. Nothing here computes more than a join.

Invariants (each a property test): the tokens of a sentence rebuild it, the sentences of a block rebuild the
block; a reading has one syllable slot per character; mentions are sorted, disjoint and lie on token borders.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.findings import Finding


class Origin(StrEnum):
    """Who vouches for an annotation, most trusted first."""

    CORRECTION = "correction"
    GLOSSARY = "glossary"
    LEXICON = "lexicon"
    RULE = "rule"
    DICTIONARY = "dictionary"
    ENGINE = "engine"

    @property
    def rank(self) -> int:
        """0 for the most trusted."""
        return list(Origin).index(self)


class BlockKind(StrEnum):
    """What a block is on its page (the JSON contract, DESIGN section 6)."""

    MASTHEAD = "masthead"
    KICKER = "kicker"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SPEAKER = "speaker"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTE = "note"
    IMPRINT = "imprint"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_ROW = "table-row"


class TokenKind(StrEnum):
    """What a token is. Only a ``word`` has pinyin."""

    WORD = "word"
    NUMBER = "number"
    LATIN = "latin"
    PUNCT = "punct"
    SPACE = "space"


class NameKind(StrEnum):
    """What a proper noun names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    WORK = "work"


class TermStatus(StrEnum):
    """How far a glossary entry has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file. ``line`` and ``column`` count from 1, columns in characters."""

    path: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """How a token is read.

    ``syllables``: one entry per character of the token, tone-marked, None where the character has none of its
    own (儿 in yīhuìr); None as a whole where the token has no pinyin. ``spelling``: the token spelled by
    GB/T 16159 in citation tones, or None. ``spoken``: how a number, date or abbreviation is said aloud, or None.
    """

    syllables: tuple[str | None, ...] | None
    spelling: str | None
    origin: Origin
    spoken: str | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a token means. ``short`` fits beside the line (at most 32 characters); ``senses`` is the long entry."""

    short: str
    senses: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, Latin string, punctuation mark or space. Joined, the tokens are the sentence."""

    text: str
    kind: TokenKind
    reading: Reading | None = None
    gloss: Gloss | None = None
    level: int | None = None
    """HSK band 1 to 7 (7 stands for 7-9), or None outside the list."""
    name: NameKind | None = None
    """What it names, if it is a proper noun."""
    pos: str | None = None
    """Part of speech as the segmenter's table has it (ICTCLAS letters), or None."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary term in a sentence: the term's id, first and last token (inclusive)."""

    term: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its annotations. Before the words pass ``tokens`` is coarse or empty.

    ``joined``: it is translated together with the sentence before it, which holds the translation of both.
    """

    id: str
    text: str
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    translation: str | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption …: the unit of layout.

    ``level``: 1 for a title, 2 and 3 for headings, None else. ``place``: where it starts in the seed;
    ``last_line``: the last source line that went into it. ``cuts``: the offsets between words, first and last
    included, where the seed itself is cut into words; empty where it is not.
    """

    id: str
    kind: BlockKind
    level: int | None
    sentences: tuple[Sentence, ...]
    place: Place
    last_line: int
    cuts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The repaired text of the block."""
        return "".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its own title on the page. ``title`` is empty for what stands outside the articles."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class EditKind(StrEnum):
    """How the repaired text differs from the seed at one place."""

    JOIN = "join"
    """The line break of a page column was taken out."""
    REPAIR = "repair"
    """A repair recorded in the sidecar."""
    BORDER = "border"
    """The mark of a border between words was taken out of a seed that is cut already."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the decoded seed. ``offset`` counts characters of the *decoded seed* (not of the result)."""

    kind: EditKind
    offset: int
    before: str
    after: str
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What the sidecar says about the seed; empty where it says nothing."""

    title: str = ""
    title_en: str = ""
    author: str = ""
    source: str = ""
    source_en: str = ""
    date: str = ""
    rights: str = ""
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The seed itself: where it came from, how it was decoded, and the decoded characters."""

    path: str
    encoding: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """The translation that stands on the sentences of a document: where it comes from, its language (ISO 639), what
    names it among the translations of the seed (``en-literal``), its notes, and whether it is a draft that nobody has
    accepted yet."""

    path: str
    lang: str
    label: str
    notes: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One seed: articles in order, what was changed on the way in, and what was found."""

    id: str
    title: str
    meta: Meta
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    source: SourceText | None = None
    rendering: Rendering | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry (DESIGN section 7)."""

    id: str
    term: str
    pinyin: str
    short: str
    aliases: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    definition: str = ""
    literal: str = ""
    domain: str = ""
    since: str = ""
    sources: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    status: TermStatus = TermStatus.DRAFT
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A word of the project lexicon: a reading and a gloss that the dictionary lacks or has wrong."""

    word: str
    pinyin: str
    gloss: str
    name: NameKind | None = None
    place: Place | None = field(default=None, compare=False)


# Written out, as dataclasses.replace takes four times as long, and these are called for every word.


def with_reading(token: Token, reading: Reading | None) -> Token:
    """The token with a reading; the same object where it has that already."""
    if token.reading == reading:
        return token
    return Token(token.text, token.kind, reading, token.gloss, token.level, token.name, token.pos)


def with_gloss(token: Token, gloss: Gloss | None) -> Token:
    """The token with a gloss; the same object where it has that already."""
    if token.gloss == gloss:
        return token
    return Token(token.text, token.kind, token.reading, gloss, token.level, token.name, token.pos)


def with_level(token: Token, level: int | None) -> Token:
    """The token with a level; the same object where it has that already."""
    if token.level == level:
        return token
    return Token(token.text, token.kind, token.reading, token.gloss, level, token.name, token.pos)


def with_tokens(sentence: Sentence, tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> Sentence:
    """The sentence with other tokens, and the mentions that fit them."""
    return Sentence(sentence.id, sentence.text, tokens, mentions, sentence.translation, sentence.joined)


def with_sentences(block: Block, sentences: tuple[Sentence, ...]) -> Block:
    """The block with other sentences; everything else as it was."""
    return replace(block, sentences=sentences)


def map_sentences(article: Article, change: Callable[[Sentence], Sentence]) -> Article:
    """The article with every sentence replaced by what ``change`` makes of it."""
    return replace(
        article,
        blocks=tuple(
            with_sentences(block, tuple(change(sentence) for sentence in block.sentences)) for block in article.blocks
        ),
    )
