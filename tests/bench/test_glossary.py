"""How a glossary of 10,000 terms is read, checked, kept and matched."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter, process_time

import pytest

from reader.glossary import Glossary, Matcher, glossary_of
from reader.knowledge import load_glossary, own_glossary
from reader.passes import Resources
from reader.project import Project
from reader.termbase.examine import examine
from tests.bench.glossaries import large
from tests.conftest import ROOT

COUNT = 10_000
CHARACTERS = 1_000_000


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("large")
    (folder / "glossary").mkdir()
    for file in large(own_glossary(Project(ROOT))[0].terms, COUNT):
        (folder / file.path).write_bytes(file.data)
    return Project(folder)


def timed(name: str, start: tuple[float, float]) -> None:
    print(f"{name}: {perf_counter() - start[0]:.2f} s ({process_time() - start[1]:.2f} s of processor time)")


def now() -> tuple[float, float]:
    return perf_counter(), process_time()


def test_check(project: Project, resources: Resources) -> None:
    start = now()
    found = examine(project, resources)
    timed(f"check of {COUNT} entries, {len(found)} findings", start)


def test_load(project: Project) -> None:
    start = now()
    load_glossary(project)
    timed(f"load of {COUNT} entries, first time", start)
    start = now()
    known, _ = load_glossary(project)
    timed("load, cached", start)
    assert len(known.terms) >= COUNT


def test_match(project: Project) -> None:
    terms = load_glossary(project)[0].terms
    text = (Path(ROOT) / "seeds" / "quyu-xietiao-fazhan.txt").read_text(encoding="utf-8")
    text = (text * (CHARACTERS // len(text) + 1))[:CHARACTERS]
    start = now()
    matcher = Matcher(terms)
    timed("automaton", start)
    start = now()
    found = matcher.find(text)
    timed(f"{len(text)} characters, {len(found)} matches", start)
    assert found


def test_nothing_is_lost_on_the_way(project: Project) -> None:
    files = large(own_glossary(Project(ROOT))[0].terms, 100)
    known, faults = glossary_of(files)
    assert isinstance(known, Glossary)
    assert len(known.terms) == 100
    assert not [fault for fault in faults if fault.code != "G010"]
