"""Editing the text of a list: what is meant changes, what is not stays to the byte."""

from __future__ import annotations

import pytest

from reader.yamlfile import Form, Value, append_entry, canonical, set_fields

FORM = Form(("id", "term", "english", "sources", "status"), frozenset({"sources"}))

FILE = """\
# Farming.

- id: a      # stays for ever
  term: 春耕
  # as the ministry has it
  english: [spring ploughing]   # checked
  sources:
    - 《农业志》, 1990   # page 3
    # the second one
    - 《县志》, 2001
  status: draft

# --- autumn ---
- {id: b, term: 秋收}
- status:   'draft'
  id:   c
"""


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("status", "reviewed", "  status: draft\n\n", "  status: reviewed\n\n"),
        ("english", ("x", "y, z"), "[spring ploughing]   # checked", '[x, "y, z"]  # checked'),
        ("sources", ("《县志》, 2001",),
         "    - 《农业志》, 1990   # page 3\n    # the second one\n    - 《县志》, 2001\n",
         "    # the second one\n    - 《县志》, 2001\n"),
        ("term", "春播", "  term: 春耕\n", "  term: 春播\n"),
    ],
)  # fmt: skip
def test_one_field_changes(name: str, value: Value, old: str, new: str) -> None:
    done = set_fields(FILE, 0, {name: value}, FORM)
    if name == "sources":  # the comment of an item that is gone moves above the field
        new, old = "  # page 3\n  sources:\n" + new, "  sources:\n" + old
    assert done == FILE.replace(old, new)


def test_a_field_that_is_not_there_comes_in_its_place() -> None:
    text = "- id: a\n  status: draft\n"
    assert set_fields(text, 0, {"term": "春耕"}, FORM) == "- id: a\n  term: 春耕\n  status: draft\n"
    assert set_fields(text, 0, {"term": ""}, FORM) == text


def test_a_field_is_taken_out() -> None:
    assert set_fields(FILE, 0, {"sources": ()}, FORM).count("《") == 0
    assert set_fields("- id: a\n  term: x  # why\n", 0, {"term": ""}, FORM) == "- id: a\n  # why\n"


def test_an_entry_in_braces_is_written_anew_alone() -> None:
    done = set_fields(FILE, 1, {"status": "draft"}, FORM)
    assert done == FILE.replace("- {id: b, term: 秋收}", "- id: b\n  term: 秋收\n  status: draft")


def test_line_ends_and_indentation_are_those_of_the_file() -> None:
    text = "  - id: a\r\n    term: x\r\n"
    assert set_fields(text, 0, {"status": "draft"}, FORM) == "  - id: a\r\n    term: x\r\n    status: draft\r\n"
    assert append_entry(text, {"id": "b"}, FORM) == text + "\r\n  - id: b\r\n"


def test_an_entry_is_added_to_anything_that_is_a_list() -> None:
    assert append_entry("", {"term": "x", "id": "a", "english": ()}, FORM) == "- id: a\n  term: x\n"
    assert append_entry("# head\n", {"id": "a"}, FORM) == "# head\n\n- id: a\n"
    assert append_entry("[]\n", {"id": "a"}, FORM) == "- id: a\n"
    assert append_entry("- id: a", {"id": "b"}, FORM) == "- id: a\n\n- id: b\n"
    assert append_entry("[{id: a}]\n", {"id": "b"}, FORM) == "- id: a\n\n- id: b\n"


def test_the_canonical_form() -> None:
    assert (
        canonical(FILE, FORM)
        == """\
# Farming.

- id: a  # stays for ever
  term: 春耕
  # as the ministry has it
  english: [spring ploughing]  # checked
  sources:
    - 《农业志》, 1990  # page 3
    # the second one
    - 《县志》, 2001
  status: draft

# --- autumn ---
- id: b
  term: 秋收

- id: c
  status: draft
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("a: b", '"a: b"'),
        ("yes", '"yes"'),
        ("2018", '"2018"'),
        ("2018-03", "2018-03"),
        ("2018-03-05", '"2018-03-05"'),
        ('"double"', "'\"double\"'"),
        ('it\'s "this"', 'it\'s "this"'),
        ('"it\'s"', '"\\"it\'s\\""'),
        ("- x", '"- x"'),
        ("《县志》, 2001", "《县志》, 2001"),
        ("soft\u00adhyphen", '"soft\\xADhyphen"'),
    ],
)
def test_texts_are_quoted_only_where_they_must(text: str, written: str) -> None:
    assert set_fields("- id: a\n", 0, {"term": text}, FORM) == f"- id: a\n  term: {written}\n"
