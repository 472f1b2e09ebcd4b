"""The editor's desk: the review queue of a seed as files have it, and answers written back into its sidecar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.annotate import annotate_all
from reader.cache import write_atomically
from reader.errors import ConfigError, OutputError
from reader.knowledge import load_resources
from reader.project import Project, read_seed
from reader.review import Answer, Item, answer, doubtful_links, queue, settle


def open_items(project: Project, path: Path) -> tuple[Item, ...]:
    """What is doubtful in the seed and not answered yet. Raises :class:`reader.errors.SourceError`."""
    resources, _ = load_resources(project)
    annotated = annotate_all(read_seed(path, project), resources)
    return (*queue(annotated.document, resources), *doubtful_links(annotated.document, annotated.alignments))


def settle_items(project: Project, path: Path, given: Mapping[str, str | None]) -> tuple[str, ...]:
    """Write answers (item id → value, or None to accept) into the sidecar; a line about each.

    All or none: raises :class:`ConfigError` where an id is not open or a value does not fit, before anything is
    written.
    """
    items = {item.id: item for item in open_items(project, path)}
    answers = list(_answers(items, given))
    sidecar = path.with_suffix(".yaml")
    text = sidecar.read_text(encoding="utf-8-sig") if sidecar.exists() else ""
    try:
        settled = settle(text, answers)
        write_atomically(sidecar, lambda made: _write(made, settled))
    except ValueError as error:
        raise ConfigError(str(error), path=project.label(sidecar)) from None
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror}", path=project.label(sidecar)) from None
    return tuple(f"{id_}: {items[id_].text} settled in {project.label(sidecar)}" for id_ in given)


def _answers(items: Mapping[str, Item], given: Mapping[str, str | None]) -> Iterator[Answer]:
    for id_, value in given.items():
        item = items.get(id_)
        if item is None:
            raise ConfigError(f"{id_} is not an open item", hint="duben review SEED lists them")
        try:
            yield answer(item, value)
        except ValueError as error:
            raise ConfigError(f"{id_}: {error}") from None


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
