"""XLSX (ISO/IEC 29500) by openpyxl: the first sheet, a row a term. Formulas are reported, never computed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from reader.errors import GlossaryError
from reader.glossary.exchange.rows import NAMES, Rows, cells_of, rows_of_table
from reader.model import Term
from reader.workbook import openpyxl_library, sheet_rows

_WIDTHS = {"id": 24, "term": 20, "definition": 60, "english": 40, "sources": 60}


def write(terms: Sequence[Term]) -> bytes:
    """A workbook with one sheet; all cells are text, so that none is taken for a number, a date or a formula."""
    openpyxl = openpyxl_library()
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
    return rows_of_table([(row.number, row.cells) for row in sheet_rows(data, path, GlossaryError)], path)
