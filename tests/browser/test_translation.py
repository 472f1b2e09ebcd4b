"""A translation is hidden until it is tapped, and marked together with its sentence."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opener
from tests.samples import edition

pytestmark = pytest.mark.slow
TEXT = "The village pushes its green transition, and incomes grow by 8.5 percent."


@pytest.mark.parametrize("place", ["sentence", "paragraph"])
@pytest.mark.parametrize("phone", [False, True])
def test_hidden_until_tapped_then_both_sides_are_marked(visit: Opener, place: str, phone: bool) -> None:
    page = visit(edition(translation=place), phone=phone)
    passage, sentence = page.get_by_text(TEXT), page.locator('[id="a1.b3.s1"]')
    assert not passage.is_visible()
    page.locator("details.translation summary").click()
    assert passage.is_visible()
    passage.click()
    assert "lit" in (sentence.get_attribute("class") or "")
    assert "lit" in (passage.get_attribute("class") or "")
    page.locator("h1").first.click()
    assert page.locator(".lit").count() == 0


def test_the_sentence_marks_its_translation_at_the_end(visit: Opener) -> None:
    page = visit(edition(translation="end"))
    page.locator('[id="a1.b3.s1"]').hover()
    assert page.locator("[data-for].lit").inner_text() == TEXT


def test_without_a_translation_nothing_is_marked(visit: Opener) -> None:
    page = visit(edition(translation="none"))
    page.locator('[id="a1.b3.s1"]').hover()
    assert page.locator(".lit").count() == 0
