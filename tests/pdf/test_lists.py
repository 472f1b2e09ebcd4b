"""The lists at the back of a book with entries of all lengths, measured in its PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from reader.edition import PAPERS, ArticleVocabulary, Edition, Entry, IndexEntry, IndexGroup
from reader.outputs import pdf
from reader.outputs.print_sizes import POINTS, list_sizes, sizes
from reader.templates import environment
from tests.pdf.geometry import Line, lines
from tests.samples import edition

GLOSSES = ("", "a long river, or the valley of one; whichever", "x" * 70, "中文" * 30, "to walk " * 40)
"""What some entries have over their gloss, which grows by a letter from one to the next."""
COUNT = 400


def longer() -> Edition:
    """The sample with long lists."""
    made = edition()
    refs = [entry.refs for group in made.by_pinyin for entry in group.entries]
    entries = tuple(
        Entry(
            f"词{'语' * (number % 9)}",
            "cíyǔ",
            "to go on by a letter more than the entry before"[: 1 + number % 47]
            + GLOSSES[number % 5 if number % 7 == 0 else 0],
            6,
            refs[number % 3],
            3,
        )
        for number in range(COUNT)
    )
    index = tuple(IndexEntry(f"cíyǔ {number}", entry.text, None, entry.refs) for number, entry in enumerate(entries))
    definition = "A sentence that says what it is, at some length. " * 90
    glossary = tuple(
        replace(entry, term=replace(entry.term, definition=definition if not number else entry.term.definition))
        for number, entry in enumerate(made.glossary)
    )
    return replace(
        made,
        vocabulary=(ArticleVocabulary("a1", "河边的村子", entries),),
        by_pinyin=(IndexGroup("C", index),),
        by_english=(),
        glossary=glossary,
    )


@pytest.fixture(scope="module")
def opened() -> Iterator[pikepdf.Pdf]:
    made, warnings = pdf.write(longer(), environment())
    assert warnings == ()
    with pikepdf.open(io.BytesIO(made)) as document:
        yield document


def _chapters(document: pikepdf.Pdf) -> dict[str, list[pikepdf.Page]]:
    """The pages of each chapter of the outline; the next may begin on its last."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    with document.open_outline() as outline:
        items: Any = outline.root
        starts = [(item.title, numbers[item.destination[0].objgen], float(item.destination[3])) for item in items]
    paper = PAPERS["170x240mm"]
    top = (paper.height - paper.top) * POINTS - 1
    return {
        title: list(document.pages)[start : end + (1 if y < top else 0)]
        for (title, start, _), (_, end, y) in pairwise([*starts, ("", len(numbers), top)])
    }


def _inside(document: pikepdf.Pdf, title: str) -> list[tuple[pikepdf.Page, list[Line]]]:
    """The lines of a chapter by page, without its title, running heads and page numbers."""
    size = list_sizes(PAPERS["170x240mm"], sizes(edition().spec).text)
    wanted = {round(list_.size * scale, 2) for list_ in size.values() for scale in (1, 1.1)}
    return [
        (page, [line for line in lines(page) if round(line.glyphs[0].size, 2) in wanted])
        for page in _chapters(document)[title]
    ]


CHAPTERS = [("Vocabulary by article", "words"), ("Glossary of terms", "entries"), ("Index by pinyin", "index")]


@pytest.mark.parametrize(("title", "kind"), CHAPTERS)
def test_every_line_is_in_its_column(opened: pikepdf.Pdf, title: str, kind: str) -> None:
    paper = PAPERS["170x240mm"]
    list_ = list_sizes(paper, sizes(edition().spec).text)[kind]
    lefts = [(paper.inner + number * (list_.width + list_.gap)) * POINTS for number in range(list_.columns)]
    top = (paper.height - paper.top) * POINTS
    bottom = top - paper.depth * POINTS
    seen = 0
    for _, found in _inside(opened, title):
        for line in found:
            seen += 1
            left = max((left for left in lefts if left <= line.x + 0.1), default=0.0)
            assert left, line.text
            assert line.end <= left + list_.width * POINTS + 0.1, line.text
            assert bottom < line.y < top, line.text
    assert seen > (40 if kind == "entries" else COUNT)


@pytest.mark.parametrize(("title", "kind"), CHAPTERS)
def test_lines_stand_a_line_apart(opened: pikepdf.Pdf, title: str, kind: str) -> None:
    list_ = list_sizes(PAPERS["170x240mm"], sizes(edition().spec).text)[kind]
    width = (list_.width + list_.gap) * POINTS
    left = PAPERS["170x240mm"].inner * POINTS
    for _, found in _inside(opened, title):
        for column in range(list_.columns):
            heights = sorted({round(line.y, 1) for line in found if int((line.x - left + 0.1) / width) == column})
            assert all(above - below > list_.leading - 0.2 for below, above in pairwise(heights)), title


def test_columns_are_level_at_their_feet(opened: pikepdf.Pdf) -> None:
    list_ = list_sizes(PAPERS["170x240mm"], sizes(edition().spec).text)["index"]
    width, left = (list_.width + list_.gap) * POINTS, PAPERS["170x240mm"].inner * POINTS
    for _, found in _inside(opened, "Index by pinyin"):
        feet = [min(line.y for line in found if int((line.x - left + 0.1) / width) == column) for column in range(2)]
        assert abs(feet[0] - feet[1]) < 2.5 * list_.leading


def test_the_text_of_an_entry_is_whole_and_in_order(opened: pikepdf.Pdf) -> None:
    text = "".join(line.text for _, found in _inside(opened, "Index by pinyin") for line in found).replace(" ", "")
    at = -1
    for number in range(COUNT):
        at = text.find(f"cíyǔ{number}词{'语' * (number % 9)}", at + 1)
        assert at >= 0, number


def test_every_entry_leads_to_its_place(opened: pikepdf.Pdf) -> None:
    names = opened.Root.Names.Dests.Names
    known = {str(names[at]) for at in range(0, len(names), 2)}
    for title, count in (("Vocabulary by article", COUNT), ("Index by pinyin", COUNT)):
        notes = [note for page in _chapters(opened)[title] for note in page.get("/Annots", ())]
        assert len(notes) >= count
        assert {str(note.Dest) for note in notes} <= known


def test_what_leads_somewhere_is_where_its_text_is(opened: pikepdf.Pdf) -> None:
    page, found = _inside(opened, "Index by pinyin")[-1]
    areas = [tuple(map(float, note.Rect)) for note in page.Annots]
    for line in found:
        assert any(
            min(x1, x2) - 0.1 <= line.x and line.end <= max(x1, x2) + 0.1 and min(y1, y2) < line.y < max(y1, y2)
            for x1, y1, x2, y2 in areas
        ), line.text


def test_an_entry_is_a_paragraph_whose_parts_say_their_language(opened: pikepdf.Pdf) -> None:
    page = _chapters(opened)["Index by pinyin"][1]

    def below(element: Any) -> Iterator[Any]:
        yield element
        for kid in element.get("/K", []) if isinstance(element.get("/K", []), pikepdf.Array) else [element.K]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    elements = [
        element
        for element in below(opened.Root.StructTreeRoot.K[0])
        if "/Pg" in element and element.Pg.objgen == page.obj.objgen and element.S == "/P"
    ]
    assert len(elements) > 30
    assert all([kid.S for kid in element.K] == ["/Link"] for element in elements)
    assert b"/Lang (zh-Hans)" in page.Contents.read_bytes()
    assert b"/Figure" not in page.Contents.read_bytes()


def test_each_font_is_in_the_book_once(opened: pikepdf.Pdf) -> None:
    fonts = {
        (str(font.BaseFont).split("+")[1], font.objgen)
        for page in opened.pages
        for font in page.Resources.Font.values()
    }
    assert sum(name == "Duben-Serif" for name, _ in fonts) == 1
    assert sum(name == "Duben-Sans" for name, _ in fonts) == 1
