"""Where the texts of a project mention a term."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.annotate import annotate, sentences
from reader.build import output_path
from reader.edition.places import locate
from reader.errors import DubenError
from reader.glossary import Matcher
from reader.model import Document, Sentence
from reader.pages import Pages, pages_of
from reader.passes import Resources
from reader.project import Project, read_seed

_AROUND = 12
"""Characters of the sentence shown on either side."""


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence. ``paragraph`` is what the editions call the place (12, 3h for a heading above 3, fig. 1), and
    ``line`` the line of the seed. ``inside``: the longer term that it is a part of, which is what the editions show.
    ``pages``: the page in each printed edition that is built from this text, by edition."""

    term: str
    seed: str
    path: str
    line: int
    paragraph: str
    sentence: str
    start: int
    before: str
    text: str
    after: str
    inside: str = ""
    pages: Mapping[str, int] = field(default_factory=dict)


def uses(project: Project, paths: Iterable[Path], resources: Resources) -> Iterator[Use]:
    """Every mention of every term in the seeds, in the order of the texts. A seed that cannot be read is passed over:
    ``duben check`` says why."""
    for path in paths:
        try:
            document = annotate(read_seed(path, project), resources, "terms")
        except DubenError:
            continue
        books = _books(project, document)
        for use in uses_in(document, resources.matcher):
            found = {name: book.page(use.sentence, use.start) for name, book in books.items()}
            yield replace(use, pages={name: page for name, page in found.items() if page is not None})


def _books(project: Project, document: Document) -> dict[str, Pages]:
    """The pages of the printed editions of a document, as far as they are built and known."""
    paths = {name: output_path(project, document.id, name, "pdf") for name in project.config.specs}
    return {name: book for name, path in paths.items() if (book := pages_of(path, document))}


def uses_in(document: Document, matcher: Matcher | None = None) -> Iterator[Use]:
    """The mentions of one document; with a matcher also the terms that stand inside others."""
    places = locate(document)
    for block, sentence in sentences(document):
        spans = list(_spans(sentence))
        found = [(term, start, end, "") for term, start, end in spans]
        for match in matcher.everywhere(sentence.text) if matcher else ():
            around = next((term for term, start, end in spans if start <= match.start and match.end <= end), None)
            if around is not None and around != match.term_id:
                found.append((match.term_id, match.start, match.end, around))
        for term, start, end, inside in sorted(found, key=lambda one: (one[1], -one[2])):
            yield Use(
                term=term,
                seed=document.id,
                path=block.place.path,
                line=block.place.line,
                paragraph=places[block.id].ref.label,
                sentence=sentence.id,
                start=start,
                before=sentence.text[max(0, start - _AROUND) : start],
                text=sentence.text[start:end],
                after=sentence.text[end : end + _AROUND],
                inside=inside,
            )


def seeds_with(found: Iterable[Use], terms: Collection[str]) -> tuple[str, ...]:
    """The seeds whose editions show one of the terms, by id."""
    return tuple(dict.fromkeys(use.seed for use in found if use.term in terms and not use.inside))


def _spans(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    starts = [0]
    for token in sentence.tokens:
        starts.append(starts[-1] + len(token.text))
    for mention in sentence.mentions:
        yield mention.term, starts[mention.first], starts[mention.last + 1]
