"""A sentence word by word: an interlinear gloss as one line, for a reader who wants to see how it is put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reader.model import Sentence, Term, Token, TokenKind

_STOPS: Final = {"，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!"}
_BETWEEN: Final = " · "


def literal(sentence: Sentence, terms: Mapping[str, Term]) -> str | None:
    """What each word means, in the order of the sentence: *we · persist in · high-quality development*. A term is one
    word; a word without a gloss stands as its pinyin or as it is written; None for a sentence without words."""
    line = ""
    for piece, is_stop in _pieces(sentence, terms):
        line += piece if is_stop or not line else (" " if line[-1] in _STOPS.values() else _BETWEEN) + piece
    return line if any(token.kind is TokenKind.WORD for token in sentence.tokens) else None


def _pieces(sentence: Sentence, terms: Mapping[str, Term]) -> Iterator[tuple[str, bool]]:
    starts = {mention.first: mention for mention in sentence.mentions if mention.term in terms}
    covered = -1
    for index, token in enumerate(sentence.tokens):
        if index <= covered:
            continue
        if index in starts:
            covered = starts[index].last
            yield terms[starts[index].term].short, False
        elif token.kind in (TokenKind.PUNCT, TokenKind.SPACE):
            if token.text in _STOPS:
                yield _STOPS[token.text], True
        else:
            yield _meaning(token), False


def _meaning(token: Token) -> str:
    if token.gloss is None:
        return (token.reading.spelling if token.reading else None) or token.text
    first = re.split("[;,(]", token.gloss.short)[0].strip() or token.gloss.short
    return first.removeprefix("to ")
