"""Nodes to records: kinds, required and unknown fields, choices."""

from __future__ import annotations

import pytest

from reader.findings import Finding
from reader.yamlfile import Codes, Field, Kind, MapNode, Record, parse, read_list, read_mapping

CODES = Codes(syntax="G001", unknown="G002", shape="G003", missing="G004", duplicate="G005", limit="G012")
FIELDS = (
    Field("title", required=True),
    Field("line", Kind.INTEGER),
    Field("keep", Kind.BOOLEAN),
    Field("words", Kind.TEXTS),
    Field("source", Kind.MAPPING),
    Field("repairs", Kind.MAPPINGS),
    Field("status", choices=("draft", "reviewed")),
)


def read(text: str) -> tuple[Record, tuple[Finding, ...]]:
    node, found = parse(text.encode(), "a.yaml", CODES)
    assert found == ()
    assert node is not None
    return read_mapping(node, FIELDS, "a.yaml", CODES)


def test_every_kind_is_read() -> None:
    record, found = read(
        "title: 2021-05\nline: 31\nkeep: true\nwords: [水, 12]\nsource: {a: b}\nrepairs:\n  - x: 1\n  - y: 2\n"
        "status: draft\n"
    )
    assert found == ()
    assert record.text("title") == "2021-05"
    assert record.integer("line") == 31
    assert record.boolean("keep") is True
    assert record.texts("words") == ("水", "12")
    assert isinstance(record.mapping("source"), MapNode)
    assert [node.line for node in record.mappings("repairs")] == [7, 8]
    assert record.text("status") == "draft"
    assert record.place("line") == (2, 7)
    assert record.item_places("words") == ((4, 9), (4, 12))


def test_absent_and_empty_fields_are_the_same() -> None:
    record, found = read("title: t\nline:\nkeep: ~\nwords:\nsource: null\nrepairs:\nstatus: ''\n")
    assert found == ()
    assert (record.text("status"), record.integer("line"), record.boolean("keep")) == ("", None, None)
    assert (record.texts("words"), record.mapping("source"), record.mappings("repairs")) == ((), None, ())
    assert record.place("status") == (record.line, record.column) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("title: t\ntitel: u\n", "G002", 2, 1, "unknown field 'titel'"),
        ("title: t\ntitle: u\n", "G005", 2, 1, "'title' is given twice; the first is on line 1"),
        ("line: 3\n", "G004", 1, 1, "'title' is missing"),
        ("line: 3\ntitle:\n", "G004", 2, 1, "'title' is empty"),
        ("title: '  '\n", "G004", 1, 1, "'title' is empty"),
        ("title: [t]\n", "G003", 1, 8, "title has to be a text, but is a list"),
        ("title: {t: u}\n", "G003", 1, 8, "title has to be a text, but is a mapping"),
        ("title: t\nline: three\n", "G003", 2, 7, "line has to be a whole number, but is the text 'three'"),
        ("title: t\nline: '3'\n", "G003", 2, 7, "whole number"),
        (f"title: t\nline: {'9' * 5000}\n", "G003", 2, 7, "whole number"),
        ("title: t\nkeep: yes\n", "G003", 2, 7, "true or false"),
        ("title: t\nwords: 水\n", "G003", 2, 8, "words has to be a list of texts"),
        ("title: t\nwords: [[水]]\n", "G003", 2, 9, "an item of words has to be a text, but is a list"),
        ("title: t\nwords: [水, ]\nrepairs:\n  -\n", "G003", 4, 4, "an item of repairs has to be a mapping"),
        ("title: t\nwords:\n  - 水\n  - ''\n", "G003", 4, 5, "but is empty"),
        ("title: t\nsource: book\n", "G003", 2, 9, "source has to be a mapping"),
        ("title: t\nrepairs: {x: 1}\n", "G003", 2, 10, "repairs has to be a list of mappings"),
        ("title: t\nstatus: drafft\n", "G003", 2, 9, "status is 'drafft', but has to be draft or reviewed"),
        ("- title: t\n", "G003", 1, 1, "an entry has to be a mapping, but is a list"),
        ("title：t\n", "G003", 1, 1, "an entry has to be a mapping"),
    ],
)
def test_faults(text: str, code: str, line: int, column: int, message: str) -> None:
    _, found = read(text)
    assert [(fault.code, fault.path, fault.line, fault.column) for fault in found] == [(code, "a.yaml", line, column)]
    assert message in found[0].message


def test_all_faults_of_a_mapping_are_told_at_once() -> None:
    record, found = read("line: x\nwords: y\nsatus: draft\nkeep: true\n")
    assert [fault.code for fault in found] == ["G003", "G003", "G002", "G004"]
    assert record.boolean("keep") is True


def test_the_first_of_two_keys_counts() -> None:
    record, _ = read("title: first\ntitle: second\n")
    assert record.text("title") == "first"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: t\nTitle: u\n", "did you mean 'title'?"),
        ("title: t\nstatus: reviwed\n", "did you mean 'reviewed'?"),
        ("title: t\n颜色: u\n", "known are title, line, keep, words, source, repairs, status"),
        ("title：t\n", "ASCII colon"),
        ("title: t\nwords: 水\n", "[ ]"),
        ("title: [t] \n", "quotation marks"),
    ],
)
def test_hints(text: str, hint: str) -> None:
    _, (fault,) = read(text)
    assert hint in (fault.hint or "")


def test_a_long_text_is_shortened_in_the_message() -> None:
    _, (fault,) = read("title: t\nline: " + "word " * 50 + "\n")
    assert len(fault.message) < 100


def test_a_file_that_is_no_list() -> None:
    node, _ = parse(b"a: b\n", "g.yaml", CODES)
    items, (fault,) = read_list(node, "g.yaml", CODES)
    assert (items, fault.code, fault.line) == ((), "G003", 1)
    assert read_list(None, "g.yaml", CODES) == ((), ())
