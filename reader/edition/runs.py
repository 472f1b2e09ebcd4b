"""From the tokens and mentions of a block to the runs that are set: which word has its pinyin over it, where a term
begins and ends, where two words need a gap between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableSet, Sequence

from reader.edition.literal import literal
from reader.edition.spec import EditionSpec, Pinyin
from reader.edition.tones import by_character, in_spoken_tones
from reader.edition.view import Run, SentenceView, Word
from reader.model import Block, Sentence, Term, Token, TokenKind


def sentences(
    block: Block,
    spec: EditionSpec,
    terms: Mapping[str, Term],
    uses: Iterator[int],
    met: MutableSet[str],
) -> tuple[SentenceView, ...]:
    """The sentences of a block with their runs.

    ``uses`` numbers the occurrences of terms through the document and ``met`` holds the terms met so far in the
    article; both go on from block to block. A mention of a term that the glossary does not have is plain text.
    """
    kinds = (None, *(token.kind for sentence in block.sentences for token in _tokens(sentence)), None)
    neighbours = zip(kinds, kinds[2:], strict=False)
    views: list[SentenceView] = []
    for sentence in block.sentences:
        following = _following(_tokens(sentence))
        found: list[Run] = []
        for tokens, term in _stretches(sentence, terms):
            words = tuple(
                _word(token, next(neighbours), next(following), spec, in_term=term is not None) for token in tokens
            )
            if term is None:
                found.append(Run(words))
                continue
            found.append(Run(words, term, f"u{next(uses)}", term not in met))
            met.add(term)
        views.append(SentenceView(sentence.id, tuple(found), literal(sentence, terms) if spec.literal else None))
    return tuple(views)


def _following(tokens: Sequence[Token]) -> Iterator[str | None]:
    """For each token the syllable that comes right after it, if a word does."""
    for after in (*tokens[1:], None):
        syllables = after.reading.syllables if after and after.reading else None
        yield syllables[0] if syllables else None


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
    token: Token,
    neighbours: tuple[TokenKind | None, TokenKind | None],
    following: str | None,
    spec: EditionSpec,
    *,
    in_term: bool,
) -> Word:
    pinyin = token.reading.spelling if token.reading else None
    said = in_spoken_tones(token.text, token.reading, following)
    written = said or pinyin if spec.sandhi == "spoken" else pinyin
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
        ruby=written if shown[spec.pinyin] else None,
        spoken=token.reading.spoken if token.reading else None,
        gloss=token.gloss.short if token.gloss else None,
        level=token.level,
        name=token.name,
        before=neighbours[0],
        after=neighbours[1],
        syllables=by_character(token.reading),
        said=said,
        senses=token.gloss.senses if token.gloss else (),
    )
