"""A translation of a seed, by paragraphs: ``NAME.<language>[-version]`` with one of the endings of :data:`FORMATS`.

Plain text has a blank line between paragraphs and, if the translator wants, `` | `` between the translations of
sentences (docs/translation.md). A table or a TMX file has segments beside their source. What is read is judged here as
far as that can be done without the seed: encoding, markup, language, emptiness.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.errors import MissingExtra, SourceError
from reader.findings import Finding, Severity, finding
from reader.hanzi import is_han
from reader.model import Place
from reader.sources.decode import decode
from reader.sources.western import decode_western

MARK: Final = "|"
"""Stands between the translations of two sentences, with white space around it."""
UNTRANSLATED: Final = "-"
"""A part that is only this: the sentence has no translation."""
ADDED: Final = "+ "
"""A part that begins with this has no sentence: the translator added it."""

_NAME: Final = re.compile(
    r"(?P<seed>.+?)\.(?P<lang>[a-z]{2,3})(?:-(?P<version>[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*))?\.(?P<ending>[a-z]+)"
)
_SPLIT: Final = re.compile(r"(?<!\S)\|(?!\S)")
_BLANKS: Final = " \t\u3000\xa0\ufeff"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a translation, or one segment of a table.

    ``text`` is all of it without marks. ``parts``: the text between marks, one where there is none; an empty part
    stands for a sentence that is translated with the one before it. ``source``: the text it translates, if the file
    says it.
    """

    text: str
    parts: tuple[str, ...]
    place: Place
    source: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation as it was read. ``notes`` are the comment lines at the top, ``draft`` whether one of them says that
    a machine made it and nobody has accepted it yet."""

    lang: str
    version: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]
    draft: bool
    path: str

    @property
    def label(self) -> str:
        """What names it among the translations of a seed: ``en``, ``en-literal``."""
        return f"{self.lang}-{self.version}" if self.version else self.lang


@dataclass(frozen=True, slots=True)
class Name:
    """What the name of a translation file says."""

    seed: str
    lang: str
    version: str
    ending: str


Rows = tuple[tuple[Paragraph, ...], tuple[str, ...], tuple[Finding, ...]]
"""What a format gives: paragraphs, notes, findings."""


def translation_name(name: str) -> Name | None:
    """What the name of a file says if it is that of a translation: ``NAME.en.txt``, ``NAME.en-literal.tmx``."""
    match = _NAME.fullmatch(name)
    if match is None or match["ending"] not in FORMATS:
        return None
    return Name(match["seed"], match["lang"], match["version"] or "", match["ending"])


def read_translation(data: bytes, path: str) -> tuple[Translation | None, tuple[Finding, ...]]:
    """The translation in the file at ``path`` and what is wrong with it; None where nothing of it can be used.

    No fault raises: an edition is made without a translation rather than not at all.
    """
    name = translation_name(path.rsplit("/", 1)[-1])
    if name is None:
        hint = f"call it NAME.LANGUAGE.ENDING, as in NAME.en.txt; endings are {', '.join(FORMATS)}"
        return None, (finding("A001", path, None, None, "the name does not say whose translation this is", hint),)
    try:
        paragraphs, notes, faults = FORMATS[name.ending](data, path, name.lang)
    except (SourceError, MissingExtra) as error:
        return None, (finding("A001", error.path or path, error.line, error.column, error.message, error.hint),)
    findings = list(faults)
    paragraphs = tuple(_without_markup(paragraph, findings) for paragraph in paragraphs)
    paragraphs = tuple(paragraph for paragraph in paragraphs if paragraph.text)
    wrong = _language_fault(paragraphs, name.lang, path)
    if wrong:
        return None, (*findings, wrong)
    paragraphs = tuple(paragraph for paragraph in paragraphs if not _is_untranslated(paragraph, findings))
    draft = any(note.strip().lower().rstrip(".") == "draft" for note in notes)
    translation = Translation(name.lang, name.version, paragraphs, notes, draft, path)
    if not paragraphs:
        return None, (*findings, finding("A002", path, 1, 1, "there is no text in the translation"))
    return translation, tuple(findings)


def paragraph_of(text: str, place: Place) -> Paragraph:
    """A paragraph with its marks read; white space is folded."""
    parts = tuple(" ".join(part.split()) for part in _SPLIT.split(text))
    shown = (part.removeprefix(ADDED) for part in parts if part and part != UNTRANSLATED)
    return Paragraph(" ".join(shown), parts, place)


def segment_of(text: str, place: Place, source: str) -> Paragraph:
    """A segment of a table beside its source; a bar in it is no mark."""
    text = " ".join(text.split())
    return Paragraph(text, (text,), place, source)


# --- plain text -------------------------------------------------------------------------------------------------------


def _read_text(data: bytes, path: str, _lang: str) -> Rows:
    text, findings = decode_text(data, path)
    lines = text.split("\n")
    notes: list[str] = []
    first = 0
    while first < len(lines) and (not lines[first].strip(_BLANKS) or lines[first].startswith("#")):
        if lines[first].startswith("#"):
            notes.append(lines[first].lstrip("#").strip())
        first += 1
    numbered = [(number, line.strip(_BLANKS)) for number, line in enumerate(lines[first:], start=first + 1)]
    while numbered and not numbered[-1][1]:
        numbered.pop()
    paragraphs = (
        paragraph_of(" ".join(line for _, line in group), Place(path, group[0][0])) for group in _groups(numbered)
    )
    return tuple(paragraphs), tuple(notes), findings


def _groups(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Lines that belong together: up to a blank line, or one by one in a text without any blank line."""
    if all(line for _, line in lines):
        yield from ([line] for line in lines)
        return
    group: list[tuple[int, str]] = []
    for number, line in lines:
        if line:
            group.append((number, line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def decode_text(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The characters of a file, with line feeds between lines, and how it was decoded if that is worth saying.

    Besides what :func:`reader.sources.decode.decode` knows, Windows-1252 is read, in which English, French and German
    are often saved. Raises :class:`SourceError` where nothing fits.
    """
    try:
        decoded, findings = decode(data, path)
        text = decoded.text
    except SourceError:
        western = decode_western(data)
        if western is None:
            raise
        hint = "look at the text, and save it as UTF-8 if it is right"
        text, findings = western, (finding("S002", path, 1, 1, "read as Windows-1252", hint, Severity.WARNING),)
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"), findings


# --- judging ----------------------------------------------------------------------------------------------------------

_DROPPED: Final = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ELEMENTS: Final = (
    "a|abbr|article|b|big|blockquote|body|br|center|cite|code|div|em|figure|font|footer|h[1-6]|head|header|hr|html|i|img|"
    "li|link|mark|meta|ol|p|pre|q|rp|rt|ruby|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|u|ul"
)
_TAG: Final = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
_BREAKING: Final = re.compile(r"</?(?:br|p|div|li|td|tr|h[1-6])\b", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def _without_markup(paragraph: Paragraph, findings: list[Finding]) -> Paragraph:
    """The paragraph as a reader is to see it; markup in it is reported once."""
    found = next((match for p in (_DROPPED, _TAG, _ENTITY) for match in p.finditer(paragraph.text)), None)
    if found is None:
        return paragraph
    place = paragraph.place
    shown = found[0] if len(found[0]) <= 40 else f"{found[0][:39]}…"
    message = f"markup in a translation, which is plain text: {shown}; it was left out"
    findings.append(finding("A004", place.path, place.line, place.column, message, "delete it"))
    parts = tuple(_plain(part) for part in paragraph.parts)
    return replace(paragraph, text=_plain(paragraph.text), parts=parts)


def _plain(text: str) -> str:
    text = _TAG.sub(lambda tag: " " if _BREAKING.match(tag[0]) else "", _DROPPED.sub("", text))
    return " ".join(html.unescape(text).split())


_MOST_HAN: Final = 0.3
"""Share of Chinese characters among the letters from which on a text is no translation; quoting terms stays below."""
_ENGLISH: Final = frozenset(
    "the of and to in a is that for it was on are as with his they at be this from have or by".split()
)
_LEAST_ENGLISH: Final = 0.1
"""Share of these words that English prose stays above (about 0.3); other languages are below 0.05."""
_SURELY_ENGLISH: Final = 0.22
_ENOUGH_WORDS: Final = 60
_HALF: Final = 0.5


def _language_fault(paragraphs: Sequence[Paragraph], lang: str, path: str) -> Finding | None:
    texts = [paragraph.text for paragraph in paragraphs]
    line = paragraphs[0].place.line if paragraphs else 1
    if lang == "zh" or _share_of_han("".join(texts)) > _MOST_HAN:
        message = f"the translation is called '{lang}', but is in Chinese"
        return finding("A003", path, line, 1, message, "is it the text itself, or under another's name?")
    words = [word for text in texts for word in re.findall("[a-z]+", text.lower())]
    if len(words) < _ENOUGH_WORDS:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    message = ""
    if lang == "en" and share < _LEAST_ENGLISH:
        message = "the translation is called 'en', but does not look like English"
    elif lang != "en" and share > _SURELY_ENGLISH:
        message = f"the translation is called '{lang}', but looks like English"
    return finding("A003", path, line, 1, message, "give the file the name of its language") if message else None


def _is_untranslated(paragraph: Paragraph, findings: list[Finding]) -> bool:
    """Whether a paragraph of a translation is still in Chinese; that is reported."""
    if _share_of_han(paragraph.text) <= _HALF:
        return False
    place = paragraph.place
    message = f"a paragraph is still in Chinese: {paragraph.text[:20]}"
    findings.append(finding("A005", place.path, place.line, place.column, message, "translate it, or delete it"))
    return True


def _share_of_han(text: str) -> float:
    letters = sum(map(str.isalpha, text))
    return sum(map(is_han, text)) / letters if letters else 0.0


# --- formats ----------------------------------------------------------------------------------------------------------


def _read_csv(data: bytes, path: str, lang: str) -> Rows:
    from reader.sources.table import read_csv

    return read_csv(data, path, lang)


def _read_xlsx(data: bytes, path: str, lang: str) -> Rows:
    from reader.sources.table import read_xlsx

    return read_xlsx(data, path, lang)


def _read_tmx(data: bytes, path: str, lang: str) -> Rows:
    from reader.sources.tmx import read_tmx

    return read_tmx(data, path, lang)


FORMATS: Final[dict[str, Callable[[bytes, str, str], Rows]]] = {
    "txt": _read_text,
    "csv": _read_csv,
    "xlsx": _read_xlsx,
    "tmx": _read_tmx,
}
"""How a file is read, by the ending of its name."""
