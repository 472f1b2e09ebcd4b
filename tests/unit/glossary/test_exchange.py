"""Exchange with other programs: what bad files end in, and what an import does."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from reader.errors import GlossaryError
from reader.glossary import GlossaryFile, glossary_of
from reader.glossary.exchange import WRITERS, Row, read
from reader.glossary.exchange.merge import Merge, merge
from reader.knowledge import own_glossary
from reader.model import Place, Term
from reader.project import Project
from reader.termbase.propose import free_id
from reader.yamlfile import Value
from tests.conftest import ROOT
from tests.tbx_check import faults_of_tbx

TERM = Term(
    "chungeng",
    "春耕",
    "chūngēng",
    "spring ploughing",
    aliases=("春播",),
    english=("=1+1", "b, c"),
    sources=("《志》, 1990",),
)
HEAD = "id,term,pinyin,short\n"


def codes(data: bytes, path: str) -> list[tuple[str, int | None, int | None]]:
    return [(found.code, found.line, found.column) for found in read(data, path).findings]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_csv_is_what_a_spreadsheet_takes_for_text() -> None:
    lines = WRITERS["csv"]([TERM]).decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("id,term,aliases,pinyin")
    assert '"\'=1+1\nb, c"' in lines[1]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_usual_separator(separator: str) -> None:
    data = f"id{separator}term\na{separator}春耕\n".encode()
    assert [dict(row.fields) for row in read(data, "x.csv").rows] == [{"id": "a", "term": "春耕"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("G026", 1, 1)]),
        ("id,terms\n", [("G026", 1, 2)]),
        ("short,pinyin\n", [("G026", 1, 1)]),
        ("id,term,term\n", [("G026", 1, 3)]),
        ("id,term\na,春耕,x\n", [("G027", 2, 3)]),
        ("\n\nid,colour\n", [("G026", 3, 2)]),
    ],
)
def test_wrong_columns(text: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(text.encode(), "x.csv") == found


@pytest.mark.parametrize(
    ("data", "path", "line", "message"),
    [
        ("id,term\na,春耕\n".encode("gb18030"), "x.csv", 2, "not UTF-8"),
        (b'id,term\na,"x\n', "x.csv", 2, "not a table"),
        (b"PK\x03\x04\0\0", "x.csv", None, "no text"),
        (b"id,term", "x.pdf", None, "unknown kind"),
        (b"id,term", "x.xlsx", None, "not a workbook"),
        (b"{", "x.json", 1, "not valid JSON"),
        (b"\xff", "x.json", None, "not readable as JSON"),
        (b"[" * 100_000, "x.json", None, "not readable as JSON"),
        (b"<tbx><a></tbx>", "x.tbx", 1, "not well-formed"),
        (b"<html/>", "x.tbx", 1, "this is no TBX"),
        (b"<a>" * 100 + b"</a>" * 100, "x.tbx", 1, "nested more than"),
        (b'<?xml version="1.0" encoding="klingon"?><tbx/>', "x.tbx", 1, "XML"),
    ],
)
def test_a_file_that_cannot_be_read(data: bytes, path: str, line: int | None, message: str) -> None:
    with pytest.raises(GlossaryError, match=message) as raised:
        read(data, path)
    assert (raised.value.path, raised.value.line) == (path, line)


def workbook(*rows: tuple[str | int | float, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_formula_is_told_and_not_computed() -> None:
    data = workbook(("id", "term"), ("a", "=1+1"), ("b", "春耕"))
    given = read(data, "x.xlsx")
    assert [dict(row.fields) for row in given.rows] == [{"id": "b", "term": "春耕"}]
    assert codes(data, "x.xlsx") == [("G027", 2, 2)]


def test_numbers_of_a_workbook_are_texts() -> None:
    data = workbook(("term", "since"), ("春耕", 2018), ("秋收", 2019.0))
    assert [row.fields["since"] for row in read(data, "x.xlsx").rows] == ["2018", "2019"]


def test_no_cell_that_is_written_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(WRITERS["xlsx"]([TERM])))
    assert book.active is not None
    assert all(cell.data_type in ("s", "n") for row in book.active.iter_rows() for cell in row)


def test_a_workbook_that_unpacks_to_very_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"{number}", b"\0" * (60 << 20))
    with pytest.raises(GlossaryError, match="unpacks to more than"):
        read(out.getvalue(), "x.xlsx")


# --- trees ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE tbx [<!ENTITY x "y">]>',
        '<!DOCTYPE tbx [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]>',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    with pytest.raises(GlossaryError, match="entities are not read"):
        read(f"<?xml version='1.0'?>\n{declaration}<tbx>&x;</tbx>".encode(), "x.tbx")


def test_tbx_of_another_program() -> None:
    text = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><langSet xml:lang="en"><tig><term>spring ploughing</term></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>春耕</term><note>pinyin: chūngēng</note></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term>harvest</term></tig></langSet></termEntry>
</body></text></martif>"""
    given = read(text.encode(), "x.tbx")
    assert [dict(row.fields) for row in given.rows] == [
        {"id": "c1", "term": "春耕", "pinyin": "chūngēng", "english": ("spring ploughing",)}
    ]
    assert [(found.code, found.line) for found in given.findings] == [("G027", 5)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"x": 1}, ["G026"]),
        ([1], ["G027"]),
        ([{"id": "a", "colour": "x"}], ["G026"]),
        ([{"id": ["a"]}], ["G027"]),
        ([{"id": "a", "english": "x"}], ["G027"]),
    ],
)
def test_json_of_another_shape(value: object, found: list[str]) -> None:
    assert [code for code, _, _ in codes(json.dumps(value).encode(), "x.json")] == found


def test_anki_notes_keep_their_identity() -> None:
    lines = WRITERS["anki"]([TERM]).decode().splitlines()
    assert lines[:3] == ["#separator:tab", "#html:true", "#guid column:1"]
    assert lines[-1].split("\t")[:2] == ["duben-chungeng", "春耕"]


# --- import -----------------------------------------------------------------------------------------------------------


def plan(*rows: dict[str, Value]) -> Merge:
    return merge([Row(Place("x.csv", number), row) for number, row in enumerate(rows, start=2)], [TERM], free_id)


def test_an_empty_cell_changes_nothing_and_a_list_only_grows() -> None:
    done = plan({"term": "春耕", "english": ("new",)})
    assert [str(change) for change in done.changes] == ["changed chungeng 春耕: english: 'new' added"]
    assert done.changes[0].term.english == ("new", "=1+1", "b, c")
    assert done.changes[0].term.short == "spring ploughing"
    assert plan({"term": "春耕"}).changes == ()


def test_a_new_row_is_a_draft_with_an_id_of_its_own() -> None:
    done = plan({"term": "秋收", "pinyin": "qiūshōu", "short": "harvest", "domain": "farm"})
    files = done.apply((GlossaryFile("g/farm.yaml", b"# Farming\n"),), "g")
    assert [term.id for term in glossary_of(files)[0].terms] == ["qiushou"]
    assert files[0].data.startswith(b"# Farming\n\n- id: qiushou\n")


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        (({"id": "a", "term": "春耕"},), "G028", 2),
        (({"id": "a", "term": "秋收", "aliases": ("春播",)},), "G028", 2),
        (({"term": "春耕"}, {"id": "chungeng", "short": "x"}), "G028", 3),
        (({"term": "秋收", "pinyin": "qiū", "short": "x"},), "G027", 2),
        (({"term": "秋收"},), "G027", 2),
        (({"term": "harvest", "pinyin": "x", "short": "x"},), "G027", 2),
    ],
)
def test_rows_in_conflict_are_told_and_left_out(rows: tuple[dict[str, Value], ...], code: str, line: int) -> None:
    done = plan(*rows)
    assert [(found.code, found.line) for found in done.findings][:1] == [(code, line)]
    assert done.changes == ()


TBX = WRITERS["tbx"](
    (Term("yi", "水渠养护", "shuǐqú yǎnghù", "canal upkeep", english=("canal upkeep",), domain="town"),)
)


def test_tbx_validates_against_its_schema() -> None:
    assert faults_of_tbx(TBX) == []
    assert faults_of_tbx(WRITERS["tbx"](own_glossary(Project(ROOT))[0].terms)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('style="dca"', 'style="dct"'),
        (' id="yi"', ""),
        ('type="termType"', 'type="kind"'),
        ("fullForm", "fullform"),
        ('<langSec xml:lang="en"', "<langSec"),
        ('type="subjectField"', 'type="context"'),
        ("<term>水渠养护</term>", ""),
        ("<conceptEntry", '<conceptEntry colour="red"'),
        ("</descrip>", '</descrip><ref type="crossReference" target="er">er</ref>'),
    ],
)
def test_the_schema_finds_what_is_wrong(right: str, wrong: str) -> None:
    assert right in TBX.decode()
    assert faults_of_tbx(TBX.decode().replace(right, wrong, 1).encode())
