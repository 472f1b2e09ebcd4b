"""Definitions cut to fit beside a line."""

from __future__ import annotations

import re

import pytest

from reader.lexicon import Dictionary
from reader.lexicon.shorten import LIMIT, shorten


@pytest.mark.parametrize(
    ("definition", "short"),
    [
        ("bank", "bank"),
        ("to push (e.g. for acceptance of a plan); to promote; to give impetus to", "to push; to promote"),
        ("company; firm; enterprise; corporation; concern", "company; firm; enterprise"),
        ("(coll.) very; extremely", "very; extremely"),
        ("(chess) move", "(chess) move"),
        ("lit. kill one to warn a hundred (idiom); fig. to make an example of sb", "to make an example of sb"),
        ("lit. sunset over the western hills (idiom), fig. in terminal decline", "in terminal decline"),
        ("Beijing, capital of the People's Republic of China", "Beijing"),
        ("structural particle: used after a verb or adjective as main verb", "structural particle"),
        ("abbr. for Hainan province", "Hainan province (abbr.)"),
        ("Maqu County in Gannan Tibetan Autonomous Prefecture, Gansu", "Maqu County"),
        ("Dongchuan district of Kunming city, Yunnan", "Dongchuan district"),
        ("used in 倔强", "used in 倔强"),
        ("golf (abbr. for 高尔夫球)", "golf"),
        ("(idiom) (of a couple) to spend more time apart than together; to see little of each other",
         "to see little of each other"),
    ],
)  # fmt: skip
def test_whole_alternatives(definition: str, short: str) -> None:
    found = shorten(definition)
    assert found.text == short
    assert found.whole


@pytest.mark.parametrize(
    ("definition", "short"),
    [
        ("to combine a powdery substance with the right amount of water", "to combine a powdery substance…"),
        ("aspect particle indicating action in progress or ongoing state", "aspect particle indicating…"),
        ('"drugs serving to nourish doctors" as a perceived problem', "drugs serving to nourish…"),
    ],
)
def test_a_phrase_without_a_border_is_cut_before_a_word(definition: str, short: str) -> None:
    found = shorten(definition)
    assert found.text == short
    assert not found.whole


def test_one_long_word_is_cut_where_the_room_ends() -> None:
    assert len(shorten("x" * 80).text) == LIMIT


def test_every_definition_of_the_dictionary(cedict: Dictionary) -> None:
    """At most 32 characters, brackets closed, no "to" or article left alone, nothing empty."""
    senses = [sense for word in list(cedict.words())[::29] for entry in cedict.resolved(word) for sense in entry.senses]
    assert len(senses) > 5000
    for sense in senses:
        text = shorten(sense).text
        assert 0 < len(text) <= LIMIT, sense
        assert text.count("(") <= text.count(")"), sense
        assert not re.search(r"\b(?:to|a|an|the|of|and)…$|[,;(]…|^to$| {2}", text), sense
