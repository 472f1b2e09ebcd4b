from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from reader.edition import EDITIONS, TRANSLATIONS, Edition, derive
from reader.errors import TemplateFault
from reader.model import Rendering
from reader.outputs import html
from reader.templates import environment, render
from tests.samples import COLOPHON, DOCUMENT, HOSTILE, edition, hostile, traditional, visible

ENVIRONMENT = environment()


def page(made: Edition) -> str:
    return html.write(made, ENVIRONMENT).decode()


FULL = page(edition())


class Elements(HTMLParser):
    """All start tags, all ids, all text outside style and script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._raw = tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._raw = self._raw and tag not in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.text += data


def elements(text: str) -> Elements:
    parser = Elements()
    parser.feed(text)
    return parser


@pytest.mark.parametrize("name", list(EDITIONS))
def test_visible_text_without_pinyin_is_the_text(name: str) -> None:
    made = edition(name)
    texts = {view.anchor: view.text for article in made.articles for part in article.parts for view in part.blocks}
    assert visible(page(made)) == texts


def test_each_word_is_one_ruby() -> None:
    assert "<ruby class=l6>推进<rt>tuījìn</ruby>" in FULL
    assert "<ruby class=name>李明<rt>Lǐ Míng</ruby>" in FULL


def test_each_sentence_is_one_element() -> None:
    assert '<span class="s" id="a1.b5.s1">“<ruby' in FULL
    assert '<span class="s" id="a1.b5.s2"><ruby' in FULL


def test_numbers_say_how_they_are_read() -> None:
    assert '<span class="spoken" title="bǎi fēn zhī bā diǎn wǔ">8.5%</span>' in FULL


def test_every_link_leads_to_something_and_every_id_is_there_once() -> None:
    found = elements(FULL)
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] or "" for tag, attrs in found.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(ids)


def test_terms_and_entries_lead_to_each_other() -> None:
    assert 'id=u1 href="#term-lvse-zhuanxing"' in FULL
    entry = FULL[FULL.index('<div id="term-lvse-zhuanxing">') :]
    assert '<a href="#u1">1</a>' in entry[: entry.index("</div>")]


def test_the_page_asks_no_network_for_anything() -> None:
    found = elements(FULL)
    assert not [tag for tag, _ in found.tags if tag in ("link", "img", "iframe", "object", "embed", "source", "base")]
    assert not [attrs for _, attrs in found.tags if "src" in attrs or "srcset" in attrs or "style" in attrs]
    urls = re.findall(r"url\(\s*[\"']?([^\"')]*)", FULL)
    assert len(urls) == 2
    assert all(url.startswith("data:font/woff2;base64,") for url in urls)
    assert "@import" not in FULL
    policy = next(
        a["content"] for t, a in found.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; font-src data:;")


def test_the_policy_allows_this_script_and_no_other() -> None:
    import hashlib

    script = FULL[FULL.index('<script type="module">') + len('<script type="module">') : FULL.rindex("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in FULL
    assert FULL.count("<script") == 1


def test_the_fonts_hold_every_character_of_the_page() -> None:
    import io

    from fontTools.ttLib import TTFont

    first = FULL[FULL.index("base64,") + 7 :].split('"', 1)[0]
    covered = {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(first))).getBestCmap()}
    shown = {ch for ch in elements(FULL).text if not ch.isspace()}
    assert shown <= covered


def test_everything_is_on_the_page() -> None:
    text = elements(FULL).text
    for shown in (
        "The village by the river", "《村报》", "How to read this page", "Words", "Glossary of terms",
        "Changes to the source", "Colophon", "At a glance",
        "Changing how things are made so that it harms nature less.", "literally green turning", "first used 2012-11",
        "CC-CEDICT, a release of the tests", "CC BY-SA 4.0".replace(" ", "\N{NO-BREAK SPACE}"),
        "SIL Open Font License 1.1", "HSK, a list of the tests", "Duben 0.0.1, 2024-05-06", "0" * 64, "© the villagers",
        "推进绿色专型，", "1 place waits for an editor’s decision.", "The village pushes its green transition",
    ):  # fmt: skip
        assert shown in text, shown


def test_an_edition_says_how_much_pinyin_is_shown_at_first() -> None:
    assert '<html lang="zh-Hans" data-pinyin="all" data-level="5" data-document="village" data-edition="full">' in FULL
    assert 'data-pinyin="above-level" data-level="5"' in page(edition("graded"))
    text = page(edition("plain"))
    assert 'data-pinyin="none" data-level="0"' in text
    assert "Glossary of terms" in text


def test_languages_are_marked() -> None:
    assert '<html lang="zh-Hans"' in FULL
    assert '<ul class="notes" lang="en">' in FULL
    assert '<dfn lang="zh-Hans">' in FULL


@pytest.mark.parametrize("place", ["paragraph", "sentence"])
def test_a_traditional_text_is_marked_as_such_and_what_is_simplified_in_it_too(place: str) -> None:
    found = elements(page(traditional(translation=place)))
    said: dict[str, str | None] = {attrs.get("id") or tag: attrs.get("lang") for tag, attrs in found.tags}
    assert (said["html"], said["a1"], said["h1"], said["p1"], said["p2"]) == (
        "zh-Hant", "zh-Hant", None, None, "zh-Hans",
    )  # fmt: skip
    languages = {tag: attrs["lang"] for tag, attrs in found.tags if tag in ("dfn", "option") and "lang" in attrs}
    assert languages == {"dfn": "zh-Hans", "option": "zh-Hant"}
    assert '<a href="#a1"><span lang="zh-Hant">' in page(traditional())


def test_whatever_a_file_says_stays_text() -> None:
    document, terms = hostile()
    text = page(derive(document, terms, EDITIONS["full"], COLOPHON))
    found = elements(text)
    assert text.count("<script") == 1
    assert text.count("</style>") == 1
    assert "<!--" not in text
    assert not [attrs for _, attrs in found.tags if any(name.startswith("on") for name in attrs)]
    assert found.text.count(HOSTILE) > 20
    blocks = visible(text)
    assert blocks["a1.b8"] == HOSTILE
    assert HOSTILE + "村子" in blocks.values()
    assert (found.tags[0][0], "title") == ("html", next(t for t, _ in found.tags if t == "title"))


def test_the_page_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []

    def watched(*args: Any, **context: Any) -> str:
        rendered.append(args[1])
        return render(*args, **context)

    monkeypatch.setattr(html, "render", watched)
    assert html.write(edition(), ENVIRONMENT) == FULL.encode()
    assert rendered == ["page.html"]


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert html.write(edition(), ENVIRONMENT) == FULL.encode()


def test_a_broken_template_is_a_fault_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "colophon.html").write_text("{% macro colophon() %}\n{{ edition.nothing }}\n{% endmacro %}")
    with pytest.raises(TemplateFault) as caught:
        html.write(edition(), environment([tmp_path]))
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "macros" / "colophon.html"), 2)


TRANSLATED = "The village pushes its green transition, and incomes grow by 8.5 percent."


@pytest.mark.parametrize("place", TRANSLATIONS)
def test_a_translation_stands_where_the_edition_wants_it(place: str) -> None:
    text = page(edition(translation=place))
    found = re.findall(r'<span data-for="([^"]*)">([^<]*)</span>', text)
    assert found == ([] if place == "none" else [("a1.b3.s1", TRANSLATED)])
    folded = re.findall(r'<details class="translation" lang="en"><summary lang="en">([^<]*)<', text)
    assert folded == (["Translation"] if place in ("sentence", "paragraph", "facing") else [])
    assert ('id="translation"' in text) == (place == "end")
    assert visible(text) == visible(FULL)


def test_a_draft_is_called_a_draft() -> None:
    draft = replace(DOCUMENT, rendering=Rendering("x", "de", "de-draft", (), draft=True))
    for place in ("sentence", "paragraph", "end"):
        text = page(edition(document=draft, translation=place))
        assert "Draft translation<" in text
        assert 'lang="de"' in text


def test_script_and_styles_stay_small() -> None:
    script = FULL[FULL.index('<script type="module">') + len('<script type="module">') : FULL.rindex("</script>")]
    styles = re.sub(r'url\("data:[^"]*"\)', "", FULL[FULL.index("<style>") + len("<style>") : FULL.index("</style>")])
    assert len(script.encode()) <= 25 * 1024
    assert len(styles.encode()) <= 25 * 1024


def test_sentences_word_by_word_are_there_if_the_edition_wants_them() -> None:
    assert "Word by word" not in FULL
    text = page(edition(literal=True))
    assert '<details class="translation literal" lang="en"><summary>Word by word</summary>' in text
    assert re.search(r'<p data-for="a1.b3.s1">[^<]* · green transition, ', text)
    assert visible(text) == visible(FULL)


def test_the_text_comes_in_stretches_of_whole_blocks() -> None:
    blocks = [block for article in edition().articles for part in article.parts for block in part.blocks] * 20
    found = list(html.stretches(blocks))
    assert [block for stretch in found for block in stretch] == blocks
    lengths = [[len(block.text) for block in stretch] for stretch in found]
    assert all(sum(texts[:-1]) < 400 for texts in lengths)
    assert all(sum(texts) >= 400 for texts in lengths[:-1])
    assert list(html.stretches([])) == []
