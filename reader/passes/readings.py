"""How every token is read, by the most trusted source that knows: correction, glossary, project lexicon, rule,
dictionary, engine. Context-free readings are cached by word; whatever looks at neighbours comes before or after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from reader import numerals
from reader.glossary import pieces_of
from reader.hanzi import has_han, is_han
from reader.lexicon import DictEntry, Dictionary
from reader.lexicon.compound import parts
from reader.lexicon.surnames import surname_of, surname_reading
from reader.model import Article, NameKind, Origin, Reading, Sentence, Token, TokenKind, map_sentences
from reader.passes.corrections import by_span
from reader.passes.resources import Resources
from reader.passes.rules import Spot, context_rules
from reader.passes.terms import borders, spans_of
from reader.pinyin import align, capital, spell, spell_phrase, spell_word, spelling_of_name, spelling_of_place, words
from reader.pinyin import syllables as split_syllables
from reader.pronouncer import Pronouncer
from reader.sources.sidecar import Correction

_CONTEXT = 12
"""Characters on either side of a number that may tell how it is said."""


def add_readings(article: Article, resources: Resources) -> Article:
    """Give every word its reading and every number and abbreviation its spoken form."""
    return map_sentences(article, lambda sentence: _read_sentence(sentence, resources))


def _read_sentence(sentence: Sentence, resources: Resources) -> Sentence:
    corrected = {span: c for span, c in by_span(resources.corrections, sentence.text).items() if c.pinyin}
    curated = _curated(sentence, resources)
    starts = borders(sentence.tokens)
    tokens = []
    for index, token in enumerate(sentence.tokens):
        start, end = starts[index], starts[index + 1]
        if token.kind is TokenKind.WORD:
            reading = (
                _corrected(corrected, start, end)
                or curated.get((start, end))
                or _read_word(sentence, index, start, resources)
            )
        else:
            reading = _spoken(token, sentence.text, start, end)
        tokens.append(token if token.reading == reading else replace(token, reading=reading))
    return replace(sentence, tokens=tuple(tokens))


def _corrected(corrected: Mapping[tuple[int, int], Correction], start: int, end: int) -> Reading | None:
    """The reading of the token at start:end out of a correction that is about it, or about words it is one of."""
    for (first, last), correction in corrected.items():
        if first <= start and end <= last:
            spelled = words(correction.pinyin)
            cut = correction.words or (correction.text,)
            if len(spelled) == len(cut):
                offset = first
                for word, spelling in zip(cut, spelled, strict=True):
                    if (offset, offset + len(word)) == (start, end):
                        return Reading(align(word, spelling), spelling, Origin.CORRECTION)
                    offset += len(word)
            elif (first, last) == (start, end):
                return Reading(align(correction.text, correction.pinyin), correction.pinyin, Origin.CORRECTION)
    return None


def _curated(sentence: Sentence, resources: Resources) -> dict[tuple[int, int], Reading]:
    """What the glossary says of the words of its terms, by span."""
    found = {}
    for start, end, term_id in spans_of(sentence):
        position, term = start, resources.glossary.by_id[term_id]
        if sentence.text[start:end] == term.term:
            found[start, end] = Reading(align(term.term, term.pinyin), term.pinyin, Origin.GLOSSARY)
        for piece in pieces_of(term, sentence.text[start:end]):
            span = (position, position + len(piece.text))
            if piece.spelling is not None:
                found[span] = Reading(align(piece.text, piece.spelling), piece.spelling, Origin.GLOSSARY)
            position = span[1]
    return found


def _spoken(token: Token, text: str, start: int, end: int) -> Reading | None:
    if token.kind not in (TokenKind.NUMBER, TokenKind.LATIN):
        return None
    said = numerals.spoken(token.text, before=text[max(0, start - _CONTEXT) : start], after=text[end : end + _CONTEXT])
    return Reading(None, None, Origin.RULE, said) if said else None


def _read_word(sentence: Sentence, index: int, start: int, resources: Resources) -> Reading | None:
    token = sentence.tokens[index]
    if token.name is NameKind.PERSON:
        return _read_name(token.text, resources)
    spot = _spot(sentence, index, start)
    # A word that has rules is one whose place decides, which no list of words can.
    if (rule := context_rules().find(token.text, spot)) is not None:
        proper = token.name is not None
        spelling = capital(rule.reading) if proper else rule.reading
        return Reading(align(token.text, rule.reading), spelling, Origin.RULE)
    entries = resources.lexicon.get(token.text, ())
    if len(entries) == 1:
        spelling = entries[0].pinyin
        return Reading(align(token.text, spelling), spelling, Origin.LEXICON)
    alone = _read_alone(token.text, token.name is not None, token.pos, resources)
    if alone is None or len(token.text) == 1 or resources.dictionary.entries(token.text):
        return alone
    return _corrected_inside(token, alone, spot)


def _spot(sentence: Sentence, index: int, start: int) -> Spot:
    """The place of a token as the context rules look at it."""
    tokens = sentence.tokens
    left = _tag(tokens[index - 1]) if index else ""
    right = _tag(tokens[index + 1]) if index + 1 < len(tokens) else ""
    first, last = start + 1, start + 1 + len(tokens[index].text)
    return Spot(f"\n{sentence.text}\n", first, last, first, last, left, right)


def _tag(token: Token) -> str:
    return "m" if token.kind is TokenKind.NUMBER else token.pos or ""


def _corrected_inside(token: Token, alone: Reading, spot: Spot) -> Reading:
    """The reading of a word that no dictionary has, with its characters read as rules say they are read in there."""
    rules = context_rules()
    syllables = list(alone.syllables or ())
    for offset, char in enumerate(token.text):
        inside = spot._replace(start=spot.first + offset, end=spot.first + offset + 1, left="", right="")
        rule = rules.find(char, inside)
        if rule is not None and rule.conditions and offset < len(syllables) and syllables[offset]:
            syllables[offset] = rule.reading
    if tuple(syllables) == alone.syllables:
        return alone
    return Reading(tuple(syllables), spell_word(token.text, syllables, proper=token.name is not None), Origin.RULE)


def _read_name(name: str, resources: Resources) -> Reading | None:
    """Surname and given name apart, both with a capital (GB/T 16159-2012, 6.2.1.1); a foreign name as one word."""
    if "·" in name or "•" in name or len(name) > 4:
        return _read_alone(name, True, "nr", resources)
    surname = surname_of(name)
    given = name[len(surname) :]
    special = surname_reading(surname)
    first = special or resources.pronouncer.read(surname)
    second = resources.pronouncer.read(given) if given else ()
    return Reading((*first, *second), spelling_of_name(first, second), Origin.RULE)


def _read_alone(word: str, proper: bool, pos: str | None, resources: Resources) -> Reading | None:
    """The reading of a word without its context: from the dictionary if that has one, else from the engine."""
    return _cached(word, proper, pos in _IDIOM_TAGS, resources.dictionary, resources.pronouncer)


_IDIOM_TAGS = frozenset({"i"})
"""Part of speech of four-character set phrases (成语)."""


@lru_cache(maxsize=1 << 16)
def _cached(word: str, proper: bool, idiom: bool, dictionary: Dictionary, pronouncer: Pronouncer) -> Reading | None:
    if not has_han(word):
        return None
    engine = pronouncer.read(word)
    entries = dictionary.entries(word)
    readings = [r for r in dictionary.readings(word) if _complete(word, r)]
    if len(readings) == 1:
        syllables, origin = readings[0], Origin.DICTIONARY
    elif tuple(engine) in readings or not readings:
        syllables, origin = tuple(engine), Origin.ENGINE
    else:
        syllables, origin = readings[0], Origin.DICTIONARY
    if not any(syllables):
        return None
    entry = next((e for e in entries if e.syllables == syllables), None)
    if entry is not None and entry.proper and (proper or all(e.proper for e in entries)):
        return Reading(syllables, _place_apart(word, _proper_spelling(syllables, entry), entry.senses), origin)
    idiom = idiom or (entry is not None and any("idiom" in sense for sense in entry.senses))
    spelling = _spelling(word, syllables, proper, idiom, dictionary)
    return Reading(syllables, _place_apart(word, spelling) if proper else spelling, origin)


def _spelling(word: str, syllables: tuple[str | None, ...], proper: bool, idiom: bool, dictionary: Dictionary) -> str:
    """The word spelled; one of four and more syllables is set apart by the words in it (GB/T 16159-2012, 5.3)."""
    if not idiom and len(word) > 3 and all(syllables) and not numerals.is_han_numeral(word):
        inside = parts(word, lambda piece: any(not e.proper for e in dictionary.entries(piece)), least=2)
        if inside:
            starts = list(accumulate(map(len, inside), initial=0))
            return spell_phrase([syllables[a:b] for a, b in pairwise(starts)], proper=proper)
    return spell_word(word, syllables, proper=proper, idiom=idiom)


def _complete(word: str, syllables: tuple[str | None, ...]) -> bool:
    """Whether every Chinese character has a syllable, a merged 儿 apart."""
    return all(s is not None or not is_han(ch) or ch in "儿兒" for ch, s in zip(word, syllables, strict=True))


_PLACE_TYPES = frozenset("省市县区镇乡")
_WATERS = {"江": "River", "河": "River", "湖": "Lake"}
"""What ends the name of a place and says of which type it is; 枝江 is a town, though."""


def _place_apart(word: str, spelling: str, senses: Iterable[str] = ()) -> str:
    """The name of a place and its type apart, both with a capital (GB/T 16159-2012, 6.2.2.1): Bózhōu Shì."""
    typed = word[-1] in _PLACE_TYPES or any(_WATERS.get(word[-1], "\n") in sense for sense in senses)
    if not typed or len(word) < 2 or " " in spelling:
        return spelling
    *name, kind = split_syllables(spelling)
    return spelling_of_place(name, (kind,))


_CAPITAL_UNIT = re.compile(r"[A-ZĀÁǍÀĒÉĚÈŌÓǑÒ]")


def _proper_spelling(syllables: tuple[str | None, ...], entry: DictEntry) -> str:
    """The words of a name as the dictionary's capitals show them: Zhōnghuá Rénmín Gònghéguó (6.2)."""
    units = entry.pinyin.split(" ")
    if len(units) != len(syllables):
        return spell(syllables, proper=True)
    groups: list[list[str | None]] = []
    for unit, syllable in zip(units, syllables, strict=True):
        if not groups or _CAPITAL_UNIT.match(unit):
            groups.append([])
        groups[-1].append(syllable)
    return " ".join(capital(spell(group)) for group in groups if any(group))
