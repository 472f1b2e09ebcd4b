from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest

from reader.outputs.print_text import Finish
from reader.outputs.ruby_font import FAMILY, FILLER, FILLER_GLYPH, SPACE, SPACE_GLYPH, ruby_font
from tests.samples import edition

RUBY = ruby_font(edition(), "，", 20)
FINISH = Finish(RUBY, ink=(0.1, 0.1, 0.1), pinyin=(0.0, 0.0, 1.0), front=3)


WORD = next(iter(RUBY.words))
READ = {1: " ", 5: WORD, 6: "，", 7: "\u200b国"}


class Document(SimpleNamespace):
    """What of a WeasyPrint document the finisher uses."""

    def __init__(self) -> None:
        ruby = SimpleNamespace(family=FAMILY, hash="RUBYAB", file_content=b"a subset", to_unicode=READ)
        serif = SimpleNamespace(family="Duben Serif", hash="SERIFA", file_content=b"other", to_unicode={})
        metadata = SimpleNamespace(include_in_pdf=lambda *_, **__: None)
        super().__init__(fonts={1: ruby, 2: serif}, metadata=metadata)


def finished(*streams: list[bytes]) -> tuple[Any, list[Any]]:
    pdf = pydyf.PDF()
    objects = [pydyf.Stream(list(stream)) for stream in streams]
    for made in objects:
        pdf.add_object(made)
    FINISH(Document(), pdf)
    return pdf, objects


def test_private_characters_become_chinese_in_the_map() -> None:
    private, chinese = next(iter(RUBY.words.items()))
    line = b"<0005> <" + private.encode("utf-16-be").hex().encode() + b">"
    _, (stream,) = finished([b"begincmap", b"1 beginbfchar", line, b"<0006> <ff0c>", b"endbfchar"])
    assert stream.stream[2] == b"<0005> <" + chinese.encode("utf-16-be").hex().encode() + b">"
    assert stream.stream[3] == b"<0006> <ff0c>"


def said(text: str) -> bytes:
    return b"/Span << /ActualText <FEFF%s> >> BDC" % text.encode("utf-16-be").hex().encode()


def pinyin(text: list[bytes], colour: bytes) -> list[bytes]:
    """The second painting of a text of one line."""
    return [
        b"q", b"-20000 168.000 40000 14.080 re", b"W n", b"/OC /Pinyin BDC", b"/Span << /ActualText <FEFF> >> BDC",
        colour, *[line.replace(b"RUBYAB", b"RUBYABS") for line in text], b"EMC", b"EMC", b"Q",
    ]  # fmt: skip


def test_ink_is_painted_below_and_pinyin_above_the_border() -> None:
    page = [b"0.1 0.1 0.1 rg", b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
    _, (stream,) = finished(page)
    assert stream.stream == [
        b"0.1 0.1 0.1 rg",
        b"q", b"-20000 182.640 40000 29.360 re", b"W n", *page[1:4], said(RUBY.words[WORD]), page[4], b"EMC", b"ET", b"Q",
        *pinyin(page[1:], b"0.0000 0.0000 1.0000 rg"),
    ]  # fmt: skip


TEXT = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
SPOKEN = [*TEXT[:3], said(RUBY.words[WORD]), TEXT[3], b"EMC", TEXT[4]]


def test_pinyin_over_text_in_another_colour_has_that_colour() -> None:
    _, (stream,) = finished([b"0.5 0 0 rg", *TEXT])
    below = [b"q", b"-20000 182.640 40000 29.360 re", b"W n", *SPOKEN, b"Q"]
    assert stream.stream == [b"0.5 0 0 rg", *below, *pinyin(TEXT, b"0.5000 0.0000 0.0000 rg")]


def test_text_without_pinyin_or_of_unknown_colour_or_of_another_font_is_painted_once() -> None:
    bare = [line.replace(b"0005", b"0006") for line in TEXT]
    other = [line.replace(b"RUBYAB", b"SERIFA") for line in TEXT]
    page = [b"0.1 0.1 0.1 rg", *bare, b"/cs1 cs", b"0.1 scn", *TEXT, b"0.1 0.1 0.1 rg", *other]
    _, (stream,) = finished(page)
    assert stream.stream == [*page[:4], said("，"), page[4], b"EMC", *page[5:8], *SPOKEN, *page[13:]]


def test_the_colour_comes_back_with_the_state() -> None:
    text = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
    _, (stream,) = finished([b"0.1 0.1 0.1 rg", b"q", b"0.5 0 0 rg", b"Q", *text])
    assert b"/Span << /ActualText <FEFF> >> BDC" in stream.stream


def shown(operator: bytes) -> tuple[bytes, bytes]:
    """What a text operator becomes, and what it says."""
    page = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", operator, b"ET"]
    _, (stream,) = finished(page)
    untouched = [line.replace(b"RUBYAB", b"SERIFA") for line in page]
    assert finished(untouched)[1][0].stream == untouched
    assert stream.stream[5] == b"EMC"
    return stream.stream[4], stream.stream[3]


def test_spaces_leave_the_text_as_distances() -> None:
    operator, text = shown(b"[<000500010006>-120<0001>0<0007>] TJ")
    gap = f"> -{SPACE} <".encode()
    assert operator == b"[<0005" + gap + b"0006>-120  -" + str(SPACE).encode() + b"  0<0007>] TJ"
    assert text == said(f"{RUBY.words[WORD]}，国")


def test_an_empty_string_keeps_numbers_apart() -> None:
    assert shown(b"[<0005>0<>-29.5<0006>] TJ")[0] == b"[<0005>0 -29.5<0006>] TJ"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"[<0001><0005>] TJ", b"[<000200020002> 10.000<0005>] TJ"),
        (b"[<0005><0001>] TJ", b"[<0005><000200020002> 10.000] TJ"),
        (b"[<0005>-133.5<0001>3] TJ", b"[<0005><000200020002000200020002> 149.500] TJ"),
        (b"[<0005>-20] TJ", b"[<0005>-20] TJ"),
        (b"[500<0005>] TJ", b"[500<0005>] TJ"),
    ],
)
def test_distances_at_the_ends_are_filled_with_blanks(before: bytes, after: bytes) -> None:
    operator, _ = shown(before)
    assert operator.replace(b" ", b"") == after.replace(b" ", b"")

    def moved(operator: bytes) -> float:
        """How far the pen is moved by distances, spaces and blanks."""
        strings, numbers = re.findall(rb"<([0-9a-f]*)>", operator), re.findall(rb"-?[\d.]+(?=[^>]*(?:<|\]))", operator)
        glyphs = [string[at : at + 4] for string in strings for at in range(0, len(string), 4)]
        widths = {SPACE_GLYPH: SPACE, FILLER_GLYPH: FILLER}
        return sum(widths.get(glyph, 0) for glyph in glyphs) - sum(map(float, numbers))

    assert moved(operator) == pytest.approx(moved(before))


def test_the_second_painting_has_a_font_with_nothing_under_its_glyphs() -> None:
    pdf = pydyf.PDF()
    whole = pydyf.Stream([b"begincmap", b"1 beginbfchar", b"<0005> <533a57df>", b"endbfchar", b"endcmap"])
    inner = pydyf.Dictionary({"W": pydyf.Array([1, pydyf.Array([260]), 5, pydyf.Array([2000, 1000])])})
    pdf.add_object(whole)
    pdf.add_object(inner)
    font = {"Type": "/Font", "ToUnicode": whole.reference, "DescendantFonts": pydyf.Array([inner.reference])}
    made = pydyf.Dictionary(font)
    pdf.add_object(made)
    table = pydyf.Dictionary({"RUBYAB": made.reference})
    pdf.add_object(table)
    resources = pydyf.Dictionary({"Font": table.reference})
    pdf.add_object(resources)
    FINISH(Document(), pdf)
    layer = pdf.objects[int(resources["Properties"]["Pinyin"].split()[0])]
    assert layer["Type"] == "/OCG"
    assert pdf.catalog["OCProperties"]["OCGs"] == [layer.reference]
    silent = pdf.objects[int(table["RUBYABS"].split()[0])]
    assert silent["Type"] == "/Font"
    assert b"<0005> <>" in pdf.objects[int(silent["ToUnicode"].split()[0])].stream
    assert whole.stream[2] == b"<0005> <533a57df>"
    assert b"<0002> <>" in whole.stream, "nothing is under a blank"
    assert inner["W"].data == b"[1 [4000] 2 [90] 5 [2000] 6 [1000]]"


def test_the_font_is_put_in_whole_in_place_of_its_subset() -> None:
    _, (ruby, other) = finished([b"a subset"], [b"other"])
    assert (ruby.stream, other.stream) == ([RUBY.outlines], [b"other"])
    assert ruby.extra["Subtype"] == "/CIDFontType0C"


def test_the_front_matter_has_roman_numbers() -> None:
    pdf, _ = finished([b"q", b"Q"])
    assert pdf.catalog["PageLabels"].data == b"<</Nums [0 <</S /r>> 3 <</S /D/St 1>>]>>"
