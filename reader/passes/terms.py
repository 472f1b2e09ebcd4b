"""Where the curated terms stand. They are matched before words are cut, so that no term is ever cut wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import attrgetter

from reader.glossary import Match
from reader.model import Article, Block, Mention, Sentence, Token, TokenKind, with_sentences, with_tokens
from reader.passes.resources import Resources
from reader.segmenter import Segmenter

_SHORT = 3
"""Characters of a term that words may meet in by chance."""
_BODY = "部"
_NO_BODY = frozenset("门")
_WINDOW = 4
"""Characters on either side that tell which words meet."""
_text_of = attrgetter("text")


def find_terms(article: Article, resources: Resources) -> Article:
    """Give every sentence its mentions, and tokens that have borders where terms begin and end."""
    return replace(article, blocks=tuple(_find_in_block(block, resources) for block in article.blocks))


def _find_in_block(block: Block, resources: Resources) -> Block:
    sentences = []
    start = 0
    for sentence in block.sentences:
        sentences.append(_find(sentence, resources, cuts_in(block, start, start + len(sentence.text))))
        start += len(sentence.text)
    return with_sentences(block, tuple(sentences))


def cuts_in(block: Block, start: int, end: int) -> tuple[int, ...]:
    """The borders between words in block.text[start:end] that the seed has set, counted from ``start``, both ends
    included; empty where the seed sets none."""
    inside = (cut - start for cut in block.cuts if start < cut < end)
    return (0, *inside, end - start) if block.cuts else ()


def _find(sentence: Sentence, resources: Resources, cuts: tuple[int, ...]) -> Sentence:
    spans = [
        (match.start, match.end, match.term_id)
        for match in resources.matcher.find(sentence.text)
        if _fits(match, sentence.text, cuts, resources.segmenter)
    ]
    tokens = sentence.tokens
    wanted = {border for start, end, _ in spans for border in (start, end)}
    if not wanted <= set(borders(tokens)) or borders(tokens)[-1] != len(sentence.text):
        tokens = _coarse(sentence.text, wanted)
    return with_tokens(sentence, tokens, mentions_at(spans, tokens))


def _fits(match: Match, text: str, cuts: tuple[int, ...], segmenter: Segmenter) -> bool:
    """Whether a term stands there as words: by the seed's own cut, else by the segmenter's."""
    return {match.start, match.end} <= set(cuts) if cuts else not _cuts_a_word(match, text, segmenter)


def _cuts_a_word(match: Match, text: str, segmenter: Segmenter) -> bool:
    """Whether a short term is only the meeting of two words: 算力 in 预算|力度, 央企 in 中央|企业.

    A term of four and more characters does not arise by chance, but a body may be none: 交通运输部 in 交通运输|部门.
    """
    if len(match.surface) > _SHORT:
        return match.surface[-1] == _BODY and text[match.end : match.end + 1] in _NO_BODY
    start, end = max(0, match.start - _WINDOW), match.end + _WINDOW
    position = start
    for word, _ in segmenter.cut(text[start:end]):
        after = position + len(word)
        if any(position < border < after for border in (match.start, match.end)) and segmenter.frequency(word) > 1:
            return not (position <= match.start and match.end <= after)
        position = after
    return False


def _coarse(text: str, cuts: set[int]) -> tuple[Token, ...]:
    """One token per term and per stretch of text between terms; the words pass cuts them up."""
    return tuple(Token(text[a:b], TokenKind.WORD) for a, b in pairwise(sorted({0, len(text), *cuts})))


def borders(tokens: Sequence[Token]) -> list[int]:
    """The offsets in the sentence at which tokens begin, and where the last one ends: one more than tokens."""
    return list(accumulate(map(len, map(_text_of, tokens)), initial=0))


def mentions_at(spans: Sequence[tuple[int, int, str]], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Mentions for (start, end, term id) in characters; every border must be one between tokens."""
    if not spans:
        return ()
    index = {offset: number for number, offset in enumerate(borders(tokens))}
    return tuple(Mention(term, index[start], index[end] - 1) for start, end, term in spans)


def spans_of(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The mentions of a sentence as (start, end, term id) in characters."""
    if not sentence.mentions:
        return []
    offsets = borders(sentence.tokens)
    return [(offsets[m.first], offsets[m.last + 1], m.term) for m in sentence.mentions]
