"""The printed seed, judged by the PDF itself."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from reader.hanzi import CLOSERS, OPENERS
from reader.outputs.ruby_font import FAMILY
from tests.editions import seed_edition, seed_output, seed_written
from tests.pdf.geometry import lines

pytestmark = pytest.mark.slow
MILLIMETRE = 72 / 25.4
PHRASES = ("区域协调发展", "东数西算", "飞地经济", "绿水青山就是金山银山", "全国统一大市场", "深汕特别合作区")


@pytest.fixture(scope="module")
def data() -> bytes:
    made, warnings = seed_output("pdf")
    assert warnings == ()
    return made


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(data)
    yield document
    document.close()


def _text(pdf: pypdfium2.PdfDocument) -> str:
    return "\n".join(pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf)))


def test_every_paragraph_can_be_read_out_of_it(data: bytes) -> None:
    text = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
    for article in seed_edition().articles:
        for block in (block for part in article.parts for block in part.blocks):
            for sentence in block.text.split("。"):
                # a page or a row may end inside a sentence; its first words or those behind stand in one piece
                whole = "".join(sentence.split())
                assert whole[:12] in text or whole[12:24] in text, whole[:24]


def test_each_term_is_on_the_page_it_is_said_to_be_on(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    texts = dict(zip(reader.page_labels, ("".join(page.extract_text().split()) for page in reader.pages), strict=True))
    numbers = seed_written("pdf").pages
    blocks = [block for article in seed_edition().articles for part in article.parts for block in part.blocks]
    runs = [run for block in blocks for sentence in block.sentences for run in sentence.runs if run.anchor]
    assert len(runs) > 100
    # one that the end of its page cuts begins there
    assert not [run for run in runs if run.words[0].text not in texts[str(numbers[run.anchor or ""])]]


def test_nothing_but_readable_characters_is_under_the_ink(pdf: pypdfium2.PdfDocument) -> None:
    assert not [ch for ch in _text(pdf) if ord(ch) >= 0xE000 and not 0xFE00 <= ord(ch) <= 0xFFEF]


def _extracted(data: bytes) -> dict[str, str]:
    """What programs read out of the book, by program."""
    with pypdfium2.PdfDocument(data) as document:
        found = {
            "pypdf": "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages),
            "PDFium": "".join(page.get_textpage().get_text_bounded() for page in document),
        }
    if program := shutil.which("pdftotext"):
        done = subprocess.run([program, "-", "-"], input=data, capture_output=True, check=True)
        found["pdftotext"] = done.stdout.decode()
    return found


def test_what_is_copied_is_chinese_without_spaces(data: bytes) -> None:
    """Of all runs of six characters in the paragraphs, how many are found as they are. (Some stand on two pages, or
    have another column between them: pdftotext takes a gloss for a part of the line that it is level with.)"""
    blocks = (b for article in seed_edition().articles for part in article.parts for b in part.blocks if b.number)
    runs = [block.text[at : at + 6] for block in blocks for at in range(len(block.text) - 6)]
    for program, text in _extracted(data).items():
        joined = re.sub("[\r\n\x02\ufffe]", "", text)
        found = sum(run in joined for run in runs)
        assert found > 0.89 * len(runs), f"{program} finds {found} of {len(runs)}"


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_found_across_the_borders_of_its_words(pdf: pypdfium2.PdfDocument, phrase: str) -> None:
    found = 0
    for number in range(len(pdf)):
        search = pdf[number].get_textpage().search(phrase)
        while search.get_next():
            found += 1
    assert found >= 1


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(data: bytes) -> None:
    begins = CLOSERS | set("。，、；：？！")
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = [line for page in opened.pages for line in lines(page) if line.glyphs[0].family == FAMILY]
    assert [line.text for line in found if line.text[0] in begins] == []
    assert [line.text for line in found if line.text[-1] in OPENERS] == []
    assert len(found) > 300


def test_the_text_stays_inside_the_margins(pdf: pypdfium2.PdfDocument) -> None:
    for number in range(len(pdf)):
        page = pdf[number].get_textpage()
        for index in range(page.count_chars()):
            left, bottom, right, top = page.get_charbox(index)
            if right > left:
                assert left > 8 * MILLIMETRE
                assert right < (170 - 8) * MILLIMETRE
                assert bottom > 8 * MILLIMETRE
                assert top < (240 - 8) * MILLIMETRE


def test_no_page_is_almost_empty(pdf: pypdfium2.PdfDocument) -> None:
    text_pages = [pdf[number].get_textpage().count_chars() for number in range(3, len(pdf))]
    assert min(text_pages) > 60


def test_every_page_can_be_rendered(pdf: pypdfium2.PdfDocument) -> None:
    for number in range(len(pdf)):
        picture = pdf[number].render(scale=0.4).to_pil().convert("L")
        assert picture.getextrema()[0] < 160, f"page {number + 1} is blank"


def test_outline_metadata_and_fonts(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert "相得益彰，下好区域协调发展“一盘棋”" in titles
    assert {"Contents", "Glossary of terms", "Index by pinyin", "Index by English", "Colophon"} <= set(titles)
    assert reader.metadata is not None
    assert reader.metadata.title == "相得益彰，下好区域协调发展“一盘棋”"
    names = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert names == {"Duben-Ruby", "Duben-Serif", "Duben-Sans"}


def test_the_same_bytes_a_second_time(data: bytes) -> None:
    seed_written.cache_clear()
    assert seed_output("pdf")[0] == data
