"""What changed, in words."""

from __future__ import annotations

from dataclasses import replace

from reader.glossary.compare import compare
from reader.model import Term, TermStatus

OLD = Term("a", "春耕", "chūngēng", "spring ploughing", aliases=("春播",), since="1990", status=TermStatus.REVIEWED)


def said(old: list[Term], new: list[Term]) -> list[str]:
    return [str(change) for change in compare({t.id: t for t in old}, {t.id: t for t in new})]


def test_nothing_changed() -> None:
    assert said([OLD], [OLD]) == []


def test_new_and_gone() -> None:
    other = replace(OLD, id="b", short="x")
    assert said([OLD], [other]) == ["new     b 春耕 (x)", "gone    a 春耕 (spring ploughing)"]


def test_fields_in_words() -> None:
    new = replace(OLD, short="ploughing", aliases=("春种",), since="", literal="spring plough")
    assert said([OLD], [new]) == [
        "changed a 春耕: aliases: '春种' added, '春播' taken out; short was 'spring ploughing', is 'ploughing'; "
        "literal 'spring plough' added; since '1990' taken out"
    ]
    turned = replace(OLD, aliases=("x", "春播"))
    assert said([turned], [replace(OLD, aliases=("春播", "x"))]) == ["changed a 春耕: aliases: order is now 春播, x"]
