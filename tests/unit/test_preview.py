"""The preview as whoever may and whoever may not ask it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from reader.preview.app import file_in, make_app
from reader.preview.printing import Printer
from reader.preview.watch import Watcher
from reader.project import Project
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

TOKEN, PORT = "secret-token", 4567
BASE = f"http://127.0.0.1:{PORT}"
ENTRY = "# Ours\n- id: shequ-shitang\n  term: 社区食堂\n  pinyin: shèqū shítáng\n  short: community canteen\n  domain: town\n"
JSON = {"Origin": BASE, "Content-Type": "application/json"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("seeds", "glossary", "build/a"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text("食堂\n\n社区食堂开了，他行不行？\n", encoding="utf-8")
    (tmp_path / "glossary" / "town.yaml").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "build" / "a" / "a-full.html").write_text("<p>built</p>", encoding="utf-8")
    (tmp_path / "build" / ".duben.json").write_text("{}", encoding="utf-8")
    (tmp_path / "reader.toml").write_text("", encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def client(project: Project) -> TestClient:
    app = make_app(project, TOKEN, PORT, Watcher(project, ("html",), lambda _: None))
    return TestClient(app, base_url=BASE)


def town(project: Project) -> str:
    return (project.glossary / "town.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/glossary", "/secret-toke/", f"/x/{TOKEN}/"])
def test_nothing_is_told_without_the_token(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", f"evil.example:{PORT}", ""])
def test_nothing_is_told_under_another_name(client: TestClient, host: str) -> None:
    assert client.get(f"/{TOKEN}/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 403),
        ({"Origin": "http://evil.example", "Content-Type": "application/json"}, 403),
        ({"Origin": "null", "Content-Type": "application/json"}, 403),
        ({"Origin": f"https://127.0.0.1:{PORT}", "Content-Type": "application/json"}, 403),
        ({"Origin": BASE, "Content-Type": "text/plain"}, 415),
    ],
)
def test_nothing_is_written_for_another_page(
    client: TestClient, project: Project, headers: dict[str, str], status: int
) -> None:
    done = client.post(f"/{TOKEN}/api/edit/shequ-shitang", content='{"short": "x"}', headers=headers)
    assert done.status_code == status
    assert town(project) == ENTRY


@pytest.mark.parametrize("path", ["edit/shequ-shitang?short=x", "add?term=x", "settle/a", "propose?term=x"])
def test_nothing_is_written_by_get(client: TestClient, project: Project, path: str) -> None:
    assert client.get(f"/{TOKEN}/api/{path}").status_code == 405
    assert town(project) == ENTRY


@pytest.mark.parametrize(
    "name",
    [
        "../reader.toml",
        "a/../../reader.toml",
        "/etc/hostname",
        ".duben.json",
        "a/.x",
        "a\\b",
        "a\0b",
        "a",
        "none",
        "link",
    ],
)
def test_nothing_outside_the_build_folder_is_served(project: Project, name: str) -> None:
    (project.build / "link").symlink_to(project.root / "reader.toml")
    assert file_in(project.build, name) is None


def test_pages_are_served_and_tell_browsers_to_be_careful(client: TestClient) -> None:
    for path in ("", "glossary", "review/a", "read/a/a-full.html"):
        done = client.get(f"/{TOKEN}/{path}")
        assert done.status_code == 200, path
        assert "default-src 'none'" in done.text
        assert done.headers["referrer-policy"] == "no-referrer"
    assert client.get(f"/{TOKEN}/build/a/a-full.html").text == "<p>built</p>"
    assert client.get(f"/{TOKEN}/build/%2e%2e/reader.toml").status_code == 404


def test_search_show_edit_and_add(client: TestClient, project: Project) -> None:
    assert client.get(f"/{TOKEN}/api/terms", params={"q": "社区食堂"}).json()["count"] == 1
    shown = client.get(f"/{TOKEN}/api/terms/shequ-shitang").json()
    assert shown["fields"]["short"] == "community canteen"
    assert [use["paragraph"] for use in shown["uses"]] == ["1"]
    done = client.post(f"/{TOKEN}/api/edit/shequ-shitang", json={"short": "canteen", "english": []}, headers=JSON)
    assert done.json() == {"written": ["glossary/town.yaml"], "findings": []}
    assert town(project) == ENTRY.replace("community canteen", "canteen")
    proposed = client.post(f"/{TOKEN}/api/propose", json={"term": "流动夜校"}, headers=JSON).json()
    assert proposed["pinyin"] == "liúdòng yèxiào"
    entry = {"id": proposed["id"], "term": "流动夜校", "pinyin": "liúdòng yèxiào", "short": "x", "domain": "town"}
    assert client.post(f"/{TOKEN}/api/add", json=entry, headers=JSON).json()["written"] == ["glossary/town.yaml"]
    assert "流动夜校" in town(project)


@pytest.mark.parametrize(
    ("path", "given", "status", "told"),
    [
        ("edit/shequ-shitang", {"pinyin": "shèqū"}, 200, "G008"),
        ("edit/shequ-shitang", {"colour": "x"}, 400, "unknown field"),
        ("edit/shequ-shitang", {"english": "x"}, 400, "list of texts"),
        ("edit/shequ-shitang", {"short": 1}, 400, "has to be a text"),
        ("edit/shequ-shitang", {"id": "x"}, 400, "stable for ever"),
        ("edit/none", {"short": "x"}, 400, "no entry"),
        ("add", {"term": "夜校", "domain": "../x"}, 400, "needs a domain"),
        ("add", {"term": "社区食堂", "id": "x", "pinyin": "shèqū shítáng", "short": "x", "domain": "t"}, 200, "G007"),
        ("propose", {"term": " "}, 400, "no term"),
        ("settle/a", {"none": None}, 400, "not an open item"),
        ("settle/none", {}, 400, "no such seed"),
    ],
)
def test_what_is_wrong_is_told_and_not_written(
    client: TestClient, project: Project, path: str, given: dict[str, object], status: int, told: str
) -> None:
    done = client.post(f"/{TOKEN}/api/{path}", json=given, headers=JSON)
    assert done.status_code == status
    assert told in done.text
    assert town(project) == ENTRY


def test_bodies_that_are_no_object(client: TestClient) -> None:
    for body, status in ((b"[]", 400), (b"{", 400), (b"[" * 100_000, 400), (b" " * (2 << 20), 413)):
        assert client.post(f"/{TOKEN}/api/propose", content=body, headers=JSON).status_code == status


def test_the_queue_is_settled(client: TestClient, project: Project) -> None:
    items = client.get(f"/{TOKEN}/api/review/a").json()["items"]
    assert items
    given = {items[0]["id"]: None}
    assert client.post(f"/{TOKEN}/api/settle/a", json=given, headers=JSON).status_code == 200
    left = client.get(f"/{TOKEN}/api/review/a").json()["items"]
    assert items[0]["id"] not in [item["id"] for item in left]
    assert (project.seeds / "a.yaml").exists()


def test_a_change_is_noticed(project: Project) -> None:
    watcher = Watcher(project, ("html",), lambda _: None)
    before = watcher.signature()
    assert watcher.signature() == before
    (project.glossary / "town.yaml").write_text(ENTRY + "# more\n", encoding="utf-8")
    assert watcher.signature() != before


class _Printer:
    """Counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def start(self) -> None:
        self.asked.append("start")

    def stop(self) -> None:
        self.asked.append("stop")


def _followed(project: Project, ready: Callable[[], bool]) -> tuple[Watcher, _Printer]:
    """A watcher that has watched until something was ready."""
    printer = _Printer()
    watcher = Watcher(project, ("html",), lambda _: None, printer)  # type: ignore[arg-type]
    watcher.start()
    end = time.monotonic() + 120
    while not ready() and time.monotonic() < end:
        time.sleep(0.05)
    watcher.stop()
    return watcher, printer


def test_reader_toml_is_read_anew_and_pdfs_follow_the_pages(project: Project) -> None:
    (project.root / "reader.toml").write_text('editions = ["plain"]\n', encoding="utf-8")
    page = project.build / "a" / "a-plain.html"
    watcher, printer = _followed(project, page.is_file)
    assert page.is_file()
    assert printer.asked[-1] == "stop"
    assert watcher.said == ()


def test_without_an_edition_in_pdf_nothing_is_printed(project: Project) -> None:
    (project.root / "reader.toml").write_text('formats = ["html"]\neditions = ["plain"]\n', encoding="utf-8")
    _, printer = _followed(project, (project.build / "a" / "a-plain.html").is_file)
    assert printer.asked == ["stop"]


def test_a_broken_reader_toml_is_told(project: Project) -> None:
    (project.root / "reader.toml").write_text("editions = [", encoding="utf-8")
    watcher = Watcher(project, ("html",), lambda _: None)
    watcher.build()
    assert "reader.toml: not valid TOML" in watcher.said[0]


def test_the_printer_makes_pdfs_in_the_background_and_can_be_stopped(project: Project) -> None:
    told: list[str] = []
    printer = Printer(project.root, told.append)
    printer.start()
    printer.stop()
    assert printer.wait(10)
    printer.start()
    assert printer.wait(300)
    assert (project.build / "a" / "a-full.pdf").is_file()


def test_a_build_that_outlives_the_watcher_says_nothing(project: Project) -> None:
    said: list[str] = []
    watcher = Watcher(project, ("html",), said.append)
    watcher.stop()
    watcher.build()
    assert watcher.stamp == 1
    assert said == []


def test_the_verb_prints_its_address_and_serves_until_it_is_stopped(project: Project) -> None:
    code = "from reader.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "preview", "--port", "0"],
        cwd=project.root,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    ) as started:
        try:
            assert started.stdout is not None
            address = started.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address, timeout=30) as answer:
                assert b"a-full.html" in answer.read()
        finally:
            started.send_signal(signal.SIGINT)
        assert started.wait(60) == 0
