"""Where English sentences end.

A stop ends a sentence if white space and then something that may begin one follows: a capital, a figure, an opening
mark. After an abbreviation that takes more than that. A border too many does little harm to an alignment, which may put
several sentences beside one; a missing border cannot be made good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"(?P<stop>[.!?…]+)(?P<closers>[\"'”’)\]»]*)(?P<space>\s+)(?=[\"'“‘(\[«¿¡—–-]*[^\W_])")
_LAST_WORD: Final = re.compile(r"(?:^|[\s(\[“‘\"'—–/-])((?:[^\W\d_]\.)*[^\W\d_]+|\d+)\.$")
_NEXT: Final = re.compile(r"[\"'“‘(\[«¿¡—–-]*([^\W_]+)")

_TITLES: Final = frozenset(
    "mr mrs ms mx dr prof st mt gen col lt maj capt cpt sgt sen rep gov rev hon messrs supt".split()
)
"""A name follows."""
_FIGURES: Final = frozenset(
    "no nos vol vols fig figs p pp art arts sec ch chap para paras ed eds pt jan feb mar apr jun jul aug sep sept "
    "oct nov dec ca approx".split()
)
"""A figure follows, or the stop is an end."""
_INNER: Final = frozenset("eg ie cf viz vs v al".split())
"""The sentence goes on, whatever follows."""
_EITHER: Final = frozenset("co ltd inc corp bros jr sr etc ave rd blvd dept est".split())
"""The sentence may end with it: it does if the next word is one that begins sentences."""
_OPENING: Final = frozenset(
    "the a an this that these those it he she they we you i there here in on at by for from with as when while if "
    "after before since although though because once until during under over between among both each all some many "
    "most no not but and or so yet then thus however therefore meanwhile moreover now today what who why how where "
    "which his her its their our my your another other such only even later".split()
)
_QUOTE: Final = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_GOES_ON: Final = re.compile(r"\s*[a-zß-öø-ÿ,;]")


def split_english(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, without the white space between them; none for a blank text.

    >>> split_english("Mr. Li paid 3.5 yuan. “Thanks!” he said.")
    ('Mr. Li paid 3.5 yuan.', '“Thanks!” he said.')
    """
    return tuple(part for part in (piece.strip() for piece in _pieces(text.strip())) if part)


def _pieces(text: str) -> Iterator[str]:
    inside = _embedded(text)
    start = 0
    for match in _END.finditer(text):
        if not any(first < match.start() < last for first, last in inside) and _ends(text, match, start):
            yield text[start : match.end()]
            start = match.end()
    yield text[start:]


def _embedded(text: str) -> list[tuple[int, int]]:
    """Quotations that their sentence goes on behind: “Come in. Sit down,” she said."""
    return [
        match.span()
        for match in _QUOTE.finditer(text)
        if _GOES_ON.match(text, match.end()) or text[match.end() - 2] == ","
    ]


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, match.end())
    assert following is not None  # the pattern of the end looks ahead for it
    word = following[1]
    if word[0].islower():
        return False
    if match["stop"] != "." or match["closers"]:
        return True
    said = text[start : match.end("stop")]
    last = _LAST_WORD.search(said)
    if last is None:
        return True
    return _may_end(last[1], word, alone=last.start(1) == 0)


def _may_end(last: str, word: str, *, alone: bool) -> bool:
    """Whether a sentence may end with ``last`` and a full stop before ``word``. ``alone``: nothing stands before."""
    opens = word.lower() in _OPENING
    if last.isdigit():
        return not alone  # 1. The first item of a list
    bare = last.replace(".", "").lower()
    if bare in _TITLES | _INNER and not (bare == "st" and opens):
        return False
    if bare in _FIGURES:
        return not word[0].isdigit()
    if bare in _EITHER or "." in last:
        return opens  # Co., U.S., p.m.
    return len(last) > 1 or last == "I" or opens or last.islower()  # J. Smith
