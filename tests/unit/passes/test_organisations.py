"""Names of several words: each word a token of its own, with a capital."""

from __future__ import annotations

import pytest

from reader.model import Token
from reader.passes import Resources
from tests.conftest import annotated


def _tokens(text: str, resources: Resources) -> list[Token]:
    document = annotated(text, resources)
    return [t for a in document.articles for b in a.blocks for s in b.sentences for t in s.tokens]


def _spelled(text: str, resources: Resources) -> str:
    return " ".join(t.reading.spelling or "" for t in _tokens(text, resources) if t.reading)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("亳州市人民医院。", "Bózhōu Shì Rénmín Yīyuàn"),
        ("丽水市图书馆。", "Líshuǐ Shì Túshūguǎn"),
        ("广东省农业厅。", "Guǎngdōng Shěng Nóngyètīng"),
        ("浙江大学医学院。", "Zhèjiāng Dàxué Yīxuéyuàn"),
        ("四川省高级人民法院。", "Sìchuān Shěng Gāojí Rénmín Fǎyuàn"),
        ("东北林业大学。", "Dōngběi Línyè Dàxué"),
        ("郑州东站。", "Zhèngzhōu Dōngzhàn"),
    ],
)
def test_every_word_of_a_name_has_a_capital(text: str, spelled: str, resources: Resources) -> None:
    assert _spelled(text, resources) == spelled


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("北京的公司很多。", "公司"),
        ("美国大学学费贵。", "大学"),
        ("他在法国公司和德国公司之间奔走。", "公司"),
        ("四川农民到医院看病。", "医院"),
        ("上海市民去图书馆看书。", "图书馆"),
        ("西藏地区海拔高。", "地区"),
    ],
)
def test_a_common_noun_behind_a_place_has_none(text: str, word: str, resources: Resources) -> None:
    found = [t for t in _tokens(text, resources) if t.text == word]
    assert found
    assert all(t.name is None and t.reading and (t.reading.spelling or "").islower() for t in found)
