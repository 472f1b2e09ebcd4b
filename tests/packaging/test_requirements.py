"""The lock files say what pyproject.toml asks for, completely pinned, and name no package index."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED: dict[str, list[str]] = {"run": PROJECT["project"]["dependencies"], **PROJECT["dependency-groups"]}
FILES = sorted((ROOT / "requirements").glob("*.txt"))


def pins(name: str) -> dict[str, str]:
    """Package to version, of one lock file; every entry has to be `name==version` with its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    found: dict[str, str] = {}
    for line in text.splitlines():
        entry, *hashes = line.split("--hash=")
        requirement = Requirement(entry.strip())
        (pin,) = requirement.specifier
        assert pin.operator == "==", line
        assert hashes, f"{entry}has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest.strip()) for digest in hashes)
        found[canonicalize_name(requirement.name)] = pin.version
    return found


def test_there_is_a_file_for_each_group_and_no_other() -> None:
    assert {path.stem for path in FILES} == set(ASKED)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_what_is_asked_for_is_pinned_within_its_bounds(name: str) -> None:
    found = pins(name)
    for line in ASKED[name]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(found[canonicalize_name(requirement.name)]), line


def test_files_installed_into_one_environment_agree() -> None:
    together: dict[str, set[str]] = {}
    for name in ("run", "build", "dev"):
        for package, version in pins(name).items():
            together.setdefault(package, set()).add(version)
    assert {package: versions for package, versions in together.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_address_is_written_down(path: Path) -> None:
    address = re.compile(r"\w+://\S*|--(?:extra-)?index-url.*|--find-links.*|--trusted-host.*")
    assert address.findall(path.read_text(encoding="utf-8")) == []


def test_npm_tools_are_pinned_by_hash_without_addresses() -> None:
    lock = json.loads((ROOT / "tools/node/package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((ROOT / "tools/node/package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {path.removeprefix("node_modules/"): entry for path, entry in lock["packages"].items() if path}
    assert {name: packages[name]["version"] for name in asked} == asked
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]
