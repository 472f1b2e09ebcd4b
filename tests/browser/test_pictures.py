"""Pictures of the main states, compared with approved ones.

A picture is made small before it is compared, so that what counts is where things stand and which colours they have, not
how a machine smooths the edges of letters. ``make approve`` approves what is shown now: look at it before committing.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.browser.conftest import Opener
from tests.samples import edition

pytestmark = pytest.mark.slow

APPROVED = Path(__file__).parent / "approved"
FAR, FEW = 40, 0.012
"""A pixel differs if one of its colours is this far off (of 255); a picture, if this share of its pixels differs."""


def nothing(page: Page) -> None:
    pass


def word(page: Page) -> None:
    page.locator("#text p ruby", has_text="收入").click()


def term(page: Page) -> None:
    page.locator("#text p a.term ruby", has_text="绿色").first.click()


def words(page: Page) -> None:
    page.locator("#words-list tbody tr").first.wait_for(state="attached")
    page.locator("#vocabulary").evaluate("heading => heading.scrollIntoView()")


def panel(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=name).click()


STATES: dict[str, tuple[dict[str, Any], Callable[[Page], None]]] = {
    "title": ({}, nothing),
    "card": ({"fragment": "at=a1"}, word),
    "card-dark-phone": ({"fragment": "at=a1", "dark": True, "phone": True}, term),
    "menu": ({"fragment": "at=a1"}, panel("Display")),
    "menu-phone": ({"fragment": "at=a1", "phone": True}, panel("Display")),
    "practice": ({"fragment": "at=a1"}, panel("Practice")),
    "dark": ({"fragment": "at=a1&focus=on", "dark": True}, nothing),
    "sepia": ({"fragment": "at=a1&theme=sepia&pinyin=above-level&level=3&tones=on"}, nothing),
    "translation": ({"fragment": "at=a1&translation=beside"}, nothing),
    "words": ({}, words),
}


def small(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.reduce(2 if picture.width < 800 else 3)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ; 1 where the sizes do."""
    if one.size != other.size:
        return 1.0
    apart = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2])
    return sum(most.histogram()[FAR:]) / (one.width * one.height)


@pytest.mark.parametrize("name", STATES)
def test_it_looks_as_approved(visit: Opener, tmp_path: Path, name: str) -> None:
    options, act = STATES[name]
    page = visit(edition(), init="Math.random = () => 0.5;", reduced_motion="reduce", **options)
    act(page)
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    shown = small(page.screenshot(animations="disabled", caret="hide"))
    approved = APPROVED / f"{name}.png"
    if os.environ.get("DUBEN_APPROVE"):
        shown.quantize(48, dither=Image.Dither.NONE).save(approved, optimize=True)
        return
    apart = difference(shown, Image.open(approved).convert("RGB"))
    if apart > FEW:
        shown.save(tmp_path / f"{name}.png")
    assert apart <= FEW, f"{apart:.1%} of it differs; it is now {tmp_path / name}.png; `make approve` approves it"


def test_a_picture_that_is_another_is_seen() -> None:
    card, menu = (Image.open(APPROVED / f"{name}.png").convert("RGB") for name in ("card", "menu"))
    assert difference(card, card) == 0
    assert difference(card, menu) > FEW
    assert difference(card, card.resize((10, 10))) == 1
