"""The page of the seed, and one of 100,000 characters, in the browser: how long a reader waits. Not asserted."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, sync_playwright

from reader.annotate import annotate
from reader.edition import EDITIONS, Colophon, derive
from reader.knowledge import load_resources
from reader.model import Article, Block, Document
from reader.outputs import html
from reader.project import Project, read_seed
from reader.templates import environment
from tests.conftest import ROOT, SEED

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHARACTERS = 100_000

RUNS = 5

WATCH = """
  addEventListener('pointerdown', (event) => { window.down = event.timeStamp; }, true);
  addEventListener('toggle', (event) => {
    if (event.newState === 'open') requestAnimationFrame(() => setTimeout(() => { window.shown = performance.now(); }));
  }, true);
"""
"""When the pointer last went down, and when what opened then was painted, in ms since the navigation."""

NEXT_FRAME = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
"""Until what was changed has been laid out and painted."""

SET = """const set = (name, value) => {
  const control = document.querySelector(`#settings [name=${name}]`);
  if (control.type === 'checkbox') control.checked = value === 'on'; else control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true}));
};"""

STEPS = {
    "next word": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));",
    "pinyin none": "set('pinyin', 'none');",
    "pinyin above level": "set('pinyin', 'above-level');",
    "pinyin terms": "set('pinyin', 'terms');",
    "pinyin all": "set('pinyin', 'all');",
    "dark": "set('theme', 'dark');",
    "larger text": "set('size', '130');",
    "spoken tones": "set('sandhi', 'spoken');",
    "tone colours": "set('tones', 'on');",
    "one sentence": "set('focus', 'on');",
    "find a word": "find.value = 'zhong1'; find.dispatchEvent(new Event('input', {bubbles: true}));",
    "find a phrase": "find.value = '的发展'; find.dispatchEvent(new Event('input', {bubbles: true}));",
}


def long_document(document: Document) -> Document:
    """The seed again and again, each time under other ids."""
    length = sum(len(block.text) for article in document.articles for block in article.blocks)
    times = -(-CHARACTERS // length)
    return replace(document, articles=tuple(_again(a, n) for n in range(times) for a in document.articles))


def _again(article: Article, number: int) -> Article:
    def renamed(block: Block) -> Block:
        sentences = tuple(replace(s, id=f"r{number}{s.id}") for s in block.sentences)
        return replace(block, id=f"r{number}{block.id}", sentences=sentences)

    return replace(article, id=f"r{number}{article.id}", blocks=tuple(map(renamed, article.blocks)))


def measure(browser: Browser, address: str, width: int) -> dict[str, float]:
    """What a reader waits for, in ms, in one visit."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(WATCH)
    page.goto(address)
    found = {"first card, from navigation": 0.0}
    for name, place in (("first card", 0), ("second card", 1), ("card of a term", 2)):
        word = page.locator("#text .article .stretch .s > ruby" if place < 2 else "#text .stretch a.term ruby").nth(
            place
        )
        word.evaluate("word => { word.scrollIntoView({block: 'center'}); window.shown = 0; }")
        box = word.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
        while not page.evaluate("window.shown"):
            page.wait_for_timeout(20)
        found[name] = page.evaluate("window.shown - window.down")
        if place == 0:
            found["first card, from navigation"] = page.evaluate("window.shown")
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)
    page.wait_for_timeout(1500)  # until the page has come to rest
    for name, code in STEPS.items():
        found[name] = page.evaluate(
            f"async () => {{ {SET} const find = document.querySelector('#find input'); {NEXT_FRAME}"
            f"const start = performance.now(); {code} {NEXT_FRAME} return performance.now() - start; }}"
        )
    page.close()
    return found


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_how_long_a_reader_waits(tmp_path: Path) -> None:
    resources, _ = load_resources(Project(ROOT))
    seed = annotate(read_seed(SEED, Project(ROOT)), resources)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, document in (("seed", seed), ("long", long_document(seed))):
            made = derive(document, resources.glossary.by_id, EDITIONS["full"], Colophon("Duben", "0"))
            page_file = tmp_path / f"{name}.html"
            page_file.write_bytes(html.write(made, environment()))
            print(f"\n{name}: {made.difficulty.characters} characters, {page_file.stat().st_size // 1024} KB")
            for width in (390, 1280):
                visits = [measure(browser, page_file.as_uri(), width) for _ in range(RUNS)]
                print(f"  {width} px: median, least and most of {RUNS} visits, in ms")
                for step in visits[0]:
                    times = sorted(visit[step] for visit in visits)
                    print(f"    {step:28} {median(times):6.0f} {times[0]:6.0f} {times[-1]:6.0f}")
        browser.close()
