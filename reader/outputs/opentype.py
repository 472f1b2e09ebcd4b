"""An OpenType font put together from finished charstrings (OpenType 1.9; Adobe Technical Note 5176, The Compact Font
Format). fontTools does this for any font, in half the time that a short book takes; this is for one kind: glyphs in
one order, subroutines that all share, and one rule for kerning.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from struct import pack
from typing import Final

from reader.outputs.outlines import number

_UNITS: Final = 1000
_NO_DATE: Final = 2082844800
"""1970-01-01 in seconds since 1904, as a font counts them: a build has no date of its own."""
_FIRST_STRING: Final = 391
"""The number of the first string of a CFF font's own (Technical Note 5176, 10)."""
_MARK: Final = 3
"""The class of glyphs in GDEF that rules may pass over."""
_IGNORE_MARKS: Final = 8
_X_ADVANCE: Final = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What a font is called, for people and in PostScript."""

    family: str
    postscript: str


@dataclass(frozen=True, slots=True)
class Metrics:
    """How high and how deep it is, and the box of all its glyphs: left, bottom, right, top; in thousandths of an em."""

    ascent: int
    descent: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kerning:
    """A glyph comes ``closer`` to the one before where that is of class 1 and it of 1 or 2, or both are of class 2;
    whatever glyphs of ``skipped`` are between. ``classes``: by glyph; the rest is of none."""

    classes: Mapping[int, int]
    skipped: int
    closer: int


def cff(names: Names, metrics: Metrics, charstrings: Sequence[bytes], subroutines: Sequence[bytes]) -> bytes:
    """The outlines as a CID-keyed font in which every glyph is called by its number. Its nominal and its default width
    are 0."""
    count = len(charstrings)
    private = b"".join((number(0), b"\x14", number(0), b"\x15"))
    private += _offset(len(private) + 6) + b"\x13"  # subroutines follow at once
    strings = _index([b"Adobe", b"Identity"])
    head = b"\x01\x00\x04\x04" + _index([names.postscript.encode()])
    charset = b"\x02" + pack(">HH", 1, count - 2)
    select = b"\x03" + pack(">HHBH", 1, 0, 0, count)
    glyphs = _index(charstrings)

    def top(at: Mapping[str, int]) -> bytes:
        operators = (
            (_FIRST_STRING, _FIRST_STRING + 1, 0, b"\x0c\x1e"),
            (*metrics.box, b"\x05"),
            (count, b"\x0c\x22"),
            (at["charset"], b"\x0f"),
            (at["glyphs"], b"\x11"),
            (at["dictionaries"], b"\x0c\x24"),
            (at["select"], b"\x0c\x25"),
        )
        return _index([b"".join(part if isinstance(part, bytes) else _offset(part) for part in _flat(operators))])

    def dictionaries(at: Mapping[str, int]) -> bytes:
        return _index([_offset(len(private)) + _offset(at["private"]) + b"\x12"])

    nothing = dict.fromkeys(("charset", "select", "glyphs", "dictionaries", "private"), 0)
    before = len(head) + len(top(nothing)) + len(strings) + len(_index([]))
    sizes = {
        "charset": len(charset),
        "select": len(select),
        "glyphs": len(glyphs),
        "dictionaries": len(dictionaries(nothing)),
        "private": len(private),
    }
    at = dict(zip(sizes, accumulate(sizes.values(), initial=before), strict=False))
    parts = (head, top(at), strings, _index([]), charset, select, glyphs, dictionaries(at), private)
    return b"".join((*parts, _index(subroutines)))


def opentype(
    names: Names,
    metrics: Metrics,
    outlines: bytes,
    widths: Sequence[int],
    codes: Mapping[int, int],
    kerning: Kerning | None,
) -> bytes:
    """The font with these outlines (:func:`cff`). ``widths`` by glyph; ``codes``: the glyph of each character."""
    count = len(widths)
    metric = array("h", (value for width in widths for value in (width, 0)))
    if sys.byteorder == "little":
        metric.byteswap()
    widest = max(widths)
    left, bottom, right, top = metrics.box
    tables = {
        b"CFF ": outlines,
        b"OS/2": pack(
            ">HhHHH10hh10sLLLL4sHHHhhhHHLLhhHHH",
            *(4, widest, 400, 5, 0),
            *(650, 600, 0, 75, 650, 600, 0, 350, 50, 300),  # sub- and superscript, strikeout
            *(0, bytes(10), 0, 0, 0, 0, b"    ", 1 << 6, min(*codes, 0xFFFF), min(max(codes), 0xFFFF)),
            *(metrics.ascent, metrics.descent, 0, metrics.ascent, -metrics.descent),
            *(0, 0, 500, 700, 0, 0x20, 2),
        ),
        b"cmap": _character_map(codes),
        b"head": pack(
            ">LLLLHHqqhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _UNITS, _NO_DATE, _NO_DATE),
            *(left, bottom, right, top, 0, 3, 2, 0, 0),
        ),
        b"hhea": pack(
            ">LhhhHhhhhhh8xhH",
            *(0x10000, metrics.ascent, metrics.descent, 0, widest, 0, 0, right, 1, 0, 0, 0, count),
        ),
        b"hmtx": metric.tobytes(),
        b"maxp": pack(">LH", 0x5000, count),
        b"name": _name_table(names),
        b"post": pack(">LLhhLLLLL", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    if kerning is not None:
        tables |= {b"GDEF": _glyph_classes({kerning.skipped: _MARK}), b"GPOS": _positioning(kerning)}
    return _sfnt(tables)


def _flat(operators: Iterable[tuple[int | bytes, ...]]) -> Iterable[int | bytes]:
    return (part for operator in operators for part in operator)


def _offset(value: int) -> bytes:
    """An operand of a dictionary that always takes five bytes."""
    return b"\x1d" + pack(">i", value)


def _index(items: Sequence[bytes]) -> bytes:
    """A CFF index (Technical Note 5176, 5)."""
    if not items:
        return b"\x00\x00"
    offsets = list(accumulate(map(len, items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    return b"".join((pack(">HB", len(items), size), *(at.to_bytes(size) for at in offsets), *items))


def _character_map(codes: Mapping[int, int]) -> bytes:
    """A cmap table of format 12: runs of characters whose glyphs follow each other."""
    groups: list[list[int]] = []
    for code, glyph in sorted(codes.items()):
        if groups and code == groups[-1][1] + 1 and glyph == groups[-1][2] + code - groups[-1][0]:
            groups[-1][1] = code
        else:
            groups.append([code, code, glyph])
    body = b"".join(pack(">LLL", *group) for group in groups)
    return pack(">HHHHLHHLLL", 0, 1, 3, 10, 12, 12, 0, 16 + len(body), 0, len(groups)) + body


def _name_table(names: Names) -> bytes:
    texts = {1: names.family, 2: "Regular", 4: f"{names.family} Regular", 6: names.postscript}
    encoded = {key: text.encode("utf-16-be") for key, text in texts.items()}
    starts = accumulate(map(len, encoded.values()), initial=0)
    records = b"".join(
        pack(">HHHHHH", 3, 1, 0x409, key, len(text), at)
        for (key, text), at in zip(encoded.items(), starts, strict=False)
    )
    return pack(">HHH", 0, len(texts), 6 + len(records)) + records + b"".join(encoded.values())


def _class_table(classes: Mapping[int, int]) -> bytes:
    """A class definition table of format 2."""
    ranges = b"".join(pack(">HHH", glyph, glyph, classes[glyph]) for glyph in sorted(classes))
    return pack(">HH", 2, len(classes)) + ranges


def _glyph_classes(classes: Mapping[int, int]) -> bytes:
    return pack(">LHHHH", 0x10000, 12, 0, 0, 0) + _class_table(classes)


def _positioning(kerning: Kerning) -> bytes:
    """A GPOS table with the feature kern: one lookup of pairs by classes."""
    closer, none = -kerning.closer, 0
    matrix = pack(">9h", *(none, none, none), *(none, closer, closer), *(none, none, closer))
    classes = _class_table(kerning.classes)
    coverage = pack(f">HH{len(kerning.classes)}H", 1, len(kerning.classes), *sorted(kerning.classes))
    fixed = 16 + len(matrix)
    pairs = pack(">HHHHHHHH", 2, fixed + len(classes), _X_ADVANCE, 0, fixed, fixed, 3, 3)
    subtable = pairs + matrix + classes + coverage
    scripts = pack(">H4sH", 1, b"DFLT", 8) + pack(">HH", 4, 0) + pack(">HHHH", 0, 0xFFFF, 1, 0)
    features = pack(">H4sH", 1, b"kern", 8) + pack(">HHH", 0, 1, 0)
    lookups = pack(">HH", 1, 4) + pack(">HHHH", 2, _IGNORE_MARKS, 1, 8) + subtable
    first = 10
    header = pack(">LHHH", 0x10000, first, first + len(scripts), first + len(scripts) + len(features))
    return header + scripts + features + lookups


def _sfnt(tables: Mapping[bytes, bytes]) -> bytes:
    """The tables in one file, with their checksums (OpenType, Organization of an OpenType Font)."""
    count = len(tables)
    power = count.bit_length() - 1
    records, bodies = [], []
    at = 12 + 16 * count
    head = 0
    for tag in sorted(tables):
        body = tables[tag]
        padded = body + bytes(-len(body) % 4)
        if tag == b"head":
            head = at
        records.append(pack(">4sLLL", tag, _checksum(padded), at, len(body)))
        bodies.append(padded)
        at += len(padded)
    search = 16 << power
    made = bytearray(b"".join((pack(">4sHHHH", b"OTTO", count, search, power, 16 * count - search), *records, *bodies)))
    made[head + 8 : head + 12] = pack(">L", (0xB1B0AFBA - _checksum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)


def _checksum(padded: bytes) -> int:
    words = array("I", padded)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
