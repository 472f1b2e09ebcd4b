"""The scoring itself."""

from __future__ import annotations

from reader.model import Token, TokenKind
from tests.accuracy.score import HALVES, Score, covering, passages, rows, score_words, spans


def test_right_and_wrong_are_counted() -> None:
    score = Score()
    score.count(True, "为", "")
    score.count(False, "为", "miss")
    assert (score.right, score.total, score.share, score.wrong["为"], score.misses) == (1, 2, 50.0, 1, ["miss"])


def test_tokens_over_a_span() -> None:
    tokens = [Token(text, TokenKind.WORD) for text in ("区域", "协调", "发展")]
    assert [(offset, token.text) for offset, token in covering(tokens, 1, 3)] == [(0, "区域"), (2, "协调")]


def test_marks_are_no_words() -> None:
    assert spans(["好", "，", "人"]) == {(0, 1), (2, 3)}


def test_a_perfect_cut_and_a_spoiled_one() -> None:
    gold = {"".join(words): words for _, words in passages("dev")}
    assert score_words(lambda text: gold[text], "dev") == (100.0, 0)
    assert score_words(list, "dev")[0] < 60


def test_the_halves_have_no_sentence_in_common() -> None:
    for name, column in (("readings", 3), ("names", 3), ("numbers", 2)):
        dev, held = ({row[column] for row in rows(name, half)} for half in HALVES)
        assert len(dev) > 60
        assert not dev & held
