"""Running texts whose every word carries its reading: ``gold/texts-*.txt``, whose header says how they are written.

Strict on purpose: whatever a scorer would have to guess is an error here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reader.pinyin import PinyinError, syllables

REGISTERS: Final = frozenset({"news", "story", "dialogue", "manual"})
_SECTION: Final = re.compile(r"## ((\w+)-[1-9]\d*)")
_CHINESE: Final = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF]")
_WORD: Final = re.compile(rf"{_CHINESE.pattern}+(·{_CHINESE.pattern}+)*")
_BARE: Final = re.compile(r"\d+(?:\.\d+)?%?|[A-Za-z]+|……|——|[，。、；：？！“”‘’（）《》—]")
_SPELLING: Final = re.compile(r"[a-z]+(?:[ ·-][a-z]+|'[aoe][a-z]*)*", re.IGNORECASE)
"""Without its marks: an apostrophe stands before a, o or e alone, and no separator at an end or after another."""
_MARKS: Final = re.compile(r"[\u0300-\u036F]")
_MIDDLE_DOT: Final = "·"
_COMMENT, _SPACE, _JOINT, _SLASH, _OR = "#", "_", "~", "/", "|"


class TextError(ValueError):
    """A line that breaks the format; the message begins with its number."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence.

    ``spellings`` are all that are right, the preferred one first; none for figures, Latin and punctuation. An
    ``open_joint`` says that it may as well be one word with the word before it.
    """

    text: str
    spellings: tuple[str, ...] = ()
    open_joint: bool = False

    @property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """The syllables of each spelling, one for each Chinese character; that of a 儿 without its own is ``r``."""
        return tuple(map(syllables, self.spellings))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or a title, byline or turn of a dialogue; ``section`` is for example ``news-1``."""

    section: str
    register: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What a reader gets to see."""
        return "".join(word.text for word in self.words)


def parse(source: str) -> tuple[Line, ...]:
    """The lines of all sections, in order. Raises TextError."""
    found: list[Line] = []
    sections: list[tuple[str, str]] = []
    for number, raw in enumerate(source.splitlines(), 1):
        try:
            if heading := _SECTION.fullmatch(raw):
                sections.append(_opened(heading, sections))
            elif sections and raw.startswith(_COMMENT):
                raise TextError("a comment, or a heading not of the form “## register-number”")
            elif raw and not raw.startswith(_COMMENT):
                found.append(_line(raw, sections))
        except TextError as error:
            raise TextError(f"line {number}: {error}") from None
    return tuple(found)


def _opened(heading: re.Match[str], sections: list[tuple[str, str]]) -> tuple[str, str]:
    section, register = heading.groups()
    if register not in REGISTERS:
        raise TextError(f"unknown register {register!r}")
    if (section, register) in sections:
        raise TextError(f"a second section {section!r}")
    return section, register


def _line(raw: str, sections: list[tuple[str, str]]) -> Line:
    if not sections:
        raise TextError("a text before the first section")
    if not unicodedata.is_normalized("NFC", raw):
        raise TextError("not NFC")
    section, register = sections[-1]
    return Line(section, register, tuple(word for item in raw.split(" ") for word in _words(item)))


def _words(item: str) -> Iterator[Word]:
    """One word, or several with open joints between them."""
    if not item:
        raise TextError("two spaces, or a space at the beginning or the end")
    for index, part in enumerate(item.split(_JOINT)):
        word = _word(part)
        if _JOINT in item and not word.spellings:
            raise TextError(f"{item!r}: only Chinese words are joined")
        yield Word(word.text, word.spellings, open_joint=index > 0)


def _word(part: str) -> Word:
    text, slash, spelled = part.partition(_SLASH)
    if not slash:
        if not _BARE.fullmatch(text):
            raise TextError(f"{part!r}: neither a word with its reading, nor figures, Latin or punctuation")
        return Word(text)
    if not _WORD.fullmatch(text):
        raise TextError(f"{part!r}: a reading for what is not Chinese")
    spellings = tuple(one.replace(_SPACE, " ") for one in spelled.split(_OR))
    if len(set(spellings)) < len(spellings):
        raise TextError(f"{part!r}: the same reading twice")
    for spelling in spellings:
        _fits(text.replace(_MIDDLE_DOT, ""), spelling)
    return Word(text, spellings)


def _fits(characters: str, spelling: str) -> None:
    """One syllable for each character, each with its tone mark where GB/T 16159 puts it."""
    if not _SPELLING.fullmatch(_MARKS.sub("", unicodedata.normalize("NFD", spelling))):
        raise TextError(f"{characters}: {spelling!r} is not spelled as words of pinyin")
    try:
        found = syllables(spelling)
    except PinyinError as error:
        raise TextError(f"{characters}: {error}") from None
    if len(found) != len(characters):
        raise TextError(f"{characters}: {len(characters)} characters, but {len(found)} syllables in {spelling!r}")
    if "".join(found) != re.sub(r"[ '·-]", "", spelling).lower():
        raise TextError(f"{characters}: {spelling!r} is not spelled with tone marks as {' '.join(found)!r}")
    if any(syllable == "r" and character != "儿" for character, syllable in zip(characters, found, strict=True)):
        raise TextError(f"{characters}: {spelling!r} has an r that is no 儿")
