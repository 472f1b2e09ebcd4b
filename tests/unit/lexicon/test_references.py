"""What a sense says about other words."""

from __future__ import annotations

import pytest

from reader.lexicon.references import Kind, is_noise, reference, without_chinese, without_noise


@pytest.mark.parametrize(
    ("sense", "kind", "word", "pinyin"),
    [
        ("variant of 和[he2]", Kind.VARIANT, "和", "he2"),
        ("old variant of 卻|却[que4]", Kind.VARIANT, "却", "que4"),
        ("erhua variant of 墨水[mo4 shui3]", Kind.VARIANT, "墨水", "mo4 shui3"),
        ("(archaic) variant of 五[wu3]", Kind.VARIANT, "五", "wu3"),
        ("same as 推演", Kind.VARIANT, "推演", ""),
        ("see 光棍節|光棍节[Guang1 gun4 jie2]", Kind.SEE, "光棍节", "Guang1 gun4 jie2"),
        ("abbr. for 北京大學|北京大学[Bei3 jing1 Da4 xue2]", Kind.SHORT, "北京大学", "Bei3 jing1 Da4 xue2"),
    ],
)
def test_a_sense_that_only_refers(sense: str, kind: Kind, word: str, pinyin: str) -> None:
    found = reference(sense)
    assert found is not None
    assert (found.kind, found.simplified, found.pinyin) == (kind, word, pinyin)


@pytest.mark.parametrize(
    "sense",
    [
        "to see clearly",
        "variant of 雕[diao1], to engrave",
        "golf (abbr. for 高爾夫球|高尔夫球[gao1 er3 fu1 qiu2])",
        "used in 蝴蝶[hu2 die2]",
        "abbr. for Hainan province",
    ],
)
def test_a_sense_that_says_something(sense: str) -> None:
    assert reference(sense) is None


@pytest.mark.parametrize(
    ("sense", "noise"),
    [
        ("CL:個|个[ge4],片[pian4]", True),
        ("Taiwan pr. [zhi2]", True),
        ("also pr. [xun2]", True),
        ("colloquial pr. [xie3]", True),
        ("see also 自然人[zi4 ran2 ren2]", True),
        ("also written 銀圓|银圆", True),
        ("(abbr. for 大型巴士)", True),
        ("see 榜眼[bang3 yan3] and 探花[tan4 hua1]", True),
        ("see 琵琶, pipa lute", False),
        ("bank", False),
        ("to see also what others do", False),
        ("variant of 和[he2]", False),
    ],
)
def test_noise(sense: str, noise: bool) -> None:
    assert is_noise(sense) is noise


@pytest.mark.parametrize(
    ("sense", "clean"),
    [
        ("dream (CL:場|场[chang2],個|个[ge4])", "dream"),
        ("outside (also pr. [wai4 mian5] for this sense)", "outside"),
        ("and; with (Taiwan pr. [han4])", "and; with"),
        ("eldest (as in 大姐[da4 jie3])", "eldest (as in 大姐)"),
        ("district of Anyang city 安陽市|安阳市[An1 yang2 shi4], Henan", "district of Anyang city 安阳市, Henan"),
        ("square brackets [ ]", "square brackets [ ]"),
        ("plain English", "plain English"),
    ],
)
def test_noise_inside_a_sense_is_taken_out(sense: str, clean: str) -> None:
    assert without_noise(sense) == clean


@pytest.mark.parametrize(
    ("sense", "clean"),
    [
        ("eldest (as in 大姐)", "eldest"),
        ("district of Anyang city 安阳市, Henan", "district of Anyang city, Henan"),
        ("abbr. for 国际象棋, chess", "chess"),
        ("Gansu province, abbr. 甘, short name 陇, capital Lanzhou 兰州", "Gansu province, capital Lanzhou"),
        ("airport (abbr. for 航空港)", "airport"),
        ("café", "café"),
    ],
)
def test_chinese_is_taken_out(sense: str, clean: str) -> None:
    assert without_chinese(sense) == clean
