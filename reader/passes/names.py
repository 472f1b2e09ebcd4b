"""Personal names from the lines that hold nothing else: speaker, byline, credit, imprint; and from the brackets that
open a report: 本报西宁电（记者贾丰丰、王梅）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.hanzi import HAN_CLASS
from reader.lexicon.surnames import looks_like_name
from reader.model import Article, BlockKind

_H = f"[{HAN_CLASS}]"
_NAME = rf"{_H}{{2,4}}(?:[·•]{_H}{{1,8}})*"
_SEPARATOR = re.compile(r"[、，,／/和与 \u3000\xa0]+")
_ROLE = re.compile(
    r"(?:特约|特派|见习|首席|本报|驻.{2,4}?)?(?:摄影|评论|实习|文字)?(?:记者|通讯员|作者|編輯|编辑|評論員|评论员|記者)"
)
_REPORTERS = re.compile(r"[（(]((?:[^（）()]{0,6})(?:记者|通讯员)[^（）()，。]{2,40})[）)]")
_OPENING = 80
"""Characters in which a report says who wrote it."""
_USUAL = 3
"""Characters of most names."""
_DEED = re.compile(r"(?:综合)?(?:整理|采写|撰文|报道|供稿|执笔|编辑|文并摄|摄影报道|摄影|摄|文|图|供图|发|攝)+$")


def names_in_line(kind: BlockKind, text: str) -> tuple[str, ...]:
    """The personal names in a line of that kind, in order; empty for any other kind."""
    found = _CANDIDATES[kind](text) if kind in _CANDIDATES else _dateline(text)
    return tuple(dict.fromkeys(name for name in found if re.fullmatch(_NAME, name)))


def _dateline(text: str) -> Iterator[str]:
    """The reporters in the brackets near the start of a report, each with or without a role of their own."""
    for brackets in _REPORTERS.finditer(text, 0, _OPENING):
        for part in _SEPARATOR.split(brackets[1]):
            yield _without_deed(_after_role(part))


def names_in(articles: Iterable[Article]) -> tuple[str, ...]:
    """All personal names in the name lines of a document."""
    lines = ((block.kind, block.text) for article in articles for block in article.blocks)
    return tuple(dict.fromkeys(name for kind, text in lines for name in names_in_line(kind, text)))


def _speaker(text: str) -> Iterator[str]:
    """本期主讲人：国务院发展研究中心原部长 侯永志: office, space, name; or the name alone."""
    after = re.split("[：:]", text, maxsplit=1)[-1].strip()
    for person in re.split("[、，；]", after):
        words = person.split()
        if words and (len(words) > 1 or looks_like_name(words[0])):
            yield words[-1]


def _byline(text: str) -> Iterator[str]:
    """（人民网记者栗翘楚、宽容整理）, 本报记者 王小明 李丽, 文/张三."""
    for part in re.split("[；;]", text.strip("（）()■□●○ ")):
        people = _after_role(re.split(r"[：:/／丨]", part, maxsplit=1)[-1])
        yield from map(_without_deed, _SEPARATOR.split(people.strip()))


def _without_deed(person: str) -> str:
    """王小明文 without the deed; in 曾庆文 it is the end of the name."""
    return person if len(person) <= _USUAL and person.endswith("文") else _DEED.sub("", person)


def _after_role(text: str) -> str:
    """What follows the last role in the text (人民网记者), all of it where there is none."""
    roles = list(_ROLE.finditer(text))
    return text[roles[-1].end() :] if roles else text


def _credit(text: str) -> Iterator[str]:
    """王小明摄, 新华社发（王小明摄）. All before the deed is the name: 文 in 宋子文摄 is part of it."""
    if "资料" in text or "来源" in text:
        return
    for part in re.split("[（()）]", text):
        people = re.sub("(?:摄影报道|摄影|摄|攝|供图|图|发)$", "", _after_role(part))
        yield from _SEPARATOR.split(people.strip())


def _imprint(text: str) -> Iterator[str]:
    yield from _SEPARATOR.split(re.split("[：:]", text, maxsplit=1)[-1].strip())


_CANDIDATES = {
    BlockKind.SPEAKER: _speaker,
    BlockKind.BYLINE: _byline,
    BlockKind.CREDIT: _credit,
    BlockKind.IMPRINT: _imprint,
}
