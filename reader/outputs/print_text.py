"""What is under the ink: the last touch to the PDF, when it is laid out and about to be written.

The words of a ruby font are private characters, which nobody could search or copy. Here every glyph gets its Chinese
back; the spaces that were there to be stretched leave the text and stay as distances; and the pinyin gets its colour:
each line is painted once below the border between word and pinyin and once above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from reader.outputs.ruby_font import BORDER, FAMILY, SPACE, SPACE_GLYPH, RubyFont

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""

_MAPPED: Final = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]+)>")
_SHOWN: Final = re.compile(rb"<([0-9a-f]*)>")
_SILENT: Final = "S"
"""What the name of a font has behind it where nothing is under its glyphs."""
_WIDE: Final = 20000
"""Wider than any page, in its units."""

_TOP: Final = 1.6
_BOTTOM: Final = -0.6
"""What a line may cover over and under its baseline, in em."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What WeasyPrint calls with its document and its PDF (``write_pdf(finisher=…)``).

    Text in the colour ``ink`` gets its pinyin in the colour ``pinyin``; in any other, both keep theirs. The first
    ``front`` pages have Roman numbers.
    """

    font: RubyFont
    ink: Colour
    pinyin: Colour
    front: int

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change the PDF in place."""
        import pydyf

        roman, arabic = pydyf.Dictionary({"S": "/r"}), pydyf.Dictionary({"S": "/D"})
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, roman, self.front, arabic])})
        ruby = [font for font in document.fonts.values() if font.family == FAMILY]
        names = {f"/{font.hash}".encode() for font in ruby}
        self._add_silent(pdf, {font.hash for font in ruby})
        files = {font.file_content for font in ruby}
        for item in pdf.objects:
            stream = getattr(item, "stream", None)
            if not isinstance(stream, list) or not stream:
                continue
            if b"begincmap" in stream:
                item.stream = [self._readable(line) for line in stream]
            elif len(stream) == 1 and stream[0] in files:
                # The same glyphs, but put together from subroutines: a third of the size.
                item.stream = [self.font.data]
            elif b"BT" in stream:
                item.stream = list(self._painted(stream, names))

    def _add_silent(self, pdf: Any, hashes: set[str]) -> None:
        """Give the pages each ruby font a second time, with nothing under its glyphs, for the second painting: not
        every program that extracts text knows what an empty ActualText means."""
        import pydyf

        for table in [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and hashes & set(item)]:
            for key in sorted(hashes & set(table)):
                number = int(table[key].split()[0])
                font = pydyf.Dictionary(pdf.objects[number])
                whole = pdf.objects[int(font["ToUnicode"].split()[0])]
                nothing = pydyf.Stream([_MAPPED.sub(rb"<\1> <>", line) for line in whole.stream], compress=True)
                pdf.add_object(nothing)
                font["ToUnicode"] = nothing.reference
                pdf.add_object(font)
                table[key + _SILENT] = font.reference

    def _readable(self, line: bytes) -> bytes:
        """A line of a ToUnicode map, with the Chinese of private characters in it."""
        return _MAPPED.sub(lambda found: b"<%s> <%s>" % (found[1], _chinese(found[2], self.font.words)), line)

    def _painted(self, stream: Iterable[bytes], names: set[bytes]) -> Iterator[bytes]:
        """The operators of a page, with every text of a ruby font cleaned and in two colours."""
        colours: list[Colour | None] = [None]
        text: list[bytes] = []
        for operator in stream:
            if text or operator == b"BT":
                text.append(operator)
                if operator == b"ET":
                    yield from self._text(text, names, colours[-1])
                    text = []
                continue
            if operator == b"q":
                colours.append(colours[-1])
            elif operator == b"Q":
                colours.pop()
            elif operator.endswith((b" rg", b" scn", b" cs")):
                colours[-1] = _rgb(operator)
            yield operator

    def _text(self, operators: Iterable[bytes], names: set[bytes], colour: Colour | None) -> Iterator[bytes]:
        """A text object, painted once, or twice where it has pinyin in a colour of its own."""
        cleaned: list[bytes] = []
        lines: dict[float, float] = {}
        ruby = found = False
        size = y = 0.0
        for operator in operators:
            if operator.endswith(b" Tf"):
                name, number, _ = operator.split()
                size, ruby = float(number), name in names
            elif operator.endswith(b" Tm"):
                y = float(operator.split()[5])
            shown = operator.endswith(b"TJ")
            if shown:
                lines[y] = max(size, lines.get(y, 0.0))
            cleaned.append(_spaceless(operator) if shown and ruby else operator)
            found = found or (shown and ruby)
        if not found or colour is None or not _same(colour, self.ink):
            yield from cleaned
            return
        border = BORDER / 1000
        yield from (b"q", *_clip(lines, _BOTTOM, border), *cleaned, b"Q")
        yield from (b"q", *_clip(lines, border, _TOP), b"/Span << /ActualText <FEFF> >> BDC")
        silent = (_silenced(operator, names) for operator in cleaned)
        yield from (b"%.4f %.4f %.4f rg" % self.pinyin, *silent, b"EMC", b"Q")


def _silenced(operator: bytes, names: set[bytes]) -> bytes:
    """The operator, with the silent twin of a ruby font where it selects one."""
    name, _, rest = operator.partition(b" ")
    return name + _SILENT.encode() + b" " + rest if operator.endswith(b" Tf") and name in names else operator


def _chinese(code: bytes, words: Mapping[str, str]) -> bytes:
    text = bytes.fromhex(code.decode()).decode("utf-16-be")
    return "".join(words.get(ch, ch) for ch in text).encode("utf-16-be").hex().encode()


def _rgb(operator: bytes) -> Colour | None:
    """The colour that an operator sets, if it is in RGB."""
    *numbers, name = operator.split()
    if name != b"rg":
        return None
    red, green, blue = map(float, numbers)
    return red, green, blue


def _same(one: Colour, other: Colour) -> bool:
    """Whether two colours are the same in eight bits."""
    return all(abs(a - b) < 1 / 512 for a, b in zip(one, other, strict=True))


def _clip(lines: Mapping[float, float], low: float, high: float) -> Iterator[bytes]:
    """The operators that confine painting to a band over the baseline of each line, from ``low`` to ``high`` em. The
    units of a page go down."""
    for y, size in lines.items():
        yield b"%d %.3f %d %.3f re" % (-_WIDE, y - high * size, 2 * _WIDE, (high - low) * size)
    yield b"W n"


def _spaceless(operator: bytes) -> bytes:
    """A text operator with its spaces as distances."""

    def strings(found: re.Match[bytes]) -> bytes:
        digits = found[1]
        glyphs = (digits[i : i + 4] for i in range(0, len(digits), 4))
        return b"<" + b"".join(b"> %d <" % -SPACE if glyph == SPACE_GLYPH else glyph for glyph in glyphs) + b">"

    # an empty string may stand between two numbers, which must not become one
    return _SHOWN.sub(strings, operator).replace(b"<>", b" ")
