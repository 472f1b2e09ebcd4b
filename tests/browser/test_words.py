"""The list of words: sorted, filtered, and leading to the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.slow


def section(page: Page) -> Locator:
    found = page.locator("#words-list")
    found.scroll_into_view_if_needed()
    expect(found.locator("tbody tr").first).to_be_visible()
    return found


def words(page: Page) -> list[str]:
    return page.locator("#words-list tbody th").all_inner_texts()


def test_it_shows_what_is_above_my_level_and_whatever_else_is_wanted(page: Page) -> None:
    show = section(page).locator("[name=show]")
    assert "种树" in words(page)
    assert "收入" not in words(page)
    assert "绿色转型" not in words(page)
    show.select_option("all")
    assert {"收入", "种树", "绿色转型", "李明"} <= set(words(page))
    show.select_option("term")
    assert words(page) == ["绿色转型", "公益"]
    show.select_option("name")
    assert words(page) == ["李明", "南京"]
    row = page.locator("#words-list tbody tr", has_text="李明")
    assert row.locator("td").nth(0).inner_text() == "Lǐ Míng"
    assert row.locator("td").nth(1).inner_text() == "Li Ming"
    assert "fig." in row.inner_text()


def test_it_can_be_held_to_one_article(page: Page) -> None:
    section(page).locator("[name=show]").select_option("term")
    page.locator("#words-list [name=article]").select_option("a2")
    assert words(page) == ["绿色转型", "公益"]
    page.locator("#words-list [name=show]").select_option("name")
    assert words(page) == ["李明"]


def test_it_is_sorted_by_what_a_column_says(page: Page) -> None:
    found = section(page)
    found.locator("[name=show]").select_option("all")
    found.get_by_role("button", name="Pinyin").click()
    pinyin = found.locator("tbody td:nth-child(2)").all_inner_texts()
    assert pinyin.index("chá") < pinyin.index("cháyuán") < pinyin.index("cì") < pinyin.index("Nánjīng")
    assert found.locator("th[aria-sort=ascending]").inner_text() == "Pinyin"
    found.get_by_role("button", name="Meaning").click()
    meanings = [meaning for meaning in found.locator("tbody td:nth-child(3)").all_inner_texts() if meaning]
    assert meanings.index("green") < meanings.index("to push forward") < meanings.index("village")
    found.get_by_role("button", name="HSK").click()
    levels = found.locator("tbody td:nth-child(4)").all_inner_texts()
    graded = [level for level in levels if level]
    assert graded == sorted(graded)
    assert levels[: len(graded)] == graded


def test_a_number_leads_to_its_paragraph_and_a_term_to_its_entry(page: Page) -> None:
    found = section(page)
    found.locator("tbody tr", has_text="种树").get_by_role("link").click()
    assert page.url.endswith("#p2")
    found.locator("[name=show]").select_option("term")
    found.get_by_role("link", name="公益").click()
    assert page.url.endswith("#term-gongyi")
