from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from reader.edition import Edition
from reader.model import Article, Sentence
from reader.outputs import pdf
from reader.outputs.print_margin import placed
from reader.outputs.ruby_font import FAMILY
from reader.templates import environment
from tests.pdf.geometry import Line, lines
from tests.samples import DOCUMENT, K, block, edition, sentence


def test_things_stand_where_they_are_wanted() -> None:
    assert placed([10, 30], [5, 5], 0, 100) == [10, 30]


def test_the_next_goes_down_where_one_is_in_its_way() -> None:
    assert placed([10, 12, 13], [5, 5, 5], 0, 100) == [10, 15, 20]


def test_all_go_up_where_the_column_is_full() -> None:
    assert placed([10, 90, 95], [5, 5, 10], 0, 100) == [10, 85, 90]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 20)), max_size=12), st.floats(0, 20))
def test_nothing_overlaps_and_nothing_is_outside(things: list[tuple[float, float]], top: float) -> None:
    wanted, heights = sorted(place for place, _ in things), [height for _, height in things]
    bottom = top + sum(heights) + 30
    found = placed(wanted, heights, top, bottom)
    ends = [place + height for place, height in zip(found, heights, strict=True)]
    assert all(place >= top - 1e-6 for place in found)
    assert all(end <= bottom + 1e-6 for end in ends)
    assert all(end <= after + 1e-6 for end, after in zip(ends, found[1:], strict=False))


def book(made: Edition) -> list[list[Line]]:
    data, warnings = pdf.write(made, environment())
    assert warnings == ()
    with pikepdf.open(io.BytesIO(data)) as document:
        return [list(lines(page)) for page in document.pages]


def text(*paragraphs: tuple[Sentence, ...]) -> Edition:
    blocks = [block(f"a1.b{number}", K.PARAGRAPH, *found) for number, found in enumerate(paragraphs, 1)]
    return edition(document=replace(DOCUMENT, articles=(Article("a1", "", tuple(blocks)),)))


def test_a_note_has_the_baseline_of_its_word() -> None:
    plain = sentence(
        "大家/dàjiā 都/dōu 在/zài 这里/zhèlǐ 笑/xiào，" * 12 + "大家/dàjiā 都/dōu 在/zài 这里/zhèlǐ 笑/xiào。"
    )
    noted = sentence("茶园/cháyuán 在/zài 山上/shānshàng。")
    pages = book(text((plain, noted, plain)))
    for page in pages:
        for line in page:
            if line.glyphs[0].family == FAMILY and "茶园" in line.text:
                (note,) = (found for found in page if found is not line and "茶园" in found.text)
                assert abs(note.y - line.y) < 0.1
                return
    raise AssertionError("the word is not there")


def test_no_note_is_lost_where_there_are_many() -> None:
    every = "推进/tuījìn、 转型/zhuǎnxíng、 种树/zhòngshù、 公益/gōngyì、 茶园/cháyuán、 南京/Nánjīng 。"
    pages = book(text((sentence(every),), (sentence("好/hǎo。"),)))
    words = "".join(line.text for page in pages for line in page)
    for gloss in ("to push forward", "transformation", "to plant trees", "tea garden", "city in Jiangsu"):
        assert "".join(gloss.split()) in "".join(words.split())
