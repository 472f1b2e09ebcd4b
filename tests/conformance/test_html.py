"""The HTML edition before the Nu HTML checker. Java and the npm tools come with `make test` where they can be had."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reader.edition import EDITIONS, derive
from reader.outputs import html
from reader.outputs.dictionary import write as write_dictionary
from reader.preview.app import make_app
from reader.preview.watch import Watcher
from reader.project import Project
from reader.templates import environment
from tests.conftest import ROOT
from tests.editions import seed_output
from tests.samples import COLOPHON, edition, hostile
from tests.unit.outputs.test_dictionary import BOOK

JAR = ROOT / "tools" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
needs_checker = pytest.mark.skipif(
    shutil.which("java") is None or not JAR.is_file(),
    reason="the Nu HTML checker needs Java and the tools of tools/node",
)


def _messages(*pages: Path) -> list[str]:
    command = ["java", "-Xss4m", "-jar", str(JAR), "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [f"{m['lastLine']}: {m['message']}" for m in json.loads(done.stderr)["messages"] if not _unknown(m)]


def _unknown(message: dict[str, Any]) -> bool:
    """Whether it is about ::highlight (CSS Custom Highlight API), which the checker does not know yet."""
    if message["message"] != "CSS: Parse Error.":
        return False
    lines = Path(message["url"].removeprefix("file:")).read_text(encoding="utf-8").splitlines()
    return any(
        "::highlight(" in line
        for line in lines[message.get("firstLine", message["lastLine"]) - 1 : message["lastLine"]]
    )


@needs_checker
@pytest.mark.slow
def test_no_error_and_no_warning(tmp_path: Path) -> None:
    pages = {
        "seed.html": seed_output("html")[0],
        "plain.html": seed_output("html", "plain")[0],
        "sample.html": html.write(edition(), environment()),
        "dictionary.html": write_dictionary("html", BOOK, environment())[0],
        "hostile.html": html.write(derive(*hostile(), EDITIONS["full"], COLOPHON), environment()),
    }
    for name, data in pages.items():
        (tmp_path / name).write_bytes(data)
    assert _messages(*(tmp_path / name for name in pages)) == []


@needs_checker
@pytest.mark.slow
def test_the_pages_of_the_preview(tmp_path: Path) -> None:
    project = Project(tmp_path)
    client = TestClient(make_app(project, "t", 80, Watcher(project, ("html",), lambda _: None)))
    for name in ("", "glossary", "review/a"):
        page = client.get(f"http://127.0.0.1:80/t/{name}", headers={"Host": "127.0.0.1:80"})
        assert page.status_code == 200
        (tmp_path / f"{name.replace('/', '-') or 'home'}.html").write_text(page.text, encoding="utf-8")
    assert _messages(*tmp_path.glob("*.html")) == []


@needs_checker
def test_the_checker_does_find_faults(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang='en'><title>x</title><p id=a><p id=a></html>", encoding="utf-8")
    assert any("Duplicate ID" in message for message in _messages(page))
