"""Which passages of two texts in the same order belong together: dynamic programming over groups, called beads.

After W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora, Computational Linguistics 19
(1993): a bead is so many units of one text beside so many of the other, its cost made of how usual that is and how
well the lengths agree. Here the evidence of :mod:`reader.alignment.clues` is added, and every bead of the best
alignment comes with its probability among all alignments (forward and backward sums), which says how sure it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Shape = tuple[int, int]
"""So many units of the text, so many of the translation."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Units ``source`` of the text beside units ``target`` of the translation, both half-open ranges; ``probability``
    that an alignment has this bead, and ``score``, the logarithm of its own weight."""

    source: tuple[int, int]
    target: tuple[int, int]
    probability: float
    score: float

    @property
    def shape(self) -> Shape:
        """Units of the text and of the translation."""
        return self.source[1] - self.source[0], self.target[1] - self.target[0]


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a translation is: characters for one of the source, and the variance for each of these."""

    ratio: float
    variance: float

    def fit(self, source: int, target: int) -> float:
        """The logarithm of the probability that lengths differ by as much, at most 0. Bounded below: translations are
        free, and length alone proves nothing."""
        spread = math.sqrt(self.variance * max(source, 1) + 1)
        tail = math.erfc(abs(target - self.ratio * source) / spread / math.sqrt(2))
        return max(math.log(tail) if tail > 0 else _LEAST_FIT, _LEAST_FIT)


_LEAST_FIT: Final = -8.0
_NEVER: Final = -math.inf


def align(
    sizes: Shape,
    priors: Mapping[Shape, float],
    score: Callable[[int, int, Shape], float],
    band: int | None = None,
) -> tuple[Bead, ...]:
    """The best alignment of ``sizes[0]`` units with ``sizes[1]``, in order; every unit is in one bead.

    ``priors``: probability of each shape; (1, 0) and (0, 1) have to be among them. ``score(i, j, shape)``: the evidence
    for a bead that begins with units i and j, as a logarithm. ``band``: how far from the diagonal to look, in units.
    """
    weights = [(shape, math.log(prior)) for shape, prior in priors.items()]
    steps = _steps(sizes, weights, score, band)
    forward = {(0, 0): 0.0}
    best = {(0, 0): 0.0}
    came: dict[Shape, tuple[Shape, float]] = {}
    for cell, onward in steps.items():
        for shape, weight in onward:
            to = (cell[0] + shape[0], cell[1] + shape[1])
            forward[to] = _add(forward.get(to, _NEVER), forward[cell] + weight)
            if best[cell] + weight > best.get(to, _NEVER):
                best[to] = best[cell] + weight
                came[to] = (shape, weight)
    backward = {sizes: 0.0}
    for cell in reversed(steps):
        total = _NEVER
        for shape, weight in steps[cell]:
            total = _add(total, backward[cell[0] + shape[0], cell[1] + shape[1]] + weight)
        if steps[cell]:
            backward[cell] = total
    beads = []
    at = sizes
    while at != (0, 0):
        shape, weight = came[at]
        start = (at[0] - shape[0], at[1] - shape[1])
        probability = math.exp(min(0.0, forward[start] + weight + backward[at] - forward[sizes]))
        beads.append(Bead((start[0], at[0]), (start[1], at[1]), probability, weight))
        at = start
    return tuple(reversed(beads))


def _steps(
    sizes: Shape,
    weights: Sequence[tuple[Shape, float]],
    score: Callable[[int, int, Shape], float],
    band: int | None,
) -> dict[Shape, list[tuple[Shape, float]]]:
    """The beads that may begin at each cell, cells in order."""
    height, width = sizes
    slack = None if band is None else band * max(height, width)

    def is_open(i: int, j: int) -> bool:
        return i <= height and j <= width and (slack is None or abs(j * height - i * width) <= slack)

    return {
        (i, j): [
            (shape, weight + score(i, j, shape)) for shape, weight in weights if is_open(i + shape[0], j + shape[1])
        ]
        for i in range(height + 1)
        for j in range(width + 1)
        if is_open(i, j)
    }


def _add(one: float, other: float) -> float:
    """log(exp(one) + exp(other))."""
    if one < other:
        one, other = other, one
    return one if other == _NEVER else one + math.log1p(math.exp(other - one))
