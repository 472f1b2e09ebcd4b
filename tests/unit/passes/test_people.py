"""Personal names in running text: found where their form or place shows them, and nowhere else."""

from __future__ import annotations

import pytest

from reader.model import NameKind
from reader.passes import Resources
from tests.conftest import annotated


def _names(text: str, resources: Resources) -> dict[str, str | None]:
    document = annotated(text, resources)
    tokens = [t for a in document.articles for b in a.blocks for s in b.sentences for t in s.tokens]
    return {t.text: t.reading.spelling if t.reading else None for t in tokens if t.name is NameKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "spelling"),
    [
        ("主任林国平介绍了情况。", "林国平", "Lín Guópíng"),
        ("昨天，孙秀珍的小店开张了。", "孙秀珍", "Sūn Xiùzhēn"),
        ("朴志晓教授来了。", "朴志晓", "Piáo Zhìxiǎo"),
        ("记者单晓明报道。", "单晓明", "Shàn Xiǎomíng"),
        ("老陈和大家一起干。", "老陈", "Lǎo Chén"),
        ("仇老师讲得很好。", "仇", "Qiú"),
        ("令狐敏说她不去。", "令狐敏", "Línghú Mǐn"),
    ],
)
def test_a_name_is_whole_and_read_as_one(text: str, name: str, spelling: str, resources: Resources) -> None:
    assert _names(text, resources) == {name: spelling}


@pytest.mark.parametrize(
    "text",
    [
        "他高兴地走了。",
        "这条路方便群众出行。",
        "金额不足，成果不大。",
        "常有人来这里看水。",
        "老人和小孩都很高兴。",
        "应当说明原因。",
        "马上开始，时间不多。",
        "石头和白云都很美。",
    ],
)
def test_what_only_begins_like_a_surname_is_no_name(text: str, resources: Resources) -> None:
    assert _names(text, resources) == {}
