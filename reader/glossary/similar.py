"""Terms that are hard to tell apart, or may be one: what to look at before a new one is added."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from reader.hanzi import HAN_CLASS
from reader.model import Term
from reader.pinyin import plain

_LITTLE = re.compile(rf"[的和与及之]|[^{HAN_CLASS}\w]|_")
"""What two forms of one term may differ in."""

_CLOSE = 0.75
"""So much of two terms of four and more characters is the same that they are shown side by side."""


def skeleton(surface: str) -> str:
    """The term without marks and without 的 和 与 及 之; two terms with the same one are hardly two."""
    return _LITTLE.sub("", surface)


def sounds(pinyin: str) -> str:
    """The pinyin without tones, spaces and signs."""
    return re.sub(r"[^a-zü]", "", plain(pinyin).lower())


def surfaces(term: Term) -> tuple[str, ...]:
    """The term and its aliases."""
    return (term.term, *term.aliases)


def similar(surface: str, pinyin: str, terms: Iterable[Term]) -> Iterator[tuple[Term, str]]:
    """The terms that ``surface`` may be another form of, each with what they have in common."""
    for term in terms:
        if why := _why(surface, pinyin, term):
            yield term, why


def _why(surface: str, pinyin: str, term: Term) -> str | None:
    for other in surfaces(term):
        if other == surface:
            return "is the same" if other == term.term else f"has it as alias '{other}'"
    for other in surfaces(term):
        if skeleton(other) == skeleton(surface):
            return f"differs from '{other}' in little words and marks only"
        if sorted(other) == sorted(surface):
            return f"'{other}' has the same characters in another order"
    if pinyin and sounds(pinyin) == sounds(term.pinyin):
        return "sounds the same"
    for other in surfaces(term):
        if other in surface or surface in other:
            return f"contains '{surface}'" if surface in other else f"is inside, as '{other}'"
        if min(len(other), len(surface)) >= 4 and difflib.SequenceMatcher(None, other, surface).ratio() >= _CLOSE:
            return f"'{other}' is much alike"
    return None
