"""The rows of a workbook (XLSX, ISO/IEC 29500) by openpyxl. Formulas are reported, never computed."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from reader.errors import DubenError, MissingExtra

_MOST_BYTES: Final = 256 * 2**20
"""Unpacked size of a workbook."""
_MOST_ROWS: Final = 200_000
_MOST_COLUMNS: Final = 64
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, OSError, LookupError, ValueError, TypeError, AttributeError,
)  # fmt: skip
"""openpyxl has no error of its own for a damaged workbook; these are what its parts raise."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (line of a CSV, row of a sheet), and its cells; None stands for a formula."""

    number: int
    cells: tuple[str | None, ...]


def sheet_rows(data: bytes, path: str, fault: type[DubenError]) -> tuple[Row, ...]:
    """The rows of the first sheet, each cell as its text. Raises ``fault`` where the data are no workbook, and
    :class:`MissingExtra` without openpyxl."""
    openpyxl = openpyxl_library()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise fault(f"the workbook unpacks to more than {_MOST_BYTES >> 20} MB", path=path, hint="split it")
        return tuple(_rows(openpyxl, data))
    except _DAMAGED as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise fault(f"not a workbook: {reason}", path=path, hint="save it as XLSX, or as CSV (UTF-8)") from None


def _rows(openpyxl: Any, data: bytes) -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that are of no matter here
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
                if number > _MOST_ROWS:
                    raise ValueError(f"more than {_MOST_ROWS} rows")
                texts = [None if cell.data_type == "f" else _text(cell.value) for cell in cells]
                while texts and texts[-1] == "":
                    texts.pop()
                yield Row(number, tuple(texts))
        finally:
            book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def openpyxl_library() -> Any:
    """The package openpyxl. Raises :class:`MissingExtra` where it is not installed."""
    try:
        import openpyxl
        import openpyxl.styles
        import openpyxl.utils
    except ImportError:
        hint = "pip install 'duben[tables]', or use CSV (UTF-8)"
        raise MissingExtra("XLSX needs the package openpyxl", hint=hint) from None
    return openpyxl
