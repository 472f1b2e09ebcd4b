"""What lines say they are."""

from __future__ import annotations

import pytest

from reader.model import BlockKind
from reader.sources.shapes import is_finished, is_running, section_level, shape

SHAPES = {
    BlockKind.MASTHEAD: ["第12期", "总第 305 期", "2024年5月6日 星期一", "2024-05-06", "第03版"],
    BlockKind.KICKER: ["案例一", "故事二", "之三"],
    BlockKind.SPEAKER: ["讲述人：山东某村党支部书记 李大山", "本期主讲人：张明", "嘉宾：王教授"],
    BlockKind.BYLINE: [
        "（本报记者王小明、李丽整理）",
        "本报记者 王小明 李丽",
        "新华社记者王小明",
        "文/张三丰",
        "（张三、李四整理）",
    ],
    BlockKind.CAPTION: ["图①：村民在采茶。", "图1：新修的公路", "上图：港口夜景。", "▲ 工人在检修设备"],
    BlockKind.IMPRINT: ["本版责编：王一 李二", "版式设计：赵三", "责任编辑：孙四"],
    BlockKind.NOTE: ["更多内容请看本报客户端。", "（作者为某大学教授）", "（下转第四版）", "详见第五版报道"],
    BlockKind.LIST_ITEM: ["1. 准备材料", "②填写表格", "（3）提交申请", "- 茶叶"],
    BlockKind.QUOTE: ["> 学而时习之"],
    BlockKind.TABLE_ROW: ["年份 | 产量 | 增长", "一月\t二月\t三月"],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in SHAPES.items() for line in lines])
def test_lines_with_a_form_of_their_own(kind: BlockKind, line: str) -> None:
    assert shape(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "推动乡村振兴迈上新台阶",
        "今年春天，村里来了三位记者。",
        "记者从会上了解到，明年将新建五所学校。",
        "1.5亿人受益于这项政策。",
        "2024年是关键的一年，各地都在行动。",
        "他说：“我很高兴。”",
        "请看他怎么做",
    ],
)
def test_running_text_and_headings_have_none(line: str) -> None:
    assert shape(line) is None


@pytest.mark.parametrize("line", ["资料图片", "王小明摄", "新华社记者 王小明摄", "新华社发（王小明摄）"])
def test_credits(line: str) -> None:
    assert shape(line) is BlockKind.CREDIT


def test_numbered_headings_have_levels() -> None:
    assert section_level("一、提高认识") == 2
    assert section_level("第三章 总则") == 2
    assert section_level("（二）加强领导") == 3
    assert section_level("一方面要加强领导") is None


@pytest.mark.parametrize("text", ["好。", "好？”", "（好！）", "他说：", "好……", "——"])
def test_finished(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["好", "《条例》", "好，", "”", "“一盘棋”"])
def test_unfinished(text: str) -> None:
    assert not is_finished(text)


def test_running_text_has_a_stop_before_its_end() -> None:
    assert is_running("来了。他")
    assert not is_running("他来了。")
    assert not is_running("提高认识，加强领导")
