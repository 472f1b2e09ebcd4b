"""Glyph outlines as the bytes of Type 2 charstrings, which can be put together without being drawn again.

An outline is taken from its font once and becomes a subroutine. It moves relative to where it begins, so a glyph made
of several is a move to the place of each and a call (Adobe Technical Note 5177, The Type 2 Charstring Format).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

_RMOVETO: Final = b"\x15"
_RLINETO: Final = b"\x05"
_HLINETO: Final = b"\x06"
_VLINETO: Final = b"\x07"
_RRCURVETO: Final = b"\x08"
_HVCURVETO: Final = b"\x1f"
_VHCURVETO: Final = b"\x1e"
_CALLSUBR: Final = b"\x0a"
_RETURN: Final = b"\x0b"
_ENDCHAR: Final = b"\x0e"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a glyph looks like: where its pen first goes, the bytes from there on, where the pen is at the end; and how
    wide it is. ``body`` is empty for a space. ``subroutine`` is its number."""

    start: tuple[int, int]
    body: bytes
    end: tuple[int, int]
    width: int
    subroutine: int


@dataclass(frozen=True, slots=True)
class Placed:
    """An outline and how far to the right it stands."""

    outline: Outline
    x: int


def charstring(width: int, parts: Iterable[Placed], subroutines: int) -> bytes:
    """A glyph of this width, with these parts in it, in a font with so many subroutines. Its nominal width is 0."""
    bias = 107 if subroutines < 1240 else 1131 if subroutines < 33900 else 32768
    out = [number(width)]
    x = y = 0
    for part in parts:
        outline = part.outline
        if outline.body:
            left = outline.start[0] + part.x
            out += [number(left - x), number(outline.start[1] - y), _RMOVETO]
            out += [number(outline.subroutine - bias), _CALLSUBR]
            x, y = outline.end[0] + part.x, outline.end[1]
    return b"".join((*out, _ENDCHAR))


def number(value: int) -> bytes:
    """An operand (Technical Note 5177, 3.2)."""
    if -107 <= value <= 107:
        return bytes((value + 139,))
    if 108 <= value <= 1131:
        value -= 108
        return bytes(((value >> 8) + 247, value & 255))
    if -1131 <= value <= -108:
        value = -value - 108
        return bytes(((value >> 8) + 251, value & 255))
    return b"\x1c" + value.to_bytes(2, "big", signed=True)


@dataclass(slots=True)
class Pen:
    """Writes down what HarfBuzz draws, scaled, raised and stretched sideways, in whole units."""

    scale: float = 1.0
    rise: int = 0
    stretch: float = 1.0
    start: tuple[int, int] | None = None
    x: int = 0
    y: int = 0
    out: list[bytes] = field(default_factory=list)

    def outline(self, width: int, subroutine: int) -> Outline:
        """What was drawn."""
        body = b"".join((*self.out, _RETURN)) if self.out else b""
        return Outline(self.start or (0, 0), body, (self.x, self.y), width, subroutine)

    def _step(self, x: float, y: float) -> tuple[int, int]:
        """The step to this point; the pen is there afterwards."""
        to_x, to_y = round(x * self.scale * self.stretch), round(y * self.scale) + self.rise
        step = to_x - self.x, to_y - self.y
        self.x, self.y = to_x, to_y
        return step

    def move(self, x: float, y: float) -> None:
        """Begin a contour."""
        dx, dy = self._step(x, y)
        if self.start is None:
            self.start = (self.x, self.y)
        else:
            self.out.append(number(dx) + number(dy) + _RMOVETO)

    def line(self, x: float, y: float) -> None:
        """A straight line."""
        dx, dy = self._step(x, y)
        if dy == 0:
            self.out.append(number(dx) + _HLINETO)
        elif dx == 0:
            self.out.append(number(dy) + _VLINETO)
        else:
            self.out.append(number(dx) + number(dy) + _RLINETO)

    def curve(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        """A cubic curve. Each of its points is relative to the one before."""
        ax, ay = self._step(x1, y1)
        bx, by = self._step(x2, y2)
        cx, cy = self._step(x3, y3)
        middle = number(bx) + number(by)
        if ay == 0 and cx == 0:
            self.out.append(number(ax) + middle + number(cy) + _HVCURVETO)
        elif ax == 0 and cy == 0:
            self.out.append(number(ay) + middle + number(cx) + _VHCURVETO)
        else:
            self.out.append(number(ax) + number(ay) + middle + number(cx) + number(cy) + _RRCURVETO)


def draw_functions() -> Any:
    """HarfBuzz draw functions that draw with a :class:`Pen`. The fonts used here are CFF: no quadratic curves."""
    import uharfbuzz as hb

    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    functions.set_cubic_to_func(lambda x1, y1, x2, y2, x3, y3, pen: pen.curve(x1, y1, x2, y2, x3, y3))
    functions.set_close_path_func(lambda _pen: None)
    return functions
