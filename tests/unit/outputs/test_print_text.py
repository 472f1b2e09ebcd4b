from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pydyf

from reader.outputs.print_text import Finish
from reader.outputs.ruby_font import FAMILY, SPACE, ruby_font
from tests.samples import edition

RUBY = ruby_font(edition(), "，", 20)
FINISH = Finish(RUBY, ink=(0.1, 0.1, 0.1), pinyin=(0.0, 0.0, 1.0), front=3)


def finished(*streams: list[bytes], file: bytes = b"a subset") -> tuple[Any, list[Any]]:
    fonts = {
        1: SimpleNamespace(family=FAMILY, hash="RUBYAB", file_content=file),
        2: SimpleNamespace(family="Duben Serif", hash="SERIFA", file_content=b"other"),
    }
    pdf = pydyf.PDF()
    objects = [pydyf.Stream(list(stream)) for stream in streams]
    for made in objects:
        pdf.add_object(made)
    FINISH(SimpleNamespace(fonts=fonts), pdf)
    return pdf, objects


def test_private_characters_become_chinese_in_the_map() -> None:
    private, chinese = next(iter(RUBY.words.items()))
    line = b"<0005> <" + private.encode("utf-16-be").hex().encode() + b">"
    _, (stream,) = finished([b"begincmap", b"1 beginbfchar", line, b"<0006> <ff0c>", b"endbfchar"])
    assert stream.stream[2] == b"<0005> <" + chinese.encode("utf-16-be").hex().encode() + b">"
    assert stream.stream[3] == b"<0006> <ff0c>"


def test_ink_is_painted_below_and_pinyin_above_the_border() -> None:
    page = [b"0.1 0.1 0.1 rg", b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
    _, (stream,) = finished(page)
    assert stream.stream == [
        b"0.1 0.1 0.1 rg",
        b"q", b"-20000 182.200 40000 29.800 re", b"W n", *page[1:], b"Q",
        b"q", b"-20000 168.000 40000 14.200 re", b"W n", b"/Span << /ActualText <FEFF> >> BDC",
        b"0.0000 0.0000 1.0000 rg", *[line.replace(b"RUBYAB", b"RUBYABS") for line in page[1:]], b"EMC", b"Q",
    ]  # fmt: skip


def test_text_in_another_colour_or_font_is_painted_once() -> None:
    text = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
    other = [line.replace(b"RUBYAB", b"SERIFA") for line in text]
    page = [b"q", b"0.5 0 0 rg", *text, b"Q", b"/cs1 cs", b"0.1 scn", *text, b"0.1 0.1 0.1 rg", *other]
    _, (stream,) = finished(page)
    assert stream.stream == page


def test_the_colour_comes_back_with_the_state() -> None:
    text = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>] TJ", b"ET"]
    _, (stream,) = finished([b"0.1 0.1 0.1 rg", b"q", b"0.5 0 0 rg", b"Q", *text])
    assert b"EMC" in stream.stream


def test_spaces_leave_the_text_as_distances() -> None:
    page = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<000500010006>-120<0001>0<0007>] TJ", b"ET"]
    _, (stream,) = finished(page)
    gap = f"> -{SPACE} <".encode()
    assert stream.stream[3] == b"[<0005" + gap + b"0006>-120  -" + str(SPACE).encode() + b"  0<0007>] TJ"
    untouched = [line.replace(b"RUBYAB", b"SERIFA") for line in page]
    assert finished(untouched)[1][0].stream == untouched


def test_an_empty_string_keeps_numbers_apart() -> None:
    page = [b"BT", b"1 0 0 -1 10 200 Tm", b"/RUBYAB 20 Tf", b"[<0005>0<>-29.5<0006>] TJ", b"ET"]
    _, (stream,) = finished(page)
    assert stream.stream[3] == b"[<0005>0 -29.5<0006>] TJ"


def test_the_second_painting_has_a_font_with_nothing_under_its_glyphs() -> None:
    fonts = {1: SimpleNamespace(family=FAMILY, hash="RUBYAB", file_content=b"a subset")}
    pdf = pydyf.PDF()
    whole = pydyf.Stream([b"begincmap", b"1 beginbfchar", b"<0005> <533a57df>", b"endbfchar"])
    pdf.add_object(whole)
    font = pydyf.Dictionary({"Type": "/Font", "ToUnicode": whole.reference})
    pdf.add_object(font)
    table = pydyf.Dictionary({"RUBYAB": font.reference})
    pdf.add_object(table)
    FINISH(SimpleNamespace(fonts=fonts), pdf)
    silent = pdf.objects[int(table["RUBYABS"].split()[0])]
    assert silent["Type"] == "/Font"
    assert pdf.objects[int(silent["ToUnicode"].split()[0])].stream[2] == b"<0005> <>"
    assert whole.stream[2] == b"<0005> <533a57df>"


def test_the_font_is_put_in_whole_in_place_of_its_subset() -> None:
    _, (ruby, other) = finished([b"a subset"], [b"other"])
    assert (ruby.stream, other.stream) == ([RUBY.data], [b"other"])


def test_the_front_matter_has_roman_numbers() -> None:
    pdf, _ = finished([b"q", b"Q"])
    assert pdf.catalog["PageLabels"].data == b"<</Nums [0 <</S /r>> 3 <</S /D>>]>>"
