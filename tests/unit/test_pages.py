"""Pages of places: what the typesetter said, as long as it is true."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from reader.model import Document
from reader.pages import Pages, beside, packed, pages_of
from tests.samples import DOCUMENT, edition

PDF = b"%PDF a book"


def _kept(folder: Path, numbers: dict[str, int]) -> Path:
    output = folder / "village-full.pdf"
    output.write_bytes(PDF)
    beside(output).write_bytes(packed(edition(), DOCUMENT, numbers, PDF))
    return output


def _first_term() -> tuple[str, int, str]:
    """Sentence, start and anchor of the first term of the sample."""
    blocks = chain.from_iterable(part.blocks for article in edition().articles for part in article.parts)
    for sentence in chain.from_iterable(block.sentences for block in blocks):
        start = 0
        for run in sentence.runs:
            if run.anchor:
                return sentence.id, start, run.anchor
            start += sum(len(word.text) for word in run.words)
    raise AssertionError("the sample has no term")


def test_a_term_is_on_its_own_page(tmp_path: Path) -> None:
    sentence, start, anchor = _first_term()
    book = pages_of(_kept(tmp_path, {anchor: 7}), DOCUMENT)
    assert book is not None
    assert book.page(sentence, start) == 7
    assert book.page("nowhere", 0) is None


def test_what_stands_between_two_spots_of_a_page_is_on_it() -> None:
    book = Pages({"s1": 0, "s2": 1}, [(0, 0), (0, 9), (1, 4)], [1, 1, 2])
    assert [book.page("s1", start) for start in (0, 5, 9, 12)] == [1, 1, 1, None]
    assert [book.page("s2", start) for start in (0, 4, 6)] == [None, 2, None]


@pytest.mark.parametrize("spoiled", ["pdf", "record", "text", "gone"])
def test_nothing_is_said_of_another_book(tmp_path: Path, spoiled: str) -> None:
    output = _kept(tmp_path, {"p1": 1})
    document: Document = DOCUMENT
    match spoiled:
        case "pdf":
            output.write_bytes(b"%PDF another")
        case "record":
            beside(output).write_text('{"spots": [[1]]}', encoding="utf-8")
        case "text":
            document = replace(DOCUMENT, articles=DOCUMENT.articles[:0])
        case "gone":
            output.unlink()
    assert pages_of(output, document) is None


def test_the_record_is_hidden_and_small(tmp_path: Path) -> None:
    output = _kept(tmp_path, {"p1": 1})
    path = beside(output)
    assert path.name == ".village-full.pages.json"
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"pdf", "text", "spots"}
