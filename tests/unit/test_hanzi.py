"""Kinds of characters."""

from __future__ import annotations

import re

import pytest

from reader.hanzi import (
    CLOSERS,
    HAN_CLASS,
    NOT_AT_LINE_END,
    NOT_AT_LINE_START,
    OPENERS,
    PAIRS,
    PAUSES,
    QUOTES,
    STOPS,
    all_han,
    has_han,
    is_control,
    is_han,
    is_private_use,
    is_punct,
    is_traditional,
    is_zero_width,
    language,
)

# One character at least of every block that holds ideographs, by its name in the Unicode standard.
BLOCKS = {
    "ideographic zero": "〇",
    "unified": "一龥鿿",
    "extension A": "㐀䶿",
    "extension B": "𠀀𪛟",
    "extension C": "𪜀",
    "extension D": "𫝀",
    "extension E": "𫠠",
    "extension F": "𬺰",
    "extension G": "𰀀",
    "extension H": "𱍐",
    "extension I": "𮯰",
    "extension J": "\U000323b0",
    "compatibility": "豈",
    "compatibility supplement": "\U0002f800",
}


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_of_ideographs_is_han(block: str) -> None:
    assert all(map(is_han, BLOCKS[block]))
    assert re.fullmatch(f"[{HAN_CLASS}]+", BLOCKS[block])


@pytest.mark.parametrize("char", ["a", "7", "。", "あ", "ア", "한", "々", "ㄅ", "　", "①", "\U0001f600", "\u2fff"])
def test_what_is_not_han(char: str) -> None:
    assert not is_han(char)
    assert not re.fullmatch(f"[{HAN_CLASS}]", char)


def test_has_and_all() -> None:
    assert has_han("5G网络")
    assert not has_han("5G, 2024")
    assert not has_han("")
    assert all_han("网络")
    assert not all_han("网 络")
    assert not all_han("")


def test_the_sets_of_marks_do_not_overlap() -> None:
    assert not STOPS & PAUSES
    assert not OPENERS & CLOSERS
    assert set(PAIRS) == OPENERS
    assert set(PAIRS.values()) <= CLOSERS


def test_line_prohibitions() -> None:
    assert set("。，、；：？！”’」』》〉）】…·") <= NOT_AT_LINE_START
    assert set("“‘「『《〈（【") <= NOT_AT_LINE_END
    assert not NOT_AT_LINE_START & NOT_AT_LINE_END
    assert set("“”‘’「」\"'") <= QUOTES
    assert not any(map(is_han, NOT_AT_LINE_START | NOT_AT_LINE_END))


@pytest.mark.parametrize(("char", "expected"), [("。", True), ("+", True), ("《", True), ("中", False), ("a", False)])
def test_punctuation(char: str, expected: bool) -> None:
    assert is_punct(char) is expected


def test_what_cannot_be_seen() -> None:
    assert all(map(is_zero_width, "\u200b\u200d\ufeff\u00ad\u200e\ufe0f\U000e0100"))
    assert not any(map(is_zero_width, "中a \u3000\n"))
    assert all(map(is_control, "\x00\x07\x7f\x85"))
    assert not any(map(is_control, "\t\n\r 中"))
    assert all(map(is_private_use, "\ue000\U000f0000\U0010fffd"))
    assert not is_private_use("中")


@pytest.mark.parametrize(
    ("char", "expected"), [("經", True), ("经", False), ("后", False), ("中", False), ("a", False)]
)
def test_characters_of_traditional_text_only(char: str, expected: bool) -> None:
    assert is_traditional(char) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("經濟發展", "zh-Hant"), ("经济发展", "zh-Hans"), ("中文", "?"), ("", "?"), ("GDP 8.5%", "?"), ("經济", "?"),
        ("台灣的中文", "zh-Hant"), ("他叫鍾明，说话很慢，从来不着急。", "zh-Hans"),
    ],
)  # fmt: skip
def test_the_language_of_a_text_by_its_characters(text: str, expected: str) -> None:
    assert language(text, "?") == expected
