"""Which sentence of a translation translates which sentence of the text: by paragraphs first, then inside them.

Marks that fit are taken as they stand, segments of a table by their source; all else is found from lengths and clues.
Every link says how sure it is; what is unsure is never put beside a sentence (:func:`attach`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reader.alignment.beads import Bead, Lengths, Shape
from reader.alignment.beads import align as align_units
from reader.alignment.faults import findings_of
from reader.alignment.inside import CLUES, links_inside
from reader.alignment.links import Alignment, Link, LinkKind, Passage
from reader.alignment.recorded import Recorded, recorded
from reader.alignment.segments import place_segments
from reader.alignment.sides import Sides, sides_of, tables
from reader.findings import ordered
from reader.model import Block, Document, Term
from reader.sources.sidecar import LinkCorrection
from reader.sources.translation import ADDED, Translation

_SHAPES: Final[dict[Shape, float]] = {
    (1, 1): 0.955, (1, 0): 0.0125, (0, 1): 0.0125, (1, 2): 0.01, (2, 1): 0.01,
}  # fmt: skip
"""How usual each shape is among blocks and paragraphs."""
_SMALL: Final = 40_000
"""Pairs of block and paragraph that are all looked at; in a longer text those near the diagonal."""
_BAND: Final = 60
"""Paragraphs to look to either side of it, besides those by which the two sides differ."""
_NARROW: Final = 8
"""The same for a first look, which is enough where the two sides go side by side."""
_ENOUGH: Final = 0.4
"""Share of sentences of either side that are put beside each other if the two belong together."""
_DOUBT: Final = 20.0
"""If it is less, so much less sure is each link (odds)."""
_MOST: Final = 0.9
"""Share of sentences that find a translation by paragraphs if the two sides have the same."""
_GAIN: Final = 0.05
"""Share by which the sentences alone have to do better."""
_IMPOSSIBLE: Final = -1e6


def align(
    document: Document,
    translation: Translation,
    terms: Mapping[str, Term],
    corrections: Sequence[LinkCorrection] = (),
) -> Alignment:
    """The translation laid beside the document; every sentence is in one link or in a block without translation.

    The document is best annotated before: its words, glosses and terms are what a translation is recognised by; with
    sentences alone lengths, amounts and Latin words have to do. ``corrections`` are the links of the sidecar.
    """
    blocks = tuple(block for article in document.articles for block in article.blocks if block.text.strip())
    if translation.paragraphs and all(paragraph.source for paragraph in translation.paragraphs):
        alignment = _by_segments(blocks, translation)
        unfit = tuple(c for c in corrections if c.translation in ("", translation.label))
    else:
        sides = sides_of(blocks, translation, terms)
        known = recorded(corrections, sides)
        alignment, unfit = _by_fit(sides, known), known.unfit
    return replace(alignment, findings=ordered(findings_of(document, alignment, unfit)))


def _by_segments(blocks: Sequence[Block], translation: Translation) -> Alignment:
    matches, unused = place_segments(blocks, translation.paragraphs)
    links: list[Link] = []
    passages: list[Passage] = []
    for block in blocks:
        found = {match.first: match for match in matches if match.block == block.id}
        passages.append(Passage((block.id,), tuple(n for match in found.values() for n in match.segments)))
        number = 0
        while found and number < len(block.sentences):
            match = found.get(number)
            last = match.last if match else number + 1
            paragraphs = [translation.paragraphs[n] for n in match.segments] if match else []
            ids = tuple(sentence.id for sentence in block.sentences[number:last])
            place = paragraphs[0].place if paragraphs else None
            texts = tuple(paragraph.text for paragraph in paragraphs)
            links.append(Link(ids, texts, 1.0, LinkKind.PAIRED, block.id, place))
            number = last
    passages += (Passage((), (number,)) for number in unused)
    return Alignment(translation, tuple(links), tuple(passages))


def _by_fit(sides: Sides, known: Recorded) -> Alignment:
    """Align paragraphs, measure on them how long the translation is, then align the sentences inside. Where much is
    left over, the translation may have other paragraphs than the text: then its sentences are looked at alone."""
    beads = _align_all(sides, known)
    best = _of_beads(sides, beads, known)
    share = _share_attached(sides, best)
    if share < _MOST:
        alone = _of_beads(sides, [Bead((0, len(sides.blocks)), (0, len(sides.paragraphs)), 1.0, 0.0)], known)
        marked = any(len(paragraph.parts) > 1 for paragraph in sides.translation.paragraphs)
        loses_marks = marked and all(link.kind is not LinkKind.MARKED for link in alone.links)
        if _share_attached(sides, alone) > share + _GAIN and not loses_marks:
            best, share = alone, _share_attached(sides, alone)
    return best if share >= _ENOUGH else replace(best, links=tuple(map(_doubted, best.links)))


def _doubted(link: Link) -> Link:
    """The link, less sure: most of the text found no translation, or most of the translation no text, so that this one
    may be chance."""
    if link.kind not in (LinkKind.ALIGNED, LinkKind.MARKED):
        return link
    odds = link.confidence / max(1 - link.confidence, 1e-9) / _DOUBT
    return replace(link, confidence=odds / (1 + odds))


def _share_attached(sides: Sides, alignment: Alignment) -> float:
    """The share of the sentences that are put beside each other, of the side where it is less."""
    attached = [link for link in alignment.links if link.is_attached]
    source = sum(len(link.source) for link in attached) / max(1, len(sides.sentences))
    target = sum(len(link.target) for link in attached) / max(1, len(sides.texts))
    return min(source, target)


def _of_beads(sides: Sides, beads: Sequence[Bead], known: Recorded) -> Alignment:
    pairs = [bead for bead in beads if bead.shape == (1, 1)]
    lengths = sides.lengths(
        [sides.blocks[bead.source[0]] for bead in pairs], [sides.paragraphs[bead.target[0]] for bead in pairs]
    )
    return Alignment(
        sides.translation,
        tuple(link for bead in beads if 0 not in bead.shape for link in links_inside(sides, bead, lengths, known)),
        tuple(Passage(sides.ids[slice(*bead.source)], tuple(range(*bead.target))) for bead in beads),
    )


def _align_all(sides: Sides, known: Recorded) -> tuple[Bead, ...]:
    """The paragraphs aligned near the diagonal, and farther from it only where the way leads to its edge."""
    height, width = len(sides.blocks), len(sides.paragraphs)
    lengths, apart = sides.lengths(sides.blocks, sides.paragraphs), abs(height - width)
    beads = _align_paragraphs(sides, lengths, known, _NARROW + apart)
    strays = max((abs(bead.target[0] - bead.source[0] * width / height) for bead in beads), default=0.0)
    if strays <= _NARROW / 2:
        return beads
    return _align_paragraphs(sides, lengths, known, None if height * width <= _SMALL else _BAND + apart)


def _align_paragraphs(sides: Sides, lengths: Lengths, known: Recorded, band: int | None) -> tuple[Bead, ...]:
    height, width = len(sides.blocks), len(sides.paragraphs)
    shown = [[found for unit in units for found in sides.shown[unit]] for units in sides.blocks]
    meant = [[found for unit in units for found in sides.meant[unit]] for units in sides.paragraphs]
    forward, backward = tables(shown, sides.paragraphs, 2, band), tables(meant, sides.blocks, 2, band)
    source_lengths = [sides.source_length(units) for units in sides.blocks]
    target_lengths = [sides.target_length(units) for units in sides.paragraphs]
    ties = [(_holder(sides.blocks, a), _holder(sides.paragraphs, b)) for a, b in known.starts.items()]

    def score(i: int, j: int, shape: Shape) -> float:
        high, wide = shape
        if any((i <= a < i + high) != (j <= b < j + wide) for a, b in ties):
            return _IMPOSSIBLE
        if not high or not wide:
            return 0.0
        evidence = sum(forward[wide - 1][n][j] for n in range(i, i + high))
        evidence += sum(backward[high - 1][n][i] for n in range(j, j + wide))
        fit = lengths.fit(sum(source_lengths[i : i + high]), sum(target_lengths[j : j + wide]))
        return CLUES * evidence + fit + _fit_of_marks(sides, range(i, i + high), range(j, j + wide))

    return align_units((height, width), _SHAPES, score, band)


def _holder(ranges: Sequence[range], unit: int) -> int:
    return next(number for number, units in enumerate(ranges) if unit in units)


def _fit_of_marks(sides: Sides, blocks: range, paragraphs: range) -> float:
    """Marks speak a little for blocks that have as many sentences, and against others."""
    parts = [part for number in paragraphs for part in sides.translation.paragraphs[number].parts]
    if len(parts) == len(paragraphs):
        return 0.0
    sentences = sum(len(sides.blocks[number]) for number in blocks)
    return 1.0 if sum(not part.startswith(ADDED) for part in parts) == sentences else -1.0
