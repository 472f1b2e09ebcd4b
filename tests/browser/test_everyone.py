"""For everyone: accessible in every state, at 400 % zoom, on paper, without JavaScript; and safe whatever a file says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from reader.edition import EDITIONS, derive
from tests.browser.conftest import Opener, until
from tests.browser.test_practice import VOICE
from tests.conftest import ROOT
from tests.samples import COLOPHON, HOSTILE, edition, hostile, traditional

AXE = ROOT / "tools" / "node" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
pytestmark = pytest.mark.slow


def faults(page: Page) -> list[tuple[str, str]]:
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found["violations"]]


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core needs the tools of tools/node")
@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
def test_axe_finds_nothing_in_any_state(visit: Opener, theme: str) -> None:
    page = visit("full", fragment=f"theme={theme}&focus=on", phone=theme == "sepia")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert faults(page) == []
    page.locator("#text p ruby", has_text="收入").click()
    page.locator("#card button", has_text="learning").click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.locator("#text p a.term ruby").first.click()
    page.locator("#card button", has_text="known").click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    for name in ("Display", "My words", "Practice", "Find"):
        page.get_by_role("button", name=name).click()
        if name == "Find":
            page.locator("#find input").fill("推")
        assert faults(page) == [], name
        page.keyboard.press("Escape")


def nothing(page: Page) -> None:
    pass


def card(page: Page) -> None:
    page.locator("#text p ruby").first.click()
    expect(page.locator("#card")).to_be_visible()


def answered(way: str, verdict: str) -> Callable[[Page], None]:
    """Practice with an answer, right or wrong."""
    meanings = {"公益": "public good", "绿色转型": "green transition; shift to green growth"}

    def act(page: Page) -> None:
        page.get_by_role("button", name="Practice").click()
        page.locator("#practice [name=way]").select_option(way)
        question = page.locator("#practice div > p").first.inner_text()
        right = question if way == "meaning" else "公益" if "也做＿＿" in question else "绿色转型"
        other = next(word for word in meanings if word != right)
        chosen = right if verdict == "Right" else other
        page.locator("#practice .actions").get_by_text(
            meanings[chosen] if way == "meaning" else chosen, exact=True
        ).click()
        expect(page.locator("#practice output")).to_contain_text(verdict)

    return act


def listening(page: Page) -> None:
    page.locator("#text .part-head .listen").first.click()
    expect(page.locator("#listen")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#text .here")).to_have_count(1)


def listed(show: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator("#words-list [name=show]").select_option(show)
        page.locator("#words-list").get_by_role("button", name="Pinyin").click()

    return act


def taken(page: Page) -> None:
    """My words, with some from a file."""
    page.get_by_role("button", name="My words").click()
    words = [
        {"word": "推进", "pinyin": "tuījìn", "state": "known"},
        {"word": "收入", "pinyin": "shōurù", "state": "learning"},
    ]
    file = {"name": "w.json", "mimeType": "text/plain", "buffer": json.dumps(words).encode()}
    page.locator("#mine input").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator("#mine output")).to_have_text("2 words taken.")


def found(query: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.get_by_role("button", name="Find").click()
        page.locator("#find input").fill(query)
        expect(page.locator("#find :is(p, ul) a").first).to_be_visible()

    return act


def menu(page: Page) -> None:
    page.get_by_role("button", name="Display").click()


def unfolded(page: Page) -> None:
    page.locator("#text summary").first.click()
    page.evaluate("scrollTo(0, 0)")  # axe takes what is half under the bar for too small to be touched


ZOOMED = {"viewport": {"width": 320, "height": 256}}
TRADITIONAL = {"which": traditional}
SILENT = VOICE.replace("VOICES", "[{lang: 'zh-CN'}]").replace("said.onend();", "")
STATES: dict[str, tuple[dict[str, Any], Callable[[Page], None]]] = {
    "cloze, right": ({}, answered("cloze", "Right")),
    "cloze, wrong": ({"dark": True}, answered("cloze", "No")),
    "meaning, right": ({"fragment": "theme=sepia"}, answered("meaning", "Right")),
    "meaning, wrong": ({"phone": True}, answered("meaning", "No")),
    "listening": ({"init": SILENT}, listening),
    "listening by night": ({"init": SILENT, "dark": True, "phone": True}, listening),
    "traditional": (TRADITIONAL, card),
    "traditional, shown as simplified": ({**TRADITIONAL, "fragment": "characters=simplified"}, card),
    "all words, sorted": ({"dark": True}, listed("all")),
    "no words": ({}, listed("known")),
    "words taken from a file": ({}, taken),
    "words found": ({"fragment": "theme=sepia"}, found("tui")),
    "a phrase found": ({"dark": True}, found("老人这样说")),
    "translation unfolded": ({"phone": True, "dark": True}, unfolded),
    "translation under its sentence": ({"which": lambda: edition(translation="sentence")}, unfolded),
    "translation shown": ({"fragment": "translation=shown&theme=sepia"}, nothing),
    "translation beside": ({"fragment": "translation=beside"}, nothing),
    "words side by side with English": ({"which": lambda: edition(literal=True)}, unfolded),
    "tone colours": ({"fragment": "tones=on&pinyin=none"}, nothing),
    "pinyin on touch": ({"fragment": "pinyin=hover&theme=sepia"}, card),
    "large print": ({"which": lambda: edition("large"), "fragment": "size=200"}, card),
    "one sentence, by night": ({"fragment": "focus=on", "dark": True}, card),
    "at 400 percent": (ZOOMED, nothing),
    "at 400 percent, card": (ZOOMED, card),
    "at 400 percent, menu": ({**ZOOMED, "dark": True}, menu),
    "forced colours": ({"forced_colors": "active"}, card),
    "forced colours by night, menu": ({"forced_colors": "active", "dark": True}, menu),
}


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core needs the tools of tools/node")
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_this_state(visit: Opener, name: str) -> None:
    options, act = STATES[name]
    options = dict(options)
    which = options.pop("which", None)
    page = visit(which() if which else "full", **options)
    until(page, "document.querySelector('#words-list tbody').rows.length > 0")
    act(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert faults(page) == []


@pytest.mark.parametrize("name", ["graded", "plain"])
@pytest.mark.skipif(not AXE.is_file(), reason="axe-core needs the tools of tools/node")
def test_axe_finds_nothing_in_other_editions(visit: Opener, name: str) -> None:
    page = visit(name)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert faults(page) == []


def test_at_400_percent_nothing_has_to_be_scrolled_sideways(visit: Opener) -> None:
    page = visit("full", viewport={"width": 320, "height": 256})
    fits = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(fits)
    page.locator("#text p ruby", has_text="收入").click()
    box = page.locator("#card").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.keyboard.press("Escape")
    for name in ("Display", "Find", "My words", "Practice"):
        page.get_by_role("button", name=name).click()
        assert page.evaluate(fits), name
        page.keyboard.press("Escape")


def test_what_can_be_touched_is_large_enough(visit: Opener) -> None:
    page = visit("full", phone=True)
    page.get_by_role("button", name="Display").click()
    small = page.evaluate(
        """[...document.querySelectorAll('.bar :is(a, button), #settings :is(select, input, button)')]
          .filter(found => found.offsetWidth).map(found => found.getBoundingClientRect())
          .filter(box => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0


def test_on_paper_there_is_the_text_and_not_the_tools(visit: Opener) -> None:
    page = visit("full", dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("#bar")).not_to_be_visible()
    expect(page.locator("#text rt").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.stretch')).contentVisibility") == "visible"


def test_without_javascript_one_reads_and_follows_links(browser: Browser, files: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files["full"])
    assert page.locator("#text rt").first.is_visible()
    for tools in ("#bar", "#words-list", "#settings", "#card"):
        assert not page.locator(tools).is_visible()
    page.locator("#text p a.term").first.click()
    assert page.url.endswith("#term-lvse-zhuanxing")
    context.close()


def test_whatever_a_file_says_stays_text(visit: Opener) -> None:
    made = derive(*hostile(), EDITIONS["full"], COLOPHON, None, lambda _character, _syllable: HOSTILE)
    page = visit(made)
    page.on("dialog", lambda _: pytest.fail("a script of the text was run"))
    assert page.locator("script").count() == 1
    page.locator("#text .s ruby", has_text="推进").first.click()
    expect(page.locator("#card")).to_contain_text(HOSTILE)
    page.keyboard.press("Escape")
    page.locator("#text p a.term ruby").first.click()
    expect(page.locator("#card")).to_contain_text(HOSTILE)
    page.locator("#card button", has_text="known").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Find").click()
    page.locator("#find input").fill(HOSTILE[:20])
    page.locator("#find input").fill("推")
    expect(page.locator("#find ul")).to_contain_text("推进")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Practice").click()
    page.keyboard.press("Escape")
    page.locator("#words-list [name=show]").select_option("term")
    expect(page.locator("#words-list tbody")).to_contain_text(HOSTILE)
    assert page.locator("script").count() == 1


def test_motion_is_left_out_where_it_is_not_wanted(visit: Opener) -> None:
    page = visit("full", reduced_motion="reduce", fragment="p2")
    assert page.evaluate("getComputedStyle(document.querySelector('#p2')).animationName") == "none"


def test_reaching_the_bar_by_keyboard_does_not_move_the_text(visit: Opener) -> None:
    page = visit("full", viewport={"width": 900, "height": 500}, fragment="at=p3")
    page.wait_for_timeout(300)
    before = page.evaluate("scrollY")
    assert before > 0
    bar, place = page.locator("#bar").bounding_box(), page.locator("#p3").bounding_box()
    assert bar
    assert place
    assert place["y"] >= bar["y"] + bar["height"]
    page.locator("#bar button").first.focus()
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == before
