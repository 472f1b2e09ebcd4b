"""From the tokens and mentions of a block to the runs that are set: which word has its pinyin over it, where a term
begins and ends, where two words need a gap between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableSet

from reader.edition.spec import EditionSpec, Pinyin
from reader.edition.view import Run, Word
from reader.model import Block, Sentence, Term, Token, TokenKind


def runs(
    block: Block,
    spec: EditionSpec,
    terms: Mapping[str, Term],
    uses: Iterator[int],
    met: MutableSet[str],
) -> tuple[Run, ...]:
    """The runs of a block.

    ``uses`` numbers the occurrences of terms through the document and ``met`` holds the terms met so far in the
    article; both go on from block to block. A mention of a term that the glossary does not have is plain text.
    """
    kinds = (None, *(token.kind for sentence in block.sentences for token in _tokens(sentence)), None)
    neighbours = zip(kinds, kinds[2:], strict=False)
    found: list[Run] = []
    for sentence in block.sentences:
        for tokens, term in _stretches(sentence, terms):
            words = tuple(_word(token, next(neighbours), spec, in_term=term is not None) for token in tokens)
            if term is None:
                found.append(Run(words))
                continue
            found.append(Run(words, term, f"u{next(uses)}", term not in met))
            met.add(term)
    return tuple(found)


def _tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of a sentence. One that has not been cut is one piece of text."""
    return sentence.tokens or ((Token(sentence.text, TokenKind.PUNCT),) if sentence.text else ())


def _stretches(sentence: Sentence, terms: Mapping[str, Term]) -> Iterator[tuple[tuple[Token, ...], str | None]]:
    """The sentence cut at the borders of its mentions, each piece with the term it is."""
    tokens = _tokens(sentence)
    position = 0
    for mention in sentence.mentions:
        if mention.term not in terms:
            continue
        if mention.first > position:
            yield tokens[position : mention.first], None
        yield tokens[mention.first : mention.last + 1], mention.term
        position = mention.last + 1
    if position < len(tokens):
        yield tokens[position:], None


def _word(
    token: Token, neighbours: tuple[TokenKind | None, TokenKind | None], spec: EditionSpec, *, in_term: bool
) -> Word:
    pinyin = token.reading.spelling if token.reading else None
    shown: dict[Pinyin, bool] = {
        "all": True,
        "above-level": in_term or spec.above_level(token.level),
        "terms": in_term,
        "none": False,
    }
    return Word(
        text=token.text,
        kind=token.kind,
        pinyin=pinyin,
        ruby=pinyin if shown[spec.pinyin] else None,
        spoken=token.reading.spoken if token.reading else None,
        gloss=token.gloss.short if token.gloss else None,
        level=token.level,
        name=token.name,
        before=neighbours[0],
        after=neighbours[1],
    )
