"""Errors planted into good translations: how many are found, and how many findings good translations have.

One error at a time goes into the translation of the seed (as it is, with its marks) and into those of the gold data
(without marks); it is found if `duben check --translation` says something at that severity which it did not say before.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from reader.alignment import Alignment, align
from reader.comparison import compare
from reader.findings import Finding, Severity, at_or_above
from reader.model import Document
from reader.passes import Resources
from reader.sources.sidecar import Accepted, read_sidecar
from reader.sources.translation import read_translation
from tests.accuracy.links import parallels
from tests.accuracy.plant import KINDS, Ground, Planted
from tests.conftest import SEED, annotated

pytestmark = pytest.mark.slow
MOST = 8
"""Errors of each kind that are planted into one text."""
FALSE_ALARMS = {"seed": 0, "dev": 0, "held": 3}
"""Warnings and errors on translations without a planted error; they may only become fewer."""


def _judged(
    document: Document, text: str, resources: Resources, accepted: Sequence[Accepted]
) -> tuple[Alignment, list[Finding]]:
    translation, faults = read_translation(text.encode(), "test.en.txt")
    assert translation is not None
    terms = resources.glossary.by_id
    alignment = align(document, translation, terms)
    found = (*faults, *alignment.findings, *compare(document, alignment, terms, accepted))
    return alignment, list(at_or_above(found, Severity.WARNING))


def _grounds(name: str, resources: Resources, document: Document) -> Iterator[tuple[Document, str, Sequence[Accepted]]]:
    if name == "seed":
        sidecar, _ = read_sidecar(SEED.with_suffix(".yaml").read_bytes(), "seed.yaml", SEED.name)
        yield document, SEED.with_suffix(".en.txt").read_text(encoding="utf-8"), sidecar.accepted
    else:
        for parallel in parallels(name):
            yield annotated(parallel.source, resources), parallel.target, ()


def _some(planted: Iterator[Planted]) -> list[Planted]:
    every = list(planted)
    return every[:: max(1, -(-len(every) // MOST))]


@pytest.mark.parametrize("name", list(FALSE_ALARMS))
def test_planted_errors_are_found_and_others_are_not(name: str, resources: Resources, document: Document) -> None:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false = 0
    for text, translation, accepted in _grounds(name, resources, document):
        alignment, before = _judged(text, translation, resources, accepted)
        said = {(finding.code, finding.message) for finding in before}
        false += len(before)
        ground = Ground(text, translation, alignment, resources.glossary.by_id)
        for kind in KINDS:
            for one in _some(kind(ground, random.Random(7))):
                _, after = _judged(text, one.text, resources, accepted)
                planted[one.kind] += 1
                found[one.kind] += any((finding.code, finding.message) not in said for finding in after)
    print(f"\n{name}: {found.total()} of {planted.total()} planted errors found, {false} false alarms;", end=" ")
    print(", ".join(f"{kind} {found[kind]}/{count}" for kind, count in planted.items()))
    assert planted.total() > 40
    assert found.total() >= 0.95 * planted.total()
    assert false <= FALSE_ALARMS[name]
