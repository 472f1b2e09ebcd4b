"""What stands where on a page, out of its content stream: every glyph with its place and what it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from reader.outputs.ruby_font import FAMILY

_MAPPED = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")


@dataclass(frozen=True)
class Glyph:
    """A glyph: its origin and the end of its advance on the baseline, and its size, in points from the lower left;
    what its font says it reads; its font, and its number there. ``pinyin``: whether it is painted for its pinyin."""

    x: float
    end: float
    y: float
    size: float
    text: str
    family: str
    number: int
    pinyin: bool


@dataclass(frozen=True)
class Line:
    """Glyphs that follow each other on a baseline; spaces between words have none."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @property
    def end(self) -> float:
        return self.glyphs[-1].end

    @property
    def y(self) -> float:
        return self.glyphs[0].y


@dataclass(frozen=True)
class _Font:
    family: str
    widths: dict[int, float]
    texts: dict[int, str]


def _font(font: pikepdf.Object) -> _Font:
    array = list(font.DescendantFonts[0].W)
    widths = {
        int(first) + place: float(width)
        for first, found in zip(array[::2], array[1::2], strict=True)
        for place, width in enumerate(found)
    }
    mapped = _MAPPED.findall(font.ToUnicode.read_bytes())
    texts = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in mapped}
    return _Font(str(font.BaseFont).split("+")[1].replace("-", " "), widths, texts)


def glyphs(page: pikepdf.Page) -> Iterator[Glyph]:
    """The glyphs of a page, in the order in which they are painted."""
    fonts = {str(name): _font(font) for name, font in page.Resources.Font.items()}
    matrices = [pikepdf.Matrix()]
    line, name, size, x = pikepdf.Matrix(), "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[misc]
        match str(operator):
            case "q":
                matrices.append(matrices[-1])
            case "Q":
                matrices.pop()
            case "cm":
                matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]
            case "Tm":
                line, x = pikepdf.Matrix(*map(float, operands)) @ matrices[-1], 0.0
            case "Tf":
                name, size = str(operands[0]), float(operands[1])
            case "TJ":
                font = fonts[name]
                for part in operands[0]:
                    if not isinstance(part, pikepdf.String):
                        x -= float(part) / 1000 * size
                        continue
                    codes = bytes(part)
                    for at in range(0, len(codes), 2):
                        number = int.from_bytes(codes[at : at + 2])
                        width = font.widths.get(number, 1000) / 1000 * size
                        start, end = line.transform((x, 0)), line.transform((x + width, 0))
                        pinyin = font.family == FAMILY and name.endswith("S")
                        text = font.texts.get(number, "")
                        yield Glyph(start[0], end[0], start[1], size * abs(line.a), text, font.family, number, pinyin)
                        x += width


def lines(page: pikepdf.Page) -> Iterator[Line]:
    """The lines of a page, without the second painting of pinyin and without blanks."""
    line: list[Glyph] = []
    for glyph in glyphs(page):
        if glyph.pinyin or not glyph.text.strip("\u200b"):
            continue
        if line and not (
            abs(glyph.y - line[-1].y) < 0.1 and -0.6 * glyph.size < glyph.x - line[-1].end < 3 * glyph.size
        ):
            yield Line(tuple(line))
            line = []
        line.append(glyph)
    if line:
        yield Line(tuple(line))
