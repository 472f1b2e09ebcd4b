"""`tools/prepare.py`: what it says when a machine lacks something, and that it asks apt only when it may."""

from __future__ import annotations

import inspect
import os
import shutil
import sys
from pathlib import Path

import pytest

from tools import prepare


@pytest.fixture
def apt_calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """No apt-get here; the calls that were tried."""
    calls: list[tuple[str, ...]] = []

    def refuse(*packages: str) -> bool:
        calls.append(packages)
        return False

    monkeypatch.setattr(prepare, "apt_install", refuse)
    return calls


def test_present_libraries_need_no_apt(apt_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "can_open", lambda _: True)
    assert prepare.main(["libraries"]) == 0
    assert apt_calls == []


def test_a_missing_library_is_named_with_the_command_that_installs_it(
    apt_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare, "can_open", lambda library: "subset" not in library)
    assert prepare.main(["libraries"]) == 1
    assert apt_calls == [("libharfbuzz-subset0",)]
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("WeasyPrint needs HarfBuzz-Subset; install with: apt-get install libharfbuzz-subset0 (")


def test_what_apt_brings_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []

    def install(*packages: str) -> bool:
        installed.extend(packages)
        return True

    monkeypatch.setattr(prepare, "apt_install", install)
    monkeypatch.setattr(prepare, "can_open", lambda _: bool(installed))
    assert prepare.main(["libraries"]) == 0
    assert installed == ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


def test_an_incomplete_venv_module_is_one_line(
    apt_calls: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(prepare, "has_module", lambda module: module != "ensurepip")
    monkeypatch.setattr(sys, "version_info", (3, 12, 4, "final", 0))
    assert prepare.main(["venv", str(tmp_path)]) == 1
    assert apt_calls == [("python3.12-venv",)]
    assert capsys.readouterr().err == (
        "Python's venv module is incomplete; install it with: apt-get install python3.12-venv\n"
    )


def test_an_old_python_is_one_line(
    apt_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 2, "final", 0))
    assert prepare.main(["venv", "nowhere"]) == 1
    assert apt_calls == []
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Duben needs Python 3.11 or newer, and ")
    assert line.endswith(" is 3.10: make PYTHON=python3.11 …")


def test_no_browser_is_no_fault(
    apt_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(prepare, "is_debian", lambda: False)
    assert prepare.main(["browser"]) == 0
    assert apt_calls == []
    assert "browser tests will be skipped" in capsys.readouterr().err


def test_apt_can_be_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert prepare.apt_command() is not None
    monkeypatch.setenv("DUBEN_APT", "no")
    assert prepare.apt_command() is None


def test_the_libraries_are_those_that_weasyprint_opens() -> None:
    from weasyprint.text import ffi

    source = inspect.getsource(ffi)
    assert [file for _, files in prepare.LIBRARIES.values() for file in files if repr(file) not in source] == []
