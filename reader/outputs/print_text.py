"""What is under the ink: the last touch to the PDF, when it is laid out and about to be written.

The words of a ruby font are private characters, which nobody could search or copy. Here every glyph gets its Chinese
back, and the spaces that were there to be stretched leave the text and stay as distances. Words with pinyin stand so
far apart that programs would see spaces again; so every stretch of text says what it reads (ActualText, ISO 32000-1,
14.9.4), and at its ends the distance is filled with blanks that nothing is under. The pinyin gets its colour: a line is
painted once below the border between word and pinyin and once above it. The second painting is optional content
(8.11): a viewer that shows layers can switch the pinyin off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from reader.outputs.print_layer import LAYER, add_layer
from reader.outputs.print_tags import finish_tags
from reader.outputs.ruby_font import BORDER, CLEAR, FAMILY, FILLER, FILLER_GLYPH, SPACE_GLYPH, RubyFont

_Read = Mapping[bytes, Mapping[bytes, str]]
"""What glyphs read, by the names of the ruby fonts."""

Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""

_MAPPED: Final = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]+)>")
_SHOWN: Final = re.compile(rb"<([0-9a-f]*)>")
_ENDS: Final = re.compile(rb"\[[-\d. ]+|[-\d. ]+\]")
"""The distances before the first glyph of a text operator and behind the last."""
_SILENT: Final = "S"
"""What the name of a font has behind it where nothing is under its glyphs."""
_GAPS: Final = frozenset(" \u200b")
"""What stands between words and is not of the text."""
_NEVER: Final = 4000
"""A width that no distance between words reaches, in thousandths of an em."""
_WIDE: Final = 20000
"""Wider than any page, in its units."""

_TOP: Final = 1.6
_BOTTOM: Final = -0.6
"""What a line may cover over and under its baseline, in em."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What WeasyPrint calls with its document and its PDF (``write_pdf(finisher=…)``).

    Text in the colour ``ink`` gets its pinyin in the colour ``pinyin``; in any other, both keep theirs. The first
    ``front`` pages have Roman numbers; those after them are numbered from ``first`` on. ``spreads``: whether two pages
    are to be seen side by side, the first of all alone on the right. ``mapped``: whether what reads nothing has to be
    mapped to a character all the same, as PDF/UA asks (7.21.7): one that is not seen.
    """

    font: RubyFont
    ink: Colour
    pinyin: Colour
    front: int
    first: int = 1
    spreads: bool = False
    mapped: bool = False

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change the PDF in place."""
        import pydyf

        roman, arabic = pydyf.Dictionary({"S": "/r"}), pydyf.Dictionary({"S": "/D", "St": self.first})
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, roman, self.front, arabic])})
        if self.spreads:
            pdf.catalog["PageLayout"] = "/TwoPageRight"
        ruby = [font for font in document.fonts.values() if font.family == FAMILY]
        _describe(document, pdf)
        finish_tags(document, pdf)
        self._add_silent(pdf, {font.hash for font in ruby})
        files = {font.file_content for font in ruby}
        read = {f"/{font.hash}".encode(): self._texts(font) for font in ruby}
        spelled = frozenset(code for font in ruby for code in self._spelled(font))
        for item in pdf.objects:
            stream = getattr(item, "stream", None)
            if not isinstance(stream, list) or not stream:
                continue
            if b"begincmap" in stream:
                item.stream = [self._readable(line) for line in stream]
            elif len(stream) == 1 and stream[0] in files:
                # The outlines are all that a PDF takes from a font.
                item.stream = [self.font.outlines]
                item.extra["Subtype"] = "/CIDFontType0C"
            elif b"BT" in stream:
                item.stream = self._painted(stream, read, spelled)

        if spelled:
            add_layer(pdf, {font.hash for font in ruby})

    def _add_silent(self, pdf: Any, hashes: set[str]) -> None:
        """Give the pages each ruby font a second time, with nothing under its glyphs, for the second painting: not
        every program that extracts text knows ActualText. Both have the blank that fills distances."""
        import pydyf

        for table in [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and hashes & set(item)]:
            for key in sorted(hashes & set(table)):
                font = pdf.objects[int(table[key].split()[0])]
                inner = pdf.objects[int(font["DescendantFonts"][0].split()[0])]
                inner["W"] = _widths(inner["W"])
                whole = pdf.objects[int(font["ToUnicode"].split()[0])]
                at = whole.stream.index(b"endcmap")
                none = b"200b" if self.mapped else b""
                whole.stream[at:at] = [b"1 beginbfchar", b"<%s> <%s>" % (FILLER_GLYPH, none), b"endbfchar"]
                lines = [_MAPPED.sub(rb"<\1> <" + none + b">", line) for line in whole.stream]
                nothing = pydyf.Stream(lines, compress=True)
                pdf.add_object(nothing)
                silent = pydyf.Dictionary(font)
                silent["ToUnicode"] = nothing.reference
                pdf.add_object(silent)
                table[key + _SILENT] = silent.reference

    def _texts(self, font: Any) -> dict[bytes, str]:
        """What each glyph of a ruby font reads, by its number in the PDF; nothing for what is there to be stretched."""
        return {
            b"%04x" % glyph: "".join(self.font.words.get(ch, ch) for ch in text if ch not in _GAPS)
            for glyph, text in font.to_unicode.items()
        }

    def _spelled(self, font: Any) -> Iterator[bytes]:
        """The glyphs of a ruby font that have pinyin."""
        return (
            b"%04x" % glyph for glyph, text in font.to_unicode.items() if not self.font.words.keys().isdisjoint(text)
        )

    def _readable(self, line: bytes) -> bytes:
        """A line of a ToUnicode map, with the Chinese of private characters in it."""
        return _MAPPED.sub(lambda found: b"<%s> <%s>" % (found[1], _chinese(found[2], self.font.words)), line)

    def _painted(self, stream: Iterable[Any], read: _Read, spelled: frozenset[bytes]) -> list[bytes]:
        """The operators of a page, with every text of a ruby font cleaned, and its pinyin in its colour."""
        colours: list[Colour | None] = [None]
        painted: list[bytes] = []
        text: list[bytes] = []
        for item in stream:
            operator = item if isinstance(item, bytes) else _encoded(item)
            if text:
                text.append(operator)
                if operator == b"ET":
                    painted += self._text(text, read, spelled, colours[-1])
                    text = []
                continue
            if operator == b"BT":
                text.append(operator)
                continue
            if operator == b"q":
                colours.append(colours[-1])
            elif operator == b"Q":
                colours.pop()
            elif operator.endswith((b" rg", b" scn", b" cs")):
                colours[-1] = _rgb(operator)
            painted.append(operator)
        return painted

    def _text(
        self, operators: Iterable[bytes], read: _Read, spelled: frozenset[bytes], colour: Colour | None
    ) -> Iterable[bytes]:
        """A text object, painted once, or twice where it has pinyin and its colour is known."""
        cleaned: list[bytes] = []
        said: list[bytes] = []
        lines: dict[float, float] = {}
        texts: Mapping[bytes, str] | None = None
        found = False
        size = y = 0.0
        for operator in operators:
            kind = operator[-2:]
            if kind == b"TJ":
                lines[y] = max(size, lines.get(y, 0.0))
                if texts is not None:
                    glyphs = _glyphs(operator)
                    found = found or not spelled.isdisjoint(glyphs)
                    clean = _spaceless(operator, self.font.space)
                    cleaned.append(clean)
                    said += (b"/Span << /ActualText <%s> >> BDC" % _said(glyphs, texts), clean, b"EMC")
                    continue
            elif kind == b"Tf":
                name, number, _ = operator.split()
                size, texts = float(number), read.get(name)
            elif kind == b"Tm":
                y = float(operator.split()[5])
            cleaned.append(operator)
            said.append(operator)
        if not found or colour is None:
            return said
        pinyin = self.pinyin if _same(colour, self.ink) else colour
        silent = (_silenced(operator, read) for operator in cleaned)
        return (
            *(b"q", *_clip(lines, _BOTTOM, (BORDER - CLEAR) / 1000), *said, b"Q"),
            *(b"q", *_clip(lines, (BORDER + CLEAR) / 1000, _TOP), b"/OC /%s BDC" % LAYER.encode()),
            *(b"/Span << /ActualText <FEFF> >> BDC", b"%.4f %.4f %.4f rg" % pinyin, *silent, b"EMC", b"EMC", b"Q"),
        )


class WholeRuby(dict[Any, Any]):
    """The fonts of a WeasyPrint document, where a ruby font is not cut down to its used glyphs: it has no others."""

    def __setitem__(self, key: Any, font: Any) -> None:
        if font.family == FAMILY:
            font.clean = _leave
        super().__setitem__(key, font)


def _leave(*_: object) -> None:
    pass


def _encoded(operator: str | Any) -> bytes:
    """An operator as pydyf writes it: what is not bytes is text, or a PDF object with its bytes in ``data``."""
    return operator.encode() if isinstance(operator, str) else bytes(operator.data)


def _describe(document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out or puts in too much: metadata as XMP where no standard asks for it; the dates of an
    attachment, which are those of the build; a second mention of it."""
    if "Metadata" not in pdf.catalog:
        document.metadata.include_in_pdf(pdf, variant="", version=None, conformance=None, compress=True)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    for item in pdf.objects:
        extra = getattr(item, "extra", {})
        if extra.get("Type") == "/EmbeddedFile":
            for date in ("CreationDate", "ModDate"):
                extra["Params"].pop(date, None)


def _widths(array: Any) -> Any:
    """The widths of the glyphs in a PDF, with that of the blank. The space, which is never shown, is made very wide:
    pypdf takes it as the measure of distances that are spaces."""
    import pydyf

    pairs = zip(array[::2], array[1::2], strict=True)
    widths = {first + place: width for first, found in pairs for place, width in enumerate(found)}
    widths |= {int(SPACE_GLYPH, 16): _NEVER, int(FILLER_GLYPH, 16): FILLER}
    return pydyf.Array(part for glyph in sorted(widths) for part in (glyph, pydyf.Array([widths[glyph]])))


def _said(glyphs: Iterable[bytes], texts: Mapping[bytes, str]) -> bytes:
    """What glyphs read, as a text string of PDF."""
    text = "".join([texts.get(glyph, "") for glyph in glyphs])
    return b"FEFF" + text.encode("utf-16-be").hex().encode()


def _glyphs(operator: bytes) -> list[bytes]:
    """The glyphs that a text operator shows, by their numbers."""
    digits = b"".join(_SHOWN.findall(operator))
    return [digits[at : at + 4] for at in range(0, len(digits), 4)]


def _silenced(operator: bytes, names: _Read) -> bytes:
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


def _spaceless(operator: bytes, space: int) -> bytes:
    """A text operator with its spaces, which have this width, as distances."""
    distance = b"> %d <" % -space

    def strings(found: re.Match[bytes]) -> bytes:
        digits = found[1]
        if SPACE_GLYPH not in digits:
            return found[0]
        glyphs = [digits[i : i + 4] for i in range(0, len(digits), 4)]
        return b"<" + b"".join([distance if glyph == SPACE_GLYPH else glyph for glyph in glyphs]) + b">"

    # an empty string may stand between two numbers, which must not become one
    return _ENDS.sub(partial(_filled, space), _SHOWN.sub(strings, operator).replace(b"<>", b" "))


def _filled(space: int, found: re.Match[bytes]) -> bytes:
    """The distances at an end of a text operator, with blanks instead as far as they go.

    Justification widens a space on both sides; behind the last one WeasyPrint writes only what comes before it.
    """
    numbers = [float(number) for number in found[0].strip(b"[]").split()]
    opening, closing = found[0][:1] == b"[", found[0][-1:] == b"]"
    distance = -sum(numbers) - (numbers[0] if closing and len(numbers) > 1 and -numbers[0] < space else 0)
    count = round(distance / FILLER)
    if count <= 0:
        return found[0]
    rest = FILLER * count + sum(numbers)
    return b"[" * opening + b"<%s> %.3f" % (FILLER_GLYPH * count, rest) + b"]" * closing
