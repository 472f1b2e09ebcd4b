"""What every word means here, in few words: correction, glossary, project lexicon, then the dictionary."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise

from reader import numerals
from reader.lexicon import Dictionary, short_gloss
from reader.lexicon.compound import parts
from reader.model import (
    Article,
    Gloss,
    NameKind,
    Origin,
    Reading,
    Sentence,
    Term,
    Token,
    TokenKind,
    map_sentences,
    with_gloss,
    with_tokens,
)
from reader.passes.corrections import by_span
from reader.passes.once import Once
from reader.passes.resources import Resources
from reader.passes.terms import borders
from reader.pinyin import spell

SHORT = 32
"""The most characters that a short gloss has (DESIGN section 7)."""


def add_glosses(article: Article, resources: Resources) -> Article:
    """Give every word its gloss. A word that is a term by itself has the term's; the words inside a longer term have
    their own, and the term as a whole is found through its mention."""
    plain = _glosser(resources)
    return map_sentences(article, lambda sentence: _gloss_sentence(sentence, resources, plain))


@lru_cache(maxsize=1)
def _glosser(resources: Resources) -> Once[Token]:
    """Gives a token the gloss that it has wherever it stands; kept for the articles of a document."""
    return Once(lambda token: with_gloss(token, _of_word(token, resources)))


def _gloss_sentence(sentence: Sentence, resources: Resources, plain: Once[Token]) -> Sentence:
    """``plain`` gives a token the gloss that it has wherever it stands."""
    special = _special(sentence, resources) if sentence.mentions or resources.corrections else {}
    tokens = plain.each(sentence.tokens)
    for index, gloss in special.items():
        tokens[index] = with_gloss(sentence.tokens[index], gloss)
    return with_tokens(sentence, tuple(tokens), sentence.mentions)


def _special(sentence: Sentence, resources: Resources) -> dict[int, Gloss]:
    """The words, by index, that mean here what a term does that they are by themselves, or what the editor says."""
    found = {m.first: _of_term(resources.glossary.by_id[m.term]) for m in sentence.mentions if m.first == m.last}
    index = {span: number for number, span in enumerate(pairwise(borders(sentence.tokens)))}
    for span, correction in by_span(resources.corrections, sentence.text).items():
        if correction.gloss and span in index:
            found[index[span]] = Gloss(correction.gloss, (correction.gloss,), Origin.CORRECTION)
    return {index: gloss for index, gloss in found.items() if sentence.tokens[index].kind is TokenKind.WORD}


def _of_word(token: Token, resources: Resources) -> Gloss | None:
    """What a token means that is no term and not corrected."""
    if token.kind is not TokenKind.WORD:
        return None
    return (
        _of_lexicon(token, resources)
        or _of_dictionary(token, resources.dictionary)
        or _of_number(token.text)
        or _of_parts(token, resources)
    )


def _of_term(term: Term) -> Gloss:
    return Gloss(term.short, tuple(filter(None, (*term.english, term.definition))) or (term.short,), Origin.GLOSSARY)


def _of_lexicon(token: Token, resources: Resources) -> Gloss | None:
    """The entry with the token's reading; the only one, whatever its reading."""
    entries = resources.lexicon.get(token.text, ())
    spelling = token.reading.spelling if token.reading else None
    for entry in entries:
        if len(entries) == 1 or (spelling and entry.pinyin.lower() == spelling.lower()):
            return Gloss(entry.gloss, (entry.gloss,), Origin.LEXICON)
    return None


def _of_dictionary(token: Token, dictionary: Dictionary) -> Gloss | None:
    if token.name is NameKind.PERSON and not all(entry.proper for entry in dictionary.entries(token.text)):
        return None
    syllables = token.reading.syllables if token.reading else None
    return _cached(token.text, token.pos, syllables, dictionary)


def _of_number(text: str) -> Gloss | None:
    """A number in characters, in digits: 二十四 "24", 第七 "no. 7"."""
    value = numerals.han_value(text.removeprefix("第"))
    if value is None:
        return None
    short = f"no. {value}" if text.startswith("第") else f"{value:,}"
    return Gloss(short, (short,), Origin.RULE)


def _of_parts(token: Token, resources: Resources) -> Gloss | None:
    """A word that no dictionary has, explained by the words in it: 旧书 "old + book", 乡亲们 "fellow villager
    (plural)". Names are not explained so, but for the words that an organisation is named with (教育局)."""
    word = token.text
    if token.name not in (None, NameKind.ORGANISATION) or len(word) < 2:
        return None

    def meaning(start: int, end: int) -> Gloss | None:
        part = _part(token, start, end)
        syllables = part.reading.syllables if part.reading else None
        return _of_lexicon(part, resources) or _cached(part.text, None, syllables, resources.dictionary)

    if word.endswith(_PLURAL) and (one := meaning(0, len(word) - 1)):
        return Gloss(f"{_first(one)} (plural)", (f"{one.short} + {_PLURAL}",), Origin.RULE)
    pieces = parts(word, lambda piece: meaning(word.index(piece), word.index(piece) + len(piece)) is not None)
    ends = list(accumulate(map(len, pieces), initial=0))
    glosses = [gloss for start, end in pairwise(ends) if (gloss := meaning(start, end))]
    short = " + ".join(map(_first, glosses))
    if not glosses or len(short) > SHORT:
        return None
    senses = tuple(f"{piece} {gloss.short}" for piece, gloss in zip(pieces, glosses, strict=True))
    return Gloss(short, senses, Origin.RULE)


_PLURAL = "们"


def _first(gloss: Gloss) -> str:
    return re.split("[;,(]", gloss.short)[0].strip()


def _part(token: Token, start: int, end: int) -> Token:
    """A part of a word as a word, with its reading there."""
    slots = token.reading.syllables if token.reading else None
    reading = (
        Reading(slots[start:end], spell(slots[start:end]), Origin.RULE) if slots and any(slots[start:end]) else None
    )
    return Token(token.text[start:end], TokenKind.WORD, reading=reading)


@lru_cache(maxsize=1 << 16)
def _cached(
    word: str, pos: str | None, syllables: tuple[str | None, ...] | None, dictionary: Dictionary
) -> Gloss | None:
    found = short_gloss(dictionary.resolved(word), pos=pos, reading=syllables)
    return Gloss(found[0], found[1], Origin.DICTIONARY) if found else None
