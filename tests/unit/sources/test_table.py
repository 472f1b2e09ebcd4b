"""Translations as tables: CSV and XLSX."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pytest

from reader.findings import Finding, Severity
from reader.sources.translation import Translation, read_translation

ROWS = [
    ("zh", "en"),
    ("老桥很窄。", "The old bridge is narrow."),
    ("新桥宽，“很宽”。", "The new one is wide, “very wide”."),
]
WANTED = [("老桥很窄。", "The old bridge is narrow."), ("新桥宽，“很宽”。", "The new one is wide, “very wide”.")]


def csv(rows: Sequence[tuple[str, ...]], separator: str = ",") -> bytes:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows).encode()


def xlsx(rows: Sequence[tuple[str, ...]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data: bytes, path: str) -> tuple[Translation | None, list[Finding]]:
    translation, findings = read_translation(data, path)
    return translation, list(findings)


def segments(translation: Translation | None) -> list[tuple[str, str]]:
    assert translation is not None
    return [(paragraph.source, paragraph.text) for paragraph in translation.paragraphs]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_as_spreadsheets_save_it(separator: str) -> None:
    translation, findings = read(b"\xef\xbb\xbf" + csv(ROWS, separator), "bridge.en.csv")
    assert segments(translation) == WANTED
    assert [(f.code, f.severity) for f in findings] == [("S002", Severity.INFO)]
    assert translation is not None
    assert [p.place.line for p in translation.paragraphs] == [2, 3]


def test_xlsx() -> None:
    translation, findings = read(xlsx([*ROWS]), "bridge.en.xlsx")
    assert segments(translation) == WANTED
    assert findings == []


def test_columns_are_found_without_names_and_in_any_order() -> None:
    swapped = [(number, english, chinese) for number, (chinese, english) in enumerate(WANTED)]
    assert segments(read(xlsx([("#",), *((e, z) for _, e, z in swapped)]), "bridge.en.xlsx")[0]) == WANTED
    named = [("Nr.", "en-GB", "原文"), *((str(n), e, z) for n, e, z in swapped)]
    assert segments(read(csv(named), "bridge.en.csv")[0]) == WANTED


def test_columns_that_cannot_be_told() -> None:
    translation, findings = read(csv([("one", "two"), ("three", "four")]), "bridge.en.csv")
    assert translation is None
    assert [(f.code, f.line) for f in findings] == [("A006", 1), ("A002", 1)]


def test_rows_that_cannot_be_used_are_reported_with_their_place() -> None:
    rows: list[tuple[str, ...]] = [*ROWS, ("", "Nobody’s translation."), ("没有译文。", ""), ("公式。", "=A1")]
    translation, findings = read(xlsx(rows), "bridge.en.xlsx")
    assert segments(translation) == WANTED
    assert [(f.code, f.line, f.column) for f in findings] == [("A006", 4, 2), ("A006", 6, 2)]
    assert "B6" in findings[1].message


def test_a_bar_in_a_cell_is_no_mark() -> None:
    translation, _ = read(csv([("zh", "en"), ("甲或乙。", "a | b.")]), "bridge.en.csv")
    assert segments(translation) == [("甲或乙。", "a | b.")]


@pytest.mark.parametrize("data", [b"not a workbook", b"PK\x03\x04broken", b""])
def test_what_is_no_workbook_is_one_finding(data: bytes) -> None:
    translation, findings = read(data, "bridge.en.xlsx")
    assert translation is None
    assert [f.code for f in findings] == ["A001"]


def test_a_damaged_workbook_is_one_finding() -> None:
    whole = xlsx([*ROWS])
    for cut in range(10, len(whole), len(whole) // 12):
        translation, findings = read(whole[:cut], "bridge.en.xlsx")
        assert translation is None
        assert [f.code for f in findings] == ["A001"]


def test_without_openpyxl_the_hint_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = xlsx([*ROWS])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    translation, findings = read(data, "bridge.en.xlsx")
    assert translation is None
    assert "duben[tables]" in (findings[0].hint or "")
