from __future__ import annotations

from reader.edition import Ref
from tests.samples import edition


def test_vocabulary_by_article_with_places_and_counts() -> None:
    lists = {part.title: part.entries for part in edition().vocabulary}
    assert list(lists) == ["河边的村子", "山上的茶"]
    assert [entry.text for entry in lists["河边的村子"]] == ["讲述人", "推进", "转型", "种树"]
    found = {entry.text: entry for entry in lists["山上的茶"]}
    assert (found["推进"].count, found["推进"].refs) == (2, (Ref("3", "p3"),))
    assert (found["茶园"].gloss, [ref.label for ref in found["茶园"].refs]) == ("tea garden", ["fig. 1"])
    assert "公益" not in found, "a term of one word stands in the glossary"


def test_what_stands_above_a_paragraph_goes_by_its_number() -> None:
    entry = next(entry for entry in edition(glosses="first").vocabulary[1].entries if entry.text == "转型")
    assert [(ref.label, ref.anchor) for ref in entry.refs] == [("1", "p1"), ("2h", "a1.b4")]


def test_no_vocabulary_if_the_edition_has_none() -> None:
    assert edition(vocabulary=False).vocabulary == ()
    assert edition("plain").vocabulary == ()


def test_glossary_of_the_terms_used_by_pinyin_with_every_place() -> None:
    gongyi, lvse = edition().glossary
    assert [gongyi.term.term, lvse.term.term] == ["公益", "绿色转型"]
    assert [(ref.label, ref.anchor) for ref in lvse.refs] == [("1", "u1"), ("2h", "u2"), ("3", "u3")]
    assert lvse.count == 3
    assert [term.id for term in lvse.see] == ["gongyi"], "an entry that is not here is not referred to"


def test_documents_are_listed_once_and_referred_to_by_number() -> None:
    made = edition()
    assert made.sources == ("《县志》, 2014", "《村报》, 2012-11")
    assert [entry.sources for entry in made.glossary] == [(1,), (2, 1)]


def test_index_by_pinyin_has_words_names_and_terms_under_their_letters() -> None:
    groups = {group.letter: [entry.text for entry in group.entries] for group in edition().by_pinyin}
    assert groups == {
        "C": ["茶园"], "G": ["公益"], "J": ["讲述人"], "L": ["李明", "绿色转型"], "N": ["南京"], "T": ["推进"],
        "Z": ["种树", "转型"],
    }  # fmt: skip


def test_the_index_has_the_places_of_all_articles() -> None:
    entry = next(e for group in edition().by_pinyin for e in group.entries if e.text == "推进")
    assert [ref.label for ref in entry.refs] == ["1", "3"]
    assert entry.term is None


def test_index_by_english_has_each_rendering_of_a_term_and_the_names() -> None:
    groups = {group.letter: [(e.head, e.text, e.term) for e in group.entries] for group in edition().by_english}
    assert groups == {
        "C": [("city in Jiangsu", "南京", None)],
        "G": [("green transition", "绿色转型", "lvse-zhuanxing")],
        "L": [("Li Ming", "李明", None)],
        "P": [("public good", "公益", "gongyi")],
        "S": [("shift to green growth", "绿色转型", "lvse-zhuanxing")],
    }


def test_plain_edition_still_has_terms_and_names() -> None:
    made = edition("plain")
    assert [entry.term.id for entry in made.glossary] == ["gongyi", "lvse-zhuanxing"]
    assert {e.text for group in made.by_pinyin for e in group.entries} == {"公益", "李明", "绿色转型", "南京"}
