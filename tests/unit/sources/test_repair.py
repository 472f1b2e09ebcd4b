"""Repairs and joins, on texts written for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reader.model import EditKind, Place
from reader.passes import Resources
from reader.sources.lines import apply, revert
from reader.sources.repair import Repaired, repair
from reader.sources.sidecar import Repair

Mend = Callable[..., Repaired]


def _repair(line: int, wrong: str, right: str, column: int | None = None) -> Repair:
    return Repair(line, wrong, right, "misprint", column, Place("t.yaml", 3))


@pytest.fixture
def mend(resources: Resources) -> Mend:
    words = resources.segmenter

    def run(text: str, repairs: Sequence[Repair] = (), fixed: frozenset[int] = frozenset()) -> Repaired:
        done = repair(text, "t.txt", repairs, fixed, words.joined, lambda s: words.cut(s[-12:])[-1][0])
        assert revert(apply(text, done.edits), done.edits) == text
        return done

    return run


def _texts(done: Repaired) -> list[str]:
    return [passage.text for passage in done.passages]


JOINED = {
    "a comma": "春天来了，\n\n花都开了。",
    "a word across the break": "我们沿着新修的公\n\n路走了很久，终于到了。",
    "running text in mid-sentence": "他来自南方。去年他搬到了北方的一座\n\n小城，在那里开了一家店。",
    "a title mark at the end of running text": "会议很重要。会上通过了《关于保护湿地的决定》\n\n正式公布，自明年起执行。",
    "no line begins with a pause": "春天来了\n\n，花都开了。",
    "no text ends with a function word": "为了保护这片美丽的\n\n草原，牧民们想了很多办法。",
    "an open quotation": "他大声说“我们明天\n\n一定要去。”大家都笑了。",
    "three pieces": "山里有个村子。村民们种植苹果和\n\n梨，收入逐年\n\n提高，日子越过越好。",
}


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED.keys())
def test_broken_paragraphs_are_joined_and_reported(mend: Mend, text: str) -> None:
    done = mend(text)
    assert _texts(done) == ["".join(text.split())]
    assert [f.code for f in done.findings] == ["S003"] * (len(text.split()) - 1)
    assert {edit.kind for edit in done.edits} == {EditKind.JOIN}


APART = {
    "finished paragraphs": "春天来了。\n\n花都开了。",
    "a heading and its text": "提高农民的收入水平\n\n今年以来，各地采取了很多办法。",
    "a heading with a comma": "以改革为动力，走好发展之路\n\n改革开放是决定中国命运的关键一招。",
    "a quoted heading": "守护大山的“绿肺”\n\n这里的森林很美，空气也很好。",
    "a heading before a speaker": "山村里的新变化\n\n讲述人：某村党支部书记 李大山",
    "a caption and its credit": "图①：村民在采茶。\n王小明摄",
    "an unfinished caption and its credit": "图①：茶园的清晨\n资料图片",
    "a byline and what follows": "（本报记者王小明整理）\n\n今天天气很好。",
    "an introduction and its list": "要做好三件事：\n\n1. 准备材料\n2. 填写表格",
    "a numbered heading": "他想了很久，没有回答\n\n二、新的开始",
    "headings in a row": "第二部分的内容\n\n提高认识\n\n认识来自实践。",
    "verse": "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_what_belongs_apart_stays_apart(mend: Mend, text: str) -> None:
    assert _texts(mend(text)) == [line for line in text.splitlines() if line]


def test_an_indented_line_begins_a_paragraph(mend: Mend) -> None:
    text = "\u3000\u3000春天来了，万物\n\n生长。\n\n\u3000\u3000花开了。他说\n\n\u3000\u3000今年的花特别好看。"
    assert _texts(mend(text)) == ["春天来了，万物生长。", "花开了。他说", "今年的花特别好看。"]


def test_a_file_wrapped_at_a_fixed_width_is_unwrapped(mend: Mend) -> None:
    prose = "山脚下有一个小村子村里住着几十户人家大家靠种田为生每到秋天田野里一片金黄孩子们在打谷场上跑来跑去老人们坐在树下聊天说起从前的日子总有讲不完的故事"
    lines = [prose[i : i + 12] for i in range(0, 72, 12)]
    assert _texts(mend("\n".join(lines) + "。\n\n第二天下雨了。")) == ["".join(lines) + "。", "第二天下雨了。"]


def test_latin_words_are_joined_with_a_space(mend: Mend) -> None:
    assert _texts(mend("他用的是 Visual，\nStudio")) == ["他用的是 Visual，Studio"]
    assert _texts(mend("他学过很多语言。现在他写 Type\n\nScript 代码，也写文章。")) == [
        "他学过很多语言。现在他写 Type Script 代码，也写文章。"
    ]


def test_a_doubtful_break_is_reported_and_left(mend: Mend) -> None:
    done = mend("他来自南方。去年他搬到了北方\n\n新生活的开始\n\n他找到了工作。")
    assert _texts(done)[:2] == ["他来自南方。去年他搬到了北方", "新生活的开始"]
    assert [f.code for f in done.findings] == ["S009"]


def test_a_character_on_both_sides_of_a_break_is_reported(mend: Mend) -> None:
    done = mend("工厂更新了设备。这样可以帮助企业降低\n\n低成本，提高效率。")
    assert [f.code for f in done.findings] == ["S003", "S008"]


def test_a_kind_set_by_the_editor_begins_a_block(mend: Mend) -> None:
    assert len(mend("春天来了，\n\n花都开了。", fixed=frozenset({3})).passages) == 2


def test_recorded_repairs(mend: Mend) -> None:
    done = mend("今天天汽很好。\n\n我们去工园玩。", [_repair(1, "天汽", "天气"), _repair(3, "工园", "公园")])
    assert _texts(done) == ["今天天气很好。", "我们去公园玩。"]
    assert [(f.code, f.path, f.line, f.column) for f in done.findings] == [
        ("S004", "t.txt", 1, 3),
        ("S004", "t.txt", 3, 4),
    ]


def test_a_repair_on_another_line_is_made_and_reported(mend: Mend) -> None:
    done = mend("今天天汽很好。\n\n我们去公园玩。", [_repair(3, "天汽", "天气")])
    assert _texts(done)[0] == "今天天气很好。"
    assert [f.code for f in done.findings] == ["S006", "S004"]


@pytest.mark.parametrize(
    "record",
    [_repair(1, "没有", "x"), _repair(9, "好", "坏"), _repair(1, "好", "坏"), _repair(1, "好", "坏", 2)],
    ids=["not there", "no such line", "there twice", "not at the column"],
)
def test_a_repair_that_does_not_fit_is_an_error_at_the_sidecar(mend: Mend, record: Repair) -> None:
    done = mend("好人好事。\n", [record])
    assert _texts(done) == ["好人好事。"]
    assert [(f.code, f.path, f.line) for f in done.findings] == [("S005", "t.yaml", 3)]


def test_a_column_tells_two_occurrences_apart(mend: Mend) -> None:
    assert _texts(mend("好人好事。\n", [_repair(1, "好", "坏", 3)])) == ["好人坏事。"]


def test_overlapping_repairs_are_refused(mend: Mend) -> None:
    done = mend("今天天汽很好。", [_repair(1, "天汽", "天气"), _repair(1, "汽很", "气很")])
    assert "S005" in [f.code for f in done.findings]
