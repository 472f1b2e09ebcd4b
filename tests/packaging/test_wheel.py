"""A wheel holds the program, the default templates and the starter glossary, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parents[2]
INFO = f"duben-{__version__}.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.parametrize("folder", ["templates", "glossary"])
def test_defaults_are_those_of_the_top_folder(wheel: zipfile.ZipFile, folder: str) -> None:
    inside = f"reader/_defaults/{folder}/"
    packed = {name.removeprefix(inside): wheel.read(name) for name in wheel.namelist() if name.startswith(inside)}
    home = ROOT / folder
    files = [path for path in home.rglob("*") if path.is_file() and not path.name.startswith("cedict_ts.u8")]
    assert packed == {path.relative_to(home).as_posix(): path.read_bytes() for path in files}
    assert packed


def test_the_whole_package_and_nothing_beside_it(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if not name.startswith("reader/_defaults/")}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reader").rglob("*.py")}
    assert modules <= names
    assert {name.split("/")[0] for name in names} == {"reader", INFO}


def test_command_and_licences(wheel: zipfile.ZipFile) -> None:
    assert "duben = reader.cli:main" in wheel.read(f"{INFO}/entry_points.txt").decode().splitlines()
    assert wheel.read(f"{INFO}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert wheel.read(f"{INFO}/licenses/glossary/LICENSE.md") == (ROOT / "glossary/LICENSE.md").read_bytes()
