"""What can be known of a new term before anybody is asked: its pinyin, its parts, an id, and what is like it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from reader.annotate import Seed, annotate
from reader.glossary.similar import similar
from reader.model import Term
from reader.passes import Resources
from reader.pinyin import plain


@dataclass(frozen=True, slots=True)
class Proposal:
    """``pinyin`` and ``literal`` are guesses; ``near`` are terms it may be another form of, and why."""

    pinyin: str
    literal: str
    id: str
    near: tuple[tuple[Term, str], ...]


def propose(surface: str, resources: Resources, pinyin: str | None = None) -> Proposal:
    """What is proposed for a term; ``pinyin``: the right one, where that is known already."""
    spelled, literal = guess(surface, resources)
    spelled = pinyin or spelled
    ids = resources.glossary.by_id
    near = tuple(similar(surface, spelled, resources.glossary.terms))
    # One's own entry for a term of the program's glossary stands in for that, also where others refer to it.
    same = next((term.id for term in resources.glossary.terms if term.term == surface), None)
    return Proposal(spelled, literal, same or free_id(spelled, ids), near)


def guess(surface: str, resources: Resources) -> tuple[str, str]:
    """Pinyin and literal meaning as the passes read a text that holds nothing but the term; empty if they cannot."""
    document = annotate(Seed("term", "term", surface.encode()), resources)
    sentences = [s for article in document.articles for block in article.blocks for s in block.sentences]
    words = [token for sentence in sentences for token in sentence.tokens if token.text.strip()]
    spelled = [token.reading.spelling if token.reading and token.reading.spelling else "" for token in words]
    known = [
        spelling or (token.text if token.text.isalnum() else "," if token.text == "、" else "")
        for token, spelling in zip(words, spelled, strict=True)
    ]
    literal = [_first(token.gloss.short) for token in words if token.gloss is not None]
    return " ".join(part for part in known if part).replace(" ,", ","), " ".join(literal)


def free_id(pinyin: str, taken: Collection[str]) -> str:
    """An id made of the pinyin that no entry has yet: words without tones, joined by hyphens, ü as v."""
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", plain(pinyin).lower()).replace("ü", "v")).strip("-") or "term"
    number, free = 2, slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free


def _first(gloss: str) -> str:
    """The first of several renderings, without remarks."""
    return re.sub(r"\s*\([^)]*\)", "", re.split("[;,]", gloss)[0]).strip().removeprefix("to ")
