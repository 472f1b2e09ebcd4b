"""The sense of a word that its translation shows. A dictionary lists many; where the one that was chosen does not occur
in the translation of the sentence and another does, that one stands beside the line.

Only glosses of the dictionary are chosen anew: what a person has said of a word stays. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reader.english import STOP_WORDS, Phrase, Word, occurrences, phrase, words
from reader.lexicon.shorten import shorten
from reader.model import Article, Block, Gloss, Origin, Sentence, Token, with_sentences

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_CONTENT: Final = frozenset("abijlnstvz")
"""Parts of speech whose dictionary entries a translation shows, by their first letter (ICTCLAS)."""
_UNLIKELY: Final = re.compile(
    r"surname|variant|old variant|abbr|see |also |used in|classifier|CL:|\((?:old|archaic|dialect|coll|slang|Tw)"
)
_LIGHT: Final = frozenset("become get give go make take come put use thing way person place time new".split())
"""Words that stand in any sentence and prove nothing."""

_Span = tuple[int, int]


def choose_senses(article: Article) -> Article:
    """The article with the glosses that its translation speaks for; unchanged where it has none."""
    return replace(article, blocks=tuple(with_sentences(block, tuple(_of_block(block))) for block in article.blocks))


def _of_block(block: Block) -> Iterator[Sentence]:
    groups: list[list[Sentence]] = []
    for sentence in block.sentences:
        if sentence.joined and groups:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    for group in groups:
        text = _Text.of(group[0].translation or "")
        taken = [span for sentence in group for token in sentence.tokens for span in text.shows(_short(token))]
        for sentence in group:
            yield _of_sentence(sentence, text, taken) if text.words else sentence


@dataclass(frozen=True, slots=True)
class _Text:
    """A translation by words, and all the words they may be forms of."""

    words: tuple[Word, ...]
    lemmas: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Text:
        found = words(text)
        return cls(found, frozenset(lemma for word in found for lemma in word.lemmas))

    def shows(self, gloss: str) -> list[_Span]:
        """Where a gloss occurs, one of its alternatives at least."""
        return [span for part in _parts(gloss) if _says_something(part) for span in self._places(phrase(part))]

    def _places(self, wanted: Phrase) -> Iterator[_Span]:
        if any(not self.lemmas.isdisjoint(form[0]) for form in wanted):
            yield from occurrences(wanted, self.words, 0)


def _of_sentence(sentence: Sentence, text: _Text, taken: Sequence[_Span]) -> Sentence:
    inside = {index for m in sentence.mentions for index in range(m.first, m.last + 1)}
    tokens = tuple(
        token if index in inside else _of_token(token, text, taken) for index, token in enumerate(sentence.tokens)
    )
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _of_token(token: Token, text: _Text, taken: Sequence[_Span]) -> Token:
    gloss = token.gloss
    if gloss is None or gloss.origin is not Origin.DICTIONARY or (token.pos or "x")[0] not in _CONTENT:
        return token
    if len(gloss.senses) < 2 or text.shows(gloss.short):
        return token
    for sense in gloss.senses:
        for part in _parts(sense) if not _UNLIKELY.match(sense) else ():
            if any(not _overlap(span, taken) for span in text.shows(part)):
                return replace(token, gloss=Gloss(_fitting(sense, part), gloss.senses, gloss.origin))
    return token


def _short(token: Token) -> str:
    return token.gloss.short if token.gloss else ""


def _fitting(sense: str, part: str) -> str:
    """The sense as it fits beside the line, or the part of it that was found."""
    whole = shorten(sense).text
    return whole if part in whole else shorten(part).text


@lru_cache(maxsize=1 << 14)
def _parts(sense: str) -> tuple[str, ...]:
    """What stands for each other in a sense: to hold (a meeting); to convene."""
    return tuple(part.strip() for part in re.split("[;,]", _BRACKETS.sub("", sense)) if part.strip())


@lru_cache(maxsize=1 << 14)
def _says_something(part: str) -> bool:
    return any(word.form not in STOP_WORDS and word.form not in _LIGHT for word in words(part))


def _overlap(span: _Span, others: Iterable[_Span]) -> bool:
    return any(span[0] <= other[1] and other[0] <= span[1] for other in others)
