"""Suspects: planted misprints are found, clean text is left alone."""

from __future__ import annotations

import pytest

from reader.findings import Finding
from reader.passes import Resources
from tests.conftest import annotated

MISPRINTS = {
    "他们每天在田里辛勤劳动，生括越来越好。": "生活",
    "全国人民团结一心，建没美好的家园。": "建设",
    "经济发晨的速度很快，大家都很高兴。": "发展",
    "市场竟争越来越激烈，企业压力很大。": "竞争",
    "政苻出台了新的办法，支持小企业。": "政府",
    "推进改草开放，是大家共同的心愿。": "改革",
    "他以经知道了这件事，没有人再提起。": "已经",
    "各部门要做好统筹协凋，防止重复。": "协调",
}

CLEAN = """山脚下有一个小村子，村里住着几十户人家。每年春天，桃花开满山坡，城里人都开车来看花。
老王家的院子里种着两棵枣树，一到秋天，孩子们就围着树转。他总是笑着说：“别急，别急，还没熟呢！”
去年，村里修了新路，通了公交车。从前进一趟城要走半天，如今只需四十分钟。
镇上的医院添了新设备，看病不用再跑远路。年轻人回来开了民宿，把老房子重新装修了一遍。
我们一边走一边聊，不知不觉就到了江边。江里有鱼，江上有船，风一吹，水面闪着光。
会议指出，要坚持稳中求进，统筹发展和安全，扎实做好各项民生工作，让群众有更多获得感。
学校离家不远，孩子每天自己上学。放学后先写作业，再去操场踢球，七点前回家吃饭。
这台机器耗电少、噪音小，一个人就能操作，特别适合小型工厂使用。
"""


def _found(text: str, resources: Resources, sidecar: str | None = None) -> list[Finding]:
    return [
        f
        for f in annotated(text, resources, sidecar).findings
        if f.code in ("S007", "S008", "S010", "S011", "S012", "S019")
    ]


@pytest.mark.parametrize(("text", "meant"), MISPRINTS.items())
def test_a_planted_misprint_is_found_and_the_word_named(text: str, meant: str, resources: Resources) -> None:
    (found,) = _found(text, resources)
    assert found.code == "S007"
    assert meant in found.message
    assert text[(found.column or 0) - 1 :].startswith(found.message[:2])


def test_clean_text_has_no_suspects(resources: Resources) -> None:
    assert _found(CLEAN, resources) == []


def test_what_a_text_repeats_is_its_own_usage(resources: Resources) -> None:
    assert _found("小镇叫发晨镇。发晨镇的人都很热情。", resources) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("今天的的天气很好，我们去公园。", "S008"),
        ("今天天气很 好，我们去公园。", "S010"),
        ("今天天气很好，妳也来吧，我們一起走，路上可以聊聊天，说说各自的生活，再看看风景，休息一下。", "S011"),
        ("今天\u200b天气很好。", "S012"),
        ("今天天气很好\ufffd。", "S012"),
        ("今天\ue000天气很好。", "S012"),
        ("他说“今天天气很好。", "S019"),
        ("他说今天天气很好”。", "S019"),
    ],
)
def test_other_faults(text: str, code: str, resources: Resources) -> None:
    assert {f.code for f in _found(text, resources)} == {code}


def test_a_space_in_a_heading_is_suspect_only_inside_a_word(resources: Resources) -> None:
    text = "{}\n\n今天天气很好，我们去公园。"
    assert [f.code for f in _found(text.format("高质 量发展"), resources)] == ["S010"]
    assert _found(text.format("深化改革 扩大开放"), resources) == []


def test_the_editor_can_let_a_suspect_stand(resources: Resources) -> None:
    text = "他们每天在田里辛勤劳动，生括越来越好。"
    sidecar = "source: x\nrights: y\nkeep: [{line: 1, text: 生括, why: dialect}]\n"
    assert _found(text, resources, sidecar) == []


def test_a_traditional_text_is_not_full_of_suspects(resources: Resources) -> None:
    assert _found("今天天氣很好，我們去公園散步，看見許多孩子在遊戲。", resources) == []
