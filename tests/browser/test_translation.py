"""The translation: hidden until it is wanted, shown, or beside the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.samples import edition

pytestmark = pytest.mark.slow
ENGLISH = "The village pushes its green transition"


@pytest.mark.parametrize("place", ["paragraph", "sentence"])
def test_it_is_hidden_until_it_is_touched(visit: Opener, place: str) -> None:
    page = visit(edition(translation=place), phone=True)
    english = page.get_by_text(ENGLISH)
    expect(english).not_to_be_visible()
    page.locator("#text summary").first.tap()
    expect(english).to_be_visible()


@pytest.mark.parametrize("place", ["paragraph", "sentence"])
def test_it_can_be_shown_at_once_and_beside_the_text(visit: Opener, place: str) -> None:
    page = visit(edition(translation=place), fragment="translation=shown")
    text, english = page.locator("#text ruby", has_text="收入"), page.get_by_text(ENGLISH)
    under, over = english.bounding_box(), text.bounding_box()
    assert under
    assert over
    assert under["y"] >= over["y"] + over["height"]
    page.evaluate("location.hash = 'translation=beside'")
    expect(page.locator("html")).to_have_attribute("data-translation", "beside")
    beside, left = english.bounding_box(), page.locator("#text ruby", has_text="收入").bounding_box()
    assert beside
    assert left
    assert beside["x"] > left["x"] + left["width"]
    assert abs(beside["y"] - left["y"]) < 100
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_beside_is_under(visit: Opener) -> None:
    page = visit("full", phone=True, fragment="translation=beside")
    expect(page.get_by_text(ENGLISH)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_edition_without_one_has_no_choice(visit: Opener) -> None:
    assert visit("plain").locator("[name=translation]").count() == 0
