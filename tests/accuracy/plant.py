"""Errors planted into a translation that has none, one at a time, as a translator might make them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.alignment import Alignment, Link
from reader.english import occurs, phrase, words
from reader.model import Document, Sentence, Term
from reader.quantities import english_quantities

_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Planted:
    """A translation with one error: of which kind, in which link, and the text."""

    kind: str
    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What errors are planted into: a text with mentions, its translation as the file has it, the right links."""

    document: Document
    text: str
    alignment: Alignment
    terms: Mapping[str, Term]

    def sentences(self, link: Link) -> list[Sentence]:
        known = {s.id: s for a in self.document.articles for b in a.blocks for s in b.sentences}
        return [known[id_] for id_ in link.source]

    def links(self) -> list[Link]:
        """The links whose translation stands in the file just once, so that it can be replaced."""
        return [link for link in self.alignment.links if link.is_whole and self.text.count(link.text) == 1]


def number(ground: Ground, chance: random.Random) -> Iterator[Planted]:
    """A figure with another digit, or a point moved."""
    for link in ground.links():
        figures = [q for q in english_quantities(link.text) if q.firm and not q.is_date and q.text[:1].isdigit()]
        for quantity in figures[:1]:
            digits = re.match(r"[\d,.]*\d", quantity.text)
            if digits is None:
                continue
            old = digits[0]
            at = chance.choice([n for n, c in enumerate(old) if c.isdigit()])
            new = old[:at] + str((int(old[at]) + chance.randint(1, 8)) % 10 or 1) + old[at + 1 :]
            new = new if new != old else old + "0"
            yield _replaced(ground, "number", link, quantity.start, quantity.start + len(old), new)


def date(ground: Ground, chance: random.Random) -> Iterator[Planted]:
    """Another month, or another year."""
    for link in ground.links():
        for quantity in [q for q in english_quantities(link.text) if q.firm and q.is_date][:1]:
            if quantity.text in _MONTHS:
                new = chance.choice([month for month in _MONTHS if month != quantity.text])
            elif re.fullmatch(r"\d{4}", quantity.text):
                new = str(int(quantity.text) + chance.choice((-10, -1, 1, 2)))
            else:
                continue
            yield _replaced(ground, "date", link, quantity.start, quantity.end, new)


def rendering(ground: Ground, chance: random.Random) -> Iterator[Planted]:
    """A term rendered by what is another term."""
    others = [term.english[0] for term in ground.terms.values() if term.english]
    for link in ground.links():
        for _, (start, end) in _rendered(ground, link):
            yield _replaced(ground, "rendering", link, start, end, chance.choice(others))


def forbidden(ground: Ground, _chance: random.Random) -> Iterator[Planted]:
    """A term rendered in a way that the glossary forbids."""
    for link in ground.links():
        for term, (start, end) in _rendered(ground, link):
            for wrong in term.forbidden[:1]:
                yield _replaced(ground, "forbidden", link, start, end, wrong)


def _rendered(ground: Ground, link: Link) -> Iterator[tuple[Term, tuple[int, int]]]:
    """The terms of a link whose rendering occurs once."""
    text = words(link.text)
    for mention in dict.fromkeys(m.term for sentence in ground.sentences(link) for m in sentence.mentions):
        term = ground.terms[mention]
        for english in term.english:
            found = occurs(phrase(english), text, inserted=0)
            if found is not None:
                yield term, (text[found[0]].start, text[found[1]].end)
                break


def swapped(ground: Ground, _chance: random.Random) -> Iterator[Planted]:
    """Two neighbouring sentences of a paragraph, one for the other."""
    links = ground.links()
    for one, two in pairwise(links):
        between = re.search(re.escape(one.text) + r"( \| | )" + re.escape(two.text), ground.text)
        if between and one.block == two.block:
            text = ground.text[: between.start()] + two.text + between[1] + one.text + ground.text[between.end() :]
            yield Planted("swapped", one, text)


def dropped(ground: Ground, _chance: random.Random) -> Iterator[Planted]:
    """A sentence that is not translated, in a paragraph with others."""
    for link in ground.links():
        for pattern in (
            rf"{re.escape(link.text)} \| ",
            rf" \| {re.escape(link.text)}",
            rf"{re.escape(link.text)} ",
            rf" {re.escape(link.text)}",
        ):
            if re.search(pattern, ground.text):
                yield Planted("dropped", link, re.sub(pattern, "", ground.text, count=1))
                break


def _replaced(ground: Ground, kind: str, link: Link, start: int, end: int, new: str) -> Planted:
    changed = link.text[:start] + new + link.text[end:]
    return Planted(kind, link, ground.text.replace(link.text, changed, 1))


KINDS: Sequence[Callable[[Ground, random.Random], Iterator[Planted]]] = (
    number, date, rendering, forbidden, swapped, dropped,
)  # fmt: skip
