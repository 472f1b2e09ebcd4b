"""The page as a reader meets it, in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Opener, until
from tests.conftest import ROOT
from tests.editions import seed_edition, seed_output

AXE = ROOT / "tools" / "node" / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = pytest.mark.slow


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest, visit: Opener) -> Page:
    """The seed: on a desktop by day, on a phone by night."""
    return visit("seed", phone=request.param == "phone", dark=request.param == "phone")


def test_the_whole_file_stays_small() -> None:
    assert len(seed_output("html")[0]) <= 700 * 1024


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


def test_a_place_in_an_entry_leads_to_the_text(page: Page) -> None:
    back = page.locator(".entries a[href^='#u']").first
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


def test_the_keyboard_reaches_the_text_and_the_tools(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#find").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#find").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Find"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core needs the tools of tools/node")
def test_axe_finds_nothing(page: Page) -> None:
    # Else the parts that are not laid out yet move while they are measured.
    page.add_style_tag(content=".article > *, .entries > div, #words-list { content-visibility: visible !important }")
    until(page, "document.querySelector('#words-list tbody').rows.length > 0")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []


def test_it_reads_without_javascript(browser: Browser, files: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(files["seed"])
    assert opened.locator("#text rt").first.is_visible()
    assert not opened.locator("#bar").is_visible()
    term = opened.locator("#text p a.term").first
    target = term.get_attribute("href")
    term.click()
    assert opened.url.endswith(str(target))
    context.close()
