"""What a line says it is, by its own form: byline, caption, imprint … Headings and titles have no form of their
own and are told by their surroundings (:mod:`reader.sources.structure`)."""

from __future__ import annotations

import re

from reader.hanzi import CLOSERS, HAN_CLASS, STOPS
from reader.model import BlockKind

_H = f"[{HAN_CLASS}]"
_NUMERAL = "(?:[一二三四五六七八九十百〇零\\d０-９]+)"
_ROLE = (
    "(?:责任编辑|本版责编|本期责编|责编|编辑|主编|副主编|本版主编|总编辑|版式设计|版式|美术编辑|美编|校对|制图|制版|"
    "设计|统筹|策划|监制|监审|审核|终审|出品|排版|電話|责任编校|編輯|責任編輯|版面設計|校對)"
)
_SPEAKER_ROLE = (
    "(?:主讲人|讲述人|讲述者|口述人?|受访人?者?|受访嘉宾|访谈嘉宾|对话嘉宾|嘉宾|主持人|发言人|演讲人|主讲|作者|"
    "主講人|講述人|講述者|受訪者)"
)
_REPORTER = "(?:记者|通讯员|特约|特派|整理|采写|撰文|报道|供稿|執筆|执笔|編輯|编辑|摄影报道|综合|記者|通訊員)"

_PATTERNS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    (
        BlockKind.MASTHEAD,
        re.compile(
            rf"(?:总?第?\s*{_NUMERAL}\s*[期版號号](?:\s.*)?|第\s*{_NUMERAL}\s*[期版辑卷号](?:\s.*)?|"
            rf"\d{{4}}\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?(?:\s*[,，]?\s*星期[一二三四五六日天])?|"
            rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)"
        ),
    ),
    (BlockKind.KICKER, re.compile(rf"(?:案例|典型|故事|镜头|现场|专题|声音|观点|之){_NUMERAL}[：:]?")),
    (BlockKind.SPEAKER, re.compile(rf"(?:本[期版文])?{_SPEAKER_ROLE}\s*[：:].{{1,60}}")),
    (BlockKind.IMPRINT, re.compile(rf"(?:本[版期报])?{_ROLE}\s*[：:].{{1,60}}")),
    (
        BlockKind.CAPTION,
        re.compile(rf"(?:[上下左右中]?图[①-⑳]?{_NUMERAL}?(?:[、—\-]{_NUMERAL})?\s*[：:]|[△▲▼◆▽]).+"),
    ),
    (
        BlockKind.CREDIT,
        re.compile(
            rf"[（(]?(?:资料(?:图片|照片)|(?:本报|新华社|人民网|中新社|视觉中国)?(?:记者|通讯员)?"
            rf"[{HAN_CLASS}·、 　]{{2,14}}(?:摄|攝|供图|图|发)(?:[（(].{{1,10}}[)）])?|新华社发|制图[：:].{{1,20}}|"
            rf"图片来源[：:].{{1,30}}|来源[：:].{{1,30}})[）)]?"
        ),
    ),
    (BlockKind.BYLINE, re.compile(rf"[（(][^（()）。]{{0,40}}{_REPORTER}[^（()）。]{{0,30}}[）)]")),
    (
        BlockKind.BYLINE,
        re.compile(
            rf"(?:[■□●○]\s*)?(?:本报|新华社|人民网|中新社|中新网|光明日报|央视|本刊|本網|本报驻{_H}{{2,6}})?"
            rf"(?:见习|特约|特派|首席)?(?:记者|通讯员|評論員|评论员)\s*[：:]?\s*{_H}{{2,4}}(?:[、 　·]{_H}{{2,4}})*"
        ),
    ),
    (BlockKind.BYLINE, re.compile(rf"(?:文|撰文|整理|采写)\s*[/／丨|：:]\s*{_H}{{2,4}}(?:[、 　]{_H}{{2,4}})*")),
    (
        BlockKind.NOTE,
        re.compile(
            r"(?:[（(].{0,60}(?:作者(?:为|系|单位)|转自|原载|原题|原標題|本文系|下转|上接|转载).{0,80}[）)]"
            r"|(?:下转|上接)第.{1,4}版.{0,20}|(?:扫描?|长按|微信扫)(?:描|码|下方|右侧|本版|左侧|二维码).{0,60}"
            r"|(?:视频|音频|英文|更多|详细|相关|完整)*(?:报道|内容|详情|视频|音频|信息|资讯|解读)?"
            r"(?:敬?请(?:看|见|扫|扫描|关注|登录|收听|收看|阅读|点击|参阅)|详见).{0,60}"
            r"(?:客户端|第.{1,4}版|二维码|公众号|网站|官网|频道|微信|微博|视频号|网页|APP).{0,60})"
        ),
    ),
    (BlockKind.QUOTE, re.compile(r">\s?.+")),
    (BlockKind.TABLE_ROW, re.compile(r"(?:[^|｜\t]*[|｜\t]){2,}[^|｜\t]*")),
    (
        BlockKind.LIST_ITEM,
        re.compile(
            r"(?:[①-⑳]|[-•·●▪■◆○*]\s+|\d{1,3}\s*[.．、)）](?!\d)|[（(]\d{1,3}[）)])\s*\S.*"
        ),
    ),
)  # fmt: skip

_SECTION = re.compile(
    r"(?P<chapter>第[一二三四五六七八九十百]+[章编篇部讲]\s?)|(?P<first>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<second>[（(][一二三四五六七八九十]{1,3}[）)])"
)


def shape(text: str) -> BlockKind | None:
    """The kind that the form of a line gives away, or None for running text, titles and headings."""
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return kind
    return None


def section_level(text: str) -> int | None:
    """2 for 一、 or 第一章, 3 for （一）: the numbered headings of Chinese prose; None where there is no number."""
    match = _SECTION.match(text)
    if match is None:
        return None
    return 3 if match["second"] else 2


def is_finished(text: str) -> bool:
    """Whether the line ends as a sentence or an introduction (…：) does, closing quotes and brackets apart."""
    core = text.rstrip("".join(CLOSERS) + "\"'")
    return core != "" and (core[-1] in STOPS or core[-1] in "：:" or core.endswith("——"))


def is_running(text: str) -> bool:
    """Whether there is a sentence end somewhere before the end of the line: headings have none."""
    return any(ch in "。！？；" for ch in text[:-1])
