"""What holds for every syllable and every spelling: parsing undoes spelling, numbers undo marks, slots fit characters."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pinyin import (
    PinyinError,
    align,
    is_syllable,
    line_breaks,
    plain,
    sandhi,
    search_key,
    spell,
    syllables,
    to_marks,
    to_numbers,
    tone,
    with_tone,
    words,
)
from reader.pinyin.syllable import BASES

TONED = tuple(with_tone(base, number) for base in sorted(BASES) for number in range(1, 6))
SYLLABLES = st.sampled_from(TONED)
# Not after er; with a lone e or ê, or a syllable without a vowel, the r would be read as part of it.
ERHUA = st.sampled_from([s for s in TONED if plain(s) not in ("er", "e", "ê", "m", "n", "ng", "hm", "hng")])
WORDS = st.lists(SYLLABLES, min_size=1, max_size=6)


def test_the_inventory_has_the_size_of_the_language() -> None:
    assert 400 <= len(BASES) <= 430


@pytest.mark.parametrize("number", range(1, 6))
def test_each_syllable_in_each_tone(number: int) -> None:
    for base in BASES:
        marked = with_tone(base, number)
        assert is_syllable(marked)
        assert tone(marked) == number
        assert plain(marked) == base
        assert syllables(marked) == (marked,)
        assert to_marks(to_numbers(marked)) == marked


@pytest.mark.parametrize("initial", sorted({base[0] for base in BASES}))
def test_each_pair_of_syllables_comes_back(initial: str) -> None:
    """Letters alone must tell the syllables, so the pairs go without tone marks; marks only help."""
    pairs = list(product(sorted(base for base in BASES if base[0] == initial), sorted(BASES)))
    assert syllables(" ".join(map(spell, pairs))) == tuple(part for pair in pairs for part in pair)


@given(WORDS, st.booleans(), st.sets(st.integers(1, 5)))
def test_parsing_undoes_spelling(parts: list[str], proper: bool, hyphens: set[int]) -> None:
    assert syllables(spell(parts, proper=proper, hyphens=hyphens)) == tuple(parts)


@given(st.lists(ERHUA, min_size=1, max_size=4))
def test_erhua_comes_back_as_an_r_of_its_own(parts: list[str]) -> None:
    spelled = spell([part + "r" for part in parts])
    assert syllables(spelled) == tuple(piece for part in parts for piece in (part, "r"))
    assert align("花儿" * len(parts), spelled) == tuple(slot for part in parts for slot in (part + "r", None))


@given(WORDS, st.booleans())
def test_marks_undo_numbers(parts: list[str], proper: bool) -> None:
    spelled = spell(parts, proper=proper)
    assert to_marks(to_numbers(spelled)) == spelled
    assert to_marks(spelled) == spelled


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_words_are_what_was_joined(sentence: list[list[str]]) -> None:
    spelled = [spell(parts) for parts in sentence]
    assert words(", ".join(spelled) + ".") == tuple(spelled)


@given(WORDS)
def test_one_slot_for_each_character(parts: list[str]) -> None:
    text = "山" * len(parts)
    assert align(text, spell(parts)) == tuple(parts)
    with pytest.raises(PinyinError):
        align(text + "水", spell(parts))


@given(WORDS)
def test_both_parts_of_a_break_are_the_word(parts: list[str]) -> None:
    spelled = spell(parts)
    broken = line_breaks(spelled)
    assert len(broken) == len(parts) - 1
    assert all(syllables(head) + syllables(tail) == tuple(parts) for head, tail in broken)


@given(st.lists(st.sampled_from("一不山水个，"), min_size=1, max_size=8).map("".join), st.data())
def test_sandhi_changes_tones_only(text: str, data: st.DataObject) -> None:
    own = {"一": "yī", "不": "bù", "，": None}
    slots = [own[char] if char in own else data.draw(SYLLABLES) for char in text]
    spoken = sandhi(text, slots, third=True)
    assert [s and plain(s) for s in spoken] == [s and plain(s) for s in slots]
    for (before, old), (_, after) in pairwise(zip(spoken, slots, strict=True)):
        if old and tone(old) == 3 and after and tone(after) == 3:
            assert before is not None
            assert tone(before) == 2


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found: tuple[str, ...] = syllables(text)
    except PinyinError as error:
        fault = error.position
        found = ()
    else:
        fault = 0
    assert 0 <= fault <= len(text)
    assert all(map(is_syllable, found))


@given(st.text(max_size=40))
def test_a_search_key_is_its_own_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(WORDS)
def test_a_search_key_does_not_care_how_it_was_typed(parts: list[str]) -> None:
    assert (
        len(
            {
                search_key(way)
                for way in (spell(parts), " ".join(parts), to_numbers(spell(parts)), plain(spell(parts)).upper())
            }
        )
        == 1
    )
