"""What the documentation promises is there, and what is there is documented."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from reader.cli import main
from reader.edition import EDITIONS, EditionSpec
from reader.findings import CODES
from reader.model import BlockKind, NameKind
from reader.sources.sidecar import _FIELDS
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "reader").rglob("*.py")))


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_finding_is_documented_and_can_be_found() -> None:
    documented = set(re.findall(r"^\| ([A-Z]\d{3}) \|", _page("findings.md"), re.MULTILINE))
    assert documented == set(CODES)
    for code in CODES:
        assert len(re.findall(rf'"{code}"', SOURCE)) > 1, f"{code} is in the table and nowhere else"


def test_every_verb_is_documented() -> None:
    assert isinstance(main, click.Group)
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    for verb, command in main.commands.items():
        assert f"duben {verb}" in text, verb
        assert command.help, verb
    group = main.commands["glossary"]
    assert isinstance(group, click.Group)
    for verb, command in group.commands.items():
        assert f"duben glossary {verb}" in text, verb
        assert command.help, verb


@pytest.mark.parametrize("key", [f.name for f in fields(EditionSpec) if f.name != "name"])
def test_every_key_of_an_edition_is_documented(key: str) -> None:
    assert re.search(rf"^{key} = ", _page("editions.md"), re.MULTILINE)


def test_every_edition_is_documented() -> None:
    assert all(f"| `{name}` |" in _page("editions.md") for name in EDITIONS)


def test_every_field_and_kind_of_a_sidecar_is_documented() -> None:
    page = _page("sidecar.md")
    assert all(re.search(rf"^{field.name}:", page, re.MULTILINE) for field in _FIELDS)
    assert all(kind.value in page for kind in (*BlockKind, *NameKind))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target


def test_architecture_names_every_module() -> None:
    table = _page("architecture.md")
    for path in sorted((ROOT / "reader").iterdir()):
        name = path.stem
        if not name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").exists()):
            assert f"`{name}`" in table, name


def test_no_module_is_too_long() -> None:
    long = {
        p.name: n
        for p in (ROOT / "reader").rglob("*.py")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
