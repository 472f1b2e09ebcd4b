"""Links between sentences against the parallel gold data and against the marks of the seed's translation.

A link is right if exactly these sentences are put beside exactly those: a half of one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.alignment import align
from reader.alignment.beads import Lengths, Shape
from reader.alignment.beads import align as align_units
from reader.alignment.sides import RATIO, VARIANCE
from reader.english import split_english
from reader.model import Document
from reader.passes import Resources
from reader.sources.translation import MARK, Translation, read_translation
from tests.accuracy.score import GOLD, Score
from tests.conftest import annotated

Pair = tuple[str, str]
"""The text and its translation, without white space."""
Aligner = Callable[[Document, Translation], Sequence[Pair]]
"""The links of a document and a translation without marks."""
GALE_CHURCH = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011}
"""How usual each shape is, as their article has it."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """A text, a translation of it, paragraphs parted by blank lines, and their links."""

    name: str
    source: str
    target: str
    links: tuple[Pair, ...]


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def parallels(half: str) -> tuple[Parallel, ...]:
    """The texts of a half, one a register. Raises ValueError where a line is no link."""
    text = (GOLD / f"parallel-{half}.txt").read_text(encoding="utf-8")
    pieces = re.split(r"^# register: *(.*)\n", text, flags=re.MULTILINE)
    return tuple(_parallel(name, body) for name, body in zip(pieces[1::2], pieces[2::2], strict=True))


def _parallel(name: str, body: str) -> Parallel:
    links: list[Pair] = []
    sides: tuple[list[str], list[str]] = ([], [])
    for group in re.split(r"\n\s*\n", body.strip()):
        for side in sides:
            side.append("")
        for line in group.splitlines():
            texts = line.split("\t")
            if len(texts) != len(sides):
                raise ValueError(f"{name}: no link: {line}")
            links.append((_joined(texts[0], ""), _joined(texts[1], "")))
            for side, cell, between in zip(sides, texts, ("", " "), strict=True):
                if cell.startswith("¶"):
                    side.append("")
                side[-1] = between.join(filter(None, (side[-1], _joined(cell, between))))
    source, target = ("\n\n".join(filter(None, side)) for side in sides)
    return Parallel(name, source, target, tuple((bare(a), bare(b)) for a, b in links if a and b))


def _joined(cell: str, between: str) -> str:
    return between.join(part.strip() for part in cell.removeprefix("¶").split(f" {MARK} ")).strip()


def translation_of(text: str) -> Translation:
    """A translation as it is read from a file without a fault."""
    translation, findings = read_translation(text.encode(), "test.en.txt")
    if translation is None or findings:
        raise ValueError(f"not a translation: {findings}")
    return translation


def duben(resources: Resources) -> Aligner:
    """Duben's aligner."""

    def links(document: Document, translation: Translation) -> Sequence[Pair]:
        return tuple(_pairs(document, translation, resources))

    return links


def _pairs(document: Document, translation: Translation, resources: Resources) -> Iterator[Pair]:
    texts = {s.id: s.text for a in document.articles for b in a.blocks for s in b.sentences}
    for link in align(document, translation, resources.glossary.by_id).links:
        if link.is_whole:
            yield bare("".join(texts[id_] for id_ in link.source)), bare(link.text)


def score_links(half: str, resources: Resources, aligner: Aligner) -> Score:
    """The links of the gold data that the aligner finds."""
    score = Score()
    for parallel in parallels(half):
        found = set(aligner(annotated(parallel.source, resources), translation_of(parallel.target)))
        for link in parallel.links:
            score.count(link in found, parallel.name, f"{parallel.name}: {link[0]} – {link[1]}")
    return score


def score_marked(document: Document, marked: str, resources: Resources, aligner: Aligner) -> Score:
    """The links that the marks of a translation state, found without them."""
    score = Score()
    found = set(aligner(document, translation_of(marked.replace(f" {MARK} ", " "))))
    for link in _pairs(document, translation_of(marked), resources):
        score.count(link in found, "marked", f"{link[0]} – {link[1]}")
    return score


def by_length(document: Document, translation: Translation) -> Sequence[Pair]:
    """The baseline: sentences by length alone, as Gale and Church have it, in the text as a whole."""
    source = [s.text for a in document.articles for b in a.blocks for s in b.sentences]
    target = [text for paragraph in translation.paragraphs for text in split_english(paragraph.text)]
    lengths = Lengths(RATIO, VARIANCE)

    def score(i: int, j: int, shape: Shape) -> float:
        texts = "".join(source[i : i + shape[0]]), "".join(target[j : j + shape[1]])
        return lengths.fit(len(texts[0]), len(texts[1])) if all(shape) else 0.0

    return [
        (bare("".join(source[slice(*bead.source)])), bare("".join(target[slice(*bead.target)])))
        for bead in align_units((len(source), len(target)), GALE_CHURCH, score)
        if all(bead.shape)
    ]
