from __future__ import annotations

import json
import re
from dataclasses import replace

from reader.edition import EDITIONS, derive
from reader.outputs import shelf
from reader.templates import environment
from tests.samples import COLOPHON, HOSTILE, edition, hostile, traditional

FULL = shelf.volume(edition(), "html", "village/village-full.html")
PDF = shelf.volume(edition(), "pdf", "village/village-full.pdf")
PLAIN = shelf.volume(edition("plain"), "html", "village/village-plain.html")


def page(*volumes: shelf.Volume) -> str:
    return re.sub(r'url\("data:[^"]*"\)', "url()", shelf.write(volumes, environment()).decode())


def test_a_document_is_there_once_with_its_editions_and_formats() -> None:
    text = page(PLAIN, PDF, FULL)
    assert text.count("<article>") == 1
    assert re.findall(r'<a href="([^"]*)">([^<]*)<', text) == [
        ("village/village-full.html", "HTML"),
        ("village/village-full.pdf", "PDF"),
        ("village/village-plain.html", "HTML"),
    ]
    for shown in (
        "河边的村子",
        "The village by the river",
        "《村报》",
        "86 characters",
        "2 glossary terms",
        "HSK&nbsp;1&nbsp;55.1",
    ):
        assert shown in text


def test_a_document_is_in_its_own_language() -> None:
    other = replace(shelf.volume(traditional(), "html", "mountain/mountain-full.html"), document="mountain")
    text = page(FULL, other)
    assert '<h2 lang="zh-Hans">河边的村子</h2>' in text
    assert '<h2 lang="zh-Hant">山上的經濟</h2>' in text
    assert '<span lang="zh-Hant">《縣報》</span>' in text


def test_documents_stand_by_title() -> None:
    other = replace(FULL, document="other", title="一本书", path="other/other-full.html")
    text = page(FULL, other)
    assert text.index("一本书") < text.index("河边的村子")


def test_it_survives_json_and_nothing_else_is_taken_for_a_volume() -> None:
    assert shelf.unpacked(json.loads(json.dumps(shelf.packed(FULL)))) == FULL
    others: tuple[object, ...] = (None, {}, [], "x", {"document": "x"})
    for other in others:
        assert shelf.unpacked(other) is None


def test_whatever_a_file_says_stays_text() -> None:
    text = page(shelf.volume(derive(*hostile(), EDITIONS["full"], COLOPHON), "html", "a b/&.html"))
    assert "<script" not in text
    assert HOSTILE not in text
    assert 'href="a%20b/%26.html"' in text
    assert "default-src 'none'" in text


def test_the_same_volumes_give_the_same_bytes() -> None:
    assert shelf.write([FULL, PDF], environment()) == shelf.write([PDF, FULL], environment())
