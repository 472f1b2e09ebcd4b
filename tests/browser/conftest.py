"""Pages in Chromium. Each is watched: it must ask no network for anything and say nothing in the console."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from reader.edition import Edition
from reader.outputs import html
from reader.templates import environment
from tests.editions import seed_output
from tests.samples import edition

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of the finished page of the seed, and of the sample in each edition."""
    folder: Path = tmp_path_factory.mktemp("pages")
    pages = {name: html.write(edition(name), environment()) for name in ("full", "graded", "plain")}
    pages["seed"] = seed_output("html")[0]
    for name, data in pages.items():
        (folder / f"{name}.html").write_bytes(data)
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.fixture
def visit(browser: Browser, files: dict[str, str], tmp_path: Path) -> Iterator[Opener]:
    """A function that opens a page: ``visit("full", phone=True, dark=True, fragment="p2", init="script")``, or an
    edition of the test's own in place of the name."""
    contexts: list[Any] = []
    faults: list[str] = []

    def opener(
        which: str | Edition = "full",
        *,
        phone: bool = False,
        dark: bool = False,
        fragment: str = "",
        init: str = "",
        **options: Any,
    ) -> Page:
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        size = options.pop("viewport", PHONE if phone else DESKTOP)
        context = browser.new_context(viewport=size, color_scheme=scheme, has_touch=phone, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        if init:
            page.add_init_script(init)
        if isinstance(which, str):
            address = files[which]
        else:
            (tmp_path / "own.html").write_bytes(html.write(which, environment()))
            address = (tmp_path / "own.html").as_uri()
        allowed = ("data:", "blob:", address)
        page.on("request", lambda found: None if found.url.startswith(allowed) else faults.append(found.url))
        page.on("console", lambda found: faults.append(found.text))
        page.on("pageerror", lambda found: faults.append(str(found)))
        page.goto(address + (f"#{fragment}" if fragment else ""))
        page.wait_for_load_state("load")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest, visit: Opener) -> Page:
    """The sample: on a desktop by day, on a phone by night."""
    return visit("full", phone=request.param == "phone", dark=request.param == "phone")


def until(page: Page, expression: str) -> None:
    """Wait until the expression is true. (Playwright's own way needs eval, which the policy of the page forbids.)"""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")
