"""Broken glossary files: every verb ends in findings or one clear line, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli import main

GOOD = "- id: nongji\n  term: 农机\n  pinyin: nóngjī\n  short: farm machine\n  english: [farm machinery]\n"
BOMB = "- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n- id: [*c, *c]\n"

BROKEN = {
    "tabs": (b"- id: a\n\tterm: \xe5\x86\x9c\n", "G001"),
    "duplicate keys": ((GOOD + "  term: 农业\n").encode(), "G005"),
    "aliases that explode": (BOMB.encode(), "G001"),
    "object tags": (b"- !!python/object/apply:os.system ['touch pwned']\n", "G001"),
    "wrong encoding": (GOOD.encode("gb18030", "replace"), "G001"),
    "very large": (b"# " + b"x" * (50 << 20), "G012"),
    "a list where a map belongs": ((GOOD + "- [a, b]\n").encode(), "G003"),
    "a text where a map belongs": ((GOOD + "- abc\n").encode(), "G003"),
    "a map where a list belongs": (b"id: a\nterm: b\n", "G003"),
    "a term that is not Chinese": (GOOD.replace("农机", "tractor").encode(), "G011"),
    "too few syllables": (GOOD.replace("nóngjī", "nóng").encode(), "G008"),
    "nothing that ends": (b"- id: 'a\n", "G001"),
    "nul bytes": (b"- id: a\0b\n", "G001"),
}
VERBS = {
    "list": ["list"],
    "check": ["check"],
    "fix": ["check", "--fix"],
    "fmt": ["fmt"],
    "stats": ["stats"],
    "edit": ["edit", "nongji", "--set", "short=machine"],
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "glossary").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, ["glossary", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("name", BROKEN)
def test_the_fault_is_told_with_its_code_and_nothing_is_written(name: str, project: Path) -> None:
    data, code = BROKEN[name]
    path = project / "glossary" / "farm.yaml"
    path.write_bytes(data)
    for verb, args in VERBS.items():
        result = run(*args)
        assert code in result.output or verb in ("edit", "stats", "fmt", "fix"), (verb, result.output)
        if verb == "check":
            assert result.exit_code == 1
        if verb != "edit":
            assert path.read_bytes() == data, verb
    assert not (project / "pwned").exists()


@pytest.mark.parametrize("name", ["tabs", "object tags", "wrong encoding", "very large", "a map where a list belongs"])
def test_nothing_is_added_to_a_file_that_cannot_be_read(name: str, project: Path) -> None:
    path = project / "glossary" / "farm.yaml"
    path.write_bytes(BROKEN[name][0])
    result = run("add", "农具", "--short", "tool", "--domain", "farm", "--yes")
    assert result.exit_code == 2
    assert "glossary/farm.yaml" in result.output
    assert path.read_bytes() == BROKEN[name][0]


def test_an_item_that_is_no_entry_does_not_hinder_the_others(project: Path) -> None:
    path = project / "glossary" / "farm.yaml"
    path.write_text("- abc\n" + GOOD, encoding="utf-8")
    assert run("edit", "nongji", "--set", "short=machine").exit_code == 0
    assert path.read_text(encoding="utf-8") == "- abc\n" + GOOD.replace("farm machine\n", "machine\n")
