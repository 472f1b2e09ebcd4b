from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from reader.outputs import fonts


def loaded(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def test_a_subset_has_the_characters_asked_for_and_its_licence() -> None:
    font = loaded(fonts.subset("serif", set("汉字，a“")))
    assert {chr(code) for code in font.getBestCmap()} == set("汉字，a“")
    assert "Open Font License" in font["name"].getDebugName(13)
    assert {"vmtx", "VORG"}.isdisjoint(font.keys())


def test_a_subset_keeps_the_proportional_quotes_of_english() -> None:
    features = {
        record.FeatureTag for record in loaded(fonts.subset("serif", set("“”")))["GSUB"].table.FeatureList.FeatureRecord
    }
    assert "pwid" in features


def test_the_sans_sets_no_chinese() -> None:
    assert {chr(code) for code in loaded(fonts.subset("sans", set("字ǚa"))).getBestCmap()} == set("ǚa")


def test_a_subset_does_not_depend_on_order_or_occasion() -> None:
    assert fonts.subset("serif", list("区域")) == fonts.subset("serif", list("域区域"))


def test_woff2_is_smaller_and_the_same_twice() -> None:
    font = fonts.subset("serif", set("区域协调发展"))
    packed = fonts.woff2(font)
    assert packed[:4] == b"wOF2"
    assert len(packed) < len(font)
    assert packed == fonts.woff2(font)
    assert loaded(packed).getBestCmap() == loaded(font).getBestCmap()


def test_every_letter_of_pinyin_has_a_glyph() -> None:
    letters = "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜêńňǹḿĀÁǍÀĒÉĚÈŌÓǑÒ'-"
    assert {ord(ch) for ch in letters} <= set(loaded(fonts.subset("sans", set(letters))).getBestCmap())


def test_missing_characters_are_named_once_in_order() -> None:
    assert fonts.missing("区\U000e0100域\N{ZERO WIDTH SPACE}\n 𰻝\U000f0000𰻝☸") == ("☸", "𰻝")
    assert fonts.missing(fonts.SUBSTITUTE) == ()


def test_widths_are_sums_of_advances_in_em() -> None:
    assert fonts.widths("serif")("汉字") == 2.0
    width = fonts.widths("sans")
    assert width("mm") == pytest.approx(2 * width("m"))
    assert width("i") < width("m") < 1
    assert width("") == 0


def test_glyphs_are_called_by_their_numbers() -> None:
    font = fonts.subset("serif", "abc中国县志")
    made = fonts.with_plain_numbers(font)
    assert len(made) == len(font)
    before, after = (TTFont(io.BytesIO(data)) for data in (font, made))
    order = after.getGlyphOrder()
    assert order[1:] == [f"cid{number:05d}" for number in range(1, len(order))]
    assert before.getGlyphOrder() != order, "the source has other numbers"
    for ch in "abc中国县志":
        old, new = before.getBestCmap()[ord(ch)], after.getBestCmap()[ord(ch)]
        assert before.getGlyphID(old) == after.getGlyphID(new)
    assert fonts.with_plain_numbers(made) == made
