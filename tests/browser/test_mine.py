"""My words: known and learning, kept in the browser, saved to files and taken from them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.slow


def mark(page: Page, text: str, state: str) -> None:
    page.locator("#text .s ruby", has_text=text).first.click()
    page.locator("#card").get_by_role("button", name=state).click()
    page.keyboard.press("Escape")


def saved(page: Page, name: str) -> str:
    page.get_by_role("button", name="My words").click()
    with page.expect_download() as download:
        page.locator("#mine").get_by_role("button", name=name, exact=True).click()
    page.keyboard.press("Escape")
    return Path(download.value.path()).read_text(encoding="utf-8")


def take(page: Page, name: str, content: str) -> str:
    page.get_by_role("button", name="My words").click()
    page.locator("#mine input").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content.encode()})
    expect(page.locator("#mine output")).not_to_be_empty()
    return page.locator("#mine output").inner_text()


def test_a_known_word_loses_its_pinyin_everywhere_and_for_good(page: Page) -> None:
    pinyin = page.locator("#text .s ruby", has_text="推进").locator("rt")
    expect(pinyin).to_have_count(3)
    mark(page, "推进", "known")
    for place in pinyin.all():
        expect(place).not_to_be_visible()
    page.reload()
    expect(pinyin.first).not_to_be_visible()
    expect(page.locator("#text ruby", has_text="收入").locator("rt")).to_be_visible()
    mark(page, "推进", "known")
    expect(pinyin.first).to_be_visible()


def test_a_term_can_be_known_too(page: Page) -> None:
    mark(page, "绿色", "known")
    expect(page.locator("#text p a.term rt", has_text="lǜsè").first).not_to_be_visible()
    expect(page.locator("#text ruby", has_text="收入").locator("rt")).to_be_visible()


def test_the_list_and_the_counts_follow(page: Page) -> None:
    mark(page, "推进", "known")
    mark(page, "收入", "learning")
    mark(page, "老人", "learning")
    page.get_by_role("button", name="My words").click()
    expect(page.locator("#mine")).to_contain_text("2 learning, 1 known")
    page.keyboard.press("Escape")
    page.locator("#words-list").scroll_into_view_if_needed()
    page.locator("#words-list [name=show]").select_option("learning")
    assert page.locator("#words-list tbody th").all_inner_texts() == ["收入", "老人"]


def test_files_for_anki_tables_and_programs(visit: Opener) -> None:
    page = visit("full")
    mark(page, "推进", "known")
    mark(page, "绿色", "learning")
    lines = saved(page, "Save for Anki").splitlines()
    assert lines[:3] == ["#separator:tab", "#html:false", "#columns:word\tpinyin\tmeaning\tstate\tsentence"]
    assert lines[3] == "推进\ttuījìn\tto push forward\tknown\t村里推进绿色转型，收入增长8.5%。"
    assert lines[4].startswith("绿色转型\tlǜsè zhuǎnxíng\tgreen transition")
    table = saved(page, "CSV")
    assert table.startswith("\ufeff")
    read = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert [row["word"] for row in read] == ["推进", "绿色转型"]
    found: list[dict[str, Any]] = json.loads(saved(page, "JSON"))
    assert found == read


@pytest.mark.parametrize("name", ["Save for Anki", "CSV", "JSON"])
def test_what_was_saved_can_be_taken_again(visit: Opener, name: str) -> None:
    page = visit("full")
    mark(page, "推进", "known")
    mark(page, "收入", "learning")
    content = saved(page, name)
    other = visit("graded")
    assert take(other, "words", content) == "2 words taken."
    expect(other.locator("#text ruby", has_text="推进").first.locator("rt")).not_to_be_visible()
    other.keyboard.press("Escape")
    assert saved(other, name) == content


@pytest.mark.parametrize(
    "content", ["", "hello", "[1, null, {}]", "{", '[{"word": 1, "pinyin": "x", "state": "known"}]', "#\n\t\t"]
)
def test_a_file_of_something_else_changes_nothing(visit: Opener, content: str) -> None:
    page = visit("full")
    assert take(page, "words.json", content) == "No words taken."
    assert page.evaluate("localStorage.getItem('duben.words')") in (None, "{}")


def test_what_a_file_says_stays_text(visit: Opener) -> None:
    page = visit("full")
    evil = '<img src=x onerror="document.title=1">'
    take(page, "w.json", json.dumps([{"word": evil, "pinyin": evil, "meaning": evil, "state": "known"}]))
    page.reload()
    assert page.locator("img").count() == 0
    assert evil in saved(page, "JSON").replace('\\"', '"')
