"""Finding words and places."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, until

pytestmark = pytest.mark.slow


def find(page: Page, query: str) -> list[str]:
    if not page.locator("#find").is_visible():
        page.get_by_role("button", name="Find").click()
        assert page.evaluate("document.activeElement.type") == "search"
    page.locator("#find input").fill(query)
    return page.locator("#find ul b").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("推进", "推进"), ("推", "推进"), ("tuijin", "推进"), ("tuījìn", "推进"), ("tui jin", "推进"),
        ("to push", "推进"), ("village", "村子"), ("lvse", "绿色"), ("nan jing", "南京"), ("lǐ míng", "李明"),
        ("tui1jin4", "推进"), ("tui1", "推进"), ("tui4jin4", None), ("li3 ming2", "李明"), ("lv4se4", "绿色"),
        ("lu:4se4", "绿色"), ("LÜ4SE4", "绿色"), ("cun1zi5", "村子"), ("cun1zi", "村子"), ("cunzi1", "村子"), ("8.5", None),
        ("dual", None), ("tuìjìn", None), ("xyz", None), ("<b>", None),
    ],
)  # fmt: skip
def test_a_word_is_found_by_any_name(visit: Opener, query: str, first: str | None) -> None:
    found = find(visit("full"), query)
    assert (found[0] if found else None) == first


def test_a_phrase_is_found_across_words(page: Page) -> None:
    assert find(page, "老人这样说") == []
    link = page.locator("#find p a")
    expect(link).to_have_text("2")
    link.click()
    assert page.url.endswith("#p2")
    expect(page.locator("#find")).not_to_be_visible()


def test_nothing_asked_nothing_found(page: Page) -> None:
    find(page, "推进")
    assert find(page, " ") == []
    expect(page.locator("#find output")).to_be_empty()


def test_it_offers_to_go_on_where_one_was(visit: Opener) -> None:
    page = visit("full", viewport={"width": 900, "height": 300})
    assert page.locator("#go-on").count() == 0
    page.locator("#p3").evaluate("block => block.scrollIntoView()")
    until(page, "localStorage.getItem('duben.place.village') === '\"p3\"'")
    page.reload()
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Go on at ¶ 3").click()
    assert page.url.endswith("#p3")
