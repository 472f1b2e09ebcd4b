"""What a terminologist wants told beyond errors."""

from __future__ import annotations

import pytest

from reader.findings import Finding
from reader.glossary.advice import advise, respelled
from reader.glossary.entries import read_terms

READINGS = {"行": ("xíng", "háng"), "子": ("zǐ",), "一": ("yī",)}


def advice(text: str) -> list[Finding]:
    entries, faults = read_terms(text.encode(), "glossary/a.yaml")
    assert not faults
    return list(advise(entries, lambda char: READINGS.get(char, ())))


def entry(name: str, term: str, pinyin: str, *rest: str) -> str:
    fields = "".join(f"  {field}\n" for field in rest)
    english = "" if any(field.startswith("english") for field in rest) else f"  english: [{name}]\n"
    return f"- id: {name}\n  term: {term}\n  pinyin: {pinyin}\n  short: x\n{english}{fields}"


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(found.code, found.line, found.column) for found in advice(text)]


def test_a_good_entry_is_let_be() -> None:
    assert told(entry("chungeng", "春耕", "chūngēng", "sources: ['《农业志》, 1990']", "since: 1990")) == []


@pytest.mark.parametrize(
    ("pinyin", "better"),
    [
        ("xiān", "xiān"),
        ("xī'ān", "xī'ān"),
        ("fāng'àn", "fāng'àn"),
        ("chūn'gēng", "chūngēng"),
        ("chūn  gēng", "chūn gēng"),
        ("Xī’ān", "Xī'ān"),
        ("fēngpíng-làngjìng", "fēngpíng-làngjìng"),
        ("5G wǎngluò", "5G wǎngluò"),
        ("Jīng-Jīn-Jì", "Jīng-Jīn-Jì"),
        ("no pinyin", "no pinyin"),
    ],
)
def test_pinyin_by_the_standard(pinyin: str, better: str) -> None:
    assert respelled(pinyin) == better
    assert respelled(better) == better


def test_pinyin_that_is_not_by_the_standard_is_told_with_its_place() -> None:
    found = advice(entry("a", "春耕", "chūn'gēng"))
    assert [(f.code, f.line, f.column) for f in found] == [("G014", 3, 11)]
    assert "'chūngēng'" in found[0].message


def test_readings_that_no_dictionary_has() -> None:
    assert told(entry("a", "银行", "yínhéng")) == [("G015", 3, 11)]
    assert told(entry("a", "银行", "yínháng")) == []
    assert told(entry("b", "桌子", "zhuōzi")) == []  # a neutral tone is no other reading
    assert told(entry("c", "一定", "yídìng")) == [("G015", 3, 11)]  # sandhi is not written


def test_english() -> None:
    assert told(entry("a", "春耕", "chūngēng", "english: []", "status: reviewed")) == [("G016", 5, 12)]
    assert advice(entry("a", "春耕", "chūngēng", "english: []"))[0].severity == "info"
    assert told(entry("a", "春耕", "chūngēng", "english: [ploughing]", "forbidden: [Ploughing]")) == [("G017", 5, 13)]
    both = entry("a", "春耕", "chūngēng", "english: [x]") + entry("b", "春种", "chūnzhòng", "english: [X]")
    assert told(both) == [("G022", 10, 12)]


def test_sources_and_dates() -> None:
    assert told(entry("a", "春耕", "chūngēng", "sources: [《农业志》]")) == [("G018", 6, 13)]
    assert told(entry("a", "春耕", "chūngēng", "since: 2001", "sources: ['《农业志》, 1990']")) == [("G019", 6, 10)]
    assert told(entry("a", "春耕", "chūngēng", "since: 1990-05", "sources: ['《农业志》, 1990']")) == []


def test_an_item_twice() -> None:
    assert told(entry("a", "春耕", "chūngēng", "english: [x, y, x]")) == [("G020", 5, 19)]


@pytest.mark.parametrize(
    ("term", "pinyin"),
    [("春季的耕种", "chūnjì de gēngzhòng"), ("耕种春季", "gēngzhòng chūnjì"), ("春季更种", "chūnjì gēngzhòng")],
)
def test_two_entries_that_may_be_one(term: str, pinyin: str) -> None:
    assert told(entry("a", "春季耕种", "chūnjì gēngzhòng") + entry("b", term, pinyin)) == [("G021", 7, 9)]


def test_aliases_count_for_what_is_near() -> None:
    two = entry("a", "春耕", "chūngēng", "aliases: [春季耕种]") + entry("b", "春季的耕种", "chūnjì de gēngzhòng")
    assert told(two) == [("G021", 8, 9)]


def test_two_entries_of_which_one_names_the_other_are_two() -> None:
    two = entry("a", "春季耕种", "chūnjì gēngzhòng"), entry("b", "耕种春季", "gēngzhòng chūnjì")
    assert told(two[0] + two[1] + "  see: [a]\n") == []
    assert told(two[0] + "  see: [b]\n" + two[1]) == []


def test_see_that_leads_to_deprecated_entries() -> None:
    gone = entry("a", "春耕", "chūngēng", "see: [b]", "status: deprecated")
    also = entry("b", "春种", "chūnzhòng", "see: [a]", "status: deprecated")
    used = entry("c", "夏种", "xiàzhòng", "see: [a]")
    assert told(gone + also) == [("G023", 6, 9), ("G023", 13, 9)]  # a circle
    assert [found.severity for found in advice(gone + also.replace("see: [a]", "see: [c]") + used)] == ["info"]
