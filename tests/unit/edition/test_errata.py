from __future__ import annotations

from dataclasses import replace

from reader.edition.errata import errata
from reader.model import Edit, EditKind, Place
from tests.samples import DOCUMENT, PATH, SEED


def test_repairs_show_what_stood_around_them() -> None:
    found = errata(DOCUMENT)
    (repair,) = found.repairs
    assert (repair.line, repair.lead, repair.before, repair.after, repair.rest) == (3, "推进绿色", "专型", "转型", "，")
    assert repair.reason == "专 for 转"
    assert found.joins == (4,)


def test_repairs_come_in_the_order_of_the_seed_and_stay_in_their_line() -> None:
    edits = tuple(
        Edit(EditKind.REPAIR, SEED.index(text), text, "", Place(PATH, line), "")
        for text, line in (("收入", 5), ("读", 1), ("河", 2))
    )
    found = errata(replace(DOCUMENT, edits=edits))
    assert [(r.line, r.lead, r.rest) for r in found.repairs] == [
        (1, "", "书 周报"),
        (2, "", "边的村子"),
        (5, "", "增长8."),
    ]


def test_without_the_seed_there_is_nothing_around() -> None:
    (repair,) = errata(replace(DOCUMENT, source=None)).repairs
    assert (repair.lead, repair.before, repair.rest) == ("", "专型", "")
