"""Broken YAML, in words for people who write it by hand."""

from __future__ import annotations

import pytest

from reader.findings import Finding
from reader.yamlfile import Codes, parse

CODES = Codes(syntax="S014", unknown="S015", shape="S016", missing="S016", duplicate="S017", limit="S014")


def fault_in(text: str) -> Finding:
    node, (found,) = parse(text.encode(), "seeds/a.yaml", CODES)
    assert node is None
    assert (found.code, found.path) == ("S014", "seeds/a.yaml")
    return found


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("- a: 1\n\tb: 2\n", 2, 1, "tab", "spaces"),
        ("a:\n\t- b\n", 2, 1, "tab", "spaces"),
        ("short: East: west\n", 1, 12, "second ': '", "quotation marks"),
        ("- id: a\n   term: b\n", 2, 8, "value above", "indentation"),
        ("id：a\nterm: b\n", 2, 5, "value above", "full-width"),
        ("- id: a\n term: b\n", 2, 2, "indentation", "align"),
        ("a: 1\nb: 'open\nc: 3\n", 2, 4, "never closed", "close"),
        ("a: 'open\n---\nb: 1\n", 1, 4, "never closed", "close"),
        ("a: 'it's'\n", 1, 8, "after a closing", "quote"),
        ('a: ["double" move]\n', 1, 14, "after a closing", "quote"),
        ("a: [b, c\nd: e\n", 1, 4, "[ is never closed", "]"),
        ("a: {b: c\n", 1, 4, "{ is never closed", "}"),
        ("a: 1\nlonely\nb: 2\n", 2, 1, "no colon", "key: value"),
        ("a: @x\n", 1, 4, "cannot begin", "quotation marks"),
        ("a: `x`\n", 1, 4, "cannot begin", "quotation marks"),
        ('a: "C:\\q"\n', 1, 8, "escape", "single"),
        ("- a\nb: c\n", 2, 1, "mixed", "- "),
        ("b: c\n- a\n", 2, 1, "list item", "key"),
        ("a: |x\n  b\n", 1, 5, "| and >", "next line"),
    ],
)
def test_known_faults(text: str, line: int, column: int, message: str, hint: str) -> None:
    found = fault_in(text)
    assert (found.line, found.column) == (line, column)
    assert message in found.message
    assert hint in (found.hint or "")


def test_an_unknown_fault_keeps_the_words_of_the_parser() -> None:
    found = fault_in("%YAML 2.0\n---\na: b\n")
    assert (found.line, found.column) == (1, 1)
    assert "incompatible" in found.message
