"""Edits and their reversal."""

from __future__ import annotations

import pytest

from reader.model import Edit, EditKind, Place
from reader.sources.lines import apply, revert, split_lines


def _edit(offset: int, before: str, after: str) -> Edit:
    return Edit(EditKind.REPAIR, offset, before, after, Place("x.txt", 1), "test")


def test_edits_are_made_and_taken_back() -> None:
    text = "一二三四五六"
    edits = [_edit(4, "五", ""), _edit(1, "二三", "两三个")]
    assert apply(text, edits) == "一两三个四六"
    assert revert(apply(text, edits), edits) == text


@pytest.mark.parametrize("edits", [[_edit(0, "二", "两")], [_edit(0, "一二", "x"), _edit(1, "二", "y")]])
def test_an_edit_that_does_not_fit_is_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        apply("一二三", edits)


def test_taking_back_what_was_not_made_is_refused() -> None:
    with pytest.raises(ValueError, match="was not made"):
        revert("一二三", [_edit(0, "甲", "乙")])


def test_lines_know_where_they_stand() -> None:
    lines = split_lines("\r\n\u3000\u3000第一行 \r\n\n第二行")
    assert [(line.number, line.column, line.text, line.indented) for line in lines] == [
        (2, 3, "第一行", True),
        (4, 1, "第二行", False),
    ]
    assert [line.start for line in lines] == [4, 11]


def test_an_empty_text_has_no_lines() -> None:
    assert split_lines("") == ()
    assert split_lines(" \n\t\n") == ()
