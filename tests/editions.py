"""The real seed as an edition, for tests of finished pages."""

from __future__ import annotations

from functools import cache

from reader.annotate import annotate
from reader.edition import EDITIONS, Colophon, Edition, derive
from reader.knowledge import load_resources
from reader.lexicon import meaning_of
from reader.outputs import Written, write
from reader.project import Project, read_seed
from reader.templates import environment
from tests.conftest import ROOT, SEED


@cache
def seed_edition(name: str = "full") -> Edition:
    """An edition of the seed, as ``duben build`` derives it."""
    resources, _ = load_resources(Project(ROOT))
    document = annotate(read_seed(SEED, Project(ROOT)), resources)
    colophon = Colophon("Duben 读本", "0.0", resources.dictionary.version, resources.levels.name)
    return derive(
        document,
        resources.glossary.by_id,
        EDITIONS[name],
        colophon,
        resources.levels.characters,
        lambda character, syllable: meaning_of(resources.dictionary.resolved(character), syllable),
    )


@cache
def seed_written(format_: str, name: str = "full") -> Written:
    """That edition in a format."""
    return write(format_, seed_edition(name), environment())


def seed_output(format_: str, name: str = "full") -> tuple[bytes, tuple[str, ...]]:
    """The bytes of that edition, and the typesetter's warnings."""
    return seed_written(format_, name)[:2]
