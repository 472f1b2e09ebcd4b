"""The two sides of an alignment, cut into the units that are compared: sentences, and blocks or paragraphs of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from reader.alignment.beads import Lengths
from reader.alignment.clues import Found, Near, Unit, search, source_unit, support, target_unit
from reader.english import split_english
from reader.model import Block, Sentence, Term
from reader.sources.translation import ADDED, UNTRANSLATED, Translation

RATIO: Final = 4.2
"""Characters of English for one of Chinese, punctuation counted. Measured: 4.67 on the translation of the seed (132
sentences of official prose), 3.66 on tests/accuracy/gold/parallel-dev.txt (75 sentences in seven registers). Each
document is then measured itself."""
VARIANCE: Final = 15.0
"""Of the length of a translation, for each Chinese character: 14.6 on the seed, 13.4 on the development texts."""
_RATIOS: Final = (2.4, 7.0)
"""No translation is shorter or longer than this as a whole."""
_EXPECTED: Final = 300
"""So many characters of the usual ratio are added to those that are measured, so that little text says little."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides. Units are numbered through the whole text; ``blocks`` and ``paragraphs`` are the ranges of theirs,
    ``parts`` those of the text between marks, for each paragraph. ``shown`` and ``meant`` are the clues of each unit,
    with the units of the other side that show them."""

    sentences: tuple[Sentence, ...]
    sources: tuple[Unit, ...]
    blocks: tuple[range, ...]
    ids: tuple[str, ...]
    translation: Translation
    texts: tuple[str, ...]
    targets: tuple[Unit, ...]
    paragraphs: tuple[range, ...]
    parts: tuple[tuple[range, ...], ...]
    shown: tuple[tuple[Found, ...], ...]
    meant: tuple[tuple[Found, ...], ...]

    def evidence(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """What the clues say about these sentences being translated by those: a logarithm, 0 for nothing."""
        forward = sum(row[0] for row in support([self.shown[unit] for unit in sources], [targets]))
        return forward + sum(row[0] for row in support([self.meant[unit] for unit in targets], [sources]))

    def source_length(self, units: Iterable[int]) -> int:
        """Characters, spaces not counted."""
        return sum(self.sources[unit].length for unit in units)

    def target_length(self, units: Iterable[int]) -> int:
        """Characters."""
        return sum(self.targets[unit].length for unit in units)

    def lengths(self, blocks: Iterable[range], paragraphs: Iterable[range]) -> Lengths:
        """How long the translation is where these blocks are translated by those paragraphs."""
        source = sum(map(self.source_length, blocks)) + _EXPECTED
        target = sum(map(self.target_length, paragraphs)) + _EXPECTED * RATIO
        low, high = _RATIOS
        ratio = min(max(target / source, low), high)
        return Lengths(ratio, VARIANCE * (ratio / RATIO) ** 2)


def sides_of(blocks: Sequence[Block], translation: Translation, terms: Mapping[str, Term]) -> Sides:
    """Cut both sides into units and look up what each shows of the other."""
    sentences = tuple(sentence for block in blocks for sentence in block.sentences)
    cut = [
        [() if part == UNTRANSLATED else split_english(part.removeprefix(ADDED)) for part in paragraph.parts]
        for paragraph in translation.paragraphs
    ]
    texts = tuple(text for parts in cut for part in parts for text in part)
    parts = _ranges(len(part) for parts in cut for part in parts)
    bounds = _ranges(len(parts) for parts in cut)
    sources = tuple(source_unit(sentence, terms, translation.lang) for sentence in sentences)
    targets = tuple(target_unit(text, translation.lang) for text in texts)
    return Sides(
        sentences=sentences,
        sources=sources,
        blocks=_ranges(len(block.sentences) for block in blocks),
        ids=tuple(block.id for block in blocks),
        translation=translation,
        texts=texts,
        targets=targets,
        paragraphs=_ranges(sum(map(len, parts)) for parts in cut),
        parts=tuple(parts[bound.start : bound.stop] for bound in bounds),
        shown=search(sources, targets),
        meant=search(targets, sources),
    )


def tables(
    found: Sequence[Sequence[Found]], others: Sequence[range], most: int, band: int | None = None
) -> list[list[dict[int, float]]]:
    """What the clues of each row say for one, two … ``most`` neighbours of the other side taken together: a table for
    each number, in it a row for each item of ``found``, in that a value for each first neighbour. With a ``band``
    (see :func:`reader.alignment.beads.align`) only what it may ask for is looked at."""
    if band is not None and found and others:
        steep = max(len(found), len(others)) / min(len(found), len(others))
        band = int((band + 2 * most) * steep) + 2 * most
    return [
        support(
            found,
            [range(others[n].start, others[n + size - 1].stop) for n in range(len(others) - size + 1)],
            None if band is None else [_near(row / len(found), others, size, band) for row in range(len(found))],
        )
        for size in range(1, most + 1)
    ]


def _near(share: float, others: Sequence[range], size: int, band: int) -> Near:
    """The neighbours about that far through the other side, taken ``size`` together, and their units."""
    middle = int(share * len(others))
    first = max(0, middle - band)
    last = max(first, min(len(others) - size + 1, middle + band + 1))
    return range(first, last), range(others[first].start, others[min(last + size, len(others)) - 1].stop)


def _ranges(sizes: Iterable[int]) -> tuple[range, ...]:
    return tuple(range(a, b) for a, b in pairwise(accumulate(sizes, initial=0)))
