"""Traditional characters shown as simplified ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from reader.edition import EDITIONS, Edition, derive
from reader.model import Article, BlockKind, Document, Meta
from tests.browser.conftest import Opener, until
from tests.samples import COLOPHON, DOCUMENT, block, sentence
from tests.samples import traditional as sample

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


def languages(page: Page, selector: str) -> dict[str, str]:
    """What stands in each of these elements, and the language it is marked with."""
    found: dict[str, str] = page.evaluate(
        """selector => Object.fromEntries([...document.querySelectorAll(selector)].map(element =>
          [element.firstChild.data, element.closest('[lang]').lang]))""",
        selector,
    )
    return found


def test_each_text_says_its_language_and_what_is_shown_as_simplified_is_that(visit: Opener) -> None:
    page = visit(sample())
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    assert languages(page, "#p1 ruby, #p2 ruby").items() >= {"以後": "zh-Hant", "经济": "zh-Hans"}.items()
    page.locator("#p1 ruby", has_text="以後").click()
    assert languages(page, "#card b") == {"以後": "zh-Hant"}
    page.keyboard.press("Escape")
    page.locator("#p2 ruby", has_text="经济").click()
    assert languages(page, "#card b") == {"经济": "zh-Hans"}
    page.keyboard.press("Escape")
    page.locator("#p1 a.term ruby").first.click()
    assert languages(page, "#card dfn, #card b") == {"绿色转型": "zh-Hans", "綠色": "zh-Hant", "轉型": "zh-Hant"}
    page.keyboard.press("Escape")
    page.locator("#words-list [name=show]").select_option("all")
    assert languages(page, "#words-list tbody th").items() >= {"經濟": "zh-Hant", "经济": "zh-Hans"}.items()
    page.get_by_role("button", name="Display").click()
    page.locator("[name=characters]").select_option("simplified")
    page.keyboard.press("Escape")
    assert page.evaluate("[...document.querySelectorAll('[lang=zh-Hant]')].length") == 0
    until(page, "[...document.querySelectorAll('#words-list tbody th')].some(head => head.textContent === '以后')")
    page.locator("#p1 ruby", has_text="以后").click()
    assert languages(page, "#card b") == {"以后": "zh-Hans"}
    page.keyboard.press("Escape")
    page.evaluate("location.hash = 'characters=own'")
    until(page, "document.documentElement.lang === 'zh-Hant'")
    until(page, "[...document.querySelectorAll('#words-list tbody th')].some(head => head.textContent === '以後')")
    assert languages(page, "#p1 ruby, #words-list tbody th").items() >= {"以後": "zh-Hant", "经济": "zh-Hans"}.items()


@pytest.mark.parametrize(("form", "asked"), [("own", "zh-Hant"), ("simplified", "zh-Hans")])
def test_a_question_of_the_practice_says_its_language(visit: Opener, form: str, asked: str) -> None:
    page = visit(sample(), fragment=f"characters={form}")
    page.locator("#p1 .s > ruby").first.click()
    page.locator("#card").get_by_role("button", name="learning").click()
    page.keyboard.press("Escape")
    page.locator("#p1 a.term ruby").first.click()
    page.locator("#card").get_by_role("button", name="known").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Practice").click()
    question = page.locator("#practice div > p").first
    expect(question).to_contain_text("＿＿")
    expect(question).to_have_attribute("lang", asked)
