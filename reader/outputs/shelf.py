"""The shelf: one page that lists all documents of a project with their editions, as far as they are built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from itertools import groupby
from typing import Any

import jinja2

from reader.edition import Edition
from reader.outputs import fonts
from reader.templates import render


@dataclass(frozen=True, slots=True)
class Volume:
    """An edition in one format, as the shelf shows it.

    ``document``, ``lang``, ``title``, ``title_en``, ``source`` and ``date`` are the document's; ``edition`` is the name
    and ``label`` the title of the edition; ``known`` is how much of the text is known to a reader of each band,
    ``comfortable`` the first band to which 95 % is, or empty; ``path`` is where it is, from the shelf.
    """

    document: str
    lang: str
    title: str
    title_en: str
    source: str
    date: str
    edition: str
    label: str
    format: str
    path: str
    characters: int
    terms: int
    minutes: int
    known: tuple[tuple[str, float], ...]
    comfortable: str


def volume(edition: Edition, format_: str, path: str) -> Volume:
    """What the shelf says of an edition."""
    difficulty = edition.difficulty
    return Volume(
        document=edition.id,
        lang=edition.lang,
        title=edition.title,
        title_en=edition.meta.title_en,
        source=edition.meta.source,
        date=edition.meta.date,
        edition=edition.spec.name,
        label=edition.spec.title or edition.spec.name,
        format=format_,
        path=path,
        characters=difficulty.characters,
        terms=difficulty.terms,
        minutes=difficulty.minutes,
        known=tuple((band.label, round(band.known, 3)) for band in difficulty.bands),
        comfortable=difficulty.comfortable or "",
    )


def packed(found: Volume) -> dict[str, Any]:
    """The volume as JSON has it."""
    return asdict(found)


def unpacked(found: object) -> Volume | None:
    """The volume that was packed, or None where it is none (an older or damaged record)."""
    names = [field.name for field in fields(Volume)]
    if not isinstance(found, Mapping) or sorted(found) != sorted(names):
        return None
    known = tuple((str(label), float(share)) for label, share in found["known"])
    return Volume(**{**found, "known": known})


def write(volumes: Iterable[Volume], environment: jinja2.Environment) -> bytes:
    """The page, UTF-8: documents by title, each with its editions, each with its formats."""
    order = sorted(volumes, key=lambda one: (one.title, one.document, one.edition, one.format))
    books = [
        (document[0], [(edition[0], edition) for edition in _by(document, "edition")])
        for document in _by(order, "document")
    ]
    return fonts.with_fonts(lambda faces: render(environment, "shelf.html", books=books, faces=faces))


def _by(volumes: Iterable[Volume], name: str) -> list[list[Volume]]:
    return [list(group) for _, group in groupby(volumes, key=lambda one: getattr(one, name))]
