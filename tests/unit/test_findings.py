"""Findings: order, severity, and the three ways they are shown."""

from __future__ import annotations

from reader.findings import CODES, Severity, as_dict, as_github, as_text, at_or_above, finding, ordered

ONE = finding("S007", "seeds/a.txt", 3, 5, "好坏 may be a misprint", "look at it")
TWO = finding("G001", "glossary/b.yaml", 1, 2, "not valid: a, b")


def test_severity_comes_from_the_table_unless_given() -> None:
    assert ONE.severity is Severity.WARNING
    assert finding("S007", "x", 1, 1, "m", severity=Severity.INFO).severity is Severity.INFO


def test_order_is_by_place_and_repeats_are_dropped() -> None:
    assert ordered([ONE, TWO, ONE]) == (TWO, ONE)


def test_filter_by_severity() -> None:
    assert at_or_above([ONE, TWO], Severity.ERROR) == (TWO,)
    assert at_or_above([ONE, TWO], Severity.INFO) == (ONE, TWO)


def test_text_is_a_compiler_line_with_a_hint() -> None:
    assert as_text(ONE) == "seeds/a.txt:3:5: warning S007: 好坏 may be a misprint\n    hint: look at it"
    assert as_text(finding("S001", "a.txt", None, None, "gone")) == "a.txt: error S001: gone"


def test_dict_is_the_contract() -> None:
    assert as_dict(ONE) == {
        "code": "S007",
        "severity": "warning",
        "path": "seeds/a.txt",
        "line": 3,
        "column": 5,
        "message": "好坏 may be a misprint",
        "hint": "look at it",
    }


def test_github_annotations_are_escaped() -> None:
    assert as_github(TWO) == "::error file=glossary/b.yaml,line=1,col=2,title=G001::not valid: a, b"
    odd = finding("S001", "a,b:c.txt", None, None, "50% lost\nreally")
    assert as_github(odd) == "::error file=a%2Cb%3Ac.txt,title=S001::50%25 lost%0Areally"


def test_codes_are_named_after_themselves() -> None:
    assert all(name == code.code and code.title for name, code in CODES.items())
