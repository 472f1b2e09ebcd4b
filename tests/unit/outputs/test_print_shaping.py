from __future__ import annotations

import io
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from reader.outputs import fonts
from reader.outputs.print_shaping import Glyph, Shaper, _shown, _texts

LETTERS = "AVTo fi ,.词语，“”cíyǔê\u0304→"
DATA = {font.role: fonts.with_plain_numbers(fonts.subset(font.role, LETTERS)) for font in fonts.FONTS}


@pytest.fixture
def shaper() -> Shaper:
    return Shaper(DATA)


def test_a_text_is_as_wide_as_its_letters(shaper: Shaper) -> None:
    (found,) = shaper.shape("词语", ("serif",), ())
    assert (found.text, found.role, found.width) == ("词语", "serif", 2.0)
    assert found.advances() == [1.0, 1.0]


def test_letters_are_kerned(shaper: Shaper) -> None:
    (found,) = shaper.shape("AV", ("serif",), ())
    assert found.width < fonts.widths("serif")("AV")
    assert sum(found.advances()) == pytest.approx(found.width)
    numbers = [glyph.number for glyph in found.words[0].glyphs]
    apart = round((fonts.widths("serif")("AV") - found.width) * 1000)
    assert found.operators(10) == f"[<{numbers[0]:04x}>{apart}<{numbers[1]:04x}>] TJ".encode()


def test_each_character_is_in_the_first_font_that_has_it(shaper: Shaper) -> None:
    found = shaper.shape("cí 词语", ("sans", "serif"), ())
    assert [(part.text, part.role) for part in found] == [("cí ", "sans"), ("词语", "serif")]
    assert [(part.text, part.role) for part in shaper.shape("cí词", ("sans",), ())] == [("cí", "sans"), ("词", "serif")]


def test_chinese_is_a_stretch_of_its_own(shaper: Shaper) -> None:
    found = shaper.shape("To 词，语 fi", ("serif",), ())
    assert [part.text for part in found] == ["To ", "词，语 ", "fi"]


def test_features_are_as_asked(shaper: Shaper) -> None:
    (wide,) = shaper.shape("“", ("serif",), ())
    (narrow,) = shaper.shape("“", ("serif",), (("pwid", 1),))
    assert wide.width == 1
    assert narrow.width < 0.6


def test_a_part_shows_what_is_in_it(shaper: Shaper) -> None:
    (found,) = shaper.shape("To fi To", ("serif",), ())
    assert found.operators(10, 0, len("To fi To")) == found.operators(10)
    (alone,) = shaper.shape("To", ("serif",), ())
    assert found.operators(10, 6, 8) == alone.operators(10)
    assert found.operators(10, 2, 2) == b""


def test_it_is_known_what_glyphs_read_and_how_wide_they_are(shaper: Shaper) -> None:
    shaper.shape("词 fi “", ("serif",), (("pwid", 1),))
    used = shaper.used["serif"]
    assert set(used.texts) == set(used.widths)
    assert {"词", " ", "“"} <= set(used.texts.values())
    assert "".join(used.texts.values()).count("f") == 1
    font = TTFont(io.BytesIO(DATA["serif"]))
    assert {number: font["hmtx"][font.getGlyphName(number)][0] for number in used.widths} == used.widths
    assert shaper.used["sans"].texts == {}


def test_glyphs_of_a_cluster_share_its_characters() -> None:
    def glyph(number: int, at: int) -> Glyph:
        return Glyph(number, at, 0, 0, 0, 0)

    assert list(_texts("fi词", [glyph(1, 0), glyph(2, 2)])) == [(1, "fi"), (2, "词")]
    assert list(_texts("ab", [glyph(1, 0), glyph(2, 0)])) == [(1, "a"), (2, "b")]
    assert list(_texts("ab", [glyph(1, 0), glyph(2, 0), glyph(3, 0)])) == [(1, "ab"), (2, "\u200b"), (3, "\u200b")]


def test_a_glyph_may_stand_aside_or_higher() -> None:
    assert _shown([Glyph(1, 0, 500, 500, 0, 0), Glyph(2, 1, 0, 0, -300, 0), Glyph(3, 2, 500, 500, 0, 0)]) == (
        (0, b"<0001>300<0002>-300<0003>"),
    )
    assert _shown([Glyph(1, 0, 500, 500, 0, 0), Glyph(2, 1, 0, 0, 0, 120)]) == ((0, b"<0001>"), (120, b"<0002>"))


def test_raised_glyphs_rise_with_the_size(shaper: Shaper) -> None:
    (found,) = shaper.shape("To", ("serif",), ())
    (word,) = found.words
    raised = replace(found, words=(replace(word, shown=((0, b"<0001>"), (100, b"<0002>"))),))
    assert raised.operators(20) == b"[<0001>] TJ 2.000 Ts [<0002>] TJ 0 Ts"


def test_a_character_that_no_font_has_is_said(shaper: Shaper, caplog: pytest.LogCaptureFixture) -> None:
    shaper.shape("\u0416", ("serif",), ())
    assert "U+0416" in caplog.text
    caplog.clear()
    shaper.shape("\u200b", ("serif",), ())
    assert caplog.text == ""
