"""A small book made for these tests, measured in its PDF and looked at."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import ControlBoundsPen

from reader.edition import PAPERS
from reader.hanzi import NOT_AT_LINE_START, OPENERS
from reader.model import Article, BlockKind, Sentence, Token, TokenKind
from reader.outputs import pdf
from reader.outputs.print_sizes import POINTS, sizes
from reader.outputs.ruby_font import BORDER, FAMILY
from reader.templates import environment
from tests.pdf.book import book
from tests.pdf.geometry import Glyph, Line, glyphs, lines
from tests.samples import DOCUMENT, block, edition


@pytest.fixture(scope="module")
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(book())) as document:
        yield document


@pytest.fixture(scope="module")
def found(opened: pikepdf.Pdf) -> list[list[Line]]:
    """The lines of the text, by page."""
    return [[line for line in lines(page) if line.glyphs[0].family == FAMILY] for page in opened.pages]


def test_words_numbers_and_marks_share_a_baseline(found: list[list[Line]]) -> None:
    for page in found:
        heights = sorted({round(line.y, 2) for line in page})
        assert all(above - below > 6 for below, above in pairwise(heights)), heights


def test_lines_stay_in_their_measure_and_are_justified(found: list[list[Line]]) -> None:
    spec, paper = edition().spec, PAPERS["170x240mm"]
    size = sizes(spec)
    left, right = paper.inner * POINTS, (paper.width - paper.outer - size.notes - size.notes_gap) * POINTS
    inside = [line for page in found for line in page if abs(line.glyphs[0].size - size.text) < 0.01]
    assert len(inside) > 10
    assert all(left - 0.5 < line.x and line.end < right + 0.5 for line in inside)
    full = [
        line
        for line, after in pairwise(inside)
        if after.y < line.y and line.text[-1] not in "。！…" and len(line.text) > 12
    ]
    # a mark at the end of a line has its blank half there
    assert all(right - line.end < size.text for line in full), [(line.text, right - line.end) for line in full]
    assert sum(right - line.end < 0.5 for line in full) > len(full) / 2


def test_lines_break_as_clreq_asks(found: list[list[Line]]) -> None:
    for line in (line for page in found for line in page):
        assert line.text[0] not in NOT_AT_LINE_START, line.text
        assert line.text[-1] not in OPENERS, line.text
    text = "".join(line.text for page in found for line in page)
    assert text.count("……") == text.count("…") / 2
    assert text.count("——") == text.count("—") / 2
    for mark, double in (("…", "……"), ("—", "——")):
        alone = [line.text for page in found for line in page if line.text.count(mark) % 2]
        assert alone == [], f"{double} is broken"


class _Contours(BasePen):  # type: ignore[misc]
    """The bounds of each contour."""

    def __init__(self, glyph_set: object) -> None:
        super().__init__(glyph_set)
        self.bounds: list[tuple[float, float, float, float]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._pen = ControlBoundsPen(None)
        self._pen.moveTo(pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._pen.lineTo(pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._pen.curveTo(*points)

    def _closePath(self) -> None:  # noqa: N802
        self._pen.closePath()
        self.bounds.append(self._pen.bounds)


@pytest.fixture(scope="module")
def ink(opened: pikepdf.Pdf) -> dict[int, tuple[tuple[float, float] | None, tuple[float, float] | None]]:
    """Of each glyph of the ruby font in the PDF: from where to where its word and its pinyin go, in em."""
    fonts = [
        font
        for page in opened.pages
        for font in page.Resources.Font.values()
        if FAMILY.replace(" ", "-") in str(font.BaseFont)
    ]
    embedded = fonts[0].DescendantFonts[0].FontDescriptor.FontFile3
    assert embedded.Subtype == "/CIDFontType0C"
    loaded = CFFFontSet()
    loaded.decompile(io.BytesIO(embedded.read_bytes()), None)
    glyph_set = loaded[0].CharStrings

    def span(parts: list[tuple[float, float, float, float]]) -> tuple[float, float] | None:
        return (min(part[0] for part in parts) / 1000, max(part[2] for part in parts) / 1000) if parts else None

    measured = {}
    for number, name in enumerate(loaded[0].charset):
        pen = _Contours(glyph_set)
        glyph_set[name].draw(pen)
        measured[number] = (
            span([part for part in pen.bounds if part[1] < BORDER]),
            span([part for part in pen.bounds if part[1] >= BORDER]),
        )
    return measured


def _ruby(line: Line) -> Iterator[Glyph]:
    return (glyph for glyph in line.glyphs if glyph.family == FAMILY)


def test_pinyin_is_centred_over_its_word(
    found: list[list[Line]], ink: dict[int, tuple[tuple[float, float] | None, tuple[float, float] | None]]
) -> None:
    seen = 0
    for glyph in (glyph for page in found for line in page for glyph in _ruby(line)):
        word, pinyin = ink[glyph.number]
        if word and pinyin:
            seen += 1
            assert abs(sum(word) - sum(pinyin)) / 2 < 0.08, glyph.text
    assert seen > 150


def test_neighbouring_pinyin_is_apart(
    found: list[list[Line]], ink: dict[int, tuple[tuple[float, float] | None, tuple[float, float] | None]]
) -> None:
    for line in (line for page in found for line in page):
        with_pinyin = [(glyph, spread) for glyph in _ruby(line) if (spread := ink[glyph.number][1])]
        for (one, first), (other, second) in pairwise(with_pinyin):
            gap = (other.x + second[0] * other.size) - (one.x + first[1] * one.size)
            assert gap > 0.08 * one.size, f"{one.text} {other.text}: {gap / one.size:.3f} em"


def test_the_pinyin_is_painted_where_its_word_is(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        painted = list(glyphs(page))
        words = Counter(
            (glyph.number, round(glyph.x, 2), round(glyph.y, 2))
            for glyph in painted
            if glyph.family == FAMILY and not glyph.pinyin
        )
        again = Counter((glyph.number, round(glyph.x, 2), round(glyph.y, 2)) for glyph in painted if glyph.pinyin)
        assert again <= words


def test_the_pinyin_can_be_switched_off() -> None:
    """A viewer that hides the layer shows the words, and nothing above the border over them."""
    with pikepdf.open(io.BytesIO(book())) as document:
        shown = document.Root.OCProperties.D
        assert [str(layer.Name) for layer in document.Root.OCProperties.OCGs] == ["Pinyin"]
        shown.OFF = shown.ON
        del shown["/ON"]
        text = (line for line in lines(document.pages[3]) if line.glyphs[0].family == FAMILY)
        line = max(text, key=lambda line: len(line.text))
        changed = io.BytesIO()
        document.save(changed)
    scale, size = 4, line.glyphs[0].size

    def ink(data: bytes, low: float, high: float) -> int:
        """How many dark spots there are between two heights over the line, in em."""
        with pypdfium2.PdfDocument(data) as document:
            page = document[3].render(scale=scale).to_pil().convert("L")
        bottom, top = page.height - (line.y + low * size) * scale, page.height - (line.y + high * size) * scale
        cut = page.crop((int(line.x * scale), int(top), int(line.end * scale), int(bottom)))
        return sum(cut.histogram()[:128])

    assert ink(book(), 1.0, 1.4) > 100
    assert ink(changed.getvalue(), 0.9, 1.4) == 0
    assert ink(changed.getvalue(), 0, 0.8) == ink(book(), 0, 0.8) > 100


def test_every_link_and_every_entry_of_the_outline_leads_to_a_page(opened: pikepdf.Pdf) -> None:
    names = opened.Root.Names.Dests.Names
    known = {str(names[at]) for at in range(0, len(names), 2)}
    links = [note for page in opened.pages for note in page.get("/Annots", ())]
    assert len(links) > 20
    assert {str(note.Dest) for note in links if "/Dest" in note} <= known
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root][3] == "河边的村子"


def test_text_without_pinyin_is_set_solid() -> None:
    with pikepdf.open(io.BytesIO(book(pinyin="none", glosses="none", translation="none"))) as document:
        found = [line for page in document.pages for line in lines(page) if line.glyphs[0].family == FAMILY]
    size = sizes(edition().spec).text
    body = [line for line in found if abs(line.glyphs[0].size - size) < 0.01]
    gaps = [(after.x - before.end) / before.size for line in body for before, after in pairwise(line.glyphs)]
    assert len(gaps) > 200
    assert max(gaps) < 0.4


def test_spaces_of_the_text_stay_where_it_is_set_solid() -> None:
    tokens = (
        Token("看", TokenKind.WORD),
        *(Token(text, kind) for text, kind in (("Global", TokenKind.LATIN), (" ", TokenKind.SPACE))),
    )
    tokens += (Token("Times", TokenKind.LATIN), Token("报", TokenKind.WORD))
    text = Sentence("s", "".join(token.text for token in tokens), tokens)
    article = Article("a1", "", (block("a1.b1", BlockKind.PARAGRAPH, text),))
    made = edition(document=replace(DOCUMENT, articles=(article,)), pinyin="none", glosses="none")
    data, _ = pdf.write(made, environment())
    with pikepdf.open(io.BytesIO(data)) as document:
        (line,) = (line for page in document.pages for line in lines(page) if "GlobalTimes" in line.text)
    (gap,) = ((b.x - a.end) / a.size for a, b in pairwise(line.glyphs) if a.text == "l" and b.text == "T")
    assert 0.2 < gap < 0.5
