"""A term in pieces with their spellings."""

from __future__ import annotations

import pytest

from reader.glossary.pieces import pieces, pieces_of
from reader.model import Term
from reader.pinyin import PinyinError


def pairs(text: str, spelling: str) -> list[tuple[str, str | None]]:
    return [(piece.text, piece.spelling) for piece in pieces(text, spelling)]


@pytest.mark.parametrize(
    ("text", "spelling", "cut"),
    [
        ("湿地", "shīdì", "湿地"),
        ("东水西调", "dōngshuǐ-xīdiào", "东水西调"),
        ("候鸟保护区", "hòuniǎo bǎohùqū", "候鸟 保护区"),
        ("治山、治水", "zhì shān, zhì shuǐ", "治 山 、 治 水"),
        ("“河长制”工作", "“hézhǎngzhì” gōngzuò", "“ 河长制 ” 工作"),
        ("“河长制”工作", "hézhǎngzhì gōngzuò", "“ 河长制 ” 工作"),
        ("共游“一山一水”", "gòng yóu “Yīshān-Yīshuǐ”", "共 游 “ 一山一水 ”"),
        ("《沙家浜》唱段", "Shājiābāng chàngduàn", "《 沙家浜 》 唱段"),
    ],
)
def test_a_term_is_cut_where_its_spelling_has_spaces(text: str, spelling: str, cut: str) -> None:
    assert [piece.text for piece in pieces(text, spelling)] == cut.split(" ")


def test_words_marks_and_foreign_runs() -> None:
    assert pairs("“村BA”、5G网络", "cūn BA, 5G wǎngluò") == [
        ("“", None),
        ("村", "cūn"),
        ("BA", None),
        ("”", None),
        ("、", None),
        ("5G", None),
        ("网络", "wǎngluò"),
    ]


def test_a_word_of_both_scripts_is_one_piece() -> None:
    assert pairs("卡拉OK厅", "kǎlā-OK tīng") == [("卡拉OK", "kǎlā-OK"), ("厅", "tīng")]


def test_a_latin_letter_is_not_taken_for_a_syllable() -> None:
    assert pairs("A股大盘", "A gǔ dàpán") == [("A", None), ("股", "gǔ"), ("大盘", "dàpán")]


def test_a_foreign_run_may_be_left_out_of_the_spelling() -> None:
    assert pairs("V字形A面", "zìxíng A miàn") == [("V", None), ("字形", "zìxíng"), ("A", None), ("面", "miàn")]


def test_erhua_counts_two_characters() -> None:
    assert pairs("一点儿水", "yīdiǎnr shuǐ") == [("一点儿", "yīdiǎnr"), ("水", "shuǐ")]


def test_a_space_in_the_term_is_a_piece() -> None:
    assert pairs("5G 网络", "5G wǎngluò") == [("5G", None), (" ", None), ("网络", "wǎngluò")]


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("河湖", "hé"),
        ("河湖", "hé hú dì"),
        ("河湖", "hé hx"),
        ("河、湖", "héhú"),
        ("河A湖", "héhú"),
        ("河湖", ""),
    ],
)
def test_what_does_not_fit(text: str, spelling: str) -> None:
    with pytest.raises(PinyinError):
        pieces(text, spelling)


BIRDS = Term("a", "候鸟保护", "hòuniǎo bǎohù", "x", aliases=("候鸟保护区", "“候鸟保护”", "护鸟"))


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("候鸟保护", [("候鸟", "hòuniǎo"), ("保护", "bǎohù")]),
        ("候鸟保护区", [("候鸟", "hòuniǎo"), ("保护", "bǎohù"), ("区", None)]),
        ("“候鸟保护”", [("“", None), ("候鸟", "hòuniǎo"), ("保护", "bǎohù"), ("”", None)]),
        ("护鸟", [("护鸟", None)]),
    ],
)
def test_an_alias_is_spelled_as_far_as_it_holds_the_term(surface: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(piece.text, piece.spelling) for piece in pieces_of(BIRDS, surface)] == expected
