"""The outlines of the source fonts, each drawn once and kept in the cache folder: drawing those of a book takes longer
than all the rest of making its font."""

from __future__ import annotations

import marshal
from contextlib import suppress
from pathlib import Path

import uharfbuzz as hb

from reader.cache import cache_folder, digest, write_atomically
from reader.errors import LexiconError
from reader.outputs import fonts
from reader.outputs.outlines import Outline, Pen, draw_functions

_VERSION = 1
"""Goes up when outlines are written down otherwise."""

_Kept = tuple[tuple[int, int], bytes, tuple[int, int], int]
"""An outline without its number."""


class Drawings:
    """The characters of a font, drawn at a size (in em) and raised. A drawing that is kept is the same as a new one."""

    def __init__(self, role: fonts.Role, scale: float = 1.0, rise: int = 0) -> None:
        self._font = fonts.font(role)
        self._scale, self._rise = scale, rise
        self._functions = draw_functions()
        drawn = digest(_VERSION, role, fonts.key(role), hb.__version__, str(scale), rise)
        self._path = cache_folder() / f"outlines-{drawn}.marshal"
        self._known = _read(self._path)
        self._new = False

    def outline(self, ch: str, number: int) -> Outline | None:
        """A character's outline, as the subroutine of this number; None where the font does not have it."""
        if ch not in self._known:
            found = self._drawn(ch)
            if found is None:
                return None
            self._known[ch] = found
            self._new = True
        return Outline(*self._known[ch], number)

    def keep(self) -> None:
        """Keep what was drawn for the next book, if that can be done."""
        if self._new:
            with suppress(LexiconError):
                write_atomically(self._path, lambda path: _write(path, self._known))

    def _drawn(self, ch: str) -> _Kept | None:
        glyph = self._font.get_nominal_glyph(ord(ch))
        if not glyph:
            return None
        pen = Pen(scale=self._scale, rise=self._rise)
        self._font.draw_glyph(glyph, self._functions, pen)
        made = pen.outline(round(self._font.get_glyph_h_advance(glyph) * self._scale), 0)
        return made.start, made.body, made.end, made.width


def _read(path: Path) -> dict[str, _Kept]:
    """What is kept; nothing, where there is no whole file."""
    try:
        found = marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, known: dict[str, _Kept]) -> None:
    path.write_bytes(marshal.dumps(known))
