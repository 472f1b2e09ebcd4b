"""What tests share: the language resources (costly to load, never changed) and the real seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotate import Seed, annotate
from reader.glossary import Glossary
from reader.knowledge import load_resources, make_resources
from reader.model import Document
from reader.passes import Resources
from reader.project import Project, read_seed

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "quyu-xietiao-fazhan.txt"


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The program's own knowledge, glossary included."""
    loaded, faults = load_resources(Project(ROOT))
    assert not faults
    return loaded


@pytest.fixture(scope="session")
def plain_resources() -> Resources:
    """The language without any glossary."""
    return make_resources(Glossary(), None)


@pytest.fixture(scope="session")
def document(resources: Resources) -> Document:
    """The real seed, annotated."""
    return annotate(read_seed(SEED, Project(ROOT)), resources)


def annotated(text: str, resources: Resources, sidecar: str | None = None) -> Document:
    """A text of a test, annotated."""
    data = None if sidecar is None else sidecar.encode()
    return annotate(Seed("test", "test.txt", text.encode(), "test.yaml" if data else "", data), resources)
