"""JSON: one object with the terms, each with the fields of the glossary format."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from reader.errors import GlossaryError
from reader.findings import Finding, finding
from reader.glossary.edit import LISTS, fields_of
from reader.glossary.exchange.rows import NAMES, Row, Rows
from reader.model import Place, Term
from reader.yamlfile import Value
from reader.yamlfile.form import clean

SCHEMA = "duben-glossary/1"


def write(terms: Sequence[Term]) -> bytes:
    """The terms with all fields that hold something."""
    return (
        json.dumps({"schema": SCHEMA, "terms": [fields_of(term) for term in terms]}, ensure_ascii=False, indent=1)
        + "\n"
    ).encode()


def read(data: bytes, path: str) -> Rows:
    """The terms of such a file, or of a bare list of them. Raises :class:`GlossaryError` where it is no JSON."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise GlossaryError(f"not valid JSON: {error.msg}", path=path, line=error.lineno, column=error.colno) from None
    except (UnicodeDecodeError, RecursionError):
        raise GlossaryError(
            "not readable as JSON", path=path, hint="it has to be UTF-8, and not nested deeply"
        ) from None
    if isinstance(found, dict) and isinstance(found.get("terms"), list):
        found = found["terms"]
    if not isinstance(found, list):
        return Rows((), (finding("G026", path, 1, 1, "there is no list of terms", 'it has to be {"terms": […]}'),))
    rows: list[Row] = []
    faults: list[Finding] = []
    for number, entry in enumerate(found, start=1):
        wrong = list(_faults(entry, number, path))
        faults += wrong
        if not wrong:
            rows.append(
                Row(Place(path, number), {name: value for name, item in entry.items() if (value := _value(item))})
            )
    return Rows(tuple(rows), tuple(faults))


def _value(item: str | list[str]) -> Value:
    return clean(item) if isinstance(item, str) else tuple(text for one in item if (text := clean(one)))


def _faults(entry: object, number: int, path: str) -> Iterator[Finding]:
    """What is wrong with the shape of an entry; its place is its number in the list."""
    if not isinstance(entry, dict):
        yield finding("G027", path, number, 1, f"term {number} is no object")
        return
    for name, value in entry.items():
        if name not in NAMES:
            yield finding("G026", path, number, 1, f"term {number} has an unknown field '{name}'")
        elif name in LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            yield finding("G027", path, number, 1, f"'{name}' of term {number} has to be a list of texts")
        elif name not in LISTS and not isinstance(value, str):
            yield finding("G027", path, number, 1, f"'{name}' of term {number} has to be a text")
