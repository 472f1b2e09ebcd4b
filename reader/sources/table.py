"""A translation as a table of two columns, the text and its translation: CSV, or the first sheet of an XLSX file.

A first row with the names of the columns is recognised; without one, the column in Chinese is the text. Rows at the top
that begin with # are notes. Nothing in a workbook is computed: a formula is reported and its row left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from reader.errors import SourceError
from reader.findings import Finding, finding
from reader.hanzi import has_han
from reader.model import Place
from reader.sources.translation import Paragraph, Rows, decode_text, segment_of
from reader.workbook import Row, sheet_rows

_SEPARATORS: Final = ",;\t"
_SOURCE_NAMES: Final = frozenset(
    "zh zho zh-cn zh-hans zh-hant zh-tw chinese source text original 中文 汉语 原文 原句 源语".split()
)
_TARGET_NAMES: Final = frozenset("english translation target 英文 英语 译文 译句 翻译 目标语".split())
_MOST_COLUMNS: Final = 64


def read_csv(data: bytes, path: str, lang: str) -> Rows:
    """The segments of a CSV file with commas, semicolons or tabs, as spreadsheets save it (RFC 4180, a byte order mark
    allowed). Raises :class:`SourceError` where it cannot be read."""
    text, findings = decode_text(data, path)
    rows = tuple(_csv_rows(text, _separator(text), path))
    return _segments(rows, path, lang, findings)


def _separator(text: str) -> str:
    """The separator that gives the first rows most cells of equal number."""
    sample = text[:20_000]

    def evenness(separator: str) -> tuple[int, int]:
        try:
            counts = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=separator) if row][:20]
        except csv.Error:
            return 0, 0
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual), usual) if usual > 1 else (0, 0)

    return max(_SEPARATORS, key=evenness)


def _csv_rows(text: str, separator: str, path: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(" ".join(cell.split()) for cell in cells[:_MOST_COLUMNS]))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "a quotation mark inside a cell is doubled, and the cell put in quotation marks"
        raise SourceError(f"not a table: {error}", path=path, line=line, column=1, hint=hint) from None


def read_xlsx(data: bytes, path: str, lang: str) -> Rows:
    """The segments of the first sheet of a workbook. Raises :class:`SourceError` where it is none."""
    rows = [
        Row(row.number, tuple(None if cell is None else " ".join(cell.split()) for cell in row.cells))
        for row in sheet_rows(data, path, SourceError)
    ]
    return _segments(rows, path, lang, ())


# --- columns ----------------------------------------------------------------------------------------------------------


def _segments(rows: Sequence[Row], path: str, lang: str, before: Sequence[Finding]) -> Rows:
    findings = list(before)
    notes: list[str] = []
    rows = [row for row in rows if any(cell is None or cell for cell in row.cells)]
    while rows and (rows[0].cells[0] or "").startswith("#"):
        notes.append((rows[0].cells[0] or "").lstrip("#").strip())
        rows = rows[1:]
    columns = _columns(rows, lang)
    if columns is None:
        if rows:
            hint = f"name the columns in the first row: zh,{lang}"
            message = "it cannot be told which column is the text and which its translation"
            findings.append(finding("A006", path, rows[0].number, 1, message, hint))
        return (), tuple(notes), tuple(findings)
    source, target, headed = columns
    paragraphs: list[Paragraph] = []
    for row in rows[headed:]:
        text, translation = _cell(row, source), _cell(row, target)
        place = Place(path, row.number, target + 1)
        if text is None or translation is None:
            column = source if text is None else target
            message = f"cell {_column_name(column)}{row.number} holds a formula, which is not computed"
            hint = "put the text itself into the cell (copy, paste as values)"
            findings.append(finding("A006", path, row.number, column + 1, message, hint))
        elif translation and not text:
            message = f"there is a translation without its text: {translation[:30]}"
            findings.append(finding("A006", path, row.number, target + 1, message, "fill in the text it translates"))
        elif translation:
            paragraphs.append(segment_of(translation, place, text))
    return tuple(paragraphs), tuple(notes), tuple(findings)


def _cell(row: Row, column: int) -> str | None:
    return row.cells[column] if column < len(row.cells) else ""


def _columns(rows: Sequence[Row], lang: str) -> tuple[int, int, int] | None:
    """Column of the text, column of the translation, number of header rows; None where that cannot be told."""
    if not rows:
        return None
    names = [(cell or "").lower() for cell in rows[0].cells]
    source = next((index for index, name in enumerate(names) if name in _SOURCE_NAMES), None)
    wanted = (lang, *(name for name in names if name.startswith(f"{lang}-")), *_TARGET_NAMES)
    target = next((names.index(name) for name in wanted if name in names), None)
    if source is not None and target is not None:
        return source, target, 1
    width = max(len(row.cells) for row in rows)
    filled = [column for column in range(width) if any(_cell(row, column) != "" for row in rows)]
    chinese = [column for column in filled if _mostly_chinese(rows, column)]
    others = [column for column in filled if column not in chinese]
    return (chinese[0], others[0], 0) if len(chinese) == len(others) == 1 else None


def _mostly_chinese(rows: Sequence[Row], column: int) -> bool:
    cells = [cell for row in rows if (cell := _cell(row, column))]
    return sum(map(has_han, cells)) > len(cells) / 2


def _column_name(column: int) -> str:
    return chr(ord("A") + column)
