"""Finding terms."""

from __future__ import annotations

import pytest

from reader.glossary import Match, Matcher
from reader.model import Term, TermStatus


def term(text: str, *aliases: str, status: TermStatus = TermStatus.REVIEWED) -> Term:
    return Term(id=f"id-{text}", term=text, pinyin="", short="x", aliases=aliases, status=status)


def found(matcher: Matcher, text: str) -> list[str]:
    matches = matcher.find(text)
    assert all(text[match.start : match.end] == match.surface for match in matches)
    return [match.surface for match in matches]


def test_a_match_tells_where_what_and_whose() -> None:
    matcher = Matcher([term("湿地", "湿地公园")])
    assert matcher.find("𠮷湿地，游湿地公园。") == (
        Match(1, 3, "id-湿地", "湿地"),
        Match(5, 9, "id-湿地", "湿地公园"),
    )


def test_the_longest_term_wins() -> None:
    matcher = Matcher([term("候鸟"), term("候鸟保护"), term("保护区"), term("鸟")])
    assert found(matcher, "候鸟保护区里候鸟多，鸟巢少") == ["候鸟保护", "候鸟", "鸟"]


def test_the_leftmost_term_wins_over_a_longer_one_that_begins_later() -> None:
    matcher = Matcher([term("乡镇"), term("镇政府办公室")])
    assert found(matcher, "乡镇政府办公室") == ["乡镇"]


def test_a_term_right_after_another() -> None:
    assert found(Matcher([term("河湖"), term("湿地")]), "河湖湿地河湖") == ["河湖", "湿地", "河湖"]


def test_deprecated_terms_are_not_found() -> None:
    matcher = Matcher([term("荒地", "荒滩", status=TermStatus.DEPRECATED), term("湿地")])
    assert found(matcher, "荒地荒滩湿地") == ["湿地"]


def test_an_empty_glossary_finds_nothing() -> None:
    assert Matcher([]).find("湿地") == ()
    assert Matcher([term("湿地")]).find("") == ()


def test_the_first_of_two_owners_has_the_surface() -> None:
    assert [match.term_id for match in Matcher([term("湿地"), term("沼泽", "湿地")]).find("湿地")] == ["id-湿地"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("建5G网络", ["5G网络"]),
        ("建15G网络", []),
        ("GDP增长", ["GDP"]),
        ("GDPR生效", []),
        ("用NGDP算", []),
        ("到2035年目标", ["2035年目标"]),
        ("编号12035年目标", []),
        ("ＧGDP", []),
    ],
)
def test_a_match_does_not_cut_a_latin_word_or_a_number(text: str, surfaces: list[str]) -> None:
    assert found(Matcher([term("5G网络"), term("产值", "GDP"), term("2035年目标")]), text) == surfaces


def test_a_refused_match_does_not_hide_a_shorter_one() -> None:
    matcher = Matcher([term("网络5"), term("网络"), term("络")])
    assert found(matcher, "网络56") == ["网络"]
