"""The links of a seed with a translation as files have it: looked up, listed, written down as marks; and a
draft of one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.alignment import Alignment, with_marks
from reader.annotate import annotate_all, sentences
from reader.cache import write_atomically
from reader.draft import draft
from reader.errors import ConfigError, OutputError
from reader.knowledge import load_resources
from reader.model import Document
from reader.project import Project, read_seed
from reader.translator import open_translator


@dataclass(frozen=True, slots=True)
class Row:
    """A link as it is listed: ids and text of the sentences, their translation, how it came about and how sure it is;
    an empty side has no counterpart."""

    ids: tuple[str, ...]
    source: str
    target: str
    kind: str
    confidence: float


def alignment_of(project: Project, path: Path, label: str = "") -> tuple[Document, Alignment]:
    """A seed and one of its translations, the first if no label says which. Raises :class:`ConfigError` where there is
    none."""
    resources, _ = load_resources(project)
    annotated = annotate_all(read_seed(path, project), resources)
    found = [one for one in annotated.alignments if label in ("", one.translation.label)]
    if not found:
        known = ", ".join(one.translation.label for one in annotated.alignments)
        hint = (
            f"there are {known}" if known else f"put one beside it: {path.stem}.en.txt; duben check says what is amiss"
        )
        what = f"no translation '{label}'" if label else "no translation that can be used"
        raise ConfigError(f"there is {what}", path=project.label(path), hint=hint)
    return annotated.document, found[0]


def rows(document: Document, alignment: Alignment) -> tuple[Row, ...]:
    """All links in the order of the text."""
    texts = {sentence.id: sentence.text for _, sentence in sentences(document)}
    return tuple(
        Row(link.source, "".join(texts[id_] for id_ in link.source), link.text, str(link.kind), link.confidence)
        for link in alignment.links
    )


def write_marks(project: Project, alignment: Alignment) -> int:
    """Write marks into the file of a translation; how many. Only plain text in UTF-8 is written into."""
    path = project.root / alignment.translation.path
    label = alignment.translation.path
    if path.suffix != ".txt":
        raise ConfigError("marks go into plain text only; a table has its segments", path=label)
    try:
        text = path.read_bytes().decode("utf-8")
        marked = with_marks(text, alignment)
        if marked != text:
            write_atomically(path, lambda made: _fill(made, marked))
    except UnicodeDecodeError:
        raise ConfigError("marks go into UTF-8 only", path=label, hint="save the file as UTF-8 first") from None
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror}", path=label) from None
    return marked.count("|") - text.count("|")


def write_draft(project: Project, path: Path, model: Path) -> str:
    """Translate a seed by machine into ``NAME.en-draft.txt``; the path that was written. A file that is there is
    never written over."""
    target = path.with_name(f"{path.stem}.en-draft.txt")
    label = project.label(target)
    if target.exists():
        raise ConfigError("there is a draft already", path=label, hint="delete it, or give it another name")
    translator = open_translator(model)
    resources, _ = load_resources(project)
    text = draft(annotate_all(read_seed(path, project), resources).document, translator, resources.glossary.by_id)
    try:
        write_atomically(target, lambda made: _fill(made, text))
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror}", path=label) from None
    return label


def _fill(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    path.chmod(0o644)
