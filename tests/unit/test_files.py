"""Two writers lose nothing, an interrupted one leaves the old file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import OutputError
from reader.files import locked, replace_file
from tests.conftest import ROOT


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_second_writer_waits_and_then_gives_up(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(OutputError, match="another program is writing"), locked(tmp_path, 0.1):
        pass
    with locked(tmp_path, 0.1):
        pass


def test_writers_side_by_side_lose_nothing(tmp_path: Path) -> None:
    """Each of several processes adds its own lines to one file, under the lock."""
    path = tmp_path / "all.txt"
    path.write_bytes(b"")
    code = (
        "import sys; from pathlib import Path; from reader.files import locked, replace_file\n"
        "folder, name = Path(sys.argv[1]), sys.argv[2]\n"
        "for number in range(20):\n"
        "    with locked(folder):\n"
        "        path = folder / 'all.txt'\n"
        "        replace_file(path, path.read_bytes() + f'{name}{number}\\n'.encode())\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name], env={**os.environ, "PYTHONPATH": str(ROOT)})
        for name in "abc"
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert sorted(path.read_text().split()) == sorted(f"{name}{number}" for name in "abc" for number in range(20))
