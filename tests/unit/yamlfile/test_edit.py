"""Rows added to a user's file: all else stays to the letter."""

from __future__ import annotations

import pytest

from reader.yamlfile import append_rows

ROW = [("text", "长"), ("before", "校"), ("pinyin", "zhǎng")]
ADDED = "  - text: 长\n    before: 校\n    pinyin: zhǎng\n"

CASES = {
    "an empty file": ("", "corrections:\n" + ADDED),
    "comments only": ("# about\n", "# about\n\ncorrections:\n" + ADDED),
    "no such key": ("title: 好  # yes\n", "title: 好  # yes\n\ncorrections:\n" + ADDED),
    "no final line end": ("title: 好", "title: 好\n\ncorrections:\n" + ADDED),
    "a key without value": ("corrections:\ntitle: 好\n", "corrections:\n" + ADDED + "title: 好\n"),
    "an empty list": ("corrections: []\ntitle: 好\n", "corrections:\n" + ADDED + "title: 好\n"),
    "a list, and what follows": (
        "corrections:\n  # first\n  - {text: 行, pinyin: háng}\n\n# the end\ntitle: 好\n",
        "corrections:\n  # first\n  - {text: 行, pinyin: háng}\n" + ADDED + "\n# the end\ntitle: 好\n",
    ),
    "a list at the margin": (
        "corrections:\n- text: 行\n  pinyin: háng\n",
        "corrections:\n- text: 行\n  pinyin: háng\n- text: 长\n  before: 校\n  pinyin: zhǎng\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_a_row_is_added_and_the_rest_stays(before: str, after: str) -> None:
    assert append_rows(before, [("corrections", ROW)]) == after
    assert append_rows(after, [("corrections", ROW)]) == after


def test_a_list_in_brackets_is_opened() -> None:
    text = "# kept\ncorrections: [{text: 行, pinyin: háng}]\ntitle: 好\n"
    added = append_rows(text, [("corrections", ROW)])
    assert added.startswith("# kept\n")
    assert "{text: 行, pinyin: háng}" in added
    assert "text: 长" in added


def test_values_are_quoted_as_they_must_be() -> None:
    assert "text: ': x'" in append_rows("", [("keep", [("text", ": x"), ("line", 3)])])
    assert "gloss: 'yes: no'" in append_rows("", [("keep", [("gloss", "yes: no")])])


def test_something_else_than_a_list_is_refused() -> None:
    with pytest.raises(ValueError, match="no list"):
        append_rows("corrections: none\n", [("corrections", ROW)])
