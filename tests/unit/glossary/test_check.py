"""What entries get wrong together."""

from __future__ import annotations

from collections.abc import Sequence

from reader.findings import Finding
from reader.glossary.check import check_lexicon, check_terms
from reader.glossary.entries import Entry, read_terms
from reader.model import LexiconEntry, Place, Term


def entries(*rows: str, path: str = "glossary/a.yaml") -> tuple[Entry, ...]:
    """One entry a row: id, term, pinyin, and further fields."""
    lines = []
    for row in rows:
        name, term, pinyin, *rest = row.split(" | ")
        lines.append("{" + ", ".join((f"id: {name}", f"term: {term}", f"pinyin: {pinyin}", "short: x", *rest)) + "}")
    read, faults = read_terms("".join(f"- {line}\n" for line in lines).encode(), path)
    assert faults == ()
    return read


def check(found: Sequence[Entry], *, complete: bool = True) -> list[tuple[int, str, str, int | None]]:
    return [(index, fault.code, fault.path, fault.line) for index, fault in check_terms(found, complete=complete)]


def messages(found: Sequence[Entry]) -> list[str]:
    return [fault.message for _, fault in check_terms(found)]


def test_a_clean_glossary_has_no_findings() -> None:
    assert check(entries("a | 春耕 | chūngēng | see: [b]", "b | 秋收 | qiūshōu | aliases: [秋天收获]")) == []


def test_the_same_id_twice_is_reported_on_the_later_with_the_place_of_the_first() -> None:
    first = entries("a | 春耕 | chūngēng")
    second = entries("b | 夏种 | xiàzhòng", "a | 秋收 | qiūshōu", path="glossary/b.yaml")
    assert check(first + second) == [(2, "G006", "glossary/b.yaml", 2)]
    assert messages(first + second) == ["the id 'a' is already used in glossary/a.yaml:1"]


def test_the_same_surface_twice_across_terms_and_aliases() -> None:
    found = entries(
        "a | 春耕 | chūngēng | aliases: [春季耕种]",
        "b | 春季耕种 | chūnjì gēngzhòng",
        "c | 夏种 | xiàzhòng | aliases: [夏季, 春耕]",
        "d | 秋收 | qiūshōu | aliases: [秋收]",
    )
    assert check(found) == [
        (1, "G007", "glossary/a.yaml", 2),
        (2, "G007", "glossary/a.yaml", 3),
        (3, "G007", "glossary/a.yaml", 4),
    ]
    assert messages(found)[0] == "the term '春季耕种' is already a term or alias of 'a' in glossary/a.yaml:1"
    assert messages(found)[1] == "the alias '春耕' is already a term or alias of 'a' in glossary/a.yaml:1"


def test_a_deprecated_entry_keeps_its_id_and_its_term() -> None:
    found = entries("a | 春耕 | chūngēng | status: deprecated", "a | 春耕 | chūngēng")
    assert [code for _, code, _, _ in check(found)] == ["G006", "G007"]


def test_references_to_nothing_and_to_oneself() -> None:
    found = entries("a | 春耕 | chūngēng | see: [b, zz, a]", "b | 秋收 | qiūshōu")
    faults = [fault for _, fault in check_terms(found)]
    assert [(fault.code, fault.column) for fault in faults] == [("G010", 58), ("G010", 62)]
    assert "'zz'" in faults[0].message
    assert "itself" in faults[1].message


def test_references_are_not_judged_while_a_file_is_unreadable() -> None:
    found = entries("a | 春耕 | chūngēng | see: [zz]")
    assert check(found, complete=False) == []


def test_entries_without_id_or_term_do_not_count_as_the_same() -> None:
    read, _ = read_terms(b"- {short: x}\n- {short: y}\n", "glossary/a.yaml")
    assert check(read) == []


def word(text: str, pinyin: str, line: int, gloss: str = "x") -> LexiconEntry:
    return LexiconEntry(text, pinyin, gloss, place=Place("glossary/lexicon.yaml", line, 3))


def spots(found: Sequence[Finding]) -> list[tuple[str, int | None]]:
    return [(fault.code, fault.line) for fault in found]


def test_a_word_twice_in_the_lexicon_with_one_reading() -> None:
    words = [
        word("春耕", "chūngēng", 1),
        word("种", "zhǒng", 2),
        word("种", "zhòng", 3),
        word("春耕", "chūngēng", 4, "y"),
    ]
    found = list(check_lexicon(words, ()))
    assert spots(found) == [("G013", 4)]
    assert "glossary/lexicon.yaml:1" in found[0].message


def test_a_word_that_the_glossary_reads_otherwise() -> None:
    terms = (Term("a", "重阳", "Chóngyáng", "x"), Term("b", "春耕", "chūngēng", "x"))
    found = list(check_lexicon([word("重阳", "Zhòngyáng", 1), word("春耕", "chūngēng", 2)], terms))
    assert spots(found) == [("G013", 1)]
    assert "Chóngyáng in the glossary ('a')" in found[0].message


def test_one_of_several_readings_has_to_be_that_of_the_glossary() -> None:
    words = [word("种", "zhǒng", 1), word("种", "zhòng", 2)]
    assert list(check_lexicon(words, [Term("a", "种", "zhòng", "x")])) == []
    assert spots(list(check_lexicon(words, [Term("a", "种", "Chóng", "x")]))) == [("G013", 1), ("G013", 2)]


def test_a_word_without_a_place_is_not_reported() -> None:
    words = [LexiconEntry("春耕", "chūngēng", "x")] * 2
    assert list(check_lexicon(words, ())) == []
