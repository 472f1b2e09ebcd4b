"""What all formats for import come to: rows of fields, each with its place, and what is wrong with them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.findings import Finding, finding
from reader.glossary.edit import LISTS, fields_of
from reader.glossary.entries import TERM_FIELDS
from reader.model import Place, Term
from reader.yamlfile import Value
from reader.yamlfile.form import clean

NAMES = tuple(field.name for field in TERM_FIELDS)

_RISKY = ("=", "+", "-", "@", "'", "\t")
"""With one of these at its start a spreadsheet takes a cell for a formula (or, the apostrophe, for a mark of text)."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields that one entry of the file gives; empty ones are left out."""

    place: Place
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Rows:
    """A file for import: its usable rows, and the faults of the others."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


def cells_of(term: Term) -> dict[str, str]:
    """The fields of a term as the cells of a table: the items of a list stand on lines of their own."""
    return {
        name: _guarded("\n".join([value] if isinstance(value, str) else value))
        for name, value in fields_of(term).items()
    }


def _guarded(text: str) -> str:
    """With an apostrophe before what a spreadsheet would compute; it is taken off again at import."""
    return f"'{text}" if text.startswith(_RISKY) else text


def rows_of_table(table: Sequence[tuple[int, Sequence[str | None]]], path: str) -> Rows:
    """The rows of a table of numbered lines whose first one names the columns; None stands for a formula."""
    filled = [(number, cells) for number, cells in table if any(cell is None or cell.strip() for cell in cells)]
    if not filled:
        return Rows((), (finding("G026", path, 1, 1, "the table is empty"),))
    number, head = filled[0]
    names = [(cell or "").strip().lower() for cell in head]
    faults = list(_head_faults(names, path, number))
    if faults:
        return Rows((), tuple(faults))
    rows: list[Row] = []
    for number, cells in filled[1:]:
        formula = next((column for column, cell in enumerate(cells) if cell is None and column < len(names)), None)
        if formula is not None:
            message = f"the cell under '{names[formula]}' holds a formula, which is not computed"
            hint = "copy it and paste it as values"
            faults.append(finding("G027", path, number, formula + 1, message, hint))
            continue
        values = {name: _value(name, cell or "") for name, cell in zip(names, cells, strict=False) if name}
        if extra := next((c for c in cells[len(names) :] if c), None):
            message = f"there are more cells than columns: '{extra[:20]}'"
            faults.append(
                finding("G027", path, number, len(names) + 1, message, "quote a cell that has the separator in it")
            )
            continue
        rows.append(Row(Place(path, number, 1), {name: value for name, value in values.items() if value}))
    return Rows(tuple(rows), tuple(faults))


def _value(name: str, cell: str) -> Value:
    text = cell.removeprefix("'")
    if name in LISTS:
        return tuple(item for line in text.split("\n") if (item := clean(line)))
    return clean(text)


def _head_faults(names: Sequence[str], path: str, line: int) -> Iterable[Finding]:
    for column, name in enumerate(names, start=1):
        if name and name not in NAMES:
            near = difflib.get_close_matches(name, NAMES, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"columns are {', '.join(NAMES)}"
            yield finding("G026", path, line, column, f"unknown column '{name}'", hint)
        if name and name in names[: column - 1]:
            yield finding("G026", path, line, column, f"the column '{name}' is there twice", "delete one of them")
    if "term" not in names and "id" not in names:
        yield finding(
            "G026", path, line, 1, "there is no column 'term' or 'id'", "the first row has to name the columns"
        )
