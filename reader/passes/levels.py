"""The level of every word in the HSK list that the project uses."""

from __future__ import annotations

from functools import lru_cache

from reader.model import Article, Sentence, Token, TokenKind, map_sentences, with_level, with_tokens
from reader.passes.once import Once
from reader.passes.resources import Resources


def add_levels(article: Article, resources: Resources) -> Article:
    """Give every word its level; proper nouns have none, as the list grades no names."""

    graded = _grader(resources)

    def grade(sentence: Sentence) -> Sentence:
        return with_tokens(sentence, tuple(graded.each(sentence.tokens)), sentence.mentions)

    return map_sentences(article, grade)


@lru_cache(maxsize=1)
def _grader(resources: Resources) -> Once[Token]:
    """Gives a token its level; kept for the articles of a document."""

    def graded(token: Token) -> Token:
        level = resources.levels.word(token.text) if token.kind is TokenKind.WORD and token.name is None else None
        return with_level(token, level)

    return Once(graded)
