"""Candidates for the glossary from the texts of a project, or from any folder of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reader.annotate import annotate
from reader.errors import GlossaryError, SourceError
from reader.glossary.mine import Background, Candidate, mine
from reader.glossary.similar import surfaces
from reader.passes import Resources
from reader.project import Project, read_seed
from reader.termbase.propose import free_id, guess
from reader.yamlfile import Value

_SHORT = 32


def paragraphs_of(project: Project | None, paths: Iterable[Path], resources: Resources) -> list[str]:
    """The texts as paragraphs, repaired and rejoined. Raises :class:`SourceError`."""
    texts = []
    for path in paths:
        document = annotate(read_seed(path, project), resources, "sentences")
        texts += [block.text for article in document.articles for block in article.blocks]
    return texts


def texts_in(folder: Path) -> tuple[Path, ...]:
    """The text files of a folder, and of the folders in it. Raises :class:`SourceError` where there is none."""
    paths = tuple(sorted(path for path in folder.rglob("*.txt") if path.is_file()))
    if not paths:
        raise SourceError("there is no text in this folder", path=folder.as_posix(), hint="texts are *.txt")
    return paths


def candidates(paragraphs: Sequence[str], resources: Resources) -> tuple[Candidate, ...]:
    """What may be a term in the paragraphs, best first."""
    segmenter, dictionary = resources.segmenter, resources.dictionary
    terms = resources.glossary.terms
    taken = {surface for term in terms for surface in surfaces(term)} | set(resources.lexicon)
    background = Background(
        cut=segmenter.cut,
        probability=lambda word: (segmenter.frequency(word) + 0.5) / segmenter.total,
        terms=[term.term for term in terms],
        known=lambda word: word in taken or bool(dictionary.resolved(word)),
        spans=lambda text: ((match.start, match.end) for match in resources.matcher.find(text)),
    )
    return mine(paragraphs, background)


def draft(surface: str, domain: str, taken: Mapping[str, object], resources: Resources) -> dict[str, Value]:
    """A draft entry: pinyin and parts are guesses, and the parts also stand as the short gloss until somebody looks.
    Raises :class:`GlossaryError` where nothing can be guessed."""
    pinyin, literal = guess(surface, resources)
    if not pinyin or not literal:
        raise GlossaryError(f"nothing is known of '{surface}'", hint="duben glossary add asks for what is missing")
    return {
        "id": free_id(pinyin, taken),
        "term": surface,
        "pinyin": pinyin,
        "short": literal if len(literal) <= _SHORT else literal[: _SHORT - 1].rstrip() + "…",
        "literal": literal,
        "domain": domain,
        "status": "draft",
    }
