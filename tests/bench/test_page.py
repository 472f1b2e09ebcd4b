"""A page of 100,000 characters in the browser: how long a reader waits. Measured, not asserted."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

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

NEXT_FRAME = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
"""Until what was changed has been laid out and painted."""

STEPS = {
    "card of a word": "const w = document.querySelectorAll('#text ruby')[40]; w.click();",
    "card of a term": "document.querySelectorAll('#text .s a.term ruby')[9].click();",
    "next word": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));",
    "pinyin none": "set('pinyin', 'none');",
    "pinyin above level": "set('pinyin', 'above-level');",
    "pinyin all": "set('pinyin', 'all');",
    "dark": "set('theme', 'dark');",
    "larger text": "set('size', '130');",
    "spoken tones": "set('sandhi', 'spoken');",
    "tone colours": "document.querySelector('[name=tones]').click();",
    "known": "document.querySelector('#card [aria-pressed]')?.click();",
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


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_how_long_a_reader_waits(tmp_path: Path) -> None:
    resources, _ = load_resources(Project(ROOT))
    document = long_document(annotate(read_seed(SEED, Project(ROOT)), resources))
    made = derive(document, resources.glossary.by_id, EDITIONS["full"], Colophon("Duben", "0"))
    page_file = tmp_path / "long.html"
    page_file.write_bytes(html.write(made, environment()))
    print(f"\n{made.difficulty.characters} characters, {page_file.stat().st_size // 1024} KB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for width in (390, 1280):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto(page_file.as_uri())
            page.wait_for_timeout(2000)  # until the page has come to rest
            loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
            print(f"{width} px: ready after {loaded:.0f} ms")
            for name, code in STEPS.items():
                set_ = "const set = (name, value) => { const c = document.querySelector(`#settings [name=${name}]`); c.value = value; c.dispatchEvent(new Event('input', {bubbles: true})); };"
                times = page.evaluate(
                    f"async () => {{ {set_} {NEXT_FRAME} const start = performance.now(); {code}"
                    f"const script = performance.now() - start; {NEXT_FRAME} return [script, performance.now() - start]; }}"
                )
                print(f"  {name:20} {times[0]:6.0f} ms of script, {times[1]:6.0f} ms until it is painted")
            page.close()
        browser.close()
