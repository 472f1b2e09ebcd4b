"""The level of every word in the HSK list that the project uses."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article, Sentence, Token, TokenKind, map_sentences
from reader.passes.once import once
from reader.passes.resources import Resources


def add_levels(article: Article, resources: Resources) -> Article:
    """Give every word its level; proper nouns have none, as the list grades no names."""

    @once
    def graded(token: Token) -> Token:
        level = resources.levels.word(token.text) if token.kind is TokenKind.WORD and token.name is None else None
        return token if token.level == level else replace(token, level=level)

    def grade(sentence: Sentence) -> Sentence:
        return replace(sentence, tokens=tuple(map(graded, sentence.tokens)))

    return map_sentences(article, grade)
