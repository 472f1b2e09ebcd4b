from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.outputs.print_pieces import number_pieces, word_pieces


def pieces(text: str, pinyin: str, longest: int) -> list[tuple[str, str]]:
    return list(word_pieces(text, pinyin, lambda text, _: len(text) <= longest))


@pytest.mark.parametrize(
    ("text", "pinyin", "longest", "expected"),
    [
        ("推动", "tuīdòng", 2, [("推动", "tuīdòng")]),
        ("推动", "tuīdòng", 1, [("推", "tuī-"), ("动", "dòng")]),
        ("西安市", "Xī'ānshì", 1, [("西", "Xī-"), ("安", "ān-"), ("市", "shì")]),
        ("一心一意", "yīxīn-yīyì", 2, [("一心", "yīxīn-"), ("一意", "yīyì")]),
        ("合肥市人", "Héféi Shìrén", 2, [("合肥", "Héféi"), ("市人", "Shìrén")]),
        ("一会儿", "yīhuìr", 1, [("一", "yī-"), ("会儿", "huìr")]),
        ("看5G网络", "kàn 5G wǎngluò", 4, [("看5G网络", "kàn 5G wǎngluò")]),
        ("字", "zì", 0, [("字", "zì")]),
        ("某某", "?", 1, [("某某", "?")]),
    ],
)
def test_a_word_is_cut_between_syllables(text: str, pinyin: str, longest: int, expected: list[tuple[str, str]]) -> None:
    assert pieces(text, pinyin, longest) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.5%", ("8.5%",)),
        ("2023年12月31日", ("2023年", "12月", "31日")),
        ("1234567890123", ("123456789012", "3")),
        ("年年", ("年", "年")),
    ],
)
def test_where_a_number_may_break(text: str, expected: tuple[str, ...]) -> None:
    assert number_pieces(text) == expected


@given(st.text(alphabet="0123456789年月日%.万", max_size=60))
def test_nothing_of_a_number_is_lost(text: str) -> None:
    assert "".join(number_pieces(text)) == text
