"""Words that no dictionary has, read by their parts."""

from __future__ import annotations

import pytest

from reader.passes import Resources, citation


@pytest.mark.parametrize(
    ("word", "parts"),
    [("开发式", ("开发", "式")), ("受害者", ("受害", "者")), ("水分子", ("水", "分子"))],
)
def test_an_ending_that_makes_words_of_any_word_is_a_part_of_its_own(
    word: str, parts: tuple[str, ...], resources: Resources
) -> None:
    assert citation.pieces(word, resources) == parts
