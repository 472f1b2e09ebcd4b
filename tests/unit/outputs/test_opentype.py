from __future__ import annotations

import io
from struct import unpack_from

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from reader.outputs.opentype import Kerning, Metrics, Names, cff, opentype
from reader.outputs.outlines import Outline, Pen, Placed, charstring

NAMES = Names("A Family", "AFamily")
METRICS = Metrics(900, -200, (0, -200, 2000, 900))


def square() -> Outline:
    pen = Pen()
    pen.move(0, 0)
    pen.line(100, 0)
    pen.line(100, 100)
    return pen.outline(500, 0)


def made(count: int = 5, kerning: Kerning | None = None) -> tuple[bytes, TTFont]:
    part = square()
    widths = [1000, *(10 * number for number in range(1, count))]
    charstrings = [charstring(width, [Placed(part, width % 1000)], 1) for width in widths]
    codes = {0x61 + number: number for number in range(1, count - 1)} | {0xF0000: count - 1}
    outlines = cff(NAMES, METRICS, charstrings, [part.body])
    data = opentype(NAMES, METRICS, outlines, widths, codes, kerning)
    return data, TTFont(io.BytesIO(data), lazy=False, checkChecksums=2)


def test_all_tables_can_be_read() -> None:
    _, font = made()
    for table in font.keys():  # noqa: SIM118 - a font is no mapping
        assert font[table] is not None
    assert font["name"].getDebugName(1) == "A Family"
    assert (font["hhea"].ascent, font["hhea"].descent) == (900, -200)


@pytest.mark.parametrize("count", [5, 300, 3000])
def test_characters_have_their_glyphs_and_widths(count: int) -> None:
    data, font = made(count)
    assert font.getBestCmap()[0xF0000] == font.getGlyphName(count - 1)
    assert font["hmtx"][font.getGlyphName(count - 1)][0] == 10 * (count - 1)
    shaped = hb.Font(hb.Face(data))
    assert shaped.get_nominal_glyph(0x62) == 1
    assert shaped.get_glyph_h_advance(1) == 10


def test_glyphs_are_called_by_their_numbers_and_drawn_from_subroutines() -> None:
    _, font = made()
    top = font["CFF "].cff.topDictIndex[0]
    assert top.charset == [".notdef", "cid00001", "cid00002", "cid00003", "cid00004"]
    pen = RecordingPen()
    font.getGlyphSet()["cid00003"].draw(pen)
    assert [point for name, points in pen.value if name in ("moveTo", "lineTo") for point in points][:3] == [
        (30, 0),
        (130, 0),
        (130, 100),
    ]


def test_kerning_follows_the_classes() -> None:
    data, _ = made(8, Kerning({1: 1, 2: 2}, skipped=3, closer=5))

    def advances(*glyphs: int) -> list[int]:
        buffer = hb.Buffer()
        buffer.add_codepoints([0x61 + glyph for glyph in glyphs])
        buffer.guess_segment_properties()
        hb.shape(hb.Font(hb.Face(data)), buffer)
        return [position.x_advance for position in buffer.glyph_positions]

    assert advances(1, 1) == [5, 10]
    assert advances(1, 2) == [5, 20]
    assert advances(2, 2) == [15, 20]
    assert advances(2, 1) == [20, 10]
    assert advances(1, 4) == [10, 40]
    assert advances(1, 3, 2)[0] == 5


def test_the_whole_file_has_its_checksum() -> None:
    data, _ = made()
    padded = data + bytes(-len(data) % 4)
    assert sum(unpack_from(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF == 0xB1B0AFBA
