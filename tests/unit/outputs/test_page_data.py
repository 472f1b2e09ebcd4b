from __future__ import annotations

import json

from reader.edition import EDITIONS, derive
from reader.outputs.page_data import words
from tests.samples import COLOPHON, DOCUMENT, HOSTILE, TERMS, edition, hostile


def meaning(character: str, syllable: str) -> str | None:
    return {"推tuī": "to push"}.get(character + syllable)


def test_a_word_is_an_array_without_its_empty_end() -> None:
    made = derive(DOCUMENT, TERMS, EDITIONS["full"], COLOPHON, None, meaning)
    found = json.loads(words(made))
    rows = {row[0]: row for row in found["words"]}
    assert rows["推进"] == ["推进", "tuī|jìn", 6, "to push forward"]
    assert found["characters"] == {"推tuī": "to push"}
    assert rows["收入"] == ["收入", "shōu|rù", 3, "income"]
    assert rows["老人"] == ["老人", "lǎo|rén", 1]
    assert rows["李明"] == ["李明", "Lǐ| Míng", "person", "Li Ming"]


def test_nothing_in_it_can_be_taken_for_html() -> None:
    text = words(derive(*hostile(), EDITIONS["full"], COLOPHON, None, lambda _character, _syllable: HOSTILE))
    assert not set("<>&") & set(text)
    assert "</script>" in str(json.loads(text)["characters"])


def test_no_edition_lacks_it() -> None:
    assert words(edition("plain")) == words(edition("full"))
