"""Traditional characters shown as simplified ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from reader.edition import EDITIONS, Edition, derive
from reader.model import Article, BlockKind, Document, Meta
from tests.browser.conftest import Opener
from tests.samples import COLOPHON, DOCUMENT, block, sentence

pytestmark = pytest.mark.slow
FORMS = str.maketrans("經濟發後東開", "经济发后东开")


def traditional() -> Edition:
    """A page of two paragraphs: after (後) and empress (后) are one character in simplified script, and one sound."""
    blocks = (
        block("a1.b1", BlockKind.TITLE, sentence("經濟/jīngjì")),
        block("a1.b2", BlockKind.PARAGRAPH, sentence("東西/dōngxi 以後/yǐhòu 開/kāi， 後/hòu 來/lái。")),
        block("a1.b3", BlockKind.PARAGRAPH, sentence("后/hòu 說/shuō 經濟/jīngjì 不/bù 好/hǎo。")),
    )
    article = Article("a1", "經濟", blocks)
    document: Document = replace(DOCUMENT, title="經濟", meta=Meta(title="經濟"), articles=(article,))
    return derive(document, {}, EDITIONS["full"], COLOPHON, simplified=lambda text: text.translate(FORMS))


@pytest.fixture
def page(visit: Opener) -> Page:
    return visit(traditional(), fragment="characters=simplified")


def test_the_text_is_shown_in_the_other_form_and_back(page: Page) -> None:
    plain = "document.querySelector('#p1').textContent.replace(/[^\\p{Script=Han}，。]/gu, '')"
    assert page.evaluate(plain) == "东西以后开，后來。"
    assert page.locator("nav li").first.inner_text().startswith("经济")
    page.get_by_role("button", name="Display").click()
    page.locator("[name=characters]").select_option("own")
    assert page.evaluate(plain) == "東西以後開，後來。"


def test_words_that_become_one_keep_their_own_cards_and_states(page: Page) -> None:
    page.locator("#p1 ruby", has_text="开").click()
    expect(page.locator("#card .card-head")).to_contain_text("开 kāi")
    page.keyboard.press("Escape")
    page.locator("#p2 ruby", has_text="后").first.click()
    page.locator("#card").get_by_role("button", name="known").click()
    page.keyboard.press("Escape")
    assert page.evaluate("Object.keys(JSON.parse(localStorage['duben.words']))") == ["后 hòu"]
    expect(page.locator("#p1 ruby.known")).to_have_count(0)
    page.locator("#words-list [name=show]").select_option("all")
    assert "经济" in page.locator("#words-list tbody th").all_inner_texts()


@pytest.mark.parametrize("query", ["经济", "經濟"])
@pytest.mark.parametrize("form", ["own", "simplified"])
def test_a_word_is_found_in_either_form(visit: Opener, query: str, form: str) -> None:
    page = visit(traditional(), fragment=f"characters={form}")
    page.get_by_role("button", name="Find").click()
    page.locator("#find input").fill(query)
    expect(page.locator("#find ul b").first).to_have_text("經濟" if form == "own" else "经济")
    expect(page.locator("#find p a")).to_have_count(2)


def test_a_simplified_text_has_no_such_choice(visit: Opener) -> None:
    assert visit("full").locator("[name=characters]").count() == 0
