"""Texts and what becomes of them, as Markdown: a heading, the text in one fence, the interlinear lines in the next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.interlinear import parse_sentence, print_sentence
from reader.passes import Resources
from tests.conftest import annotated

_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n+```\n(?P<text>.*?)\n```\n+```\n(?P<lines>.*?)\n```$", re.MULTILINE | re.DOTALL
)
FILES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [
    pytest.param(case["text"], case["lines"].splitlines(), id=f"{path.stem}: {case['title']}")
    for path in FILES
    for case in _CASE.finditer(path.read_text(encoding="utf-8"))
]


def test_every_heading_is_a_case() -> None:
    headings = sum(path.read_text(encoding="utf-8").count("\n## ") for path in FILES)
    assert len(CASES) == headings > 0


@pytest.mark.parametrize(("text", "lines"), CASES)
def test_case(text: str, lines: list[str], resources: Resources) -> None:
    document = annotated(text, resources)
    sentences = [s for a in document.articles for b in a.blocks for s in b.sentences]
    assert [print_sentence(sentence) for sentence in sentences] == lines
    assert all(parse_sentence(line) for line in lines)
