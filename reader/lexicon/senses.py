"""From the senses of a dictionary entry to the few words that fit beside a line.

Every sense gets a cost: what a learner seldom needs (surnames, variants, old and regional words) costs most, what
does not fit the part of speech costs something, and later senses cost a little more than earlier ones, since
CC-CEDICT puts the common ones first. The cheapest is cleaned and, if it is long, cut at a border of its own grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import inf
from typing import Final

from reader.lexicon import labels
from reader.lexicon.entry import DictEntry
from reader.lexicon.references import is_common, is_surname, meanings, reference, without_noise
from reader.lexicon.shorten import shorten

_SURNAME: Final = 100.0
_SURNAME_TAGGED: Final = 10.0
_REFERENCE: Final = 50.0
_UNCOMMON_ENTRY: Final = 30.0
_PROPER: Final = 25.0
_UNUSED: Final = 15.0
_NEXT_ENTRY: Final = 3.0
_NEXT_SENSE: Final = 1.0
_MISFIT: Final = 4.5
_CUT: Final = 2.5
_LAST: Final = 20.0
"""Senses that cost this much or more stand at the end of the full list."""
_PAIR: Final = 26
"""Two senses are shown together if they take no more characters than this."""

_BEGINNINGS: Final[tuple[tuple[str, float], ...]] = (
    ("Kangxi radical", 60.0),
    ("radical in Chinese characters", 60.0),
    ("used in ", 40.0),
    ("(used in ", 40.0),
    ("bound form used in ", 40.0),
    ("name of an ancient", 20.0),
    ("ancient ", 20.0),
    ("one of the five two-hour", 20.0),
    ("phonetic ", 20.0),
    ("(used ", 6.0),
    ("abbr. for ", 6.0),
)
"""How senses begin that are seldom meant."""

_SELDOM: Final = tuple(words for words, _ in _BEGINNINGS)

_CLASSIFIER = re.compile(r"\(?(?:\([^)]*\) )?classifier\b")
_VERBAL = re.compile(r"(?:\([^)]*\) )?to [a-z]")
# How a sense begins that renders a preposition or a conjunction. (Other parts of speech do not show in English.)
_BRACKETED = r"(?:\([^)]*\) ?)?"
_PREPOSITION = re.compile(
    _BRACKETED
    + r"(?:by|with|from|for|at|in|on|of|because|owing|due|according|based|through|until|than|as|towards?|via|"
    r"since|regarding|concerning|about|like|along|against|except|besides|when|while|during|together|facing|particle|"
    r"preposition|to(?=[;,(]|$))\b"
)
_CONJUNCTION = re.compile(
    _BRACKETED + r"(?:and|or|but|if|because|although|though|so|then|as|not only|however|therefore|thus|in case|even|"
    r"unless|whether|while|since|moreover|furthermore|besides|otherwise|that is|namely|no matter|regardless|either|"
    r"hence|nevertheless|in that case|owing|due|in order|provided|rather|yet|also|together)\b"
)
_FITS = {"p": _PREPOSITION, "c": _CONJUNCTION}
_WEIGHTY = re.compile(r"[a-z]{3,}")


def short_gloss(
    entries: Sequence[DictEntry],
    *,
    pos: str | None = None,
    reading: Sequence[str | None] | None = None,
    name: bool = False,
) -> tuple[str, tuple[str, ...]] | None:
    """``(short, senses)`` for a word, or None where its entries hold no meaning at all.

    ``entries``: from :meth:`Dictionary.resolved`. ``pos``: part of speech (ICTCLAS letters, as jieba tags), which
    prefers a sense that fits. ``reading``: the syllables chosen for the word; where an entry has them, only such
    entries count. ``name``: the word stands in the place of a person's name, so "surname …" is what is wanted (the
    tag nr alone does not tell: jieba gives it to 毛 and 金 wherever they stand). ``short`` has at most 32
    characters; ``senses`` is the full list of the entries that count, cleaned, the rare ones last.
    """
    rated: dict[str, float] = {}
    chosen = sorted(_of_reading(entries, reading), key=lambda entry: -entry.uses)
    for number, entry in enumerate(chosen):
        unused = not entry.uses and chosen[0].uses > 0
        base = number * _NEXT_ENTRY + _entry_cost(entry, pos, name) + (_UNUSED if unused else 0.0)
        for index, sense in enumerate(meanings(entry)):
            text = without_noise(sense)
            cost = base + index * _NEXT_SENSE + _cost(sense, pos, name)
            if text and cost < rated.get(text, inf):
                rated[text] = cost
    if not rated:
        return None
    return _best(rated), tuple(sorted(rated, key=lambda text: rated[text] >= _LAST))


def meaning_of(entries: Sequence[DictEntry], syllable: str) -> str | None:
    """What a character means by itself when it is read ``syllable``, or None where no entry has it so."""
    read_so = [entry for entry in entries if entry.syllables == (syllable,)]
    found = short_gloss(read_so, reading=(syllable,)) if read_so else None
    return found[0] if found else None


def _best(rated: Mapping[str, float]) -> str:
    """The cheapest sense, cut to fit; with it the next one in the dictionary that is as good, if both are short."""
    order = list(rated)
    candidates: dict[str, tuple[float, int]] = {}
    least = inf
    for text in sorted(rated, key=lambda text: rated[text]):
        if rated[text] > least + _NEXT_SENSE:
            break
        shortened = shorten(text)
        cost = rated[text] + (0.0 if shortened.whole else _CUT)
        candidates.setdefault(shortened.text, (cost, order.index(text)))
        least = min(least, cost)
    first, *others = sorted(candidates, key=lambda text: candidates[text])
    cost, place = candidates[first]
    if others and candidates[others[0]][0] <= cost + _NEXT_SENSE and candidates[others[0]][1] > place:
        both = f"{first}; {others[0]}"
        if len(both) <= _PAIR and _go_together(first, others[0]):
            return both
    return first


def _go_together(first: str, second: str) -> bool:
    """Whether a second sense adds something and is of the same kind: both verbs or neither, no word in common, no
    Chinese, no list of its own."""
    if first.startswith("to ") != second.startswith("to ") or not second.isascii() or "; " in first + second:
        return False
    return not set(_WEIGHTY.findall(first.lower())) & set(_WEIGHTY.findall(second.lower()))


def _of_reading(entries: Sequence[DictEntry], reading: Sequence[str | None] | None) -> Sequence[DictEntry]:
    if reading is not None:
        wanted = tuple(reading)
        if same := [entry for entry in entries if entry.syllables == wanted]:
            return same
    return entries


def _entry_cost(entry: DictEntry, pos: str | None, name: bool) -> float:
    if entry.proper:
        return 0.0 if name or (pos is not None and pos.startswith(("nr", "ns", "nt", "nz"))) else _PROPER
    return 0.0 if is_common(entry) else _UNCOMMON_ENTRY


def _cost(sense: str, pos: str | None, name: bool) -> float:
    if is_surname(sense):
        if name:
            return -_UNCOMMON_ENTRY
        return _SURNAME_TAGGED if pos is not None and pos.startswith("nr") else _SURNAME
    if reference(sense) is not None:
        return _REFERENCE
    beginning = 0.0
    if sense.startswith(_SELDOM):
        beginning = next(cost for words, cost in _BEGINNINGS if sense.startswith(words))
    return max(beginning, *labels.costs(sense), 0.0) + _misfit(sense, pos)


def _misfit(sense: str, pos: str | None) -> float:
    """What a sense costs because it looks like another part of speech. Classifiers are few and always marked."""
    if "classifier" in sense and _CLASSIFIER.match(sense):
        return -2 * _MISFIT if pos in ("q", "m", "mq") else 3 * _MISFIT
    # vn is noun and verb at once; x and zg say nothing; nr stands at too many words that are no names.
    if not pos or pos.startswith(("vn", "x", "zg", "nr")):
        return 0.0
    if pos in _FITS:
        return 0.0 if _FITS[pos].match(sense) else _MISFIT
    verbal = _VERBAL.match(sense) is not None
    if pos[0] == "v":
        return 0.0 if verbal else _MISFIT
    return _MISFIT if verbal and pos[0] in "nadrmqtfsbz" else 0.0
