"""Which sense stands beside the line."""

from __future__ import annotations

import pytest

from reader.lexicon import DictEntry, Dictionary, meaning_of, short_gloss
from reader.lexicon.entry import Record, entry, syllables_of


def _entry(word: str, pinyin: str, *senses: str, traditional: str = "", uses: int = 0) -> DictEntry:
    return entry(Record(traditional or word, word, pinyin, "/".join(senses)), syllables_of(word, pinyin), uses)


def _short(
    *entries: DictEntry, pos: str | None = None, reading: tuple[str, ...] | None = None, name: bool = False
) -> str:
    found = short_gloss(entries, pos=pos, reading=reading, name=name)
    assert found is not None
    return found[0]


def test_the_first_sense_and_a_second_where_there_is_room() -> None:
    assert _short(_entry("法", "fa3", "law", "method", "way")) == "law; method"
    assert _short(_entry("更", "geng4", "more", "even more")) == "more"
    assert _short(_entry("传统", "chuan2 tong3", "traditional values handed down", "tradition")) == (
        "traditional values handed down"
    )


def test_a_verb_and_a_noun_do_not_stand_together() -> None:
    assert _short(_entry("准", "zhun3", "to allow", "accurate")) == "to allow"


def test_what_a_learner_seldom_needs_comes_last() -> None:
    seldom = _entry(
        "甲", "jia3", "surname Jia", "old variant of 乙[yi3]", "(dialect) thing", "(archaic) armour", "first", "nail"
    )
    short, senses = short_gloss([seldom]) or ("", ())
    assert short == "first; nail"
    assert senses == ("first", "nail", "surname Jia", "old variant of 乙", "(dialect) thing", "(archaic) armour")


def test_the_part_of_speech_chooses() -> None:
    word = _entry("研究", "yan2 jiu1", "research", "a study", "to look into")
    assert _short(word, pos="n") == "research; a study"
    assert _short(word, pos="v") == "to look into"
    cover = _entry("盖", "gai4", "lid", "top", "cover", "canopy", "to cover")
    assert _short(cover, pos="v") == "to cover"
    grain = _entry("粒", "li4", "grain", "classifier for small round things")
    assert _short(grain, pos="n") == "grain"
    assert _short(grain, pos="q").startswith("classifier for")


def test_prepositions_and_conjunctions() -> None:
    heel = _entry("跟", "gen1", "heel", "to follow closely", "(preposition) with; from", "and")
    assert _short(heel, pos="p") == "with; from"
    assert _short(heel, pos="c") == "and"
    assert _short(heel, pos="n") == "heel"


def test_the_reading_chooses() -> None:
    entries = _entry("长", "chang2", "long"), _entry("长", "zhang3", "to grow", "chief")
    assert _short(*entries, reading=("zhǎng",)) == "to grow"
    assert _short(*entries, reading=("cháng",)) == "long"
    assert _short(*entries, reading=("zhàng",)) == "long"


def test_a_character_means_what_it_is_read_as_and_nothing_where_it_is_not_read_so() -> None:
    entries = _entry("长", "chang2", "long"), _entry("长", "zhang3", "to grow", "chief")
    assert meaning_of(entries, "zhǎng") == "to grow"
    assert meaning_of(entries, "cháng") == "long"
    assert meaning_of(entries, "zhàng") is None


def test_a_surname_only_in_the_place_of_a_name() -> None:
    entries = _entry("毛", "Mao2", "surname Mao"), _entry("毛", "mao2", "hair", "feather")
    assert _short(*entries) == "hair; feather"
    assert _short(*entries, pos="nr") == "hair; feather"
    assert _short(*entries, name=True) == "surname Mao"
    assert _short(_entry("郝", "Hao3", "surname Hao"), pos="n") == "surname Hao"


def test_the_traditional_form_that_more_words_use() -> None:
    empress = _entry("后", "hou4", "empress", uses=9)
    behind = _entry("后", "hou4", "back; behind", traditional="後", uses=300)
    assert _short(empress, behind) == "back; behind"


def test_the_full_list_is_clean_and_complete() -> None:
    word = _entry(
        "夢",
        "meng4",
        "dream (CL:場|场[chang2])",
        "CL:個|个[ge4]",
        "as in 夢想|梦想[meng4 xiang3]",
        "also pr. [ming2]",
        "dream",
    )
    assert short_gloss([word]) == ("dream", ("dream", "as in 梦想"))


def test_nothing_to_say() -> None:
    assert short_gloss([]) is None
    assert short_gloss([_entry("个", "ge4", "CL:個|个[ge4]")]) is None


@pytest.mark.parametrize(
    ("word", "pos", "reading", "short"),
    [
        ("推动", "v", None, "to push; to promote"),
        ("企业", "n", None, "company; firm; enterprise"),
        ("这", "r", None, "this; these"),
        ("都", "d", ("dōu",), "all; both; entirely"),
        ("后", "f", None, "back; behind"),
        ("北大", "j", None, "Peking University"),
        ("和", "c", ("hé",), "and; together with; with"),
        ("发", "v", ("fà",), "hair"),
        ("海南", "ns", None, "Hainan Province"),
        ("高血压", "n", None, "high blood pressure"),
    ],
)
def test_common_words(cedict: Dictionary, word: str, pos: str, reading: tuple[str, ...] | None, short: str) -> None:
    found = short_gloss(cedict.resolved(word), pos=pos, reading=reading)
    assert found is not None
    assert found[0] == short


def test_no_common_word_is_glossed_as_a_surname_or_variant(cedict: Dictionary) -> None:
    from reader.lexicon import open_levels

    for word in open_levels().words:
        found = short_gloss(cedict.resolved(word))
        if found is not None:
            assert not found[0].startswith(("surname", "variant of", "old variant", "see ", "CL:", "abbr. for")), word
