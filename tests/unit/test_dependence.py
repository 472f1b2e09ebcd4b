"""An entry that is not among the parts of a text has no say in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.annotate import annotate
from reader.dependence import changed, glossary_parts
from reader.glossary import Glossary
from reader.knowledge import make_resources
from reader.passes import Resources
from reader.project import Project, read_seed
from tests.conftest import ROOT, SEED


@pytest.mark.slow
def test_without_all_other_entries_the_seed_is_read_the_same(resources: Resources) -> None:
    seed = read_seed(SEED, Project(ROOT))
    document = annotate(seed, resources)
    parts = glossary_parts(document, resources)
    known = resources.glossary
    left = Glossary(
        tuple(term for term in known.terms if term.id in parts),
        tuple(entry for entry in known.lexicon if f":{entry.word}" in parts),
    )
    assert len(left.terms) < len(known.terms)
    assert len(left.lexicon) < len(known.lexicon)
    assert annotate(seed, make_resources(left, None)) == document
    assert glossary_parts(annotate(seed, resources, "sentences"), resources) == parts


def test_every_field_of_an_entry_counts_but_not_its_place(resources: Resources) -> None:
    document = annotate(read_seed(SEED, Project(ROOT)), resources, "sentences")
    before = glossary_parts(document, resources)
    term = next(term for term in resources.glossary.terms if term.id in before)
    moved = replace(term, place=None)
    edited = replace(term, definition="Something else.")
    for other, names in ((moved, []), (edited, [term.id])):
        terms = tuple(other if one.id == term.id else one for one in resources.glossary.terms)
        then = replace(resources, glossary=replace(resources.glossary, terms=terms))
        assert list(changed(before, glossary_parts(document, then))) == names
