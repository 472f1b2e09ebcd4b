"""Which forms are one word, and whether a phrase occurs."""

from __future__ import annotations

import pytest

from reader.english import lemmas, occurrences, occurs, phrase, words

FOUND = [
    ("school garden", "The School Gardens were opened."),
    ("to plant a tree", "They planted the trees."),
    ("grow vegetables", "She grew many vegetables."),
    ("well-kept path", "a well kept path"),
    ("Xi'an", "the walls of Xi’an"),
    ("people's park", "The People’s Park is shut."),
    ("centre of town", "the center of town"),
    ("labour market", "labor markets"),
    ("organise a fair", "organizing fairs"),
    ("modelling", "modeling"),
    ("programme", "programs"),
    ("village school (for girls)", "the village school"),
    ("village school (for girls)", "the village school for girls"),
    ("do one's duty", "they did their duty"),
    ("office of the school board", "office of the 3rd district school board"),
    ("rivers, lakes", "rivers and lakes"),
    ("café", "the CAFE"),
    ("child", "children"),
    ("carry out", "carried out"),
]
ABSENT = [
    ("school garden", "the garden of the school"),
    ("school garden", "School starts. Gardens are green."),
    ("school garden", "school and very big old garden"),
    ("school garden", "preschool garden"),
    ("do one's duty", "do a duty"),
    ("art", "the party"),
    ("new road", "renew roads"),
    ("ice", "icy"),
]


@pytest.mark.parametrize(("wanted", "text"), FOUND)
def test_inflection_spelling_and_insertions_do_not_matter(wanted: str, text: str) -> None:
    assert occurs(phrase(wanted), words(text)) is not None


@pytest.mark.parametrize(("wanted", "text"), ABSENT)
def test_other_words_are_other_words(wanted: str, text: str) -> None:
    assert occurs(phrase(wanted), words(text)) is None


def test_nothing_need_be_inserted() -> None:
    text = words("a green and shady park")
    assert occurs(phrase("green park"), text, inserted=0) is None
    assert occurs(phrase("green park"), text, inserted=1) is None
    assert occurs(phrase("green park"), text, inserted=2) == (1, 4)


def test_places_do_not_overlap() -> None:
    assert list(occurrences(phrase("very very"), words("very very very very"))) == [(0, 1), (2, 3)]
    assert list(occurrences(phrase(""), words("anything"))) == []


def test_words_know_where_they_stand() -> None:
    text = "Li’s well-kept park. It’s 1,000 m²"
    found = words(text)
    assert [text[word.start : word.end] for word in found] == ["Li’s", "well", "kept", "park", "It’s", "1,000", "m²"]
    assert [word.form for word in found][:4] == ["li", "well", "kept", "park"]
    assert [word.after_break for word in found] == [False, False, False, False, True, False, False]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("planned", "plan"),
        ("making", "make"),
        ("studied", "study"),
        ("went", "go"),
    ],
)
def test_forms_have_their_lemma(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


def test_short_words_keep_their_letters() -> None:
    assert lemmas("is") == {"is", "be"}
    assert lemmas("glass") == {"glass"}
