"""How every token is read, by the most trusted source that knows: correction, glossary, project lexicon, rule,
dictionary, engine. Context-free readings are cached by word; whatever looks at neighbours comes before or after."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader import numerals
from reader.glossary import pieces_of
from reader.lexicon.lists import word_list
from reader.lexicon.standard import standard_spelling
from reader.lexicon.surnames import GIVEN_READINGS, SOUND_READINGS, looks_like_name, surname_of, surname_reading
from reader.model import (
    Article,
    NameKind,
    Origin,
    Reading,
    Sentence,
    Token,
    TokenKind,
    map_sentences,
    with_reading,
    with_tokens,
)
from reader.passes import citation
from reader.passes.corrections import by_span
from reader.passes.foreign import DOTS, JAPANESE, TIBETAN, is_by_sound
from reader.passes.naming import GIVEN, SURE
from reader.passes.once import Once, once_with
from reader.passes.resources import Resources
from reader.passes.rules import Rule, Spot, context_rules
from reader.passes.terms import borders, spans_of
from reader.pinyin import align, capital, spell, spell_word, spelling_of_name, with_tone, words
from reader.sources.sidecar import Correction

_FAMILIAR = frozenset("老小大")
_CONTEXT = 32
"""Characters on either side of a number that may tell how it is said."""


def add_readings(article: Article, resources: Resources) -> Article:
    """Give every word its reading and every number and abbreviation its spoken form."""
    return map_sentences(article, _reader(resources).read)


@lru_cache(maxsize=1)
def _reader(resources: Resources) -> _Reader:
    """One for all articles of a document."""

    def alone(token: Token) -> Token | None:
        return None if _place_matters(token, resources) else with_reading(token, _alone(token, resources))

    return _Reader(resources, Once(alone), once_with(with_reading))


class _Reader(NamedTuple):
    """Reads sentences. ``alone``: the token with its reading, None where the place matters;
    ``joined``: the token with a reading."""

    resources: Resources
    alone: Once[Token | None]
    joined: Callable[[Token, Reading | None], Token]

    def read(self, sentence: Sentence) -> Sentence:
        """The sentence with readings."""
        tokens = sentence.tokens
        found = self.alone.each(tokens)
        starts = borders(tokens)
        text = _seen(sentence.text)
        for index, alone in enumerate(found):
            if alone is None:
                spot = _spot(tokens, index, text, starts[index] + 1)
                found[index] = self.joined(tokens[index], _read(tokens[index], spot, self.resources))
        if sentence.mentions or self.resources.corrections:
            curated = _curated(sentence, self.resources)
            for index, span in enumerate(pairwise(starts)):
                if tokens[index].kind is TokenKind.WORD and (reading := curated.get(span)):
                    found[index] = self.joined(tokens[index], reading)
        return with_tokens(sentence, tuple(token for token in found if token), sentence.mentions)


def _place_matters(token: Token, resources: Resources) -> bool:
    """Whether how a token is read can depend on what stands beside it."""
    word, rules = token.text, context_rules()
    if token.kind is not TokenKind.WORD:
        return token.kind in (TokenKind.NUMBER, TokenKind.LATIN)
    if token.name is NameKind.PERSON:
        return False
    if word in rules or word in resources.lexicon:
        return word in rules
    if word in _WITH_OBJECT or word[:1] == word[1:2]:
        return True
    if len(word) == 1 or (word in resources.dictionary and len(citation.candidates(word, resources)) == 1):
        return False
    return any(piece in rules for piece in (*word, *citation.pieces(word, resources)))


def _alone(token: Token, resources: Resources) -> Reading | None:
    """How a token is read whose place does not matter."""
    return _read(token, _spot((token,), 0, _seen(token.text), 1), resources)


def _read(token: Token, spot: Spot, resources: Resources) -> Reading | None:
    """How a token is read at its place, for all that the glossary and the editor say."""
    if token.kind is not TokenKind.WORD:
        return _spoken(token, spot)
    return _read_name(token.text, resources) if token.name is NameKind.PERSON else _read_word(token, spot, resources)


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
    """What the glossary says of the words of its terms, and the editor of any, by span."""
    corrected = {span: c for span, c in by_span(resources.corrections, sentence.text).items() if c.pinyin}
    found = _of_terms(sentence, resources)
    if corrected:
        for start, end in pairwise(borders(sentence.tokens)):
            if reading := _corrected(corrected, start, end):
                found[start, end] = reading
    return found


def _of_terms(sentence: Sentence, resources: Resources) -> dict[tuple[int, int], Reading]:
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


def _spoken(token: Token, spot: Spot) -> Reading | None:
    if token.kind not in (TokenKind.NUMBER, TokenKind.LATIN):
        return None
    before, after = spot.text[1 : spot.start][-_CONTEXT:], spot.text[spot.end : -1][:_CONTEXT]
    said = numerals.spoken(token.text, before=before, after=after)
    return Reading(None, None, Origin.RULE, said) if said else None


def _read_word(token: Token, spot: Spot, resources: Resources) -> Reading | None:
    proper = token.name is not None
    # A word that has rules is one whose place decides, which no list of words can.
    if (rule := context_rules().find(token.text, spot)) is not None:
        return _of_rule(token.text, rule.reading, proper)
    entries = resources.lexicon.get(token.text, ())
    if entries:
        spelling = capital(entries[0].pinyin) if proper else entries[0].pinyin
        return Reading(align(token.text, spelling), spelling, Origin.LEXICON)
    reading = citation.known(token.text, proper, token.pos, resources)
    if len(token.text) > 1:
        reading = _read_inside(token, reading, spot, resources)
    if _is_doubled(spot.before, token):
        return _lightened(token.text, reading, 0)
    if token.text[:1] == token.text[1:2] and spot.before != "一" and _is_verb(token, resources):
        return _lightened(token.text, reading, 1)
    return reading


@lru_cache(maxsize=1 << 14)
def _of_rule(word: str, reading: str, proper: bool) -> Reading:
    return Reading(align(word, reading), capital(reading) if proper else reading, Origin.RULE)


def rule_at(sentence: Sentence, index: int, start: int) -> Rule | None:
    """The context rule that reads the token at that index of a sentence, whose text begins at ``start``."""
    spot = _spot(sentence.tokens, index, _seen(sentence.text), start + 1)
    return context_rules().find(sentence.tokens[index].text, spot)


def _seen(text: str) -> str:
    """A text as the context rules look at it: line feeds around it, figures in their usual width (８种 is 8种)."""
    return f"\n{text}\n".translate(_FIGURES)


_FIGURES = {ord(wide): str(figure) for figure, wide in enumerate("０１２３４５６７８９")}


def _spot(tokens: Sequence[Token], index: int, text: str, start: int) -> Spot:
    """The place of a token as the context rules look at it: ``text`` with line feeds around, ``start`` in it."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    end = start + len(tokens[index].text)
    left, right = _tag(before) if before else "", _tag(after) if after else ""
    beside = before.text if before else "", after.text if after else ""
    return Spot(text, start, end, start, end, left, right, *beside, tokens, index)


def _tag(token: Token) -> str:
    return "m" if token.kind is TokenKind.NUMBER else token.pos or ""


def _read_inside(token: Token, reading: Reading | None, spot: Spot, resources: Resources) -> Reading | None:
    """The reading of a word with what the context rules say of its characters, as far as no dictionary knows better."""
    word, proper = token.text, token.name is not None
    found = citation.candidates(word, resources)
    if reading is None:
        return _read_parts(word, proper, spot, resources)
    if word in resources.dictionary:
        narrowed = _narrowed(found, word, spot) if len(found) > 1 else found
        if narrowed == found:
            return reading
        return citation.composed(word, narrowed[0], proper, Origin.RULE, resources)
    if not found:
        return reading
    slots = tuple(
        rule.reading if old and (rule := _rule_inside(char, word, offset, spot)) and _may_correct(rule, word) else old
        for offset, (char, old) in enumerate(zip(word, found[0], strict=True))
    )
    return reading if slots == found[0] else citation.composed(word, slots, proper, Origin.RULE, resources)


def _may_correct(rule: Rule, word: str) -> bool:
    """Whether a rule may put the engine right: in its longer phrases, which are set ones, only one that looks there."""
    return bool(rule.conditions) and (len(word) < 3 or rule.inside)


def _narrowed(found: tuple[citation.Syllables, ...], word: str, spot: Spot) -> tuple[citation.Syllables, ...]:
    """Those of several readings that agree with the rules for the characters in which they differ."""
    for offset, char in enumerate(word):
        if len({slots[offset] for slots in found}) > 1:
            rule = _rule_inside(char, word, offset, spot)
            if rule is not None and rule.conditions:
                found = tuple(slots for slots in found if slots[offset] == rule.reading) or found
    return found


def _read_parts(word: str, proper: bool, spot: Spot, resources: Resources) -> Reading | None:
    """A word that nothing has as a whole, by its parts: rules for these, then the dictionary, then the engine."""
    slots: list[str | None] = []
    origin = Origin.ENGINE
    for piece in citation.pieces(word, resources) or (word,):
        rule = _rule_inside(piece, word, len(slots), spot)
        if rule is not None:
            slots += align(piece, rule.reading)
            origin = Origin.RULE
        elif piece == "儿" and slots and slots[-1] and not citation.is_child(word):
            slots[-1] += "r"
            slots.append(None)
        else:
            part = citation.known(piece, False, None, resources)
            slots += (part.syllables if part else None) or [None] * len(piece)
    return citation.composed(word, tuple(slots), proper, origin, resources)


def _rule_inside(piece: str, word: str, offset: int, spot: Spot) -> Rule | None:
    """The rule that holds for a part of a word, where it stands."""
    rules = context_rules()
    if piece not in rules:
        return None
    start, end = spot.first + offset, spot.first + offset + len(piece)
    inside = spot._replace(start=start, end=end)
    if offset:
        inside = inside._replace(left="", before=word[:offset])
    if offset + len(piece) < len(word):
        inside = inside._replace(right="", after=word[offset + len(piece) :])
    return rules.find(piece, inside)


def _is_doubled(before: str, token: Token) -> bool:
    """Whether a verb is said twice, the second time with its object: 散 散步."""
    return token.text in _WITH_OBJECT and before == token.text[0]


_WITH_OBJECT = word_list("verbs with their object")


def _is_verb(token: Token, resources: Resources) -> bool:
    """Whether a word that no dictionary or list has begins with a verb said twice: 摆摆, 看看书, but not 呆呆."""
    if len(token.text) > 3 or token.text in resources.dictionary or standard_spelling(token.text):
        return False
    return all((pos or "").startswith("v") for _, pos in resources.segmenter.cut(token.text[0]))


def _lightened(word: str, reading: Reading | None, index: int) -> Reading | None:
    """The reading without the tone of one syllable: what is doubled has none the second time."""
    slots = reading.syllables if reading else None
    if not slots or not slots[index]:
        return reading
    light = tuple(with_tone(s, 5) if i == index and s else s for i, s in enumerate(slots))
    return Reading(light, spell_word(word, light), Origin.RULE)


def _as_a_word(given: str, resources: Resources) -> citation.Syllables | None:
    """The reading of a given name that is a word with one reading (朝晖, 和平), which names are read like."""
    if len(given) < 2:
        return None
    found = citation.candidates(given, resources)
    return found[0] if len(found) == 1 and all(found[0]) else None


def _given(given: str, resources: Resources) -> citation.Syllables:
    """The reading of a given name."""
    plain = tuple(GIVEN_READINGS.get(char) or resources.pronouncer.read(char)[0] for char in given)
    return _as_a_word(given, resources) or plain


def _by_sound(name: str, resources: Resources) -> Reading | None:
    """A name of another language: each of its parts is one word (6.2.3)."""
    slots: list[str | None] = []
    spelled = []
    for part in re.split(f"([{DOTS}])", name):
        if part in DOTS:
            slots.append(None)
            continue
        found = [SOUND_READINGS.get(char) or resources.pronouncer.read(char)[0] for char in part]
        tibetan = part == name and part[:2] in TIBETAN and part[2:] in TIBETAN
        halves = (found[:2], found[2:]) if tibetan else (found,)
        spelled += [spell(half, proper=True) for half in halves]
        slots += found
    return Reading(tuple(slots), " ".join(spelled), Origin.RULE) if all(spelled) else None


def _is_called_by_surname(name: str) -> bool:
    """Whether a name is a surname with 老, 小 or 大 before it (小丁), rather than a given name (小燕)."""
    if len(name) != 2 or name[0] not in _FAMILIAR:
        return False
    return name[1] in SURE or (surname_reading(name[1]) is not None and name[1] not in GIVEN)


def _read_name(name: str, resources: Resources) -> Reading | None:
    """Surname and given name apart, both with a capital (GB/T 16159-2012, 6.2.1.1); a foreign name as one word."""
    entries = resources.dictionary.entries(name) if len(name) > 2 else ()
    if standard_spelling(name) or (entries and all(entry.proper for entry in entries)):
        return citation.known(name, True, "nr", resources)
    surname = name[:2] if name[:2] in JAPANESE and len(name) > 3 else surname_of(name)
    if is_by_sound(name):
        return _by_sound(name, resources)
    called_by_surname = _is_called_by_surname(name)
    alone = name[0] in ("小", name[1:]) or not (name in resources.dictionary or looks_like_name(name))
    if len(name) == 2 and alone and not called_by_surname and GIVEN.issuperset(name):
        slots = _given(name, resources)  # 恩来: a given name alone
        return Reading(slots, spell(slots, proper=True), Origin.RULE)
    given = name[len(surname) :]
    first = surname_reading(surname) or resources.pronouncer.read(surname)
    if called_by_surname:
        family = surname_reading(given) or resources.pronouncer.read(given)
        return Reading((*first, *family), spelling_of_name(first, family), Origin.RULE)  # 老单
    second = _given(given, resources)
    return Reading((*first, *second), spelling_of_name(first, second), Origin.RULE)
