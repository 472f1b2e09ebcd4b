"""The translation opposite, by the pages of small books."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader

from reader.edition import PAPERS
from reader.model import Article
from reader.outputs import pdf
from reader.outputs.ruby_font import FAMILY
from reader.templates import environment
from tests.pdf.geometry import Line, lines
from tests.samples import DOCUMENT, K, block, edition, sentence

SHORT = ("大家/dàjiā 都/dōu 在/zài 这里/zhèlǐ 笑/xiào。", "Everybody laughs here, number {}.")
LONG = (
    "大家/dàjiā 都/dōu 在/zài 这里/zhèlǐ 笑/xiào， 老人/lǎorén 说/shuō 河边/hébiān 的/de 树/shù 很/hěn 好/hǎo。",
    "Everybody laughs here, and the old man says, number {}, that the trees by the river are good ones.",
)
WORDY = ("好/hǎo。", "Good, number {}, " + "and very good too, " * 60 + "it is.")


@cache
def written(shape: tuple[tuple[tuple[str, str], int], ...], **changes: object) -> bytes:
    """A book of paragraphs, each of so many times the same sentence. The sentences are numbered."""
    number, blocks = 0, []
    for place, (kind, count) in enumerate(shape, 1):
        found = []
        for _ in range(count):
            number += 1
            found.append(sentence(kind[0], kind[1].format(number)))
        blocks.append(block(f"a1.b{place}", K.PARAGRAPH, *found))
    document = replace(DOCUMENT, articles=(Article("a1", "", tuple(blocks)),))
    made = edition(document=document, translation="facing", **changes)  # type: ignore[arg-type]
    data, warnings = pdf.write(made, environment())
    assert warnings == ()
    return data


def spreads(data: bytes) -> list[tuple[list[Line], list[Line]]]:
    """The lines of text of each spread, left and right, without heads and page numbers."""
    first = PdfReader(io.BytesIO(data)).page_labels.index("2")
    with pikepdf.open(io.BytesIO(data)) as document:
        pages = [list(lines(page)) for page in list(document.pages)[first:]]
    found: list[tuple[list[Line], list[Line]]] = []
    for left, right in zip(pages[::2], pages[1::2], strict=False):
        if any(line.glyphs[0].family == FAMILY for line in right) or any("Vocabulary" in line.text for line in left):
            break
        chinese = [line for line in left if line.glyphs[0].family == FAMILY]
        found.append((chinese, [line for line in right if not line.text.isdigit()]))
    assert first % 2 == 1, "the text begins on a left-hand page"
    return found


def english(found: list[tuple[list[Line], list[Line]]]) -> str:
    return "".join("".join(line.text.split()).rstrip("-") for _, right in found for line in right)


def begins(right: list[Line]) -> list[float]:
    """The baselines of the lines that have the number of a paragraph before them."""
    return [round(line.y, 1) for line in right if line.text[0].isdigit()]


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_each_paragraph_is_level_with_its_translation(paper: str) -> None:
    found = spreads(written(((SHORT, 2), (SHORT, 3), (LONG, 2), (SHORT, 1)), paper=paper))
    ((left, right),) = found
    assert len(begins(right)) == 4
    assert set(begins(right)) <= {round(line.y, 1) for line in left}


@pytest.mark.parametrize("changes", [{}, {"duplex": True}, {"pinyin": "none", "glosses": "none"}, {"large": True}])
def test_nothing_is_lost_and_nothing_twice_over_many_pages(changes: dict[str, object]) -> None:
    found = spreads(written(((LONG, 60), (SHORT, 4), (LONG, 30)), **changes))
    assert len(found) > 2
    text = english(found)
    places = [
        text.find(f"number{number},") if number <= 60 or number > 64 else text.find(f"number{number}.")
        for number in range(1, 95)
    ]
    assert -1 not in places
    assert places == sorted(places)
    assert text.count("Everybody") == 94


def test_a_sentence_is_translated_on_the_spread_where_it_begins() -> None:
    for left, right in spreads(written(((LONG, 60),))):
        begun = "".join(line.text for line in left).count("大家")
        assert abs(begun - "".join(line.text for line in right).count("Everybody")) <= 1


def test_a_translation_longer_than_its_paragraph_makes_room() -> None:
    ((left, right), *_) = spreads(written(((WORDY, 1), (SHORT, 1), (SHORT, 1))))
    assert len(begins(right)) == 3
    assert set(begins(right)) <= {round(line.y, 1) for line in left}


def test_a_translation_longer_than_a_page_goes_on() -> None:
    endless = (WORDY[0], WORDY[1] + " And so on, and so forth." * 400)
    found = spreads(written(((endless, 1), (SHORT, 1))))
    text = english(found)
    assert text.count("Andsoon,andsoforth.") == 400
    assert "number2" in text


def test_pages_are_numbered_and_links_lead_to_the_text() -> None:
    data = written(((LONG, 60), (SHORT, 4)))
    reader = PdfReader(io.BytesIO(data))
    labels = reader.page_labels
    text = labels.index("2")
    assert labels[text:] == [str(number) for number in range(2, 2 + len(labels) - text)]
    assert str(reader.trailer["/Root"]["/PageLayout"]) == "/TwoPageRight"  # type: ignore[index]
    destinations = reader.named_destinations
    number = reader.get_destination_page_number(destinations["p2"])
    assert number is not None
    assert (number - text) % 2 == 0
