"""Links between the sentences of blocks and paragraphs that belong together, and how sure each is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from reader.alignment.beads import Bead, Lengths, Shape, align
from reader.alignment.links import Link, LinkKind
from reader.alignment.recorded import Recorded
from reader.alignment.sides import Sides, tables
from reader.sources.translation import ADDED

_SHAPES: Final[dict[Shape, float]] = {
    (1, 1): 0.84, (1, 2): 0.055, (2, 1): 0.055, (1, 3): 0.01, (3, 1): 0.005, (2, 2): 0.01, (1, 0): 0.01, (0, 1): 0.01,
    (1, 4): 0.003, (4, 1): 0.001, (2, 3): 0.003, (3, 2): 0.003,
}  # fmt: skip
"""How usual each shape is among the sentences of a paragraph, where a tenth is merged or split."""
_MOST: Final = 4

CLUES: Final = 0.7
"""Clues are not independent, as naive Bayes takes them to be: their evidence counts less."""
_TRUST: Final = 3.0
_TRUST_IN_MARKS: Final = 6.0
"""What speaks for a link before it is looked at (log odds): aligned in its place, or marked by a translator."""
_USUAL_FIT: Final = -1.0
"""The mean of the length term for sentences that belong together."""
_MOST_EVIDENCE: Final = 5.0
"""More is not counted for a link: shared words prove that two passages belong together, not that they end together."""
_MIXED: Final = 0.75
"""No link of several sentences on both sides is surer: it is made where the order differs, or no border fits."""
_SMALL: Final = 40_000
"""Pairs of sentences that are all looked at; in a longer passage those near the diagonal."""
_BAND: Final = 80
"""Sentences to look to either side of it, besides those by which the two sides differ."""
_IMPOSSIBLE: Final = -1e6


def links_inside(sides: Sides, passage: Bead, lengths: Lengths, known: Recorded) -> Iterator[Link]:
    """The links of a passage (a bead of blocks and paragraphs), in the order of the text."""
    blocks = sides.blocks[slice(*passage.source)]
    paragraphs = sides.paragraphs[slice(*passage.target)]
    sources = range(blocks[0].start, blocks[-1].stop)
    targets = range(paragraphs[0].start, paragraphs[-1].stop)
    marked = _marked(sides, passage, sources)
    if marked is not None:
        whole = passage.probability * _whole_odds(sides, _TRUST_IN_MARKS, marked)
        for those, text in marked:
            confidence = whole * _confidence_in_mark(sides, those, text, sources, targets)
            yield _link(sides, passage, those, text, confidence, LinkKind.MARKED)
        return
    found = [
        (range(*bead.source), range(*bead.target), bead.probability, corrected and number == 0)
        for those, text, corrected in _stretches(sources, targets, known)
        for number, bead in enumerate(_align(sides, those, text, lengths, known, tied=corrected))
    ]
    # of a single link its own odds say as much
    whole = 1.0 if len(found) == 1 else _whole_odds(sides, _TRUST, [(units, answer) for units, answer, _, _ in found])
    for units, answer, probability, corrected in found:
        if corrected or not known.bare.isdisjoint(units):
            yield _link(sides, passage, units, answer, 1.0, LinkKind.CORRECTED)
            continue
        confidence = passage.probability * whole * probability
        if units and answer:
            confidence *= _own_odds(sides, units, answer, lengths)
        yield _link(sides, passage, units, answer, confidence, LinkKind.ALIGNED)


def _whole_odds(sides: Sides, trust: float, pairs: Sequence[tuple[range, range]]) -> float:
    """Whether a passage as a whole is translated here, by what its pairs show."""
    return _odds(trust + CLUES * sum(sides.evidence(units, answer) for units, answer in pairs if units and answer))


def _link(sides: Sides, passage: Bead, sources: range, targets: range, confidence: float, kind: LinkKind) -> Link:
    at = sources.start if sources else max(sources.start - 1, sides.blocks[passage.source[0]].start)
    block = next(n for n in range(*passage.source) if at in sides.blocks[n] or n == passage.source[1] - 1)
    place = None
    if targets:
        number = next(n for n in range(*passage.target) if targets.start in sides.paragraphs[n])
        place = sides.translation.paragraphs[number].place
    ids = tuple(sides.sentences[unit].id for unit in sources)
    return Link(ids, tuple(sides.texts[unit] for unit in targets), confidence, kind, sides.ids[block], place)


# --- marks ------------------------------------------------------------------------------------------------------------


def _marked(sides: Sides, passage: Bead, sources: range) -> list[tuple[range, range]] | None:
    """The links that marks state, if their number fits the sentences of the passage."""
    paragraphs = range(*passage.target)
    parts = [part for n in paragraphs for part in sides.translation.paragraphs[n].parts]
    units = [part for n in paragraphs for part in sides.parts[n]]
    if len(parts) == len(paragraphs) or sum(not part.startswith(ADDED) for part in parts) != len(sources):
        return None
    found: list[tuple[range, range]] = []
    unit = sources.start
    for part, those in zip(parts, units, strict=True):
        if part.startswith(ADDED):
            found.append((range(unit, unit), those))
            continue
        last = next((n for n in reversed(range(len(found))) if found[n][0]), None)
        if part or last is None or not found[last][1]:
            found.append((range(unit, unit + 1), those))
        else:
            found[last] = (range(found[last][0].start, unit + 1), found[last][1])
        unit += 1
    return found


def _confidence_in_mark(sides: Sides, sources: range, targets: range, all_sources: range, all_targets: range) -> float:
    """A marked link is right unless its words say otherwise: they fit another sentence of the passage better."""
    if not sources or not targets:
        return 1.0
    own = sides.evidence(sources, targets)
    others = [sides.evidence(sources, (unit,)) for unit in all_targets if unit not in targets]
    others += [sides.evidence((unit,), targets) for unit in all_sources if unit not in sources]
    return _odds(_TRUST_IN_MARKS + CLUES * (own - max(0.0, *others, 0.0)))


# --- without marks ----------------------------------------------------------------------------------------------------


def _stretches(sources: range, targets: range, known: Recorded) -> Iterator[tuple[range, range, bool]]:
    """The passage cut where a recorded link says that a sentence and its translation begin."""
    starts = sorted((a, b) for a, b in known.starts.items() if a in sources and b in targets)
    before = (sources.start, targets.start)
    corrected = before in starts
    for start in [*(s for s in starts if s != before), (sources.stop, targets.stop)]:
        yield range(before[0], start[0]), range(before[1], start[1]), corrected
        before, corrected = start, True


def _align(
    sides: Sides, sources: range, targets: range, lengths: Lengths, known: Recorded, *, tied: bool
) -> tuple[Bead, ...]:
    """The beads of a stretch, with units numbered as in the whole text. ``tied``: its first units belong together."""
    if min(len(sources), len(targets)) == 1 and max(len(sources), len(targets)) > _MOST:
        return (Bead((sources.start, sources.stop), (targets.start, targets.stop), 1.0, 0.0),)
    height, width = len(sources), len(targets)
    band = None if height * width <= _SMALL else _BAND + abs(height - width)
    forward = tables([sides.shown[unit] for unit in sources], [range(n, n + 1) for n in targets], _MOST, band)
    backward = tables([sides.meant[unit] for unit in targets], [range(n, n + 1) for n in sources], _MOST, band)
    block_starts = {block.start for block in sides.blocks}

    def score(i: int, j: int, shape: Shape) -> float:
        high, wide = shape
        first, last = sources.start + i, sources.start + i + high
        if tied and (i == 0 < high) != (j == 0 < wide):
            return _IMPOSSIBLE
        if any(unit in known.bare for unit in range(first, last)) and shape != (1, 0):
            return _IMPOSSIBLE
        if any(unit in block_starts for unit in range(first + 1, last)):
            return _IMPOSSIBLE
        if not high or not wide:
            return 0.0
        evidence = sum(forward[wide - 1][n][j] for n in range(i, i + high))
        evidence += sum(backward[high - 1][n][i] for n in range(j, j + wide))
        fit = lengths.fit(
            sides.source_length(range(first, last)),
            sides.target_length(range(targets.start + j, targets.start + j + wide)),
        )
        return CLUES * evidence + fit

    return tuple(
        Bead(
            (bead.source[0] + sources.start, bead.source[1] + sources.start),
            (bead.target[0] + targets.start, bead.target[1] + targets.start),
            bead.probability,
            bead.score,
        )
        for bead in align((height, width), _SHAPES, score, band)
    )


def _own_odds(sides: Sides, sources: range, targets: range, lengths: Lengths) -> float:
    """By the words and lengths of a link alone; every sentence in it has to have its share in it."""
    fit = lengths.fit(sides.source_length(sources), sides.target_length(targets))
    evidence = sides.evidence(sources, targets)
    if len(sources) > 1:
        evidence = min(evidence, *(sides.evidence((unit,), targets) for unit in sources))
    if len(targets) > 1:
        # what a sentence adds to the others of the translation, which show clues of the same source
        rest = ([unit for unit in targets if unit != left_out] for left_out in targets)
        evidence = min(evidence, *(evidence - sides.evidence(sources, others) for others in rest))
    odds = _odds(_TRUST + min(CLUES * evidence, _MOST_EVIDENCE) + fit - _USUAL_FIT)
    return min(odds, _MIXED) if len(sources) > 1 and len(targets) > 1 else odds


def _odds(log_odds: float) -> float:
    """Log odds as a probability."""
    return 1 / (1 + math.exp(-max(min(log_odds, 60.0), -60.0)))
