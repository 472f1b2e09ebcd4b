"""Practice, reading aloud, copying."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, until

pytestmark = pytest.mark.slow


def panel(page: Page, way: str) -> None:
    page.get_by_role("button", name="Practice").click()
    page.locator("#practice [name=way]").select_option(way)


def test_a_missing_term_is_asked_for_and_the_answer_is_judged_and_kept(page: Page) -> None:
    panel(page, "cloze")
    box = page.locator("#practice div")
    assert "＿＿" in box.locator("p").first.inner_text()
    choices = box.locator(".actions button").all_inner_texts()
    assert sorted(choices) == sorted(["绿色转型", "公益"])
    sentence = box.locator("p").first.inner_text()
    for choice in choices:
        assert choice not in sentence or sentence.count("＿＿") == 1
    right = "公益" if "也做＿＿" in sentence else "绿色转型"
    box.get_by_role("button", name=right).click()
    expect(box.locator("output")).to_contain_text(f"Right: {right}")
    expect(box.locator("output")).to_contain_text("1 of 2 right so far.")
    box.get_by_role("button", name="Next").click()
    page.reload()
    panel(page, "cloze")
    other = next(choice for choice in choices if choice != right)
    box.get_by_role("button", name=other).click()
    expect(box.locator("output")).to_contain_text("2 of 2 right so far.")


def test_a_meaning_is_asked_for_and_a_wrong_answer_is_put_right(page: Page) -> None:
    panel(page, "meaning")
    box = page.locator("#practice div")
    word = box.locator("p").first.inner_text()
    wrong = "public good" if word == "绿色转型" else "green transition; shift to green growth"
    box.get_by_role("button", name=wrong).click()
    expect(box.locator("output")).to_contain_text(f"No: {word}")
    expect(box.locator("output")).to_contain_text("0 of 2 right")
    assert box.locator(".actions button:enabled").count() == 0


VOICE = """
  window.spoken = [];
  window.hushed = 0;
  window.marked = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => VOICES, addEventListener() {}, cancel() { window.hushed += 1; },
    speak(said) {
      window.spoken.push(said.text);
      const hushed = window.hushed;
      setTimeout(() => { if (window.hushed > hushed) return; said.onboundary({charIndex: 3}); window.marked.push(document.querySelector('.here')?.firstChild.data); said.onend(); }, 60);
    },
  }});
"""


def test_the_chinese_voice_reads_on_from_where_one_is(visit: Opener) -> None:
    page = visit("full", init=VOICE.replace("VOICES", "[{lang: 'en-GB'}, {lang: 'zh-CN'}]"))
    page.locator("#text ruby", has_text="种树").click()
    page.keyboard.press("Escape")
    page.locator("#listen").click()
    until(page, "window.spoken.length > 1")
    assert page.evaluate("window.spoken.slice(0, 2)") == ["“先种树，再修路。”", "老人这样说。李明来自南京。"]
    page.locator("#listen").click()
    until(page, "listen.ariaPressed === 'false'")
    said = page.evaluate("window.spoken.length")
    page.wait_for_timeout(200)
    assert page.evaluate("window.spoken.length") == said


def test_it_marks_the_word_it_is_at(visit: Opener) -> None:
    page = visit("full", init=VOICE.replace("VOICES", "[{lang: 'zh-TW'}]"))
    page.locator("#text ruby", has_text="老人").click()
    page.keyboard.press("Escape")
    page.locator("#listen").click()
    until(page, "window.marked.includes('这样')")


@pytest.mark.parametrize("voices", ["[]", "[{lang: 'en-GB'}]", "[{lang: 'zh-HK'}]"])
def test_without_a_voice_there_is_no_button(visit: Opener, voices: str) -> None:
    page = visit("full", init=VOICE.replace("VOICES", voices))
    expect(page.get_by_role("button", name="Listen")).to_have_count(0)


COPY = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('#p2'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector('#p2').dispatchEvent(event);
  return event.defaultPrevented ? data.getData('text/plain') : getSelection().toString().replaceAll('\\n', '');
}"""


def test_copying_gives_chinese_and_on_request_the_pinyin(visit: Opener) -> None:
    assert visit("full").evaluate(COPY) == "“先种树，再修路。”老人这样说。李明来自南京。"
    with_pinyin = visit("full", fragment="copy=on").evaluate(COPY)
    assert with_pinyin.startswith("“先 (xiān) 种树 (zhòngshù) ，再 (zài) 修路 (xiūlù) 。”")


def test_the_browser_finds_a_phrase_across_words(visit: Opener) -> None:
    page = visit("full")
    until(page, "!document.querySelector('#text rt:not([inert])')")
    assert page.evaluate("window.find('老人这样说')")
    assert page.evaluate("window.find('推进绿色转型，收入增长8.5%', false, false, true)")


def test_a_screen_reader_hears_each_word_once(visit: Opener) -> None:
    page = visit("full")
    until(page, "!document.querySelector('#text rt:not([inert])')")
    tree = page.locator("#p2").aria_snapshot()
    assert "老人这样说" in "".join(tree.split())
    assert "lǎorén" not in tree


def test_a_tap_on_the_pinyin_is_a_tap_on_its_word(page: Page) -> None:
    page.locator("#p2").scroll_into_view_if_needed()
    box = page.locator("#text ruby", has_text="老人").locator("rt").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#card")).to_contain_text("lǎorén")


def test_the_walking_keys_can_be_switched_off(visit: Opener) -> None:
    page = visit("full", fragment="keys=off")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("]")
    assert page.evaluate("document.activeElement === document.body")
