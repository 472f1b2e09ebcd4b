"""Sentences word by word."""

from __future__ import annotations

import pytest

from reader.edition.literal import literal
from reader.model import Gloss, Mention, Origin, Reading, Sentence, Term, Token, TokenKind

TERMS = {"gongyi": Term("gongyi", "公益事业", "gōngyì shìyè", "public good")}


def word(text: str, gloss: str | None = None, pinyin: str | None = None) -> Token:
    reading = Reading(None, pinyin, Origin.DICTIONARY) if pinyin else None
    return Token(text, TokenKind.WORD, reading, Gloss(gloss, (gloss,), Origin.DICTIONARY) if gloss else None)


def punct(text: str) -> Token:
    return Token(text, TokenKind.PUNCT)


@pytest.mark.parametrize(
    ("tokens", "wanted"),
    [
        ((word("老人", "old man or woman; the elderly"), word("散步", "to take a walk"), punct("。")), "old man or woman · take a walk."),
        ((word("他", "he"), punct("，"), word("说", "to say"), punct("：“"), word("好", "good (well)"), punct("”")), "he, say · good"),
        ((word("赵福生", None, "Zhào Fúshēng"), Token("3", TokenKind.NUMBER), word("岁", "year")), "Zhào Fúshēng · 3 · year"),
        ((punct("——"),), None),
    ],
)  # fmt: skip
def test_each_word_has_its_meaning(tokens: tuple[Token, ...], wanted: str | None) -> None:
    assert literal(Sentence("s", "".join(token.text for token in tokens), tokens), TERMS) == wanted


def test_a_term_is_one_word() -> None:
    tokens = (word("做", "to do"), word("公益", "public welfare"), word("事业", "undertaking"), punct("。"))
    sentence = Sentence("s", "做公益事业。", tokens, (Mention("gongyi", 1, 2),))
    assert literal(sentence, TERMS) == "do · public good."
    assert literal(sentence, {}) == "do · public welfare · undertaking."
