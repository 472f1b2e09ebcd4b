"""Hearing: recordings before the voice, a sentence or an article."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reader.outputs import html
from reader.templates import environment
from tests.browser.conftest import Opener, until
from tests.browser.test_practice import VOICE
from tests.samples import edition

pytestmark = pytest.mark.slow
PLAYED = """
  window.heard = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { heard.push([this.src.split('/').at(-1), this.playbackRate]); return play.call(this); };
"""


def silence(seconds: float) -> bytes:
    """A recording in which nothing is said: WAVE, 8000 samples a second of one byte."""
    samples = b"\x80" * int(8000 * seconds)
    form = struct.pack("<4sIHHIIHH4sI", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8, b"data", len(samples))
    return b"RIFF" + struct.pack("<I", 4 + len(form) + len(samples)) + b"WAVE" + form + samples


@pytest.fixture
def heard(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The sample with recordings of two of its sentences, opened from the disk; what it plays is in ``heard``."""
    (tmp_path / "audio").mkdir()
    names = {"a1.b3.s1": "audio/a1.b3.s1.wav", "a1.b5.s2": "audio/a1.b5.s2.wav"}
    for name in names.values():
        (tmp_path / name).write_bytes(silence(0.2))
    made = replace(edition(), recordings=tuple(names.items()))
    (tmp_path / "page.html").write_bytes(html.write(made, environment()))
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda found: faults.append(found.text))
    page.on("pageerror", lambda found: faults.append(str(found)))
    page.add_init_script(PLAYED)
    page.goto((tmp_path / "page.html").as_uri())
    yield page
    context.close()
    assert faults == []


def test_a_sentence_is_heard_from_the_card_of_its_words(heard: Page) -> None:
    heard.locator("#text ruby", has_text="收入").click()
    heard.get_by_role("button", name="hear the sentence").click()
    until(heard, "window.heard.length === 1")
    assert heard.evaluate("window.heard[0][0]") == "a1.b3.s1.wav"
    heard.keyboard.press("Escape")
    heard.locator("#text ruby", has_text="种树").click()
    expect(heard.get_by_role("button", name="hear the sentence")).to_have_count(0)


def test_an_article_is_heard_as_far_as_it_is_recorded(heard: Page) -> None:
    button = heard.locator("#a1 .part-head .listen")
    expect(button).to_be_visible()
    button.click()
    assert heard.locator("#listen").get_attribute("aria-pressed") == "true"
    until(heard, "window.heard.length === 2")
    assert heard.evaluate("window.heard.map(([name]) => name)") == ["a1.b3.s1.wav", "a1.b5.s2.wav"]
    until(heard, "listen.ariaPressed === 'false'")


def test_the_recording_goes_at_the_speed_that_is_wanted(heard: Page) -> None:
    heard.evaluate("location.hash = 'speed=60'")
    heard.locator("#text ruby", has_text="收入").click()
    heard.get_by_role("button", name="hear the sentence").click()
    until(heard, "window.heard.length === 1")
    assert heard.evaluate("window.heard[0][1]") == 0.75


def test_a_voice_reads_one_sentence(visit: Opener) -> None:
    page = visit("full", init=VOICE.replace("VOICES", "[{lang: 'zh-CN'}]"))
    page.locator("#text ruby", has_text="收入").click()
    page.get_by_role("button", name="hear the sentence").click()
    until(page, "window.marked.length > 0")
    page.wait_for_timeout(200)
    assert page.evaluate("window.spoken") == ["村里推进绿色转型，收入增长8.5%。"]


def test_the_voice_ends_with_the_article(visit: Opener) -> None:
    page = visit("full", init=VOICE.replace("VOICES", "[{lang: 'zh-CN'}]"))
    page.locator("#text ruby", has_text="整理").click()
    page.keyboard.press("Escape")
    page.locator("#listen").click()
    until(page, "listen.ariaPressed === 'false'")
    assert page.evaluate("window.spoken.length") == 1
