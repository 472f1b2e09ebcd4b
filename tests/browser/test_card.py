"""The card of a word: by mouse, keyboard and touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.slow


def card(page: Page) -> Locator:
    return page.locator("#card")


def word(page: Page, text: str) -> Locator:
    return page.locator("#text ruby", has_text=text).first


def test_a_click_on_a_word_opens_its_card_and_nothing_moves(page: Page) -> None:
    chosen = word(page, "收入")
    chosen.scroll_into_view_if_needed()
    before = (chosen.bounding_box(), page.evaluate("scrollY"))
    chosen.click()
    expect(card(page)).to_be_visible()
    assert (chosen.bounding_box(), page.evaluate("scrollY")) == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown = card(page).inner_text()
    for part in ("收入", "shōurù", "HSK 3", "income", "¶ 1"):
        assert part in shown
    box, own = card(page).bounding_box(), chosen.bounding_box()
    assert box
    assert own
    assert box["y"] >= own["y"] + own["height"] or box["y"] + box["height"] <= own["y"]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.evaluate("innerWidth")


def test_escape_and_a_click_elsewhere_close_it(page: Page) -> None:
    word(page, "收入").click()
    page.keyboard.press("Escape")
    expect(card(page)).not_to_be_visible()
    word(page, "收入").click()
    expect(card(page)).to_be_visible()
    page.mouse.click(5, 5)
    expect(card(page)).not_to_be_visible()


def test_a_second_click_on_the_word_closes_it_and_one_on_another_moves_it(page: Page) -> None:
    word(page, "收入").click()
    word(page, "收入").click()
    expect(card(page)).not_to_be_visible()
    word(page, "收入").click()
    word(page, "推进").click()
    expect(card(page)).to_contain_text("tuījìn")


def test_a_term_shows_its_entry_and_the_words_it_is_made_of(page: Page) -> None:
    page.locator("#text p a.term", has_text="绿色").first.click()
    shown = card(page).inner_text()
    for part in (
        "绿色转型", "lǜsè zhuǎnxíng", "green transition; shift to green growth",
        "Changing how things are made so that it harms nature less.", "literally green turning", "first used 2012-11",
        "see 公益", "转型 zhuǎnxíng transformation",
    ):  # fmt: skip
        assert part in shown
    assert "#term-" not in page.url
    card(page).get_by_role("link", name="Entry in the glossary").click()
    assert page.url.endswith("#term-lvse-zhuanxing")
    expect(card(page)).not_to_be_visible()


def test_a_number_says_how_it_is_read(page: Page) -> None:
    page.locator("#text .spoken", has_text="8.5%").click()
    expect(card(page)).to_contain_text("bǎi fēn zhī bā diǎn wǔ")


def test_the_keyboard_walks_by_word_and_by_sentence(page: Page) -> None:
    page.locator("#p2").evaluate("block => block.scrollIntoView({block: 'start'})")
    focused = "document.activeElement.firstChild.data"
    page.keyboard.press("]")
    page.keyboard.press("]")
    assert page.evaluate("document.activeElement.closest('[data-block]').id") in ("p2", "a1.b6")
    word(page, "种树").click()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "再"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == "种树"
    page.keyboard.press("]")
    assert page.evaluate(focused) == "老人"
    page.keyboard.press("[")
    assert page.evaluate(focused) == "先"


def test_the_keyboard_opens_a_card_goes_into_it_and_comes_back(page: Page) -> None:
    word(page, "种树").click()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("zài")
    page.keyboard.press("ArrowRight")
    expect(card(page)).to_contain_text("xiūlù")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#card') !== null")
    page.keyboard.press("Escape")
    expect(card(page)).not_to_be_visible()
    assert page.evaluate("document.activeElement.firstChild.data") == "修路"


def test_a_resting_pointer_opens_it_and_leaving_closes_it(visit: Opener) -> None:
    page = visit("full")
    word(page, "老人").hover()
    expect(card(page)).to_contain_text("lǎorén")
    page.mouse.move(5, 5)
    expect(card(page)).not_to_be_visible()


def test_a_finger_opens_it_and_a_tap_outside_closes_it(visit: Opener) -> None:
    page = visit("full", phone=True)
    word(page, "老人").tap()
    expect(card(page)).to_contain_text("lǎorén")
    page.touchscreen.tap(3, 3)
    expect(card(page)).not_to_be_visible()


def test_selecting_text_opens_nothing(visit: Opener) -> None:
    page = visit("full")
    first, last = word(page, "老人").bounding_box(), word(page, "来自").bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 2, first["y"] + first["height"] - 6)
    page.mouse.down()
    page.mouse.move(last["x"] + 9, last["y"] + last["height"] - 6, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()") != ""
    expect(card(page)).not_to_be_visible()
