"""Recordings beside the pages: copied there, so that ``build/`` can be taken away as it is; and what in ``audio/``
belongs to no text."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from filecmp import cmp
from functools import partial
from pathlib import Path, PurePosixPath

from reader.annotate import Seed, sentences
from reader.cache import write_atomically
from reader.errors import OutputError
from reader.findings import Finding, finding
from reader.model import Document
from reader.project import Project
from reader.sources.recordings import by_sentence

_FOLDER = "audio"


def addresses(seed: Seed, document: Document) -> tuple[tuple[str, str], ...]:
    """The sentences that have a recording, and the address of each as seen from the pages of the seed."""
    found = by_sentence(seed.recordings)
    ids = (sentence.id for _, sentence in sentences(document))
    return tuple((id_, f"{_FOLDER}/{PurePosixPath(found[id_]).name}") for id_ in ids if id_ in found)


def copied(project: Project, seed: Seed) -> Iterator[tuple[str, str]]:
    """Copy the recordings of a seed beside its pages, and take away what is no recording of it any more. Gives the path
    of each copy and whether it was ``written`` or is ``current``."""
    folder = project.build / seed.id / _FOLDER
    wanted = {PurePosixPath(path).name: project.root / path for path in by_sentence(seed.recordings).values()}
    for old in folder.glob("*"):
        if old.name not in wanted:
            old.unlink()
    for name, source in wanted.items():
        yield project.label(folder / name), _copy(source, folder / name)


def ownerless(project: Project) -> Iterator[Finding]:
    """What lies in ``audio/`` where no text looks for it: folders of no seed, files outside the folders, and folders in
    folders (S020). (What is wrong with the files of a seed's own folder is told with the seed.)"""
    seeds = [path.stem for path in project.seed_paths()]
    for path in sorted(project.audio.glob("[!.]*")):
        if not path.is_dir():
            hint = "recordings lie in audio/NAME/, where NAME is that of the text"
            yield finding("S020", project.label(path), None, None, "this lies in the folder of no text", hint)
        elif path.name not in seeds:
            near = difflib.get_close_matches(path.name, seeds, n=1)
            hint = f"did you mean audio/{near[0]}?" if near else "a folder has the name of its text in seeds/"
            yield finding("S020", project.label(path), None, None, f"there is no text {path.name}", hint)
        else:
            for inner in sorted(inner for inner in path.glob("[!.]*") if inner.is_dir()):
                hint = f"recordings lie in {project.label(path)}/ itself"
                yield finding("S020", project.label(inner), None, None, "no text looks into this folder", hint)


def _copy(source: Path, target: Path) -> str:
    try:
        if target.is_file() and cmp(source, target):
            return "current"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, partial(_fill, source))
    except OSError as error:
        hint = "check the recording, disk and permissions"
        raise OutputError(f"cannot copy: {error.strerror}", path=str(source), hint=hint) from None
    return "written"


def _fill(source: Path, made: Path) -> None:
    shutil.copy2(source, made)
