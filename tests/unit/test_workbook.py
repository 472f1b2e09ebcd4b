"""Rows of a workbook as text."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from reader.errors import GlossaryError, SourceError
from reader.workbook import sheet_rows


def _book(*rows: tuple[str | float | datetime | None, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells_are_text_and_formulas_nothing() -> None:
    data = _book(("双循环", 3.0, 2.5, None), ("=1+1", datetime(2020, 5, 14), True, "x"))  # noqa: DTZ001
    rows = sheet_rows(data, "a.xlsx", SourceError)
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].cells == ("双循环", "3", "2.5")
    assert rows[1].cells == (None, "2020-05-14", "True", "x")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"zh,en\n"])
@pytest.mark.parametrize("fault", [GlossaryError, SourceError])
def test_what_is_no_workbook_is_the_fault_of_the_reader_that_asked(data: bytes, fault: type[SourceError]) -> None:
    with pytest.raises(fault) as caught:
        sheet_rows(data, "a.xlsx", fault)
    assert caught.value.message.startswith("not a workbook: ")
    assert caught.value.hint == "save it as XLSX, or as CSV (UTF-8)"
