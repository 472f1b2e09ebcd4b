"""The page as a reader meets it, in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.conftest import ROOT
from tests.editions import seed_edition, seed_output

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = ROOT / "tools" / "node" / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(seed_output("html")[0])
    return path.as_uri()


@pytest.fixture(params=[(size, scheme) for size in SIZES for scheme in ("light", "dark")], ids=" ".join)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    size, scheme = request.param
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme)
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda found: asked.append(found.url))
    opened.on("console", lambda found: said.append(found.text))
    opened.on("pageerror", lambda found: said.append(str(found)))
    opened.goto(address)
    opened.wait_for_load_state("load")
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith(("data:", address))] == []
    assert said == []


def test_the_text_fits_the_window(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.fonts.size") == 2
    assert page.evaluate("[...document.fonts].every(face => face.status === 'loaded')")


def test_pinyin_stands_over_its_word_and_not_over_its_neighbours(page: Page) -> None:
    overlaps = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll('#text p rt')].slice(0, 400).map(rt => rt.getBoundingClientRect());
          let found = 0;
          for (let i = 1; i < boxes.length; i++) {
            const [a, b] = [boxes[i - 1], boxes[i]];
            if (Math.abs(a.top - b.top) < 2 && b.left < a.right - 0.5) found++;
          }
          return found;
        }"""
    )
    assert overlaps == 0


def test_the_switch_hides_pinyin_and_shows_it_again(page: Page) -> None:
    first = page.locator("#text rt").first
    assert first.is_visible()
    page.get_by_label("hidden").check()
    assert not first.is_visible()
    page.get_by_label("shown").check()
    assert first.is_visible()


def test_a_term_leads_to_its_entry_and_back(page: Page) -> None:
    term = page.locator("#text a[href^='#term-']").first
    target = term.get_attribute("href")
    assert target is not None
    term.click()
    assert page.evaluate("location.hash") == target
    assert page.locator(target).is_visible()
    back = page.locator(f"{target} a:not([href^='#term-']):not([href^='#source-'])").first
    place = back.get_attribute("href")
    assert place is not None
    back.click()
    assert page.locator(f"#text {place}").is_visible()


def test_copying_gives_chinese_without_pinyin(page: Page) -> None:
    copied = page.evaluate(
        """() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('#p1'));
          const selection = getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          return selection.toString();
        }"""
    )
    blocks = [b for a in seed_edition().articles for part in a.parts for b in part.blocks]
    wanted = next(block.text for block in blocks if block.anchor == "p1")
    assert wanted in "".join(copied.split())


def test_the_keyboard_reaches_the_text_and_the_switch(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "pinyin"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core needs the tools of tools/node")
def test_axe_finds_nothing(page: Page) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []


def test_it_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    assert opened.locator("#text rt").first.is_visible()
    assert not opened.locator("#pinyin").is_visible()
    context.close()
