"""The entry formats: bytes of one glossary or lexicon file in, entries and findings out. No file is opened here.

A glossary file is a list of terms (DESIGN section 7), the project lexicon a list of words. An entry is *sound* if
nothing worse than a warning was found in it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reader.findings import Finding, Severity, finding
from reader.glossary.pieces import pieces
from reader.hanzi import HAN_CLASS, has_han
from reader.model import LexiconEntry, NameKind, Place, Term, TermStatus
from reader.pinyin import PinyinError
from reader.yamlfile import Codes, Field, Form, Kind, Node, Record, parse, read_list, read_mapping

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")

SHORT_LENGTH = 32
"""What fits beside the line (DESIGN section 7), in characters."""

TERM_FIELDS = (
    Field("id", required=True),
    Field("term", required=True),
    Field("aliases", Kind.TEXTS),
    Field("pinyin", required=True),
    Field("short", required=True),
    Field("english", Kind.TEXTS),
    Field("forbidden", Kind.TEXTS),
    Field("definition"),
    Field("literal"),
    Field("domain"),
    Field("since"),
    Field("sources", Kind.TEXTS),
    Field("see", Kind.TEXTS),
    Field("status", choices=tuple(TermStatus)),
)
"""The fields of a term in their canonical order."""

WORD_FIELDS = (
    Field("word", required=True),
    Field("pinyin", required=True),
    Field("gloss", required=True),
    Field("name", choices=tuple(NameKind)),
)
"""The fields of a word of the project lexicon."""

TERM_FORM = Form(tuple(field.name for field in TERM_FIELDS), frozenset({"sources"}))
WORD_FORM = Form(tuple(field.name for field in WORD_FIELDS), spaced=False)
"""The canonical forms of both kinds of files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as it was read: complete if ``sound``, else with empty texts where a field is missing or faulty."""

    term: Term
    record: Record
    path: str
    sound: bool


def read_terms(data: bytes, path: str) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The terms of one glossary file, sound or not, and what is wrong with each on its own."""
    entries: list[Entry] = []
    nodes, faults = _items(data, path)
    for node in nodes:
        record, found = read_mapping(node, TERM_FIELDS, path, CODES)
        term = _term(record, path)
        found += tuple(_term_faults(term, record, path))
        faults += found
        entries.append(Entry(term, record, path, _is_sound(found)))
    return tuple(entries), faults


def read_lexicon(data: bytes, path: str) -> tuple[tuple[LexiconEntry, ...], tuple[Finding, ...]]:
    """The sound words of a project lexicon and what is wrong with the others."""
    words: list[LexiconEntry] = []
    nodes, faults = _items(data, path)
    for node in nodes:
        record, found = read_mapping(node, WORD_FIELDS, path, CODES)
        word, spelling, gloss = (_clean(record.text(name)) for name in ("word", "pinyin", "gloss"))
        found += tuple(_spelling_faults("word", word, spelling, record, path))
        found += tuple(_length_faults("gloss", gloss, record, path))
        faults += found
        if _is_sound(found):
            name = NameKind(record.text("name")) if record.text("name") else None
            words.append(LexiconEntry(word, spelling, gloss, name, Place(path, record.line, record.column)))
    return tuple(words), faults


def _items(data: bytes, path: str) -> tuple[tuple[Node, ...], tuple[Finding, ...]]:
    root, faults = parse(data, path, CODES)
    items, shape_faults = read_list(root, path, CODES)
    return items, faults + shape_faults


def _is_sound(found: tuple[Finding, ...]) -> bool:
    return all(fault.severity is not Severity.ERROR for fault in found)


def _clean(text: str) -> str:
    """One line without spaces at its ends, in NFC (pinyin typed on some systems comes decomposed)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _term(record: Record, path: str) -> Term:
    def text(name: str) -> str:
        return _clean(record.text(name))

    def texts(name: str) -> tuple[str, ...]:
        return tuple(_clean(item) for item in record.texts(name))

    return Term(
        id=text("id"),
        term=text("term"),
        pinyin=text("pinyin"),
        short=text("short"),
        aliases=texts("aliases"),
        english=texts("english"),
        forbidden=texts("forbidden"),
        definition=text("definition"),
        literal=text("literal"),
        domain=text("domain"),
        since=text("since"),
        sources=texts("sources"),
        see=texts("see"),
        status=TermStatus(record.text("status") or TermStatus.DRAFT),
        place=Place(path, record.line, record.column),
    )


# --- what one entry can get wrong beyond its shape --------------------------------------------------------------------

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_HAN_SPACE = re.compile(f"[{HAN_CLASS}] [{HAN_CLASS}]")
_DATE = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def _term_faults(term: Term, record: Record, path: str) -> Iterator[Finding]:
    for name, slug in (("id", term.id), ("domain", term.domain)):
        if slug and not _SLUG.fullmatch(slug):
            hint = "use ASCII lower-case letters and digits, with single hyphens between"
            yield finding("G003", path, *record.place(name), f"the {name} '{slug}' is not a plain identifier", hint)
    if term.since and not _is_date(term.since):
        message = f"since is '{term.since}', which is no date"
        yield finding("G003", path, *record.place("since"), message, "write YYYY, YYYY-MM or YYYY-MM-DD")
    yield from _spelling_faults("term", term.term, term.pinyin, record, path)
    for alias, place in zip(term.aliases, record.item_places("aliases"), strict=True):
        # A Latin abbreviation may stand for a Chinese term; bare digits would match any number of a text.
        if not any(char.isalpha() for char in alias):
            yield finding("G011", path, *place, f"the alias '{alias}' has no letter and no Chinese character")
        yield from _space_faults(alias, path, place)
    yield from _length_faults("short", term.short, record, path)


def _spelling_faults(name: str, text: str, spelling: str, record: Record, path: str) -> Iterator[Finding]:
    """Whether the field called ``name`` is Chinese and the pinyin beside it is its pinyin."""
    if not text:
        return
    if not has_han(text):
        message = f"the {name} '{text}' has no Chinese character"
        yield finding("G011", path, *record.place(name), message)
        return
    yield from _space_faults(text, path, record.place(name))
    if spelling:
        try:
            pieces(text, spelling)
        except PinyinError as error:
            hint = "give each character its syllable, with tone marks; spaces stand between words"
            yield finding("G008", path, *record.place("pinyin"), str(error), hint)


def _space_faults(text: str, path: str, place: tuple[int, int]) -> Iterator[Finding]:
    if _HAN_SPACE.search(text):
        message = f"'{text}' has a space between Chinese characters and would never be found in a text"
        yield finding("G003", path, *place, message, "take the space out")


def _length_faults(name: str, text: str, record: Record, path: str) -> Iterator[Finding]:
    if len(text) > SHORT_LENGTH:
        message = f"{name} has {len(text)} characters; {SHORT_LENGTH} fit beside the line"
        yield finding("G009", path, *record.place(name), message, "shorten it; the definition has room for the rest")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
