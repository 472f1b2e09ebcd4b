"""Where terms are found, and where not."""

from __future__ import annotations

import pytest

from reader.passes import Resources
from tests.conftest import annotated


def _terms(text: str, resources: Resources) -> list[str]:
    document = annotated(text, resources)
    sentences = [s for a in document.articles for b in a.blocks for s in b.sentences]
    return ["".join(t.text for t in s.tokens[m.first : m.last + 1]) for s in sentences for m in s.mentions]


def test_the_longest_term_wins(resources: Resources) -> None:
    assert _terms("要加快形成新发展格局。", resources) == ["新发展格局"]
    assert _terms("以国内大循环为主体、国内国际双循环相互促进的新发展格局。", resources) == [
        "以国内大循环为主体、国内国际双循环相互促进的新发展格局"
    ]


@pytest.mark.parametrize(
    ("text", "no_term"),
    [
        ("今年加大了预算力度。", "算力"),
        ("会议听取了城市群众的意见。", "城市群"),
        ("产量的增长极为缓慢。", "增长极"),
        ("他在国民党中央任职。", "党中央"),
        ("据交通运输部门介绍，客流增长。", "交通运输部"),
    ],
)
def test_words_that_only_meet_are_no_term(text: str, no_term: str, resources: Resources) -> None:
    assert no_term not in _terms(text, resources)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("数据中心的算力不断提高。", "算力"),
        ("长三角城市群发展很快。", "城市群"),
        ("这里成为新的增长极。", "增长极"),
        ("党中央高度重视这项工作。", "党中央"),
        ("央企纷纷在这里设立分公司。", "央企"),
    ],
)
def test_short_terms_are_found(text: str, term: str, resources: Resources) -> None:
    assert term in _terms(text, resources)


def test_a_deprecated_or_unknown_word_is_no_term(resources: Resources) -> None:
    assert _terms("今天天气很好。", resources) == []
