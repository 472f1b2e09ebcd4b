"""Whether a set phrase, such as the English rendering of a term, occurs in a text.

Case, inflection, hyphens, accents and the shape of apostrophes do not matter, nor do articles; what the phrase has in
brackets may be absent, *one’s* stands for any possessive, and a few words may be inserted: *Standing Committee of the
13th National People’s Congress* holds *Standing Committee of the National People’s Congress*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from reader.english.words import Word, words

INSERTED: Final = 2
"""So many words, all in all, may stand between the words of a phrase."""
_ARTICLES: Final = frozenset(("the", "a", "an"))
_POSSESSIVES: Final = frozenset("my your his her its our their one ones".split())
_PLACEHOLDER: Final = "ones"
_ANYBODYS: Final = re.compile(r"\b(?:one|sb|someone|somebody)['’]s\b", re.IGNORECASE)
_OPTIONAL: Final = re.compile(r"\s*\(([^()]*)\)")

Phrase = tuple[tuple[frozenset[str], ...], ...]
"""The forms that a phrase may have, each as the lemmas of its words, the longest first."""


@lru_cache(maxsize=8192)
def phrase(text: str) -> Phrase:
    """What :func:`occurs` looks for. The first *to* of an infinitive is left out, as are articles."""
    text = _ANYBODYS.sub(_PLACEHOLDER, text)
    brackets = _OPTIONAL.findall(text)
    forms = []
    for chosen in product((True, False), repeat=min(len(brackets), 4)):
        form = text
        for kept, inside in zip(chosen, brackets, strict=False):
            form = _OPTIONAL.sub(f" {inside}" if kept else "", form, count=1)
        found = [word for word in words(form) if word.form not in _ARTICLES]
        if found and found[0].form == "to":
            del found[0]
        if found:
            forms.append(tuple(word.lemmas for word in found))
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))


def occurs(wanted: Phrase, text: Sequence[Word], inserted: int = INSERTED) -> tuple[int, int] | None:
    """Where the phrase first occurs in the words of a text: index of its first and last word there, or None."""
    return next(occurrences(wanted, text, inserted), None)


def occurrences(wanted: Phrase, text: Sequence[Word], inserted: int = INSERTED) -> Iterator[tuple[int, int]]:
    """All places where the phrase occurs, from left to right, none overlapping. At most ``inserted`` words stand
    between those of the phrase, articles not counted."""
    beginnings = frozenset().union(*(form[0] for form in wanted))
    position = 0
    for begin in [index for index, word in enumerate(text) if _same(beginnings, word)]:
        if begin < position:
            continue
        position = begin
        last = next((end for form in wanted if (end := _follow(form, text, position, inserted)) is not None), None)
        if last is not None:
            yield position, last
            position = last
        position += 1


def _follow(form: tuple[frozenset[str], ...], text: Sequence[Word], start: int, spare: int) -> int | None:
    """The index of the last word if the form stands at ``start``; nothing is inserted where a sentence breaks."""
    if not _same(form[0], text[start]):
        return None
    position = start
    for lemmas in form[1:]:
        position += 1
        before = position
        while position < len(text) and not _same(lemmas, text[position]):
            word = text[position]
            spare -= word.form not in _ARTICLES
            if spare < 0 or word.after_break:
                return None
            position += 1
        if position == len(text) or (position > before and text[position].after_break):
            return None
    return position


def _same(lemmas: frozenset[str], word: Word) -> bool:
    if not lemmas.isdisjoint(word.lemmas):
        return True
    return word.form in _POSSESSIVES and _PLACEHOLDER in lemmas
