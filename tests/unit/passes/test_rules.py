"""Every context rule against its own examples, and the format they are written in."""

from __future__ import annotations

import re

import pytest

from reader.model import Sentence, Token, TokenKind
from reader.passes import Resources
from reader.passes.rules import Rule, Rules, Spot, context_rules
from reader.pinyin import align
from tests.conftest import annotated

ALL = [rule for word in context_rules() for rule in context_rules().of(word)]


def _spot(text: str, word: str, left: str = "", right: str = "") -> Spot:
    start = text.index(word) + 1
    return Spot(f"\n{text}\n", start, start + len(word), start, start + len(word), left, right)


def _syllables(tokens: list[Token], start: int, end: int) -> tuple[str | None, ...]:
    """The syllables over the characters from start to end, whatever the tokens are."""
    found: list[str | None] = []
    for token in tokens:
        found += (token.reading.syllables if token.reading else None) or [None] * len(token.text)
    return tuple(found[start:end])


def _read(example: str, rule: Rule, resources: Resources) -> bool:
    before, rest = example.split("【", 1)
    word, after = rest.split("】", 1)
    document = annotated(before + word + after, resources)
    sentences: list[Sentence] = [s for a in document.articles for b in a.blocks for s in b.sentences]
    tokens = [token for sentence in sentences for token in sentence.tokens]
    return _syllables(tokens, len(before), len(before) + len(word)) == align(word, rule.reading)


def test_every_rule_is_understood_and_fits_its_word() -> None:
    assert len(ALL) > 1000
    for rule in ALL:
        assert align(rule.word, rule.reading), rule


def test_every_word_ends_with_a_rule_that_always_holds() -> None:
    without = [word for word in context_rules() if context_rules().of(word)[-1].conditions and len(word) == 1]
    assert len(without) < 0.25 * len(list(context_rules()))


@pytest.mark.slow
def test_every_rule_reads_its_own_examples(resources: Resources) -> None:
    wrong = [
        (rule.line, rule.word, rule.reading, example)
        for rule in ALL
        for example in rule.examples
        if not _read(example, rule, resources)
    ]
    assert wrong == []
    assert sum(bool(rule.examples) for rule in ALL) > 0.9 * len(ALL)


RULES_TEXT = """
@eat = 吃/喝
[甲]
yī <@eat >^  # after eating
èr >(大|小)…的
sān <:v >:x
wǔ
"""


@pytest.mark.parametrize(
    ("text", "left", "right", "reading"),
    [("吃甲。", "", "", "yī"), ("甲大的", "", "", "èr"), ("看甲们", "v", "r", "wǔ"), ("看甲", "n", "", "wǔ")],
)
def test_the_first_rule_that_holds_wins(text: str, left: str, right: str, reading: str) -> None:
    rule = Rules(RULES_TEXT).find("甲", _spot(text, "甲", left, right))
    assert rule is not None
    assert rule.reading == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("我为人民写书。", "yī"),
        ("这里为工厂。我写书", "sān"),
        ("他很快为", "èr"),
        ("他写了书，快为这样的", "èr"),
        ("他写了书，用 30为", "wǔ"),
    ],
)
def test_a_row_of_parts_of_speech_goes_as_far_as_the_clause(text: str, reading: str) -> None:
    rules = Rules("[为]\nyī >~n*v\nèr <~^r?d+\nwǔ <~[^v]m  # a number\nsān >~[^v]*$\n")
    pos = {
        "我": "r",
        "他": "r",
        "这里": "r",
        "这样": "r",
        "写": "v",
        "很": "d",
        "快": "d",
        "了": "ul",
        "的": "uj",
        "用": "p",
    }
    parts = re.findall("这里|这样|人民|工厂|30|.", text)
    kinds = {"30": TokenKind.NUMBER, "，": TokenKind.PUNCT, "。": TokenKind.PUNCT, " ": TokenKind.SPACE}
    tokens = [Token(part, kinds.get(part, TokenKind.WORD), pos=pos.get(part, "n")) for part in parts]
    spot = _spot(text, "为")._replace(tokens=tokens, place=parts.index("为"))
    rule = rules.find("为", spot)
    assert rule is not None
    assert rule.reading == reading


@pytest.mark.parametrize("source", ["yī\n", "[甲]\nyī\n[甲]\nèr\n"])
def test_what_is_not_in_the_format_is_refused_at_once(source: str) -> None:
    with pytest.raises(ValueError, match="line"):
        Rules(source)


@pytest.mark.parametrize("condition", ["=x", "<@nothing"])
def test_a_condition_that_is_none_is_refused_with_its_line(condition: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        Rules(f"[甲]\nyī {condition}\n").of("甲")
