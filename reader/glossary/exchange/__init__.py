"""The glossary in the formats of other programs: written for them, read back from them.

CSV and XLSX for spreadsheets, TBX for translation tools, JSON for programs, Anki for learners (written only). What is
read is data and nothing else: no formula is computed, no entity resolved, nothing fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.errors import GlossaryError
from reader.glossary.exchange import anki, csv_format, json_format, tbx, xlsx
from reader.glossary.exchange.rows import Row, Rows
from reader.model import Term

WRITERS: dict[str, Callable[[Sequence[Term]], bytes]] = {
    "csv": csv_format.write,
    "xlsx": xlsx.write,
    "tbx": tbx.write,
    "json": json_format.write,
    "anki": anki.write,
}
READERS: dict[str, Callable[[bytes, str], Rows]] = {
    "csv": csv_format.read,
    "xlsx": xlsx.read,
    "tbx": tbx.read,
    "json": json_format.read,
}
SUFFIXES = {"csv": "csv", "tsv": "csv", "xlsx": "xlsx", "tbx": "tbx", "xml": "tbx", "json": "json"}
"""The format that a suffix stands for."""

MAX_BYTES = 64 * 2**20

__all__ = ["MAX_BYTES", "READERS", "SUFFIXES", "WRITERS", "Row", "Rows", "read"]


def read(data: bytes, path: str) -> Rows:
    """The rows of a file for import, by the suffix of its name. Raises :class:`GlossaryError` where it cannot be read
    at all."""
    format_ = SUFFIXES.get(path.rpartition(".")[2].lower())
    if format_ is None:
        raise GlossaryError("unknown kind of file", path=path, hint=f"known are {', '.join(SUFFIXES)}")
    if len(data) > MAX_BYTES:
        raise GlossaryError(f"the file is larger than {MAX_BYTES >> 20} MB", path=path, hint="split it")
    return READERS[format_](data, path)
