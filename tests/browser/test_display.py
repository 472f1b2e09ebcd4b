"""Help as much as wanted: what the display panel changes, remembers and puts into the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener, until

pytestmark = pytest.mark.slow


def panel(page: Page) -> Locator:
    page.get_by_role("button", name="Display").click()
    return page.locator("#settings")


def shown(page: Page) -> set[str]:
    """The words of the text that have visible pinyin."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('#text ruby')].filter(word => {
          const style = getComputedStyle(word.lastElementChild);
          return style.display !== 'none' && style.visibility !== 'hidden';
        }).map(word => word.firstChild.data)"""
    )
    return set(found)


def test_pinyin_over_all_above_my_level_over_terms_or_over_none(page: Page) -> None:
    form = panel(page)
    assert {"收入", "推进", "绿色", "转型", "南京"} <= shown(page)
    form.locator("[name=pinyin]").select_option("above-level")
    assert {"推进", "绿色", "转型", "南京"} <= shown(page)
    assert not {"收入", "老人"} & shown(page)
    form.locator("[name=level]").select_option("2")
    assert {"收入", "推进"} <= shown(page)
    assert "老人" not in shown(page)
    form.locator("[name=level]").select_option("7")
    assert not {"种树"} & shown(page)
    form.locator("[name=pinyin]").select_option("terms")
    assert shown(page) == {"绿色", "转型", "公益"}
    form.locator("[name=pinyin]").select_option("none")
    assert shown(page) == set()


def test_pinyin_on_touch_comes_with_the_pointer(visit: Opener) -> None:
    page = visit("full", fragment="pinyin=hover")
    assert shown(page) == set()
    page.locator("#text ruby", has_text="老人").hover()
    assert shown(page) == {"老人"}


@pytest.mark.parametrize(("name", "words"), [("graded", {"推进", "绿色"}), ("plain", set())])
def test_an_edition_says_where_one_starts_and_every_other_choice_is_open(
    visit: Opener, name: str, words: set[str]
) -> None:
    page = visit(name)
    assert words <= shown(page)
    assert "收入" not in shown(page)
    panel(page).locator("[name=pinyin]").select_option("all")
    assert "收入" in shown(page)


def test_choices_are_remembered_until_one_starts_again(page: Page) -> None:
    form = panel(page)
    form.locator("[name=pinyin]").select_option("none")
    form.locator("[name=theme]").select_option("sepia")
    form.locator("[name=glosses]").uncheck()
    page.reload()
    assert shown(page) == set()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(241, 228, 200)"
    expect(page.locator(".notes").first).not_to_be_visible()
    panel(page).get_by_role("button", name="Start again").click()
    until(page, "!Object.keys(JSON.parse(localStorage['duben.display.full'])).length")
    assert "收入" in shown(page)
    page.reload()
    assert "收入" in shown(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_wins_over_the_system(visit: Opener, theme: str) -> None:
    page = visit("full", dark=theme == "light", fragment=f"theme={theme}")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(251, 248, 241)", "dark": "rgb(25, 23, 20)"}[theme]


def test_size_and_typeface(page: Page) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('#p1')).fontSize)"
    before = page.evaluate(size)
    form = panel(page)
    form.locator("[name=size]").fill("150")
    assert page.evaluate(size) == pytest.approx(1.5 * before)
    form.locator("[name=face]").select_option("sans")
    assert "Sans" in page.evaluate("getComputedStyle(document.querySelector('#p1')).fontFamily")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_address_gives_a_view_and_a_place(visit: Opener) -> None:
    page = visit("full", fragment="pinyin=terms&tones=on&theme=dark&at=p3", viewport={"width": 900, "height": 300})
    assert shown(page) == {"绿色", "转型", "公益"}
    assert page.evaluate("document.querySelector('#p3').getBoundingClientRect().top") < 300
    # The view is not taken for a choice; only where the text stands is remembered.
    assert page.evaluate("Object.keys(localStorage).filter(key => !key.startsWith('duben.place.'))") == []
    form = panel(page)
    form.get_by_role("button", name="Link to this view").click()
    expect(form.locator("output")).to_contain_text("leads to this view")
    for part in ("pinyin=terms", "tones=on", "theme=dark", "at="):
        assert part in page.url


def test_a_bad_address_changes_nothing(visit: Opener) -> None:
    page = visit("full", fragment="pinyin=%3Cscript%3E&level=99&size=abc&theme=x&at=%22%5D&constructor=1&__proto__=2")
    assert "收入" in shown(page)
    values = page.evaluate("Object.fromEntries(new FormData(document.querySelector('#settings')))")
    assert (values["pinyin"], values["level"], values["theme"], values["size"]) == ("all", "5", "system", "100")
    assert page.evaluate("({...document.documentElement.dataset})").keys() == {"pinyin", "level", "document", "edition"}


def test_tone_colours_are_over_each_syllable_and_its_character(page: Page) -> None:
    panel(page).locator("[name=tones]").check()
    page.keyboard.press("Escape")
    page.locator("#text ruby", has_text="收入").scroll_into_view_if_needed()
    until(page, "CSS.highlights.get('tone4').size > 0")
    painted = page.evaluate(
        """() => {
          const found = {};
          for (const tone of [1, 2, 3, 4, 5])
            for (const {startContainer, startOffset, endOffset} of CSS.highlights.get('tone' + tone))
              found[startContainer.data.slice(startOffset, endOffset)] = tone;
          return found;
        }"""
    )
    wanted = {"收": 1, "shōu": 1, "入": 4, "rù": 4}
    assert wanted.items() <= painted.items()
    panel(page).locator("[name=tones]").uncheck()
    assert page.evaluate("CSS.highlights.get('tone4').size") == 0


def test_spoken_tones_come_and_go(visit: Opener) -> None:
    from dataclasses import replace

    from tests.samples import DOCUMENT, K, block, edition, sentence

    line = sentence("我/wǒ 不/bù 要/yào， 一/yī 个/gè 也/yě 不/bù 吃/chī。")
    article = replace(DOCUMENT.articles[1], blocks=(block("a1.b3", K.PARAGRAPH, line),))
    page = visit(edition("full", replace(DOCUMENT, articles=(article,))))
    pinyin = "[...document.querySelectorAll('#p1 rt')].map(rt => rt.textContent).join(' ')"
    assert page.evaluate(pinyin) == "wǒ bù yào yī gè yě bù chī"
    form = panel(page)
    form.locator("[name=sandhi]").select_option("spoken")
    assert page.evaluate(pinyin) == "wǒ bú yào yí gè yě bù chī"
    page.keyboard.press("Escape")
    page.locator("#p1 ruby", has_text="不").first.click()
    expect(page.locator("#card")).to_contain_text("bù")
    page.keyboard.press("Escape")
    panel(page).locator("[name=sandhi]").select_option("written")
    assert page.evaluate(pinyin) == "wǒ bù yào yī gè yě bù chī"


def test_one_sentence_at_a_time_goes_with_the_reader(page: Page) -> None:
    panel(page).locator("[name=focus]").check()
    page.keyboard.press("Escape")
    page.locator("#text ruby", has_text="种树").click()
    page.keyboard.press("Escape")
    now = "[...document.querySelectorAll('.now')].map(found => found.id)"
    assert page.evaluate(now) == ["a1.b5.s1"]
    page.keyboard.press("]")
    assert page.evaluate(now) == ["a1.b5.s2"]


def test_it_works_where_storage_is_forbidden(visit: Opener) -> None:
    forbid = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    page = visit("full", init=forbid)
    panel(page).locator("[name=pinyin]").select_option("none")
    assert shown(page) == set()
