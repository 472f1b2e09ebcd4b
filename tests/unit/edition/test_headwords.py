from __future__ import annotations

from reader.edition import EDITIONS, derive
from reader.edition.headwords import headwords
from reader.edition.view import Word
from reader.model import NameKind, TokenKind
from tests.samples import COLOPHON, DOCUMENT, TERMS, edition


def word(text: str, pinyin: str, *senses: str, name: NameKind | None = None, cut: tuple[str, ...] = ()) -> Word:
    gloss = senses[0] if senses else None
    return Word(text, TokenKind.WORD, pinyin, pinyin, None, gloss, 3, name, syllables=cut or (pinyin,), senses=senses)


MEANINGS = {("推", "tuī"): "to push", ("安", "ān"): "calm"}


def meaning(character: str, syllable: str) -> str | None:
    return MEANINGS.get((character, syllable))


def test_each_word_is_there_once_with_its_longest_entry() -> None:
    found = headwords([word("树", "shù", "tree"), word("树", "shù", "tree", "to plant"), word("树", "shú")], meaning)
    assert [(entry.text, entry.syllables, entry.senses) for entry in found] == [
        ("树", ("shù",), ("tree", "to plant")),
        ("树", ("shú",), ()),
    ]


def test_parts_are_given_as_far_as_they_are_known() -> None:
    (pushed,) = headwords([word("推进", "tuījìn", cut=("tuī", "jìn"))], meaning)
    assert pushed.parts == ("to push", None)
    (unknown,) = headwords([word("树林", "shùlín", cut=("shù", "lín"))], meaning)
    assert unknown.parts == ()


def test_a_name_is_not_explained_by_its_characters() -> None:
    (place,) = headwords([word("西安", "Xī'ān", name=NameKind.PLACE, cut=("Xī", "'ān"))], meaning)
    assert place.parts == ()
    (common,) = headwords([word("平安", "píng'ān", cut=("píng", "'ān"))], meaning)
    assert common.parts == (None, "calm")


def test_an_edition_has_the_headwords_of_its_text() -> None:
    made = derive(DOCUMENT, TERMS, EDITIONS["full"], COLOPHON, None, meaning)
    found = {entry.text: entry for entry in made.headwords}
    assert found["推进"].syllables == ("tuī", "jìn")
    assert found["推进"].parts == ("to push", None)
    assert found["收入"].level == 3
    assert "8.5%" not in found
    assert [e.text for e in edition("plain").headwords] == list(found)
