"""The links that the sidecar records, as far as they fit a translation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.alignment.sides import Sides
from reader.sources.sidecar import LinkCorrection


@dataclass(frozen=True, slots=True)
class Recorded:
    """``starts``: source unit to the target unit its translation begins with; ``bare``: source units that have no
    translation; ``unfit``: corrections meant for this translation that do not fit it."""

    starts: Mapping[int, int] = field(default_factory=dict)
    bare: frozenset[int] = frozenset()
    unfit: tuple[LinkCorrection, ...] = ()


def recorded(corrections: Sequence[LinkCorrection], sides: Sides) -> Recorded:
    """The corrections in terms of units. One that names nothing, several things, or that crosses an earlier one, does
    not fit."""
    starts: dict[int, int] = {}
    bare: set[int] = set()
    unfit: list[LinkCorrection] = []
    for correction in corrections:
        if correction.translation not in ("", sides.translation.label):
            continue
        source = _only(
            number
            for number, sentence in enumerate(sides.sentences)
            if correction.source == sentence.id or _begins(sentence.text, correction.source)
        )
        target = _only(number for number, text in enumerate(sides.texts) if _begins(text, correction.target))
        if source is not None and not correction.target:
            bare.add(source)
        elif source is None or target is None or any((a - source) * (b - target) <= 0 for a, b in starts.items()):
            unfit.append(correction)
        else:
            starts[source] = target
    return Recorded(starts, frozenset(bare), tuple(unfit))


def _only(numbers: Iterable[int]) -> int | None:
    found = list(numbers)
    return found[0] if len(found) == 1 else None


def _begins(text: str, words: str) -> bool:
    return bool(words) and _folded(text).startswith(_folded(words))


def _folded(text: str) -> str:
    """Without white space and quotation marks, whose shape is easily mistyped."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c not in "“”‘’\"'「」『』")
