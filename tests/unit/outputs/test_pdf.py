from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import Destination

from reader.edition import EDITIONS, PAPERS, Edition, Paper, derive
from reader.errors import TemplateFault
from reader.model import Article, Sentence, Token, TokenKind
from reader.outputs import pdf
from reader.templates import environment
from tests.samples import COLOPHON, DOCUMENT, HOSTILE, K, block, edition, hostile, sentence, traditional

pytestmark = pytest.mark.slow

ENVIRONMENT = environment()


def book(made: Edition) -> PdfReader:
    data, warnings = pdf.write(made, ENVIRONMENT)
    assert warnings == ()
    return PdfReader(io.BytesIO(data))


@pytest.fixture(scope="module")
def full() -> PdfReader:
    return book(edition())


def text_of(reader: PdfReader) -> str:
    """The text of all pages, without spaces and line ends."""
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def test_the_text_under_the_glyphs_is_chinese(full: PdfReader) -> None:
    text = text_of(full)
    for view in (view for article in edition().articles for part in article.parts for view in part.blocks):
        assert "".join(view.text.split()) in text, view.text
    assert not [ch for ch in text if ord(ch) >= 0xF0000 or ch == "\ufffd"]


def test_outline_is_plain_text(full: PdfReader) -> None:
    def titles(entries: Sequence[object]) -> list[object]:
        return [titles(e) if isinstance(e, list) else e.title if isinstance(e, Destination) else "" for e in entries]

    assert titles(full.outline) == [
        "Contents", "At a glance", "How to read this book",
        "河边的村子", ["绿色转型的意义"], "山上的茶",
        "Vocabulary by article", "Glossary of terms", "Index by pinyin", "Index by English", "Changes to the source",
        "Colophon",
    ]  # fmt: skip


def test_metadata(full: PdfReader) -> None:
    found = full.metadata
    assert found is not None
    assert (found.title, found.author, found.creator) == ("河边的村子", "李明", "Duben 0.0.1")
    assert "绿色转型" in str(found["/Keywords"])
    assert "/CreationDate" not in found
    assert full.trailer["/Root"]["/Lang"] == "zh-Hans"  # type: ignore[index]


def test_a_traditional_text_is_marked_as_such_and_what_is_simplified_in_it_too() -> None:
    with pikepdf.open(io.BytesIO(pdf.write(traditional(), ENVIRONMENT)[0])) as opened:
        assert opened.Root.Lang == "zh-Hant"
        said = {
            str(found.Lang) for found in opened.objects if isinstance(found, pikepdf.Dictionary) and "/Lang" in found
        }
    assert {"zh-Hant", "zh-Hans", "en"} <= said


def test_tags_and_plain_text(full: PdfReader) -> None:
    root = full.trailer["/Root"]
    assert root["/MarkInfo"] == {"/Marked": True}  # type: ignore[index]
    assert "/StructTreeRoot" in root  # type: ignore[operator]
    assert "/Metadata" in root  # type: ignore[operator]
    (text,) = full.attachments["village.txt"]
    assert text.decode().split("\n\n")[3] == "村里推进绿色转型，收入增长8.5%。"


@pytest.mark.filterwarnings("ignore:unclosed file .*sRGB:ResourceWarning")  # of WeasyPrint
@pytest.mark.parametrize(("variant", "mark"), [("pdf/ua-1", b"pdfuaid:part"), ("pdf/a-3b", b"pdfaid:conformance")])
def test_standards(variant: str, mark: bytes) -> None:
    made = pdf.write(edition(pdf_variant=variant), ENVIRONMENT)[0]
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert not opened.check_pdf_syntax()
        assert mark in opened.Root.Metadata.read_bytes()
        assert opened.Root.Lang == "zh-Hans"
        assert opened.Root.MarkInfo.Marked
        specification = opened.Root.Names.EmbeddedFiles.Names[1]
        assert "/ModDate" not in specification.EF.F.Params, "the time of a build is no property of the text"
        if variant == "pdf/a-3b":
            assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"
            assert specification.AFRelationship == "/Alternative"
            assert len(opened.Root.AF) == 1
            assert all(note.F == 4 for page in opened.pages for note in page.get("/Annots", ()))
    assert pdf.write(edition(pdf_variant=variant), ENVIRONMENT)[0] == made


@pytest.mark.parametrize("where", ["paragraph", "sentence", "end", "none"])
def test_the_translation_stands_where_it_is_wanted(where: str) -> None:
    reader = book(edition(translation=where))
    pages = ["".join(page.extract_text().split()) for page in reader.pages]
    english = "Thevillagepushesitsgreentransition"
    found = [number for number, text in enumerate(pages) if english in text]
    here = next(number for number, text in enumerate(pages) if "增长8.5%" in text)
    assert found == {"paragraph": [here], "sentence": [here], "end": found[:1], "none": []}[where]
    if where == "end":
        assert found[0] > here
        assert "Translation" in outline(reader)


def test_the_front_matter_has_roman_page_numbers(full: PdfReader) -> None:
    assert full.page_labels[:5] == ["i", "ii", "iii", "1", "2"]


def test_contents_have_page_numbers(full: PdfReader) -> None:
    contents = full.pages[1].extract_text()
    assert "河边的村子" in contents
    numbers = [int(line) for line in contents.split() if line.isdigit()]
    assert len(numbers) == 10, "one for every line of the contents"
    assert numbers == sorted(numbers)


def test_every_link_leads_to_something(full: PdfReader) -> None:
    names = set(full.named_destinations)
    targets = {
        str(annotation.get_object()["/Dest"])
        for page in full.pages
        for annotation in page.get("/Annots", ())
        if "/Dest" in annotation.get_object()
    }
    assert {"term-lvse-zhuanxing", "term-gongyi", "p1", "vocabulary", "u1"} <= targets
    assert targets <= names


def test_fonts_are_embedded_under_their_own_names(full: PdfReader) -> None:
    fonts = full.pages[3]["/Resources"]["/Font"]  # type: ignore[index]
    names = {font.get_object()["/BaseFont"].split("+")[1] for font in fonts.values()}
    assert names == {"Duben-Ruby", "Duben-Serif", "Duben-Sans"}
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile3" in descriptor


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert pdf.write(edition(), ENVIRONMENT)[0] == pdf.write(edition(), ENVIRONMENT)[0]


@pytest.mark.parametrize(
    ("paper", "size"), {"170x240mm": (170, 240), "a4": (210, 297), "a5": (148, 210), "letter": (216, 279)}.items()
)
@pytest.mark.parametrize("large", [False, True])
def test_paper(paper: str, size: tuple[int, int], large: bool) -> None:
    for page in book(edition(paper=paper, large=large)).pages:
        width, height = (float(length) * 25.4 / 72 for length in page.mediabox[2:])
        assert (round(width), round(height)) == size


def _edges(page: PageObject) -> tuple[float, float]:
    """Where the leftmost text of a page begins, and where its page number stands, in millimetres."""
    lefts: list[float] = []
    numbers: list[float] = []

    height = float(page.mediabox.height)

    def visit(text: str, user: list[float], matrix: list[float], _font: object, _size: object) -> None:
        if text.strip():
            x = user[0] * matrix[4] + user[2] * matrix[5] + user[4]
            y = user[1] * matrix[4] + user[3] * matrix[5] + user[5]
            (numbers if height - y > 640 else lefts).append(x * 25.4 / 72)

    page.extract_text(visitor_text=visit)
    return min(lefts), min(numbers)


def test_both_sides_of_the_sheet() -> None:
    made = book(edition(duplex=True))
    roman, arabic = made.page_labels.index("i"), made.page_labels.index("1")
    assert roman == 0
    assert arabic % 2 == 0, "the text begins on a right-hand page"
    assert made.page_labels[arabic:] == [str(number) for number in range(1, len(made.pages) - arabic + 1)]
    for number, page in enumerate(made.pages[arabic:], arabic):
        left, place = _edges(page)
        assert place > 140 if number % 2 == 0 else place < 20, f"page {number} has its number at {place}"
        assert left >= (22 - 8 if number % 2 == 0 else 15 - 8)


@pytest.mark.parametrize("changes", [{"pinyin": "none", "glosses": "none"}, {"large": True}, {"glosses": "first"}])
def test_other_choices_of_help_make_a_book_too(changes: dict[str, object]) -> None:
    assert "绿色转型" in text_of(book(edition(**changes)))  # type: ignore[arg-type]


def test_whatever_a_file_says_stays_text() -> None:
    document, terms = hostile()
    reader = book(derive(document, terms, EDITIONS["full"], COLOPHON))
    assert "".join(HOSTILE.split()) in text_of(reader)
    assert reader.metadata is not None
    assert reader.metadata.title == HOSTILE


def _page(*sentences: Sentence, title: str = "题") -> Edition:
    blocks = [block("a1.b1", K.TITLE, Sentence("t", title)), block("a1.b2", K.PARAGRAPH, *sentences)]
    article = Article("a1", title, tuple(blocks))
    return edition(document=replace(DOCUMENT, articles=(article,), meta=replace(DOCUMENT.meta, title=title)))


def test_a_character_that_no_font_has_is_substituted() -> None:
    text = text_of(book(_page(sentence("吃/chī 𰻝面/biángmiàn。"), Sentence("s", "𰻝。"))))
    assert "〓。" in text
    assert "𰻝面" in text, "the word itself can still be found"


def _inside(reader: PdfReader, paper: Paper) -> bool:
    """Whether all ink is inside the margins, but for heads, page and paragraph numbers."""
    data = io.BytesIO()
    PdfWriter(reader).write(data)
    with pypdfium2.PdfDocument(data.getvalue()) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            if any(right > (paper.width - paper.outer) * 72 / 25.4 + 3 for left, _, right, _ in boxes if right > left):
                return False
    return True


def outline(reader: PdfReader) -> list[str]:
    """The titles of the outline, of all levels."""
    return re.findall(r"'/Title': '([^']*)'", str(reader.outline))


def test_a_document_of_one_character() -> None:
    made = book(_page(Sentence("s", "字"), title="字"))
    assert text_of(made).count("字") >= 4, "cover, contents, heading, text"


def test_a_paragraph_of_twenty_thousand_characters() -> None:
    made = book(_page(sentence("很/hěn 长/cháng。"), Sentence("s", "很长。" * 6666)))
    assert text_of(made).count("长") == 6667
    assert len(made.pages) < 50


@pytest.mark.parametrize("paper", ["a5", "a4"])
def test_a_title_of_two_hundred_characters(paper: str) -> None:
    title = "".join(chr(0x4E00 + number) for number in range(200))
    made = book(replace(_page(sentence("很/hěn 长/cháng。"), title=title), spec=replace(EDITIONS["full"], paper=paper)))
    cover, contents = ("".join(made.pages[number].extract_text().split()) for number in (0, 1))
    assert title in cover
    assert title in contents
    assert title in outline(made)
    assert _inside(made, PAPERS[paper])


WIDE = (
    (
        "讲/jiǎng 克里米亚半岛克里米亚半岛克里米亚半岛克里米亚半岛/Kèlǐmǐyà_Bàndǎo_Kèlǐmǐyà_Bàndǎo_Kèlǐmǐyà_Bàndǎo_Kèlǐmǐyà_Bàndǎo。"
    ),
    ("装/zhuāng 双双双双双双双双双双双/shuāngshuāngshuāngshuāngshuāngshuāngshuāngshuāngshuāngshuāngshuāng。"),
    ("到/dào 2023年12月31日2023年12月31日2023年12月31日=x。"),
    (f"到/dào {'1234567890' * 9}=x。"),
)


@pytest.mark.parametrize("line", WIDE)
@pytest.mark.parametrize("changes", [{}, {"paper": "a5", "large": True}, {"pinyin": "none"}])
def test_a_word_wider_than_the_measure_is_cut(line: str, changes: dict[str, object]) -> None:
    article = Article("a1", "", (block("a1.b1", K.PARAGRAPH, sentence(line)),))
    made = edition(document=replace(DOCUMENT, articles=(article,)), **changes)  # type: ignore[arg-type]
    reader = book(made)
    assert _inside(reader, PAPERS[made.spec.paper])
    assert made.articles[0].parts[-1].blocks[0].text in text_of(reader)


def test_an_address_wider_than_the_measure_is_cut() -> None:
    address = "https://example.org/" + "a" * 200
    reader = book(_page(Sentence("s", address, (Token(address, TokenKind.LATIN),))))
    assert _inside(reader, PAPERS["170x240mm"])
    assert address in text_of(reader)


def test_the_palette_must_have_colours_that_print_can_use(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "palette.css").write_text(":root { --ink: black; --pinyin: #456 }")
    with pytest.raises(TemplateFault, match="--ink"):
        pdf.write(edition(), environment([tmp_path]))


def test_a_template_cannot_make_the_typesetter_fetch_anything(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG")
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "colophon.html").write_text(
        f'{{% macro colophon() %}}<img src="file://{secret}"><img src="http://example.invalid/x.png">{{% endmacro %}}'
    )
    _, warnings = pdf.write(edition(), environment([tmp_path]))
    assert len([warning for warning in warnings if "may not fetch anything" in warning]) == 2
