"""The fonts: where they come from, cut down to what a page uses, and their letter widths.

They come with a Python package, so that a page looks the same on every machine. Noto Serif SC sets the Chinese and,
with its own Latin, the English; the Latin of Noto Sans SC sets the pinyin. Both are under the SIL Open Font License;
what is put into a page is a part of them under another name.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import pylopdf_fonts_zh_cn
import uharfbuzz as hb

from reader.hanzi import is_zero_width

Role = Literal["serif", "sans"]

_FEATURES: Final = ("kern", "mark", "ccmp", "locl", "pwid", "halt", "liga")
"""What is kept of the layout tables: Latin kerning, marks on letters, the proportional quotes of English (pwid), and
the half-width punctuation with which browsers close up 」「 (halt)."""

_VERTICAL: Final = ("VORG", "vhea", "vmtx")
"""Tables for vertical writing, which no page has."""

_KEPT_NAMES: Final = (0, 13, 14)
"""Copyright, licence and its address (OpenType, name table): the OFL asks that they stay with the font."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the page: the family that the style sheets name, and what the colophon says of it."""

    role: Role
    family: str
    name: str
    copyright: str


FONTS: Final[tuple[Font, ...]] = (
    Font("serif", "Duben Serif", "Noto Serif SC", "© 2017–2024 Adobe"),
    Font("sans", "Duben Sans", "Noto Sans SC", "© 2014–2021 Adobe"),
)


_DATA: Final = "data:font/woff2;base64,"
_MARK: Final = "\ufdd0"
"""A character for the inside of programs only (Unicode 16, 23.7)."""


def _path(role: Role) -> Path:
    paths = {"serif": pylopdf_fonts_zh_cn.serif_path, "sans": pylopdf_fonts_zh_cn.sans_path}
    return Path(paths[role]())


@cache
def _face(role: Role) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(_path(role))))


def key(role: Role) -> str:
    """What tells the font from its other releases."""
    path = _path(role)
    return f"{path.name} {path.stat().st_size}"


@cache
def _covered(role: Role) -> frozenset[int]:
    return frozenset(_face(role).unicodes)


SUBSTITUTE: Final = "〓"
"""The geta mark, which Chinese typesetters put where they have no sort for a character."""


def missing(text: Iterable[str]) -> tuple[str, ...]:
    """The characters of the text that the serif font does not have, in order; spaces, controls, invisibles and private
    characters apart."""
    return tuple(
        ch
        for ch in sorted(set(text))
        if ch.isprintable() and not ch.isspace() and not is_zero_width(ch) and ord(ch) not in _covered("serif")
    )


def subset(role: Role, characters: Collection[str]) -> bytes:
    """The font with these characters only, as OpenType (CFF). The same characters give the same bytes.

    The sans font sets no Chinese: of it only what lies before the CJK blocks is kept.
    """
    wanted = {ord(ch) for ch in characters}
    if role == "sans":
        wanted = {code for code in wanted if code < 0x2E80}
    asked = hb.SubsetInput()
    asked.unicode_set.update(wanted)
    asked.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    asked.layout_feature_tag_set.clear()
    asked.layout_feature_tag_set.update(_tags(_FEATURES))
    asked.name_id_set.clear()
    asked.name_id_set.update(_KEPT_NAMES)
    asked.drop_table_tag_set.update(_tags(_VERTICAL))
    return bytes(hb.subset(_face(role), asked).blob.data)


def with_plain_numbers(font: bytes) -> bytes:
    """The font with its glyphs called by their numbers.

    The source fonts are keyed by character identifiers, which a subset keeps while it numbers its glyphs anew. A PDF is
    written with the numbers, and a viewer may take them for identifiers (ISO 32000-1, 9.7.4.2): it would show other
    glyphs, or none. The table that says which is which (Adobe 5176, 13) is overwritten with one range, 1 to the last.
    """
    table = _table(font, b"CFF ")
    maxp = _table(font, b"maxp")
    glyphs = int.from_bytes(font[maxp + 4 : maxp + 6])
    at = table + _charset(font[table:])
    first_range = {1: font[at + 3 : at + 4], 2: font[at + 3 : at + 5]}.get(font[at], b"")
    if glyphs < 4 or int.from_bytes(first_range) >= glyphs - 2:
        return font  # one range it is, and there may be no room for more
    made = bytearray(font)
    made[at : at + 5] = b"\x02\x00\x01" + (glyphs - 2).to_bytes(2)
    return bytes(made)


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of an OpenType font begins."""
    count = int.from_bytes(font[4:6])
    record = next(at for at in range(12, 12 + 16 * count, 16) if font[at : at + 4] == tag)
    return int.from_bytes(font[record + 8 : record + 12])


def _charset(cff: bytes) -> int:
    """Where the charset of a CFF font begins: the operand of its dictionary before the operator 15 (Technical Note
    5176, 4 to 9)."""
    _, top = _index(cff, cff[2])
    (start, end), _ = _index(cff, top)
    operand, at = 0, start
    while at < end:
        first = cff[at]
        at += 1
        if first == 15:
            return operand
        if first == 12:
            at += 1
        elif first == 30:
            while cff[at] & 15 != 15:
                at += 1
            at += 1
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            operand = int.from_bytes(cff[at : at + size], signed=True)
            at += size
        elif first >= 247:
            operand = (first - 247) * 256 + cff[at] + 108 if first < 251 else -(first - 251) * 256 - cff[at] - 108
            at += 1
        elif first >= 32:
            operand = first - 139
    raise ValueError("the font has no charset")


def _index(cff: bytes, at: int) -> tuple[tuple[int, int], int]:
    """Where the first item of an index begins and ends, and where the whole of it ends."""
    count, size = int.from_bytes(cff[at : at + 2]), cff[at + 2]
    if not count:
        return (at + 2, at + 2), at + 2
    offsets = [int.from_bytes(cff[at + 3 + size * n : at + 3 + size * (n + 1)]) for n in (0, 1, count)]
    base = at + 2 + size * (count + 1)
    return (base + offsets[0], base + offsets[1]), base + offsets[2]


def _tags(names: Iterable[str]) -> set[int]:
    return {int.from_bytes(name.encode()) for name in names}


def woff2(font: bytes) -> bytes:
    """The font as WOFF 2.0, which browsers read and which is a third smaller."""
    from fontTools.ttLib import TTFont

    loaded = TTFont(io.BytesIO(font), recalcTimestamp=False)
    loaded.flavor = "woff2"
    packed = io.BytesIO()
    loaded.save(packed)
    return packed.getvalue()


def with_fonts(made: Callable[[tuple[dict[str, str], ...]], str]) -> bytes:
    """The page that ``made`` gives for font faces (family, address, format), UTF-8, with the fonts inside, cut down to
    its characters.

    Which they are is known when the page is made, and making it takes long. So it is made once, with marks that are in
    no text for the addresses.
    """
    marks = {font.role: f"{_MARK}{font.role}" for font in FONTS}
    page = made(tuple({"family": font.family, "url": marks[font.role], "format": "woff2"} for font in FONTS))
    characters = frozenset(page)
    for role, mark in marks.items():
        page = page.replace(mark, _DATA + base64.b64encode(woff2(subset(role, characters))).decode())
    return page.encode()


@cache
def font(role: Role) -> hb.Font:
    """The whole font, for measuring and drawing. Its unit is a thousandth of an em."""
    return hb.Font(_face(role))


@cache
def widths(role: Role) -> Callable[[str], float]:
    """A function that gives the width of a text in em, as the sum of its advance widths, unkerned."""
    source = font(role)

    @cache
    def advance(ch: str) -> float:
        return float(source.get_glyph_h_advance(source.get_nominal_glyph(ord(ch)) or 0)) / 1000

    def width(text: str) -> float:
        return sum(map(advance, text), 0.0)

    return width


def blanks(role: Role, ch: str) -> tuple[int, int]:
    """How much of a character is blank before and after its ink, in thousandths of an em; (0, 0) where it has none."""
    source = font(role)
    glyph = source.get_nominal_glyph(ord(ch))
    ink = source.get_glyph_extents(glyph) if glyph else None
    if not ink or not ink.width:
        return 0, 0
    return ink.x_bearing, source.get_glyph_h_advance(glyph) - ink.x_bearing - ink.width
