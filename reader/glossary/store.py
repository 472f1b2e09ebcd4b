"""The glossary of a project: all files of one folder, read into one frozen value."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.collector import collector_resting
from reader.errors import GlossaryError
from reader.findings import Finding, Severity, ordered
from reader.glossary.check import check_lexicon, check_terms
from reader.glossary.entries import CODES, Entry, read_lexicon, read_terms
from reader.model import LexiconEntry, Term
from reader.yamlfile import MAX_BYTES

LEXICON = "lexicon.yaml"
"""The one file of the folder that holds words, not terms."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The sound entries of a glossary folder, in the order of its files. A word of several readings is several entries
    of the lexicon. ``digest`` is the SHA-256 of the files, ``by_id`` the terms by their id."""

    terms: tuple[Term, ...] = ()
    lexicon: tuple[LexiconEntry, ...] = ()
    digest: str = ""
    by_id: Mapping[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {term.id: term for term in self.terms})


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """One file of the folder, as bytes; ``path`` is what messages call it."""

    path: str
    data: bytes

    @property
    def name(self) -> str:
        """The name without the folder."""
        return self.path.rpartition("/")[2]

    @property
    def is_lexicon(self) -> bool:
        """Whether it holds words, not terms."""
        return self.name == LEXICON


def load(folder: Path, root: Path) -> tuple[Glossary, tuple[Finding, ...]]:
    """The glossary in ``folder`` and what is wrong with it; a folder that is not there is an empty glossary.

    Findings name the files relative to ``root``. Raises :class:`reader.errors.GlossaryError` if the folder or a file
    cannot be opened.
    """
    return glossary_of(read_folder(folder, root))


def glossary_of(files: Sequence[GlossaryFile]) -> tuple[Glossary, tuple[Finding, ...]]:
    """The glossary that the files hold and what is wrong with it. An entry with an error is left out, and so is the
    later of two that claim the same id, term or alias."""
    glossary, faults, _ = read_all(files)
    return glossary, faults


@collector_resting()
def read_all(files: Sequence[GlossaryFile]) -> tuple[Glossary, tuple[Finding, ...], tuple[Entry, ...]]:
    """As :func:`glossary_of`, and all entries of terms as they were read, sound or not."""
    entries: list[Entry] = []
    words: list[LexiconEntry] = []
    faults: list[Finding] = []
    for file in files:
        if file.is_lexicon:
            read_words, found = read_lexicon(file.data, file.path)
            words += read_words
        else:
            read, found = read_terms(file.data, file.path)
            entries += read
        faults += found
    # A file that is not YAML may hold what the others refer to.
    complete = not any(fault.code in (CODES.syntax, CODES.limit) for fault in faults)
    spoiled: set[int] = set()
    for index, fault in check_terms(entries, complete=complete):
        faults.append(fault)
        if fault.severity is Severity.ERROR:
            spoiled.add(index)
    terms = tuple(entry.term for index, entry in enumerate(entries) if entry.sound and index not in spoiled)
    faults += check_lexicon(words, terms)
    first = {(word.word, word.pinyin): word for word in reversed(words)}
    lexicon = tuple(word for word in words if first[word.word, word.pinyin] is word)
    return Glossary(terms, lexicon, digest_of(files)), ordered(faults), tuple(entries)


def digest_of(files: Sequence[GlossaryFile]) -> str:
    """SHA-256 over names and bytes, in hexadecimal: tells without parsing whether anything has changed."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\n{len(file.data)}\n".encode())
        digest.update(file.data)
    return digest.hexdigest()


def read_folder(folder: Path, root: Path) -> tuple[GlossaryFile, ...]:
    """The ``*.yaml`` files of the folder by name; none if there is no folder. Raises as :func:`load` does."""
    files: list[GlossaryFile] = []
    for file in _files(folder):
        path = _label(file, root)
        files.append(GlossaryFile(path, _read(file, path)))
    return tuple(files)


def _files(folder: Path) -> list[Path]:
    """The YAML files of the folder by name; hidden ones are left to the editors and systems that put them there."""
    if not folder.exists():
        return []
    if not folder.is_dir():
        raise GlossaryError(
            "the glossary is not a folder", path=str(folder), hint="it has to be a folder of *.yaml files"
        )
    try:
        return sorted(file for file in folder.glob("*.yaml") if file.is_file() and not file.name.startswith("."))
    except OSError as error:
        raise GlossaryError(f"the glossary cannot be read: {error.strerror}", path=str(folder)) from error


def _read(file: Path, path: str) -> bytes:
    """The bytes of the file, no more than it takes to see that there are too many."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise GlossaryError(f"the file cannot be read: {error.strerror}", path=path) from error


def _label(file: Path, root: Path) -> str:
    """The path of the file as messages show it: from the root of the project, with slashes on every system."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
