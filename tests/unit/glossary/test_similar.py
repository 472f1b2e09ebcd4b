"""Terms that may be one."""

from __future__ import annotations

import pytest

from reader.glossary.similar import similar
from reader.model import Term

TERMS = (
    Term("a", "绿色转型", "lǜsè zhuǎnxíng", "green transition", aliases=("绿色低碳转型",)),
    Term("b", "教育公平", "jiàoyù gōngpíng", "fair education"),
    Term("c", "公示制度", "gōngshì zhìdù", "public notice"),
)


@pytest.mark.parametrize(
    ("surface", "pinyin", "found", "why"),
    [
        ("绿色转型", "lǜsè zhuǎnxíng", "a", "is the same"),
        ("绿色低碳转型", "", "a", "has it as alias"),
        ("“绿色”转型", "", "a", "little words"),
        ("公平教育", "", "b", "another order"),
        ("公式制度", "gōngshì zhìdù", "c", "sounds the same"),
        ("全面绿色转型", "", "a", "is inside"),
        ("教育公正", "", "b", "much alike"),
    ],
)
def test_what_is_near(surface: str, pinyin: str, found: str, why: str) -> None:
    assert [(term.id, why in reason) for term, reason in similar(surface, pinyin, TERMS)] == [(found, True)]


def test_what_is_not() -> None:
    assert list(similar("乡村振兴", "xiāngcūn zhènxīng", TERMS)) == []
