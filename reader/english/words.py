"""English words, and the forms under which one of them may stand in a dictionary.

No part of speech is known here, so a form has several possible lemmas: *leaves* is a form of *leaf* and of *leave*. Two
words are taken for one if they share a lemma.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*[^\W\d_]*")
_BREAK: Final = re.compile(r"[.!?;:…]|—|–")
_POSSESSIVE: Final = re.compile(r"['’]s?$")

STOP_WORDS: Final = frozenset(
    "a an the of to in on at by for from with as into onto upon about over under after before between through during "
    "against without within and or but nor so yet if then than that this these those it its he him his she her they "
    "them their we us our you your i me my one ones oneself sb sth somebody someone something be is are was were "
    "been being am do does did done doing have has had having will would shall should can could may might must not "
    "no who whom whose which what when where why how there here all any each every some such other another more most "
    "very much many also too only just even up down out off again s t etc eg ie cl pr surname variant used abbr lit "
    "fig".split()
)
"""Words that say nothing about what a sentence is about, and the labels of dictionaries."""

_IRREGULAR: Final = {
    form: lemma
    for line in (
        "be is are was were been being am|have has had|do does did done|go went gone|come came|become became|"
        "begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|"
        "choose chose chosen|cut|deal dealt|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|"
        "fall fell fallen|feed fed|feel felt|fight fought|find found|flow flowed|fly flew flown|"
        "forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|grow grew grown|hang hung|"
        "hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt|leave left|"
        "lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|overcome overcame|pay paid|"
        "ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|"
        "send sent|shake shook shaken|shine shone|shoot shot|show showed shown|shrink shrank shrunk|sing sang sung|"
        "sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|spring sprang sprung|stand stood|"
        "steal stole stolen|stick stuck|strike struck|swim swam swum|take took taken|teach taught|tear tore torn|"
        "tell told|think thought|throw threw thrown|understand understood|undertake undertook undertaken|"
        "wake woke woken|wear wore worn|weave wove woven|win won|wind wound|write wrote written|child children|"
        "man men|woman women|person people|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|leaf leaves|"
        "life lives|half halves|wolf wolves|knife knives|good better best|bad worse worst|criterion criteria|"
        "phenomenon phenomena|datum data"
    ).split("|")
    for lemma, *forms in (line.split(),)
    for form in forms
}
_BRITISH: Final = (
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|ites|hood|hoods)?$)"), "or"),
    (re.compile(r"(?<=[a-z]t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z])l(?=l(?:ed|ing|er|ers)$)"), ""),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"^defence(?=s?$)"), "defense"),
)
"""British spelling to American, as far as it can be told from the letters; both sides of a comparison go through it."""
_DOUBLED: Final = re.compile(r"([bdfgklmnprtvz])\1$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: its folded form, its possible lemmas, where it stands, whether a break of the sentence stands
    between it and the word before, and whether it is written with a capital."""

    form: str
    lemmas: frozenset[str]
    start: int
    end: int
    after_break: bool
    capital: bool


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens part words, a possessive ’s is left out."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    last = 0
    for match in _WORD.finditer(text):
        form = fold(match[0])
        start, end = match.span()
        if form:
            # Mostly there is one space between two words, which breaks nothing.
            broken = text[last:start] != " " and _BREAK.search(text, last, start) is not None
            yield Word(form, lemmas(form), start, end, broken, match[0][0].isupper())
        last = end


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, compatibility forms and accents folded (Xi’an, XI'AN and Xī'ān are one), possessive taken off."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).lower()
    return "".join(char for char in plain if char.isalnum())


@lru_cache(maxsize=65536)
def lemmas(form: str) -> frozenset[str]:
    """The words that a folded form may be a form of, itself among them.

    >>> sorted(lemmas("planning"))
    ['plan', 'plann', 'planne', 'planning']
    """
    spelled = form
    for pattern, american in _BRITISH:
        spelled = pattern.sub(american, spelled)
    found = {form, spelled}
    if spelled in _IRREGULAR:
        found.add(_IRREGULAR[spelled])
    found |= set(_without_ending(spelled))
    return frozenset(found)


def _without_ending(form: str) -> Iterator[str]:
    if len(form) > 3 and form.endswith("ies"):
        yield form[:-3] + "y"
    if len(form) > 3 and form.endswith("es"):
        yield form[:-2]
    if len(form) > 2 and form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
    for ending in ("ied", "ed", "ing"):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        if ending == "ied":
            yield stem + "y"
            continue
        yield stem
        yield stem + "e"
        if _DOUBLED.search(stem):
            yield stem[:-1]
