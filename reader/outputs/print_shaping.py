"""Text as glyphs: which ones, how far apart, and how a PDF shows them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import uharfbuzz as hb

from reader.hanzi import is_han, is_zero_width
from reader.outputs.fonts import Role

Features = tuple[tuple[str, int], ...]
"""Features of OpenType and their values."""

_WORD: Final = re.compile(r"[^ \n]*[ \n]*")
"""What is shaped at once: a word with the blanks after it."""

_UNSEEN: Final = "\u200b"
"""What a glyph reads that has no character of its own."""


class Glyph(NamedTuple):
    """A glyph by its number; where its character begins in the text; how far it takes the pen, and how far it does by
    itself; how far it stands from the pen. All in thousandths of an em."""

    number: int
    at: int
    advance: int
    own: int
    right: int
    up: int


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that are shaped together; ``han``: Chinese ones. ``width`` and ``advances``, one a
    character, in em; ``shown``: elements of the array that shows them (ISO 32000-1, 9.4.3), by how far they stand over
    the baseline."""

    text: str
    role: Role
    han: bool
    glyphs: tuple[Glyph, ...]
    width: float
    advances: tuple[float, ...]
    shown: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text in one font and one script. ``width`` in em."""

    text: str
    role: Role
    width: float
    words: Sequence[Word]

    def advances(self) -> list[float]:
        """How wide each character is, in em."""
        return [advance for word in self.words for advance in word.advances]

    def operators(self, size: float, start: int = 0, end: int | None = None) -> bytes:
        """What shows it in this size, or those of its characters."""
        stop = len(self.text) if end is None else end
        parts: list[tuple[int, bytes]] = []
        at = 0
        for word in self.words:
            first, at = at, at + len(word.text)
            if start <= first and at <= stop:
                parts += word.shown
            elif first < stop and start < at:
                parts += _shown([glyph for glyph in word.glyphs if start <= first + glyph.at < stop])
        if not any(up for up, _ in parts):
            return b"[%s] TJ" % b"".join([part for _, part in parts]) if parts else b""
        shown = []
        for up, members in groupby(parts, lambda part: part[0]):
            show = b"[%s] TJ" % b"".join(part for _, part in members)
            shown.append(b"%.3f Ts %s 0 Ts" % (up / 1000 * size, show) if up else show)
        return b" ".join(shown)


def _shown(glyphs: Sequence[Glyph]) -> tuple[tuple[int, bytes], ...]:
    if not any(glyph.up for glyph in glyphs):
        return ((0, _elements(glyphs)),) if glyphs else ()
    return tuple((up, _elements(members)) for up, members in groupby(glyphs, lambda glyph: glyph.up))


def _elements(glyphs: Iterable[Glyph]) -> bytes:
    made = ""
    for number, _, advance, own, right, _ in glyphs:
        if right:
            made += f">{-right}<"
        made += f"{number:04x}"
        if advance != own + right:
            made += f">{own + right - advance}<"
    return f"<{made}>".replace("<>", "").encode()


@dataclass(slots=True)
class Used:
    """What was used of a font: how wide each glyph is, in thousandths of an em, and what it reads."""

    widths: dict[int, int] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)


class Shaper:
    """Shapes text in fonts, each word only once, and keeps account of what it used."""

    def __init__(self, fonts: Mapping[Role, bytes]) -> None:
        self._fonts = {role: hb.Font(hb.Face(data)) for role, data in fonts.items()}
        self._words: dict[tuple[str, tuple[Role, ...], Features], tuple[Word, ...]] = {}
        self._roles: dict[tuple[str, tuple[Role, ...]], Role] = {}
        self.used: Mapping[Role, Used] = {role: Used() for role in self._fonts}

    def shape(self, text: str, roles: tuple[Role, ...], features: Features) -> list[Shaped]:
        """The text in stretches of one font and script: each character in the first font that has it."""
        words: list[Word] = []
        for match in _WORD.findall(text):
            if match:
                key = match, roles, features
                found = self._words.get(key)
                if found is None:
                    found = self._words[key] = tuple(self._shaped(match, roles, features))
                words += found
        stretches = (list(members) for _, members in groupby(words, lambda word: (word.role, word.han)))
        return [
            Shaped("".join(word.text for word in found), found[0].role, sum(word.width for word in found), found)
            for found in stretches
        ]

    def _shaped(self, text: str, roles: tuple[Role, ...], features: Features) -> Iterator[Word]:
        for part, role, han in self._parts(text, roles):
            glyphs = tuple(self._glyphs(part, role, features, "zh-Hans" if han else "en"))
            texts = self.used[role].texts
            advances = [0.0] * len(part)
            for glyph in glyphs:
                advances[glyph.at] += glyph.advance / 1000
            if not all(glyph.number in texts for glyph in glyphs):
                for number, read in _texts(part, glyphs):
                    texts.setdefault(number, read)
            yield Word(part, role, han, glyphs, sum(advances), tuple(advances), _shown(glyphs))

    def _parts(self, text: str, roles: tuple[Role, ...]) -> Iterator[tuple[str, Role, bool]]:
        """The text, cut where font or script changes. Signs belong to the script before them."""
        start, han = 0, False
        role = self._role(text[0], roles)
        for at, ch in enumerate(text):
            own = self._role(ch, roles)
            script = is_han(ch) if ch.isalnum() else han
            if (own, script) != (role, han):
                if at:
                    yield text[start:at], role, han
                start, role, han = at, own, script
        yield text[start:], role, han

    def _role(self, ch: str, roles: tuple[Role, ...]) -> Role:
        """The first font that has the character."""
        key = ch, roles
        if key not in self._roles:
            has = (role for role in (*roles, *self._fonts) if self._fonts[role].get_nominal_glyph(ord(ch)))
            found = next(has, None)
            if found is None and not (ch.isspace() or is_zero_width(ch)):
                logging.getLogger("weasyprint").warning("no font has %r (U+%04X)", ch, ord(ch))
            self._roles[key] = found or roles[0]
        return self._roles[key]

    def _glyphs(self, text: str, role: Role, features: Features, language: str) -> Iterator[Glyph]:
        font, widths = self._fonts[role], self.used[role].widths
        buffer = hb.Buffer()
        buffer.add_str(text.replace("\n", " "))
        buffer.guess_segment_properties()
        buffer.language = language
        hb.shape(font, buffer, dict(features))
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            number = info.codepoint
            if number not in widths:
                widths[number] = font.get_glyph_h_advance(number)
            right, up, advance, _ = position.position
            yield Glyph(number, info.cluster, advance, widths[number], right, up)


def _texts(text: str, glyphs: Sequence[Glyph]) -> Iterator[tuple[int, str]]:
    """What each glyph reads. Where characters and glyphs of a cluster are as many, one reads one."""
    starts = [*sorted({glyph.at for glyph in glyphs}), len(text)]
    ends = dict(pairwise(starts))
    for at, members in groupby(glyphs, lambda glyph: glyph.at):
        numbers = [glyph.number for glyph in members]
        letters = text[at : ends[at]]
        if len(numbers) == len(letters):
            yield from zip(numbers, letters, strict=True)
        else:
            yield numbers[0], letters
            yield from ((number, _UNSEEN) for number in numbers[1:])
