from __future__ import annotations

import pytest
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reader.outputs import fonts
from reader.outputs.outlines import Outline, Pen, Placed, charstring, draw_functions, number


class Private:
    """As much of a Private dictionary as a charstring looks at."""

    defaultWidthX = nominalWidthX = 0  # noqa: N815

    def __init__(self, subroutines: list[bytes]) -> None:
        self.Subrs = [T2CharString(bytecode=code, private=self) for code in subroutines]


def drawn(code: bytes, subroutines: list[bytes]) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
    pen = RecordingPen()
    T2CharString(bytecode=code, private=Private(subroutines), globalSubrs=[]).draw(pen)
    return [(name, args) for name, args in pen.value if name not in ("closePath", "endPath")]


@given(st.integers(-32768, 32767))
def test_numbers_are_read_back(value: int) -> None:
    string = T2CharString(bytecode=number(value) + b"\x0e")
    string.decompile()
    assert string.program == [value, "endchar"]


def square() -> Outline:
    pen = Pen()
    pen.move(10, 20)
    pen.line(110, 20)
    pen.line(110, 120)
    pen.line(60, 170)
    pen.curve(60, 100, 50, 90, 10, 90)
    pen.curve(5, 90, 0, 60, 0, 50)
    pen.curve(0, 40, 5, 30, 10, 30)
    pen.move(200, 200)
    pen.line(210, 220)
    return pen.outline(240, 0)


def test_parts_stand_where_they_are_put() -> None:
    outline = square()
    code = charstring(500, (Placed(outline, 0), Placed(outline, 240)), 1)
    first = [
        ("moveTo", ((10, 20),)), ("lineTo", ((110, 20),)), ("lineTo", ((110, 120),)), ("lineTo", ((60, 170),)),
        ("curveTo", ((60, 100), (50, 90), (10, 90))), ("curveTo", ((5, 90), (0, 60), (0, 50))),
        ("curveTo", ((0, 40), (5, 30), (10, 30))), ("moveTo", ((200, 200),)), ("lineTo", ((210, 220),)),
    ]  # fmt: skip
    second = [(name, tuple((x + 240, y) for x, y in points)) for name, points in first]
    assert drawn(code, [outline.body]) == first + second


def test_the_width_comes_first_and_a_space_draws_nothing() -> None:
    empty = Pen().outline(260, 0)
    string = T2CharString(
        bytecode=charstring(260, (Placed(empty, 0),), 1), private=Private([empty.body]), globalSubrs=[]
    )
    pen = RecordingPen()
    string.draw(pen)
    assert (pen.value, string.width) == ([], 260)


@pytest.mark.parametrize("ch", "国际字，8")
def test_a_glyph_of_the_font_is_drawn_as_the_font_draws_it(ch: str) -> None:
    source = fonts.font("serif")
    pen = Pen()
    source.draw_glyph(source.get_nominal_glyph(ord(ch)), draw_functions(), pen)
    outline = pen.outline(0, 0)
    subset = TTFont(__import__("io").BytesIO(fonts.subset("serif", ch)))
    expected = RecordingPen()
    subset.getGlyphSet()[subset.getBestCmap()[ord(ch)]].draw(expected)
    wanted = [(name, args) for name, args in expected.value if name != "closePath"]
    assert _without_closing(drawn(charstring(0, (Placed(outline, 0),), 1), [outline.body])) == _without_closing(wanted)


def _without_closing(steps: list[tuple[str, tuple[tuple[float, float], ...]]]) -> list[object]:
    """Without the line back to where a contour began: some draw it, some leave it to the renderer."""
    kept: list[object] = []
    start: tuple[float, float] | None = None
    for index, (name, points) in enumerate(steps):
        if name == "moveTo":
            start = points[0]
        ends = index + 1 == len(steps) or steps[index + 1][0] == "moveTo"
        if not (name == "lineTo" and ends and points[0] == start):
            kept.append((name, points))
    return kept


def test_pinyin_is_scaled_and_raised() -> None:
    pen = Pen(scale=0.5, rise=1000)
    pen.move(100, 0)
    pen.line(200, -20)
    assert (pen.start, (pen.x, pen.y)) == ((50, 1000), (100, 990))
