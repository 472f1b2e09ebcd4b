"""Changes to the files of a glossary as pure functions: files in, files out. Comments, order and formatting stay.

A change is made in the one file that holds the entry; all others stay the same objects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.errors import GlossaryError
from reader.findings import Finding, Severity, at_or_above
from reader.glossary.entries import TERM_FIELDS, TERM_FORM, WORD_FORM, read_lexicon, read_terms
from reader.glossary.store import GlossaryFile
from reader.model import Term, TermStatus
from reader.yamlfile import Kind, Value, append_entries, canonical, set_fields

Files = tuple[GlossaryFile, ...]

LISTS = frozenset(field.name for field in TERM_FIELDS if field.kind is Kind.TEXTS)
"""The fields of a term that hold several texts."""

_BOM = b"\xef\xbb\xbf"


def fields_of(term: Term) -> dict[str, Value]:
    """The fields of a term by name, in canonical order; those that hold nothing are left out."""
    values = {field.name: getattr(term, field.name) for field in TERM_FIELDS}
    return {name: value if isinstance(value, tuple) else str(value) for name, value in values.items() if value}


def with_fields(files: Files, term_id: str, changes: Mapping[str, Value]) -> Files:
    """The files with fields of a term set to other values; an empty value takes a field out.

    Raises :class:`GlossaryError` where no file has such a term, or its file cannot be read as one.
    """
    for number, file in enumerate(files):
        if file.is_lexicon or term_id.encode() not in file.data:
            continue
        entries, faults = read_terms(file.data, file.path)
        index = next((index for index, entry in enumerate(entries) if entry.term.id == term_id), None)
        if index is None:
            refuse_broken(file, entries, faults)
            continue
        return _with(files, number, set_fields(_text(file), index, changes, TERM_FORM))
    raise GlossaryError(f"there is no term '{term_id}' in the files of this glossary")


def with_entries(files: Files, path: str, entries: Sequence[Mapping[str, Value]]) -> Files:
    """The files with entries more at the end of the one at ``path``, which is made if it is not there."""
    for number, file in enumerate(files):
        if file.path == path:
            known, faults = read_terms(file.data, file.path)
            refuse_broken(file, known, faults)
            return _with(files, number, append_entries(_text(file), entries, TERM_FORM))
    made = GlossaryFile(path, append_entries("", entries, TERM_FORM).encode())
    return tuple(sorted((*files, made), key=lambda file: file.name))


def renamed(files: Files, term: Term, surface: str, pinyin: str, *, keep: bool) -> Files:
    """The files with a term under another surface and the same id. ``keep``: the old one is still found, as alias."""
    others = tuple(alias for alias in term.aliases if alias != surface)
    aliases = (*others, term.term) if keep and term.term not in others else others
    changes: dict[str, Value] = {"term": surface, "pinyin": pinyin}
    if aliases != term.aliases:
        changes["aliases"] = aliases
    return with_fields(files, term.id, changes)


def deprecated(files: Files, term: Term, instead: str | None) -> Files:
    """The files with a term that is kept but no longer looked for; ``instead``: the id of what to use."""
    changes: dict[str, Value] = {"status": TermStatus.DEPRECATED.value}
    if instead is not None and instead not in term.see:
        changes["see"] = (*term.see, instead)
    return with_fields(files, term.id, changes)


def formatted(files: Files) -> tuple[Files, tuple[Finding, ...]]:
    """The files in canonical form. One with errors of shape stays as it is, and they are told."""
    made: list[GlossaryFile] = []
    found: list[Finding] = []
    for file in files:
        read, form = (read_lexicon, WORD_FORM) if file.is_lexicon else (read_terms, TERM_FORM)
        faults = [fault for fault in read(file.data, file.path)[1] if fault.code in _SHAPE]
        found += faults
        made.append(file if faults else replace(file, data=canonical(_text(file), form).encode()))
    return tuple(made), tuple(found)


_SHAPE = frozenset({"G001", "G002", "G003", "G004", "G005", "G012"})
"""What leaves it open how an entry is to be written."""


def refuse_broken(file: GlossaryFile, entries: Sequence[object], faults: Sequence[Finding]) -> None:
    """Raise the first fault of a file that could not be read at all."""
    errors = at_or_above(faults, Severity.ERROR)
    if errors and not entries:
        first = errors[0]
        raise GlossaryError(first.message, path=file.path, line=first.line, column=first.column, hint=first.hint)


def _text(file: GlossaryFile) -> str:
    return file.data.decode("utf-8-sig")


def _with(files: Files, number: int, text: str) -> Files:
    old = files[number]
    mark = _BOM if old.data.startswith(_BOM) else b""
    return (*files[:number], replace(old, data=mark + text.encode()), *files[number + 1 :])
