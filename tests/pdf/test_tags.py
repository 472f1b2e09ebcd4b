"""The structure of a small book, as a screen reader meets it (ISO 14289-1)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from reader.outputs import pdf
from reader.templates import environment
from tests.samples import edition

Element = Any


@pytest.fixture(scope="module")
def opened() -> Iterator[pikepdf.Pdf]:
    made, warnings = pdf.write(edition(pdf_variant="pdf/ua-1"), environment())
    assert warnings == ()
    with pikepdf.open(io.BytesIO(made)) as document:
        yield document


def _kids(element: Element) -> Iterator[Element]:
    kids = element.get("/K", [])
    yield from kids if isinstance(kids, pikepdf.Array) else (kids,)


def _elements(element: Element) -> Iterator[Element]:
    """An element and all below it."""
    yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


@pytest.fixture(scope="module")
def elements(opened: pikepdf.Pdf) -> list[Element]:
    return list(_elements(opened.Root.StructTreeRoot.K[0]))


def test_every_content_is_in_the_tree_or_an_artifact(opened: pikepdf.Pdf, elements: list[Element]) -> None:
    pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    held = {
        (pages[element.Pg.objgen], int(kid)) for element in elements for kid in _kids(element) if isinstance(kid, int)
    }
    marked = {
        (number, int(mark))
        for number, page in enumerate(opened.pages)
        for mark in re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())
    }
    assert marked == held
    assert sum(page.Contents.read_bytes().count(b"/Type /Pagination") for page in opened.pages) >= len(opened.pages)


def test_every_annotation_is_in_one_link(opened: pikepdf.Pdf, elements: list[Element]) -> None:
    linked = [
        kid.Obj.objgen
        for element in elements
        for kid in _kids(element)
        if element.S == "/Link" and isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    annotations = [note.objgen for page in opened.pages for note in page.get("/Annots", ())]
    assert sorted(linked) == sorted(annotations)
    assert len(set(linked)) == len(linked) > 10
    assert all(int(note.F) == 4 for page in opened.pages for note in page.get("/Annots", ()))


def test_lists_have_items_only_and_headers_a_scope(elements: list[Element]) -> None:
    lists = [element for element in elements if element.S == "/L"]
    assert len(lists) > 4
    assert {str(kid.S) for element in lists for kid in _kids(element)} == {"/LI"}
    headers = [element for element in elements if element.S == "/TH"]
    assert headers
    assert {str(element.A.Scope) for element in headers} == {"/Column"}


def test_every_figure_has_an_alternative(elements: list[Element]) -> None:
    (figure,) = (element for element in elements if element.S == "/Figure")
    assert "bar chart" in str(figure.Alt)
    assert "HSK 1: " in str(figure.Alt)


def test_every_part_says_its_language(opened: pikepdf.Pdf, elements: list[Element]) -> None:
    assert str(opened.Root.Lang) == "zh-Hans"
    said: dict[str, set[str]] = {}

    def visit(element: Element, language: str) -> None:
        language = str(element.get("/Lang", language))
        said.setdefault(language, set()).add(str(element.S))
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                visit(kid, language)

    visit(opened.Root.StructTreeRoot.K[0], "zh-Hans")
    assert {"/H2", "/P", "/Link"} <= said["zh-Hans"]
    assert {"/Sect", "/P", "/LI"} <= said["en"]
    assert "zh-Latn-pinyin" in said


def test_every_glyph_is_mapped_to_a_character(opened: pikepdf.Pdf) -> None:
    for font in (font for page in opened.pages for font in page.Resources.Font.values()):
        assert b"<>" not in font.ToUnicode.read_bytes()
