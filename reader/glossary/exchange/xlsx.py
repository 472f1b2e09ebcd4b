"""XLSX (ISO/IEC 29500) by openpyxl: the first sheet, a row a term. Formulas are reported, never computed."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from reader.errors import GlossaryError, MissingExtra
from reader.glossary.exchange.rows import NAMES, Rows, cells_of, rows_of_table
from reader.model import Term

_MOST_BYTES = 256 * 2**20
"""Unpacked size of a workbook."""
_MOST_ROWS = 200_000
_MOST_COLUMNS = 64
_DAMAGED = (zipfile.BadZipFile, zlib.error, ParseError, OSError, LookupError, ValueError, TypeError, AttributeError)
"""openpyxl has no error of its own for a damaged workbook; these are what its parts raise."""
_WIDTHS = {"id": 24, "term": 20, "definition": 60, "english": 40, "sources": 60}


def write(terms: Sequence[Term]) -> bytes:
    """A workbook with one sheet; all cells are text, so that none is taken for a number, a date or a formula."""
    openpyxl = _library()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "glossary"
    sheet.freeze_panes = "C2"
    for column, name in enumerate(NAMES, start=1):
        sheet.cell(1, column, name).font = openpyxl.styles.Font(bold=True)
        letter = openpyxl.utils.get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 20)
    wrapped = openpyxl.styles.Alignment(vertical="top", wrap_text=True)
    for number, term in enumerate(terms, start=2):
        cells = cells_of(term)
        for column, name in enumerate(NAMES, start=1):
            if name in cells:
                cell = sheet.cell(number, column)
                cell.value = cells[name]
                cell.data_type, cell.number_format, cell.alignment = "s", "@", wrapped
    # The same terms give the same bytes.
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # noqa: DTZ001  (the format has no zone)
    out = io.BytesIO()
    book.save(out)
    return _steady(out.getvalue())


def _steady(data: bytes) -> bytes:
    """The archive without the times of its writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _CORE
            after.writestr(zipfile.ZipInfo(entry.filename), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_CORE = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Duben</dc:creator></cp:coreProperties>'
)


def read(data: bytes, path: str) -> Rows:
    """The rows of the first sheet. Raises :class:`GlossaryError` where there is no workbook."""
    hint = "save it as XLSX, or as CSV UTF-8"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise GlossaryError(
                    f"the workbook unpacks to more than {_MOST_BYTES >> 20} MB", path=path, hint="split it"
                )
        return rows_of_table(list(_rows(data)), path)
    except _DAMAGED as error:
        if isinstance(error, MissingExtra):
            raise
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise GlossaryError(f"not a workbook: {reason}", path=path, hint=hint) from None


def _rows(data: bytes) -> Iterator[tuple[int, Sequence[str | None]]]:
    openpyxl = _library()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that are of no matter here
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
                if number > _MOST_ROWS:
                    raise ValueError(f"more than {_MOST_ROWS} rows")
                yield number, tuple(None if cell.data_type == "f" else _text(cell.value) for cell in cells)
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


def _library() -> Any:
    try:
        import openpyxl
        import openpyxl.styles
        import openpyxl.utils
    except ImportError:
        hint = "pip install 'duben[tables]', or use CSV"
        raise MissingExtra("XLSX needs the package openpyxl", hint=hint) from None
    return openpyxl
