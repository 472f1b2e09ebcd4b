"""What speaks for a passage being the translation of another: shared amounts, names, terms, words.

Every unit of the source has clues, each of which a translation of it shows with a certain probability, and any other
passage of the same translation by chance. The logarithm of the quotient of the two is the weight of the clue as
evidence (naive Bayes); what a passage states of which the source knows nothing counts the same way.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import Final

from reader.english import STOP_WORDS, Phrase, Word, lemmas, occurs, phrase, words
from reader.model import NameKind, Sentence, Term, Token, TokenKind
from reader.pinyin import plain as plain_pinyin
from reader.quantities import Kind, Quantity, agree, chinese_quantities, english_quantities

_STEM: Final = 6
"""Letters that words of one family share: develop, development."""
_MOST_WORDS: Final = 24
"""Of a long dictionary entry so many words are looked for."""
_FUNCTION_WORDS: Final = frozenset("cdefhkopruxy")
"""Parts of speech, by their first letter in the segmenter's table, that a translation seldom shows by their dictionary
entry: particles, pronouns, prepositions, conjunctions, adverbs, words of direction."""
_FIGURES: Final = re.compile("[0-9]{2,}")
_HEARSAY: Final = 8.0
"""The chance of a clue being shown by any passage is counted on the translation, as if so many more units had been seen
that show it as often as is usual for its kind."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of clue: how often a translation shows it, and how often any passage does."""

    shown: float
    by_chance: float


# Measured on the translation of the seed and on tests/accuracy/gold/parallel-dev.txt: amounts are shown by 97 % of
# their translations and 1 % of other passages, names by 97 and 2, terms by 99 and 3, words by 79 and 11 in the seed, by
# 62 and 10 in the other texts, marks by all and 13. What a translator may get wrong or choose otherwise is trusted less
# than that: a wrong amount is for the comparison to report, not for the aligner to stumble over.
AMOUNT: Final = Sort(0.8, 0.03)
NAME: Final = Sort(0.9, 0.02)
TERM: Final = Sort(0.8, 0.04)
WORD: Final = Sort(0.5, 0.06)
MARK: Final = Sort(0.85, 0.15)


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that a passage shows or not: one of the ``keys``, all of ``all_of``, an amount, or a phrase."""

    sort: Sort
    keys: frozenset[str] = frozenset()
    all_of: frozenset[str] = frozenset()
    amount: Quantity | None = None
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of either language. ``length`` is in characters, of Chinese without spaces; ``keys`` are the stems and
    marks it shows; ``clues`` what a translation of it, or the text it translates, should show."""

    length: int
    keys: frozenset[str]
    amounts: tuple[Quantity, ...]
    clues: tuple[Clue, ...]
    words: tuple[Word, ...] = ()


def source_unit(sentence: Sentence, terms: Mapping[str, Term], lang: str) -> Unit:
    """A sentence of the text; the more it has been annotated, the more clues it has."""
    text = sentence.text.strip()
    borders = frozenset(accumulate((len(token.text) for token in sentence.tokens), initial=0)) or None
    amounts = chinese_quantities(sentence.text, borders)
    marks = _marks(text)
    comparable = amounts if lang == "en" else (amount for amount in amounts if _FIGURES.fullmatch(amount.text))
    clues = [*_amount_clues(comparable), *_mark_clues(marks), *_token_clues(sentence.tokens, lang)]
    if lang == "en":
        clues += _term_clues(sentence, terms)
    return Unit(len("".join(text.split())), marks, amounts, tuple(dict.fromkeys(clues)))


def target_unit(text: str, lang: str) -> Unit:
    """A sentence of a translation."""
    found = words(text)
    amounts = english_quantities(text) if lang == "en" else _bare_figures(text)
    marks = _marks(text)
    clues = (*(_amount_clues(amounts) if lang == "en" else ()), *_mark_clues(marks))
    keys = marks | {key for word in found for key in _stems(word.form)}
    return Unit(len(text), keys, amounts, tuple(dict.fromkeys(clues)), found)


def _bare_figures(text: str) -> tuple[Quantity, ...]:
    """Figures as they stand: how another language writes a decimal or a million is not known here."""
    return tuple(
        Quantity(((Kind.NUMBER, Decimal(match[0])),), False, match.start(), match.end(), match[0])
        for match in _FIGURES.finditer(text)
    )


def _amount_clues(amounts: Iterable[Quantity]) -> Iterator[Clue]:
    for amount in amounts:
        if amount.firm:
            yield Clue(AMOUNT, amount=replace(amount, start=0, end=0))


_MARKS: Final = {"?": "?", "？": "?", "!": "!", "！": "!", "“": '"', "「": '"', '"': '"', "(": "(", "（": "(", "…": "…"}


def _marks(text: str) -> frozenset[str]:
    return frozenset(_MARKS[char] for char in text if char in _MARKS)


def _mark_clues(marks: Iterable[str]) -> Iterator[Clue]:
    return (Clue(MARK, frozenset((mark,))) for mark in sorted(marks))


def _token_clues(tokens: Iterable[Token], lang: str) -> Iterator[Clue]:
    for token in tokens:
        if token.kind is TokenKind.LATIN:
            yield Clue(NAME, all_of=frozenset(word.form for word in words(token.text)))
        elif token.kind is TokenKind.WORD:
            spelled = _proper(token)
            if spelled and token.name is NameKind.PERSON:
                yield Clue(NAME, all_of=frozenset(spelled))
                continue
            # 北京 is Beijing, 长江 the Yangtze: for a place both pinyin and dictionary may be right
            keys = (_gloss_keys(token) if lang == "en" else frozenset()) | {word[:_STEM] for word in spelled[:1]}
            if keys and (token.pos or "n")[0] not in _FUNCTION_WORDS:
                yield Clue(WORD, keys)


def _proper(token: Token) -> tuple[str, ...]:
    """The words of a name as English spells them: without tone marks; none for a common word."""
    spelling = token.reading.spelling if token.reading else None
    if not spelling or not spelling[0].isupper():
        return ()
    return tuple(word.form for word in words(plain_pinyin(spelling)))


@lru_cache(maxsize=16384)
def _keys_of_gloss(senses: tuple[str, ...]) -> frozenset[str]:
    forms = dict.fromkeys(word.form for sense in senses for word in words(sense) if word.form not in STOP_WORDS)
    return frozenset(key for form in list(forms)[:_MOST_WORDS] for key in _stems(form))


def _gloss_keys(token: Token) -> frozenset[str]:
    return _keys_of_gloss((token.gloss.short, *token.gloss.senses)) if token.gloss else frozenset()


@lru_cache(maxsize=65536)
def _stems(form: str) -> frozenset[str]:
    return frozenset(lemma[:_STEM] for lemma in lemmas(form))


def _term_clues(sentence: Sentence, terms: Mapping[str, Term]) -> Iterator[Clue]:
    for mention in sentence.mentions:
        term = terms.get(mention.term)
        if term is not None and term.english:
            yield Clue(TERM, phrases=tuple(phrase(rendering) for rendering in term.english))


# --- weighing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A clue, its chance to be shown by a unit of the other side, and the units there that show it."""

    sort: Sort
    chance: float
    units: tuple[int, ...]


def search(units: Sequence[Unit], others: Sequence[Unit]) -> tuple[tuple[Found, ...], ...]:
    """For each unit its clues, and which units of the other side show each."""
    index = _Index(others)
    known: dict[Clue, Found] = {}
    result = []
    for unit in units:
        for clue in unit.clues:
            if clue not in known:
                shown = index.units_showing(clue)
                chance = (len(shown) + _HEARSAY * clue.sort.by_chance) / (len(others) + _HEARSAY)
                known[clue] = Found(clue.sort, chance, shown)
        result.append(tuple(known[clue] for clue in unit.clues))
    return tuple(result)


class _Index:
    """Which units show what."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._keys: dict[str, set[int]] = defaultdict(set)
        self._forms: dict[str, set[int]] = defaultdict(set)
        for number, unit in enumerate(units):
            for key in unit.keys:
                self._keys[key].add(number)
            for word in unit.words:
                for lemma in word.lemmas:
                    self._forms[lemma].add(number)

    def units_showing(self, clue: Clue) -> tuple[int, ...]:
        found: set[int] = set()
        for key in clue.keys:
            found |= self._keys.get(key, set())
        if clue.all_of:
            found |= set.intersection(*(self._forms.get(form, set()) for form in clue.all_of))
        if clue.amount is not None:
            amount = clue.amount
            found |= {n for n, unit in enumerate(self._units) if any(agree(amount, other) for other in unit.amounts)}
        for wanted in clue.phrases:
            near = {n for form in wanted for lemma in form[0] for n in self._forms.get(lemma, ())}
            found |= {n for n in near if occurs(wanted, self._units[n].words) is not None}
        return tuple(sorted(found))


Near = tuple[range, range]
"""What is looked at for a unit: these groups, in which these units of the other side are."""


def support(
    units: Sequence[Sequence[Found]], groups: Sequence[Sequence[int]], near: Sequence[Near] | None = None
) -> list[dict[int, float]]:
    """How much the clues of each unit speak for each group of units of the other side: a row for each unit, natural
    logarithms by the number of the group, 0 for no evidence. ``near`` limits what is looked at for each unit."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for unit in group:
            members[unit].append(number)
    sizes = [len(group) for group in groups]
    every = range(len(groups)), range(max(members, default=0) + 1)
    rows = []
    for clues, (those, others) in zip(units, near or [every] * len(units), strict=True):
        missed = {size: sum(_weights(c.sort.shown, c.chance, size)[1] for c in clues) for size in set(sizes)}
        row = {number: missed[sizes[number]] for number in those}
        for clue in clues:
            shown = clue.units[bisect_left(clue.units, others.start) : bisect_left(clue.units, others.stop)]
            for number in {number for unit in shown for number in members.get(unit, ())}:
                if number in row:
                    hit, miss = _weights(clue.sort.shown, clue.chance, sizes[number])
                    row[number] += hit - miss
        rows.append(row)
    return rows


@lru_cache(maxsize=65536)
def _weights(shown: float, chance: float, size: int) -> tuple[float, float]:
    """The evidence in a clue being shown, and in its not being shown, by a group of ``size`` units."""
    by_chance = 1 - (1 - chance) ** size
    if by_chance >= shown:
        return 0.0, 0.0  # what nearly every passage shows says nothing
    return math.log(shown / by_chance), math.log((1 - shown) / (1 - by_chance))
