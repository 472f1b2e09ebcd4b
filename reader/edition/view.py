"""What a page shows, as frozen records: everything a template needs, ready in order, and nothing it must compute.

An ``anchor`` is the ``id`` of an element; a link to it is ``#`` and the anchor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from reader.edition.spec import EditionSpec
from reader.model import BlockKind, Meta, NameKind, Rendering, Term, TokenKind

_SPACED: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.LATIN})
"""What is set apart from its like."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in the text: what is printed (a paragraph number, or what stands for one) and where it leads."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Word:
    """One token as the page has it.

    ``ruby`` is the pinyin to be set over it, None where this edition sets none; ``pinyin`` is its pinyin in any case.
    ``before`` and ``after`` are the kinds of its neighbours in the block, None at the block's ends. ``syllables`` is
    the pinyin cut by the characters of the text (joined it is the pinyin again), empty where it cannot be cut;
    ``said`` is the pinyin in its spoken tones where they differ; ``senses`` is the long entry.
    """

    text: str
    kind: TokenKind
    pinyin: str | None
    ruby: str | None
    spoken: str | None
    gloss: str | None
    level: int | None
    name: NameKind | None
    before: TokenKind | None = None
    after: TokenKind | None = None
    syllables: tuple[str, ...] = ()
    said: str | None = None
    senses: tuple[str, ...] = ()

    @property
    def gap(self) -> bool:
        """Whether a gap belongs before it: W3C CLREQ wants about half an em between the words of a text with pinyin."""
        return self.kind in _SPACED and self.before in _SPACED


@dataclass(frozen=True, slots=True)
class Run:
    """Words that belong together: a glossary term (``term`` its id, ``anchor`` this occurrence, ``first`` in its
    article), or a stretch of text outside terms (``term`` None)."""

    words: tuple[Word, ...]
    term: str | None = None
    anchor: str | None = None
    first: bool = False

    @property
    def text(self) -> str:
        """The words, joined."""
        return "".join(word.text for word in self.words)


NoteKind = Literal["term", "name", "word", "number"]


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a paragraph for a word first used there.

    ``pinyin`` is how it is said, None where that stands over the word already; for a number, how it is said aloud.
    ``gloss`` is None for a number. ``term`` is the entry to link to. ``at`` is where in the text of the paragraph the
    word begins: 0 also for what was met in a heading before it."""

    kind: NoteKind
    text: str
    pinyin: str | None
    gloss: str | None
    term: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its runs; ``id`` is that of the model, as the recordings of ``audio/`` are named. ``literal`` is
    the sentence word by word in English, None where the edition does not show that."""

    id: str
    runs: tuple[Run, ...]
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring sentences that are translated together, mostly one, and their translation; None: they have none."""

    sentences: tuple[SentenceView, ...]
    translation: str | None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its sentences. ``number`` counts paragraphs through the document; None for everything else.

    ``label`` is how the page refers to it: the number, or what stands for one.
    ``groups`` are the sentences again with their translations, ``translation`` is that of the block, for what stands
    under a paragraph or beside it; None where this edition shows none.
    """

    anchor: str
    kind: BlockKind
    level: int | None
    sentences: tuple[SentenceView, ...]
    number: int | None
    notes: tuple[Note, ...]
    translation: str | None
    groups: tuple[Group, ...] = ()
    label: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of all its sentences."""
        return tuple(run for sentence in self.sentences for run in sentence.runs)

    @property
    def text(self) -> str:
        """The repaired text of the block."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Figure:
    """A photograph that is described but not shown."""

    caption: BlockView
    credit: BlockView | None


PartKind = Literal["masthead", "head", "text", "list", "table", "figures", "imprint"]


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring blocks of one family. ``figures`` pairs captions and credits where ``kind`` is ``figures``."""

    kind: PartKind
    blocks: tuple[BlockView, ...]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article; ``title`` is empty for what stands outside the articles (masthead, figures, imprint)."""

    anchor: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: 1 for an article, 2 for a heading in it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the vocabulary or a name: where it stands (one reference a block) and how often in all."""

    text: str
    pinyin: str | None
    gloss: str | None
    level: int | None
    refs: tuple[Ref, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Headword:
    """A word as its card has it, wherever it stands: ``syllables`` joined are its pinyin, one for each character;
    ``parts`` has what each character means by itself, None where that is not known (empty: nothing is)."""

    text: str
    syllables: tuple[str, ...]
    level: int | None
    name: NameKind | None
    gloss: str | None
    senses: tuple[str, ...]
    parts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class ArticleVocabulary:
    """The words of one article, in the order in which they come."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A glossary entry that is used here: the entries to see also, as far as they are used here too, its sources by
    number (from 1) in :attr:`Edition.sources`, and every place where it is."""

    term: Term
    see: tuple[Term, ...]
    sources: tuple[int, ...]
    refs: tuple[Ref, ...]
    count: int


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The proper nouns of one kind, by pinyin."""

    kind: NameKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of an index: ``head`` is what it is sorted by (pinyin, or English), ``term`` the glossary entry to go to
    if it is a term."""

    head: str
    text: str
    term: str | None
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter (``#`` for what begins with none)."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Erratum:
    """A repair on record: the line of the seed, what stood there and what stands here, with the few characters
    around them that make the place plain, and why."""

    line: int
    lead: str
    before: str
    after: str
    rest: str
    reason: str


@dataclass(frozen=True, slots=True)
class Errata:
    """All that was changed on the way from the seed. ``joins``: the lines at which a broken paragraph was joined."""

    repairs: tuple[Erratum, ...]
    joins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the list: how much of the running text falls in it, and how much is known up to it (0 to 1)."""

    label: str
    share: float
    known: float


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard the text is, by numbers.

    ``measure`` says what ``bands`` count: characters where a list of graded characters was given, else words.
    ``names`` and ``unlisted`` are the shares of proper nouns (0 where characters are counted) and of what is in no
    band. ``comfortable`` is the first band up to which 95 % is known, or None.
    """

    characters: int
    distinct_characters: int
    words: int
    distinct_words: int
    terms: int
    minutes: int
    pace: int
    measure: Literal["characters", "words"]
    bands: tuple[Band, ...]
    names: float
    unlisted: float
    comfortable: str | None


@dataclass(frozen=True, slots=True)
class Colophon:
    """What only the caller knows: versions and where the knowledge comes from.

    ``dictionary`` and ``levels`` name the dictionary and the word list with their versions (empty: none was used);
    ``date`` is the date to print, empty for none.
    """

    program: str
    version: str
    dictionary: str = ""
    levels: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that one edition of one document shows."""

    id: str
    spec: EditionSpec
    title: str
    title_runs: tuple[Run, ...]
    meta: Meta
    translation: Rendering | None
    """The translation that this edition shows, if any."""
    articles: tuple[ArticleView, ...]
    contents: tuple[ContentsLine, ...]
    headwords: tuple[Headword, ...]
    vocabulary: tuple[ArticleVocabulary, ...]
    glossary: tuple[TermEntry, ...]
    sources: tuple[str, ...]
    """The documents that the entries of the glossary rest on, each once."""
    names: tuple[NameGroup, ...]
    by_pinyin: tuple[IndexGroup, ...]
    by_english: tuple[IndexGroup, ...]
    errata: Errata
    review: int
    """How many places of the seed wait for an editor (errors and warnings)."""
    difficulty: Difficulty
    sha256: str
    colophon: Colophon
    lang: str
    """The language tag of its Chinese, zh-Hans or zh-Hant, where nothing else is said."""
    simplified: tuple[tuple[str, str], ...] = ()
    """The traditional characters of the text and the simplified ones they stand for; none where the text is not
    traditional."""
    recordings: tuple[tuple[str, str], ...] = ()
    """The sentences of which there are recordings, and the addresses of these as seen from the page."""

    @property
    def characters(self) -> frozenset[str]:
        """Every character that the edition has anywhere. (A representation escapes what cannot be printed, no more.)"""
        return frozenset(repr(self))
