"""Block kinds and articles."""

from __future__ import annotations

from reader.model import Article, BlockKind
from reader.sources.structure import Passage, build_articles


def _articles(*lines: str, kinds: dict[int, BlockKind] | None = None) -> tuple[Article, ...]:
    passages = [Passage(line, ((0, number, 1),)) for number, line in enumerate(lines, start=1)]
    return build_articles(passages, "t.txt", kinds)


def _kinds(articles: tuple[Article, ...]) -> list[list[str]]:
    return [[block.kind.value for block in article.blocks] for article in articles]


def test_a_title_and_text() -> None:
    (article,) = _articles("山村里的新变化", "今年春天，村里通了公路。", "大家都很高兴。")
    assert article.title == "山村里的新变化"
    assert [(b.id, b.kind, b.level) for b in article.blocks] == [
        ("a1.b1", "title", 1),
        ("a1.b2", "paragraph", None),
        ("a1.b3", "paragraph", None),
    ]


def test_a_masthead_is_what_stands_above_the_issue_number() -> None:
    (article,) = _articles("乡村故事", "第3期", "山村里的新变化", "今年春天，村里通了公路。")
    assert [b.kind for b in article.blocks] == ["masthead", "masthead", "title", "paragraph"]


def test_headings_inside_an_article() -> None:
    (article,) = _articles(
        "总标题", "正文开始了。", "小标题", "又一段正文。", "二、第二个小标题", "正文。", "（一）第三级", "正文。"
    )
    assert [(b.kind.value, b.level) for b in article.blocks if b.level] == [
        ("title", 1),
        ("heading", 2),
        ("heading", 2),
        ("heading", 3),
    ]


def test_kickers_open_articles_and_page_matter_stands_apart() -> None:
    articles = _articles(
        "总标题", "正文。", "（本报记者王小明整理）",
        "案例一", "第一个故事", "讲述人：农民 李大山", "故事的正文。", "（本报记者李丽整理）",
        "案例二", "第二个故事", "又一个正文。",
        "图①：茶园的清晨。", "王小明摄", "本版责编：张三",
    )  # fmt: skip
    assert [a.title for a in articles] == ["总标题", "第一个故事", "第二个故事", ""]
    assert _kinds(articles) == [
        ["title", "paragraph", "byline"],
        ["kicker", "title", "speaker", "paragraph", "byline"],
        ["kicker", "title", "paragraph"],
        ["caption", "credit", "imprint"],
    ]


def test_articles_without_kickers_are_parted_by_bylines() -> None:
    articles = _articles("第一篇", "正文。", "本报记者 王小明", "第二篇", "正文。")
    assert [a.title for a in articles] == ["第一篇", "第二篇"]


def test_the_editor_decides() -> None:
    (article,) = _articles("一个标题", "这不是正文。", "正文。", kinds={1: BlockKind.KICKER, 2: BlockKind.HEADING})
    assert [b.kind for b in article.blocks] == ["kicker", "heading", "paragraph"]


def test_a_page_without_text_has_no_titles() -> None:
    (article,) = _articles("苹果", "香蕉")
    assert [b.kind for b in article.blocks] == ["paragraph", "paragraph"]


def test_a_credit_needs_a_caption() -> None:
    (article,) = _articles("标题", "正文。", "王小明摄")
    assert article.blocks[-1].kind is BlockKind.PARAGRAPH


def test_a_date_in_the_text_is_no_masthead() -> None:
    (article,) = _articles("标题", "正文。", "2024年5月6日")
    assert article.blocks[-1].kind is not BlockKind.MASTHEAD


def test_places_in_the_source() -> None:
    passage = Passage("春天来了，花开了。", ((0, 4, 3), (5, 6, 1)))
    assert (passage.first_line, passage.last_line, passage.column) == (4, 6, 3)
    assert passage.place(2) == (4, 5)
    assert passage.place(5) == (6, 1)
    assert passage.place(7) == (6, 3)
