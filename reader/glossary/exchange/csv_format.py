"""CSV (RFC 4180) as spreadsheets read and save it: UTF-8 with a byte order mark; commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from reader.errors import GlossaryError
from reader.glossary.exchange.rows import NAMES, Rows, cells_of, rows_of_table
from reader.model import Term

_SEPARATORS = ",;\t"


def write(terms: Sequence[Term]) -> bytes:
    """A row a term, a column a field."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NAMES, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(cells_of(term) for term in terms)
    return out.getvalue().encode("utf-8-sig")


def read(data: bytes, path: str) -> Rows:
    """The rows of a CSV file. Raises :class:`GlossaryError` where it is no text or no table."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save it as 'CSV UTF-8'"
        raise GlossaryError("the file is not UTF-8", path=path, line=line, column=1, hint=hint) from None
    if "\0" in text:
        raise GlossaryError("this is no text", path=path, hint="save it as 'CSV UTF-8'")
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    table: list[tuple[int, Sequence[str | None]]] = []
    line = 1
    try:
        for cells in reader:
            table.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "a quotation mark inside a cell is doubled, and the cell put in quotation marks"
        raise GlossaryError(f"not a table: {error}", path=path, line=line, column=1, hint=hint) from None
    return rows_of_table(table, path)
