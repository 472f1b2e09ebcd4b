"""Pinyin in print: a font made for the document, in which the glyph of a word carries its pinyin.

The layout engine has no ruby, and two more boxes for every word would cost most of its time. So each word with pinyin
becomes one character of the private use area, whose glyph is the word with its pinyin over it; a paragraph is then
plain text, which is broken and justified as any other. :mod:`reader.outputs.print_text` puts the Chinese back under
the glyphs when the PDF is written.

A word that is wider than a line, or longer than what programs read from one glyph, is a character for each of its
pieces. A word narrower than its pinyin gets room on both sides, except beside punctuation: there the pinyin may hang
over the mark, which is empty at that height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.edition import Edition, Word
from reader.model import TokenKind
from reader.outputs import fonts
from reader.outputs.drawings import Drawings
from reader.outputs.opentype import Kerning, Metrics, Names, cff, opentype
from reader.outputs.outlines import Outline, Pen, Placed, charstring, draw_functions
from reader.outputs.print_pieces import word_pieces
from reader.outputs.punctuation import BREAK, HALF, closing_up

FAMILY: Final = "Duben Ruby"

SIZE: Final = 0.52
"""The size of the pinyin in em of its word."""

RISE: Final = 1030
"""How far the pinyin is raised over the baseline, in thousandths of an em."""

BORDER: Final = 882
"""Between the word and its pinyin: nothing of a word is higher, nothing of a pinyin lower (thousandths of an em)."""

CLEAR: Final = 14
"""So far on both sides of the border there is nothing at all."""

_APART: Final = 100
"""The least distance of neighbouring pinyin, where no space between the words adds to it."""

SPACE: Final = 260
"""The width of the space between words with pinyin. W3C CLREQ wants about half an em between words, and a fourth at
least. In a book without pinyin it has none: text is set solid, and the spaces are there to be stretched."""

SPACE_GLYPH: Final = b"0001"
"""Its number as a PDF shows it. (0 is the missing glyph.)"""

FILLER: Final = 90
"""The width of a blank that nothing is under."""

FILLER_GLYPH: Final = b"0002"
_FILLER: Final = "\ue000"

_ASCENT: Final = 1480
_DESCENT: Final = -290
_METRICS: Final = Metrics(_ASCENT, _DESCENT, box=(-500, _DESCENT, 12000, _ASCENT))
_NAMES: Final = Names(FAMILY, "DubenRuby")

_FIRST: Final = 0xF0000
"""The first character of private use plane 15. It has room for 65,534; a font, for a few more."""

_DASH: Final = "—"

_Key = tuple[str, str, bool, bool]
"""What tells glyphs apart: word, pinyin, and whether it may hang over what is before and after it."""

_LONGEST: Final = 8
"""Of a glyph with more characters under it some programs read none."""


@dataclass(frozen=True, slots=True)
class RubyFont:
    """The font, its outlines alone (CFF), the Chinese of each of its private characters, and the width of its space."""

    data: bytes
    outlines: bytes
    words: Mapping[str, str]
    space: int
    _characters: Mapping[_Key, str]

    def set(self, word: Word) -> str:
        """The character that stands for a word with pinyin; several, where it had to be cut into pieces."""
        return self._characters[_key(word)]


def ruby_font(edition: Edition, others: Iterable[str], measure: float) -> RubyFont:
    """The font for the words of an edition that have pinyin over them, and for the characters ``others`` that stand
    between them. ``measure`` is the length of the shortest line in em. The same edition gives the same bytes."""
    fits = _fits(measure)
    keys = dict.fromkeys(_key(word) for word in _words(edition) if word.ruby is not None)
    pieces = {key: _pieces(key, fits) for key in keys}
    distinct = dict.fromkeys(piece for found in pieces.values() for piece in found)
    private = {piece: chr(code) for code, piece in enumerate(distinct, _FIRST)}
    drawn = _Drawn()
    others = set(others)
    space = SPACE if keys else 0
    glyphs = {" ": _Glyph(space, ()), _FILLER: _Glyph(FILLER, ()), BREAK: _Glyph(0, ())}
    for ch in sorted({ch for ch in others if ch.isprintable()} - {" ", _DASH}):
        outline = drawn.han(ch)
        if outline is not None:
            glyphs[ch] = _Glyph(outline.width, (Placed(outline, 0),))
    if _DASH in others:
        glyphs[_DASH] = drawn.dash()
    for key, ch in private.items():
        glyphs[ch] = _word(key, drawn)
    characters = {key: BREAK.join(private[piece] for piece in found) for key, found in pieces.items()}
    data, outlines = _build(glyphs, drawn.outlines())
    return RubyFont(data, outlines, {ch: key[0] for key, ch in private.items()}, space, characters)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A glyph in the making."""

    width: int
    parts: tuple[Placed, ...]


def _words(edition: Edition) -> Iterable[Word]:
    blocks = (block for article in edition.articles for part in article.parts for block in part.blocks)
    for runs in (edition.title_runs, *(block.runs for block in blocks)):
        for run in runs:
            yield from run.words


def _key(word: Word) -> _Key:
    return (word.text, word.ruby or "", word.before is TokenKind.PUNCT, word.after is TokenKind.PUNCT)


def _fits(measure: float) -> Callable[[str, str], bool]:
    han, pinyin = fonts.widths("serif"), fonts.widths("sans")
    room = measure - 2 * _APART / 1000

    def fits(text: str, spelling: str) -> bool:
        return len(text) <= _LONGEST and max(han(text), SIZE * pinyin(spelling)) <= room

    return fits


def _pieces(key: _Key, fits: Callable[[str, str], bool]) -> tuple[_Key, ...]:
    text, pinyin, before, after = key
    found = word_pieces(text, pinyin, fits)
    last = len(found) - 1
    return tuple((*piece, before and at == 0, after and at == last) for at, piece in enumerate(found))


class _Drawn:
    """The outlines of a book, numbered as they are wanted."""

    def __init__(self) -> None:
        self._han, self._letters = Drawings("serif"), Drawings("sans", SIZE, RISE)
        self._found: dict[tuple[fonts.Role, str], Outline | None] = {}
        self._all: list[Outline] = []

    def outlines(self) -> tuple[Outline, ...]:
        """All that was drawn, by number of the subroutine. They are kept for the next book."""
        self._han.keep()
        self._letters.keep()
        return tuple(self._all)

    def han(self, ch: str) -> Outline | None:
        """A character of the text, or what stands for one that the font does not have."""
        return self._get("serif", self._han, ch) or self._get("serif", self._han, fonts.SUBSTITUTE)

    def letter(self, ch: str) -> Outline | None:
        """A letter of the pinyin, at its size and height."""
        return self._get("sans", self._letters, ch)

    def dash(self) -> _Glyph:
        """A dash that is an em wide and touches the other half of a double one."""
        left, right = fonts.blanks("serif", _DASH)
        stretch = 1 / (fonts.widths("serif")(_DASH) - (left + right) / 1000)
        font, pen = fonts.font("serif"), Pen(stretch=stretch)
        font.draw_glyph(font.get_nominal_glyph(ord(_DASH)), draw_functions(), pen)
        outline = pen.outline(1000, len(self._all))
        self._all.append(outline)
        return _Glyph(1000, (Placed(outline, -round(left * stretch)),))

    def _get(self, role: fonts.Role, drawings: Drawings, ch: str) -> Outline | None:
        if (role, ch) not in self._found:
            outline = drawings.outline(ch, len(self._all))
            if outline is not None:
                self._all.append(outline)
            self._found[role, ch] = outline
        return self._found[role, ch]


def _word(key: _Key, drawn: _Drawn) -> _Glyph:
    """A word with its pinyin centred over it."""
    text, pinyin, hangs_before, hangs_after = key
    base, base_width = _line(drawn.han, text)
    letters, width = _line(drawn.letter, pinyin)
    room = max(0, -(-(width + _APART - base_width) // 2))
    left = 0 if hangs_before else room
    shift = left + (base_width - width) // 2
    parts = [Placed(part.outline, part.x + left) for part in base]
    parts += [Placed(part.outline, part.x + shift) for part in letters]
    return _Glyph(left + base_width + (0 if hangs_after else room), tuple(parts))


def _line(draw: Callable[[str], Outline | None], text: str) -> tuple[list[Placed], int]:
    """The outlines of a text one behind the other, and the width of all."""
    placed: list[Placed] = []
    x = 0
    for ch in text:
        outline = draw(ch)
        if outline is not None:
            placed.append(Placed(outline, x))
            x += outline.width
    return placed, x


def _build(glyphs: Mapping[str, _Glyph], outlines: Sequence[Outline]) -> tuple[bytes, bytes]:
    """An OpenType font of these glyphs, each the glyph of its character, and its outlines alone."""
    number = {ch: place for place, ch in enumerate(glyphs, 1)}
    all_glyphs = (_Glyph(1000, ()), *glyphs.values())
    charstrings = [charstring(glyph.width, glyph.parts, len(outlines)) for glyph in all_glyphs]
    drawn = cff(_NAMES, _METRICS, charstrings, [outline.body for outline in outlines])
    marks = closing_up(glyphs)
    kerning = Kerning({number[ch]: place for ch, place in marks.items()}, number[BREAK], HALF) if marks else None
    widths = [glyph.width for glyph in all_glyphs]
    return opentype(_NAMES, _METRICS, drawn, widths, {ord(ch): at for ch, at in number.items()}, kerning), drawn
