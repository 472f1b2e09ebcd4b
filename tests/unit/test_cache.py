"""Where prepared data goes, and that it gets there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from reader import cache as module
from reader.cache import cache_folder, digest, write_atomically
from reader.errors import LexiconError


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBEN_CACHE", str(tmp_path / "a" / "b"))
    assert cache_folder() == tmp_path / "a" / "b"
    assert cache_folder().is_dir()


def test_else_the_cache_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUBEN_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "duben"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / ".cache" / "duben"


def test_else_a_private_folder_among_the_temporary_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("DUBEN_CACHE", str(blocked / "below"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    module._temporary_folder.cache_clear()
    found = cache_folder()
    assert found.parent == tmp_path
    assert found.stat().st_mode & 0o077 == 0
    assert cache_folder() == found


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners are known on POSIX only")
def test_a_folder_that_others_can_write_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid = tmp_path / f"duben-{os.getuid()}"
    laid.mkdir()
    laid.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    module._temporary_folder.cache_clear()
    assert module._temporary_folder() != laid
    module._temporary_folder.cache_clear()


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "prepared"

    def fill(made: Path) -> None:
        made.write_text("new")

    write_atomically(path, fill)
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "prepared"
    path.write_text("old")

    def fail(made: Path) -> None:
        made.write_text("half")
        raise OSError("disk full")

    with pytest.raises(LexiconError, match="cannot be written: disk full") as caught:
        write_atomically(path, fail)
    assert caught.value.path == str(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_not_the_disks_fault_is_passed_on(tmp_path: Path) -> None:
    def fail(made: Path) -> None:
        raise KeyError(made.name)

    with pytest.raises(KeyError):
        write_atomically(tmp_path / "prepared", fail)
    assert not list(tmp_path.iterdir())


def test_digests_differ_where_their_parts_do() -> None:
    assert digest("a", 1) == digest("a", 1)
    assert len({digest("a", 1), digest("a", 2), digest("a1"), digest("a", "1", "")}) == 4
