"""Marks written into a translation, and nothing else changed."""

from __future__ import annotations

import pytest

from reader.alignment import align, with_marks
from reader.alignment.links import Link, LinkKind
from reader.alignment.marks import _by_paragraph
from reader.model import Document
from reader.passes import Resources
from reader.sources.translation import read_translation
from tests.conftest import SEED
from tests.unit.alignment.conftest import TARGET, Bench

SHAPES = {
    "as it is": TARGET,
    "a note, odd spaces and line breaks": "# A note | with a bar.\r\n\r\n"
    + TARGET.replace(" It is", "  It is").replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + TARGET,
    "broken lines": TARGET.replace(". ", ".\n"),
    "paragraphs joined": TARGET.replace("\n\n", " "),
    "a paragraph broken": TARGET.replace(" Now ", "\n\nNow "),
    "two sentences in one": TARGET.replace("bridge. It is", "bridge that is").replace(" long and", " long and"),
    "a sentence dropped": TARGET.replace("Every evening the old people stroll on it.", "").replace("yuan. ", "yuan."),
    "a paragraph marked": TARGET.replace(" Now ", " | Now "),
}


@pytest.mark.parametrize("name", SHAPES)
def test_only_marks_are_put_in_and_the_links_stay(bench: Bench, name: str) -> None:
    text = SHAPES[name]
    alignment = bench.align(text)
    marked = with_marks(text, alignment)
    taken = marked
    for mark in (" | -", " |"):
        taken = taken.replace(mark, "")
    plain = text
    for mark in (" | -", " |"):
        plain = plain.replace(mark, "")
    assert taken == plain
    again = bench.align(marked)
    assert [(link.source, link.text) for link in again.links if link.is_attached] == [
        (link.source, link.text) for link in alignment.links if link.is_attached
    ]
    assert with_marks(marked, again) == marked


def test_marks_stand_between_sentences(bench: Bench) -> None:
    marked = with_marks(TARGET, bench.align()).split("\n\n")
    assert marked[0].count(" | ") == 2
    assert marked[1].endswith("said Zhao Fusheng, 66. | Now the children walk to school in ten minutes.")
    assert "|" not in marked[2]


def test_what_is_unsure_or_marked_up_is_left_alone(bench: Bench) -> None:
    text = "Bees fly far. They are small.\n\n" + TARGET.split("\n\n")[0].replace("bridge.", "<b>bridge</b>.")
    assert with_marks(text, bench.align(text)) == text


def test_the_marks_of_the_seed_are_found_again(document: Document, resources: Resources) -> None:
    text = SEED.with_suffix(".en.txt").read_text(encoding="utf-8")
    bare = text.replace(" | ", " ")
    translation, _ = read_translation(bare.encode(), "seed.en.txt")
    assert translation is not None
    marked = with_marks(bare, align(document, translation, resources.glossary.by_id))
    wrong = [(a, b) for a, b in zip(marked.splitlines(), text.splitlines(), strict=True) if a != b]
    assert len(wrong) <= 2  # a paragraph with a link that is not sure is left alone
    assert all("|" not in one for one, _ in wrong)


def test_parts_of_every_sort() -> None:
    def link(source: str, target: str) -> Link:
        return Link(tuple(source.split()), (target,) if target else (), 1.0, LinkKind.ALIGNED, "b", None)

    links = [link("s1 s2", "a b"), link("", "c"), link("s3", ""), link("s4", "d e")]
    assert _by_paragraph(links, [3, 2]) == [[("", 2), ("", 0), ("+", 1), ("-", 0)], [("", 2)]]
    assert _by_paragraph(links, [4, 1]) is None
    assert _by_paragraph(links, [2, 4]) is None
