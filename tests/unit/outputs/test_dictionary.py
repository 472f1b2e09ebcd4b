"""The dictionary of terms as HTML and as PDF."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from reader.edition import Colophon
from reader.edition.dictionary import dictionary
from reader.model import Term, TermStatus
from reader.outputs.dictionary import write
from reader.templates import environment

PLOUGH = Term(
    "chungeng", "春耕", "chūngēng", "spring ploughing", aliases=("春播",), english=("spring ploughing", "ploughing"),
    forbidden=("spring farming",), definition="Work on the fields in spring & before the rain.", literal="spring plough",
    domain="farm-work", since="1990", sources=("《农业志》, 1990",), see=("qiushou", "gone"), status=TermStatus.REVIEWED,
)  # fmt: skip
HARVEST = Term("qiushou", "秋收", "qiūshōu", "harvest", english=("the autumn harvest",), domain="farm-work")
ABBEY = Term("anfang", "安防", "ānfáng", "security", domain="")
GONE = replace(HARVEST, id="gone", term="夏收", status=TermStatus.DEPRECATED)
ENVIRONMENT = environment()
BOOK = dictionary([HARVEST, PLOUGH, GONE, ABBEY], Colophon("Duben", "1.0"), "词典", "A dictionary")


def test_entries_by_pinyin_headings_by_english_and_topics() -> None:
    assert [(part.letter, [entry.term.id for entry in part.entries]) for part in BOOK.letters] == [
        ("A", ["anfang"]), ("C", ["chungeng"]), ("Q", ["qiushou"]),
    ]  # fmt: skip
    assert [(head, [line.head for line in lines]) for head, lines in BOOK.english] == [
        ("A", ["the autumn harvest"]), ("P", ["ploughing"]), ("S", ["security", "spring ploughing"]),
    ]  # fmt: skip
    assert [(topic.name, len(topic.terms)) for topic in BOOK.topics] == [("farm work", 2), ("other", 1)]
    assert (BOOK.count, BOOK.drafts) == (3, 2)


def test_html_asks_for_nothing_and_every_link_leads_somewhere() -> None:
    data, warnings = write("html", BOOK, ENVIRONMENT)
    page = data.decode()
    assert warnings == ()
    assert not re.search(r"(?:src|href)=\"?https?:", page)
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "spring &amp; before" in page
    assert "夏收" not in page
    assert "Not spring farming" in page


def test_pdf_has_the_pages_that_its_index_says() -> None:
    data, warnings = write("pdf", BOOK, ENVIRONMENT)
    assert warnings == ()
    book = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in book]
    assert "词典" in texts[0]
    entries = next(number for number, text in enumerate(texts, 1) if "spring & before" in text)
    index = next(text for text in texts if "Index by English" in text)
    assert re.search(rf"spring ploughing\s+春耕\s*{entries}\b", index)


def test_the_same_book_gives_the_same_bytes() -> None:
    assert write("pdf", BOOK, ENVIRONMENT) == write("pdf", BOOK, ENVIRONMENT)


def test_an_unknown_format() -> None:
    with pytest.raises(ValueError, match="no format"):
        write("doc", BOOK, ENVIRONMENT)
