"""The editor in a real browser: what is typed and clicked there ends in the files."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from reader.preview.app import make_app
from reader.preview.watch import Watcher
from reader.project import Project

pytestmark = pytest.mark.slow
ENTRY = "- id: shequ-shitang\n  term: 社区食堂\n  pinyin: shèqū shítáng\n  short: community canteen\n  domain: town\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("seeds", "glossary", "build/a"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text("食堂\n\n社区食堂开了，他行不行？\n", encoding="utf-8")
    (tmp_path / "glossary" / "town.yaml").write_text(ENTRY, encoding="utf-8")
    page = '<!doctype html><html lang="zh"><title>a</title><p>第一版'
    (tmp_path / "build" / "a" / "a-full.html").write_text(page, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def watcher(project: Project) -> Watcher:
    return Watcher(project, ("html",), lambda _: None)


@pytest.fixture
def address(project: Project, watcher: Watcher) -> Iterator[str]:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    config = uvicorn.Config(make_app(project, "token", port, watcher), log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/token"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def town(project: Project) -> str:
    return (project.glossary / "town.yaml").read_text(encoding="utf-8")


def test_an_entry_is_found_and_changed(page: Page, address: str, project: Project) -> None:
    page.goto(f"{address}/glossary")
    page.get_by_label("Search").fill("社区食堂")
    page.get_by_role("button", name="社区食堂").click()
    expect(page.locator("#uses li")).to_have_text("a ¶ 1: 【社区食堂】开了，他行不行？")
    page.get_by_label("Short gloss").fill("canteen")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("written glossary/town.yaml")
    assert town(project) == ENTRY.replace("community canteen", "canteen")
    page.get_by_label("Pinyin").fill("shèqū")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#faults")).to_contain_text("G008")
    assert "pinyin: shèqū shítáng" in town(project)


def test_a_new_entry_gets_its_pinyin_proposed(page: Page, address: str, project: Project) -> None:
    page.goto(f"{address}/glossary")
    page.get_by_role("button", name="New entry").click()
    page.get_by_label("Term", exact=True).fill("食堂社区")
    page.get_by_label("Short gloss").fill("a canteen district")
    expect(page.get_by_label("Pinyin")).to_have_value("shítáng shèqū")
    expect(page.locator("#near li").first).to_contain_text("社区食堂")
    page.get_by_label("Domain").fill("town")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("written glossary/town.yaml")
    assert "id: shitang-shequ" in town(project)


def test_the_queue_is_settled_by_click_beside_the_page(page: Page, address: str, project: Project) -> None:
    page.goto(f"{address}/review/a")
    expect(page.frame_locator("iframe").locator("p")).to_have_text("第一版")
    items = page.locator("#items li")
    expect(items.first).to_be_visible()
    count = items.count()
    items.first.get_by_role("button").first.click()
    expect(items).to_have_count(count - 1)
    assert (project.seeds / "a.yaml").exists()


def test_a_page_is_shown_anew_after_a_build(page: Page, address: str, project: Project, watcher: Watcher) -> None:
    page.goto(f"{address}/read/a/a-full.html")
    expect(page.frame_locator("iframe").locator("p")).to_have_text("第一版")
    page.wait_for_timeout(1500)
    text = (project.build / "a" / "a-full.html").read_text(encoding="utf-8")
    (project.build / "a" / "a-full.html").write_text(text.replace("第一版", "第二版"), encoding="utf-8")
    watcher.stamp += 1
    expect(page.frame_locator("iframe").locator("p")).to_have_text("第二版")
