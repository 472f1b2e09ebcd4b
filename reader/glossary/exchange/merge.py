"""Rows of a file for import put into a glossary: new entries and changed fields, never anything taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.findings import Finding, Severity, at_or_above, finding
from reader.glossary.compare import Change, FieldChange
from reader.glossary.edit import LISTS, Files, fields_of, with_entries, with_fields
from reader.glossary.entries import TERM_FORM, read_terms
from reader.glossary.exchange.rows import Row
from reader.glossary.similar import surfaces
from reader.model import Term
from reader.yamlfile import Value, append_entry


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import would do: the changes, row by row, and the rows that cannot be taken, with the reason."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]

    def apply(self, files: Files, folder: str) -> Files:
        """The files with the changes made: new entries go to the file of their domain in ``folder``."""
        fresh: dict[str, list[Mapping[str, Value]]] = {}
        for change in self.changes:
            if change.old is not None:
                files = with_fields(files, change.term.id, {field.name: field.new for field in change.fields})
            else:
                path = f"{folder}/{change.term.domain or 'imported'}.yaml"
                fresh.setdefault(path, []).append(fields_of(change.term))
        for path, entries in fresh.items():
            files = with_entries(files, path, entries)
        return files


def merge(rows: Sequence[Row], terms: Sequence[Term], free_id: Callable[[str, set[str]], str]) -> Merge:
    """What the rows change in ``terms``. A row is about the entry with its id, else with its term; where there is none
    it is a new entry, to which ``free_id`` gives an id by its pinyin if it has none.

    An empty cell changes nothing, and a list only grows. A row is a conflict, and is left out, where it is about the
    same entry as one before it, where its term belongs to another entry, or where it would be an error in the glossary.
    """
    by_id = {term.id: term for term in terms}
    owners = {surface: term.id for term in terms for surface in surfaces(term)}
    taken: dict[str, int] = {}
    changes: list[Change] = []
    findings: list[Finding] = []
    for row in rows:
        fields = dict(row.fields)
        surface = str(fields.get("term", ""))
        name = (
            str(fields.get("id", ""))
            or owners.get(surface, "")
            or free_id(str(fields.get("pinyin", "")), {*by_id, *taken})
        )
        fields["id"] = name
        old = by_id.get(name)
        if problem := _conflict(name, fields, taken, owners):
            findings.append(finding("G028", row.place.path, row.place.line, row.place.column, problem))
            continue
        wanted = _grown(old, fields)
        entry, faults = _entry(wanted)
        if entry is None:
            findings += (
                finding(
                    "G027",
                    row.place.path,
                    row.place.line,
                    row.place.column,
                    f"{surface or name}: {fault.message}",
                    fault.hint,
                )
                for fault in faults
            )
            continue
        taken[name] = row.place.line
        owners |= dict.fromkeys(surfaces(entry), name)
        changed = _changed(old, entry)
        if old is None or changed:
            changes.append(Change(old, entry, changed))
    return Merge(tuple(changes), tuple(findings))


def _conflict(name: str, fields: Mapping[str, Value], taken: Mapping[str, int], owners: Mapping[str, str]) -> str:
    """Why the row cannot be taken beside the glossary and the rows before it; empty if it can."""
    if name in taken:
        return f"'{name}' has been in row {taken[name]} already"
    aliases = fields.get("aliases", ())
    for surface in (str(fields.get("term", "")), *(aliases if isinstance(aliases, tuple) else ())):
        other = owners.get(surface, name)
        if surface and other != name:
            return f"'{surface}' belongs to '{other}' already"
    return ""


def _grown(old: Term | None, fields: Mapping[str, Value]) -> dict[str, Value]:
    """The fields of the entry after the import: those of the row first, lists with what they had before."""
    known = fields_of(old) if old else {"status": "draft"}
    grown: dict[str, Value] = {**known, **fields}
    for name in LISTS:
        before, given = known.get(name, ()), fields.get(name, ())
        grown[name] = tuple(dict.fromkeys((*given, *before)))
    return grown


def _entry(fields: Mapping[str, Value]) -> tuple[Term | None, tuple[Finding, ...]]:
    """The entry that the fields make; None, and why, where it would be an error."""
    entries, faults = read_terms(append_entry("", fields, TERM_FORM).encode(), "")
    errors = at_or_above(faults, Severity.ERROR)
    return (entries[0].term, ()) if entries and not errors else (None, errors)


def _changed(old: Term | None, new: Term) -> tuple[FieldChange, ...]:
    if old is None:
        return ()
    before, after = fields_of(old), fields_of(new)
    return tuple(
        FieldChange(name, before.get(name, ""), value) for name, value in after.items() if before.get(name, "") != value
    )
