"""The marks of a text that is cut already."""

from __future__ import annotations

import pytest

from reader.model import Edit, EditKind, Place
from reader.sources.borders import border_marks
from reader.sources.lines import apply, revert, split_lines


@pytest.mark.parametrize(
    ("text", "bare", "cuts"),
    [
        ("研究 生命 的 起源", "研究生命的起源", (2, 4, 5)),
        ("研究|生命|的|起源", "研究生命的起源", (2, 4, 5)),
        ("研究 | 生命 ｜ 的起源", "研究生命的起源", (2, 4)),
        ("在 New York 举行", "在New York举行", (1, 9)),
        ("在|New York|举行", "在New York举行", (1, 9)),
        ("人工 智能|很 热", "人工 智能很 热", (5,)),
        ("\u3000他\u3000来 了", "他来了", (1, 2)),
    ],
)
def test_marks_are_taken_out(text: str, bare: str, cuts: tuple[int, ...]) -> None:
    edits = border_marks(text, "t.txt", ())
    (line,) = split_lines(text, edits)
    assert (line.text, line.cuts) == (bare, cuts)
    assert revert(apply(text, edits), edits) == text


def test_a_mark_inside_a_repair_is_part_of_it() -> None:
    repair = Edit(EditKind.REPAIR, 0, "生 括", "生活", Place("t.txt", 1), "misprint")
    marks = border_marks("生 括 好", "t.txt", [repair])
    (line,) = split_lines("生 括 好", [repair, *marks])
    assert (line.text, line.cuts) == ("生活好", (2,))
