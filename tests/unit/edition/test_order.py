from __future__ import annotations

import pytest

from reader.edition.order import by_english, by_pinyin, letter


def test_chinese_is_sorted_by_letters_then_tones_then_characters() -> None:
    words = [("shìshí", "事实"), ("shíshì", "时事"), ("shì", "是"), ("Shí", "石"), ("lù", "路"), ("lǜ", "绿")]
    assert [text for _, text in sorted(words, key=lambda w: by_pinyin(*w))] == ["路", "绿", "石", "是", "时事", "事实"]


def test_english_is_sorted_by_what_carries_meaning() -> None:
    heads = ["to plant", "the river", "a road", "to be kind", "Pine", "tower"]
    assert sorted(heads, key=by_english) == ["to be kind", "Pine", "to plant", "the river", "a road", "tower"]


@pytest.mark.parametrize(("key", "expected"), [("lu", "L"), ("ü", "#"), ("5g", "#"), ("", "#")])
def test_letter(key: str, expected: str) -> None:
    assert letter(key) == expected
