"""What always holds, whatever the text (DESIGN: the model)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.annotate import Seed, annotate
from reader.errors import SourceError
from reader.interlinear import parse_sentence, print_sentence
from reader.model import Article, Document, Sentence, TokenKind
from reader.passes import PASSES, Resources, run
from reader.passes.script import in_simplified
from reader.sources.decode import encode
from reader.sources.lines import apply, revert, split_lines

WORDS = st.sampled_from(
    "区域 协调 发展 高质量发展 我们 的 了 在 为 一会儿 二十四 不 长 行长 银行 北京 王小明 东数西算 绿水青山 研究生 命 "
    "5G AI 2023年12月 89.5% 1.17亿 1+1>2 ， 。 “ ” 《 》 …… —— ？ ！ ： ； 、 （ ） 「 」 / = ~ _ \\ ␣ 贊 囧 𠀀 ㍿ あ Ω é "
    "<script> {{x}} & \u200b \ue000 \u3000 - ".split(" ")
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n\n".join) | st.text(max_size=60)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def _document(text: str, resources: Resources, sidecar: bytes | None = None) -> Document | None:
    try:
        data = text.encode()
        return annotate(Seed("t", "t.txt", data, "t.yaml" if sidecar else "", sidecar), resources)
    except (SourceError, UnicodeEncodeError):
        return None


def _sentences(document: Document) -> list[Sentence]:
    return [s for article in document.articles for block in article.blocks for s in block.sentences]


@SLOW
@given(text=TEXTS)
def test_nothing_is_lost_on_the_way(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    if document is None or document.source is None:
        return
    repaired = apply(document.source.text, document.edits)
    blocks = [block.text for article in document.articles for block in article.blocks]
    assert blocks == [line.text for line in split_lines(repaired)]
    assert revert(repaired, document.edits) == document.source.text
    assert encode(document.source.text, document.source.encoding) == text.encode()
    for sentence in _sentences(document):
        assert "".join(token.text for token in sentence.tokens) == sentence.text
        assert all(token.text for token in sentence.tokens)


@SLOW
@given(text=TEXTS)
def test_readings_have_a_slot_for_every_character_and_only_words_have_pinyin(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    for token in (token for s in _sentences(document) for token in s.tokens) if document else ():
        if token.reading is not None and token.reading.syllables is not None:
            assert len(token.reading.syllables) == len(token.text)
        if token.kind is not TokenKind.WORD:
            assert token.reading is None or (token.reading.syllables, token.reading.spelling) == (None, None)
            assert token.gloss is None


@SLOW
@given(text=TEXTS)
def test_mentions_are_sorted_disjoint_and_whole(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    for sentence in _sentences(document) if document else ():
        last = -1
        for mention in sentence.mentions:
            assert last < mention.first <= mention.last < len(sentence.tokens)
            last = mention.last
            surface = "".join(t.text for t in sentence.tokens[mention.first : mention.last + 1])
            term = resources.glossary.by_id[mention.term]
            assert resources.dictionary.simplified(surface) in (term.term, *term.aliases)


@SLOW
@given(text=TEXTS)
def test_every_pass_is_idempotent(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    for article in document.articles if document else ():
        assert run(article, resources) == article
        plain = in_simplified(article, resources.dictionary.simplified)
        for step in PASSES:
            assert step.function(plain, resources) == plain, step.name


@SLOW
@given(text=TEXTS)
def test_every_pass_touches_only_its_own_fields(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    own = {"readings": "reading", "glosses": "gloss", "levels": "level"}
    for article in document.articles if document else ():
        for step in PASSES:
            if step.name not in own:
                continue
            field = own[step.name]
            bare = _without(article, field)
            assert _without(step.function(bare, resources), field) == bare


def _without(article: Article, field: str) -> Article:
    def strip(sentence: Sentence) -> Sentence:
        nothing: dict[str, Any] = {field: None}
        return replace(sentence, tokens=tuple(replace(token, **nothing) for token in sentence.tokens))

    return replace(
        article,
        blocks=tuple(replace(b, sentences=tuple(strip(s) for s in b.sentences)) for b in article.blocks),
    )


@SLOW
@given(text=TEXTS)
def test_the_interlinear_notation_is_a_round_trip(text: str, resources: Resources) -> None:
    document = _document(text, resources)
    for sentence in _sentences(document) if document else ():
        line = print_sentence(sentence)
        ids = {"".join(t.text for t in sentence.tokens[m.first : m.last + 1]): m.term for m in sentence.mentions}
        parsed = parse_sentence(line, sentence.id, ids)
        assert parsed.text == sentence.text
        assert parsed.mentions == sentence.mentions
        assert print_sentence(parsed) == line
        shown = [
            (t.text, t.kind, t.reading and (t.reading.syllables, t.reading.spelling, t.reading.spoken))
            for t in sentence.tokens
        ]
        again = [
            (t.text, t.kind, t.reading and (t.reading.syllables, t.reading.spelling, t.reading.spoken))
            for t in parsed.tokens
        ]
        assert again == shown
