"""A translation laid beside its text: what belongs together, what is left over, what the editor has decided."""

from __future__ import annotations

import pytest

from reader.alignment import SURE, LinkKind, align, aligner, attach, inside
from reader.model import Document, Place
from reader.passes import Resources
from reader.sources.sidecar import LinkCorrection
from reader.sources.translation import read_translation
from tests.conftest import SEED, annotated
from tests.unit.alignment.conftest import SENTENCES, SOURCE, TARGET, Bench

PLACE = Place("test.yaml", 3)
BOTH = "Last summer the village built a new bridge 85 meters long, which cost 3.2 million yuan."


def codes(bench: Bench, target: str, source: str | None = None) -> list[tuple[str, int | None]]:
    return [(found.code, found.line) for found in bench.align(target, source).findings]


def test_each_sentence_finds_its_translation(bench: Bench) -> None:
    alignment = bench.align()
    assert tuple(bench.pairs(alignment)) == SENTENCES
    assert {link.kind for link in alignment.links} == {LinkKind.ALIGNED}
    assert all(link.confidence > 0.5 for link in alignment.links)
    assert not [found for found in alignment.findings if found.severity != "info"]


def test_paragraphs_joined_or_broken_by_the_translator(bench: Bench) -> None:
    assert tuple(bench.pairs(bench.align(TARGET.replace("\n\n", " ")))) == SENTENCES
    assert tuple(bench.pairs(bench.align(TARGET.replace(" Now ", "\n\nNow ")))) == SENTENCES


def test_a_sentence_split_in_two(bench: Bench) -> None:
    target = TARGET.replace(" long and cost", " long. It cost")
    split = (SENTENCES[1][0], "It is 85 meters long. It cost 3.2 million yuan.")
    assert tuple(bench.pairs(bench.align(target))) == (SENTENCES[0], split, *SENTENCES[2:])


def test_two_sentences_merged_into_one(bench: Bench) -> None:
    target = TARGET.replace("bridge. It is 85 meters long and", "bridge that is 85 meters long and")
    merged = "Last summer the village built a new bridge that is 85 meters long and cost 3.2 million yuan."
    pairs = bench.pairs(bench.align(target))
    assert tuple(pairs) == ((SENTENCES[0][0] + SENTENCES[1][0], merged), *SENTENCES[2:])


def test_a_missing_paragraph_is_reported_with_its_line_and_moves_nothing(bench: Bench) -> None:
    paragraphs = TARGET.split("\n\n")
    target = "\n\n".join((paragraphs[0], paragraphs[2]))
    assert tuple(bench.pairs(bench.align(target))) == SENTENCES[:3] + SENTENCES[5:]
    assert ("A007", 3) in codes(bench, target)


def test_a_surplus_paragraph_is_reported_with_its_line_and_moves_nothing(bench: Bench) -> None:
    paragraphs = TARGET.split("\n\n")
    extra = "The committee of the dairy thanks all members for their generous gifts to the museum fund in March 2019."
    target = "\n\n".join((paragraphs[0], extra, *paragraphs[1:]))
    assert tuple(bench.pairs(bench.align(target))) == SENTENCES
    assert ("A008", 3) in codes(bench, target)


def test_a_dropped_sentence_has_no_translation(bench: Bench) -> None:
    target = TARGET.replace("It is 85 meters long and cost 3.2 million yuan. ", "")
    assert SENTENCES[1][0] not in [source for source, _ in bench.pairs(bench.align(target))]
    assert "A009" in [code for code, _ in codes(bench, target)]


def test_another_text_is_attached_nowhere(bench: Bench) -> None:
    target = (
        "Bees are among the hardest-working insects. They fly far for their nectar.\n\n"
        "Please read these instructions before use. Never immerse the unit in water. Keep it dry.\n\n"
        "Mother folded the letter and put it into the drawer."
    )
    assert bench.pairs(bench.align(target)) == []
    assert codes(bench, target)


def test_a_long_translation_of_another_text_is_attached_nowhere_either(bench: Bench) -> None:
    # among so many paragraphs some fit by chance, marks included
    target = SEED.with_suffix(".en.txt").read_text(encoding="utf-8")
    assert bench.pairs(bench.align(target)) == []
    assert bench.pairs(bench.align(target.replace(" | ", " "))) == []
    told = [found for found in bench.align(target).findings if found.code == "A008"]
    assert len(told) < 10
    assert any("paragraphs, to line" in found.message for found in told)


def test_an_edited_seed_keeps_the_rest(bench: Bench) -> None:
    edited = SOURCE.replace("老人们每天傍晚都到桥上散步。", "").replace(
        "\n\n桥的", "\n\n镇上的银行今年停业三个月。\n\n桥的"
    )
    translation = bench.align(TARGET, edited)
    kept = [source for source, _ in bench.pairs(translation, annotated(edited, bench.resources))]
    assert "镇上的银行今年停业三个月。" not in kept
    assert {SENTENCES[n][0] for n in (0, 1, 3, 4, 5)} <= set(kept)
    assert translation.findings


# --- marks ------------------------------------------------------------------------------------------------------------


def test_marks_that_fit_are_taken_as_they_stand(bench: Bench) -> None:
    target = TARGET.replace("bridge. It", "bridge. | It").replace("yuan. Every", "yuan. | Every")
    alignment = bench.align(target)
    assert tuple(bench.pairs(alignment)) == SENTENCES
    assert [link.kind for link in alignment.links[:3]] == [LinkKind.MARKED] * 3
    assert all(link.confidence >= SURE for link in alignment.links[:3])


def test_an_empty_part_goes_with_the_one_before_and_additions_belong_to_nothing(bench: Bench) -> None:
    target = TARGET.replace(TARGET.split("\n\n")[0], f"{BOTH} | | - | + It is red.")
    alignment = bench.align(target)
    assert [(link.source, link.target) for link in alignment.links[:3]] == [
        (("a1.b1.s1", "a1.b1.s2"), (BOTH,)),
        (("a1.b1.s3",), ()),
        ((), ("It is red.",)),
    ]
    assert not {"A009", "A011"} & {found.code for found in alignment.findings}


def test_marks_that_do_not_fit_are_reported_and_passed_over(bench: Bench) -> None:
    target = TARGET.replace("Fusheng, 66. Now", "Fusheng, | 66. | Now")
    assert ("A011", 3) in codes(bench, target)
    assert tuple(bench.pairs(bench.align(target))) == SENTENCES


def test_marks_whose_words_say_otherwise_are_doubted(bench: Bench) -> None:
    one, two, three = (text for _, text in SENTENCES[:3])
    target = TARGET.replace(f"{one} {two} {three}", f"{two} | {one} | {three}")
    doubtful = bench.align(target).doubtful
    assert {link.source for link in doubtful} & {("a1.b1.s1",), ("a1.b1.s2",)}


# --- recorded links, tables -------------------------------------------------------------------------------------------


def test_a_recorded_link_wins(bench: Bench) -> None:
    link = LinkCorrection("桥长85米", "Every evening", "en", PLACE)
    alignment = bench.align(links=(link,))
    corrected = [one for one in alignment.links if one.kind is LinkKind.CORRECTED]
    assert [(one.source[0], one.target[0][:5], one.confidence) for one in corrected] == [("a1.b1.s2", "Every", 1.0)]


def test_a_recorded_sentence_without_translation(bench: Bench) -> None:
    target = TARGET.replace("Every evening the old people stroll on it.", "").replace("yuan. ", "yuan.")
    alignment = bench.align(target, links=(LinkCorrection("a1.b1.s3", "", "", PLACE),))
    assert ("a1.b1.s3",) in [link.source for link in alignment.links if not link.target]
    assert tuple(bench.pairs(alignment)) == SENTENCES[:2] + SENTENCES[3:]
    assert "A009" not in [found.code for found in alignment.findings]


@pytest.mark.parametrize(
    ("source", "target"), [("没有这句", "Every evening"), ("桥长85米", "Nobody"), ("桥", "A willow")]
)
def test_a_recorded_link_that_fits_nowhere_is_reported(bench: Bench, source: str, target: str) -> None:
    alignment = bench.align(links=(LinkCorrection(source, target, "", PLACE),))
    assert [(f.code, f.path, f.line) for f in alignment.findings if f.code == "A012"] == [("A012", "test.yaml", 3)]
    assert tuple(bench.pairs(alignment)) == SENTENCES


def test_a_record_for_another_translation_is_none_for_this(bench: Bench) -> None:
    alignment = bench.align(links=(LinkCorrection("没有这句", "x", "de", PLACE),))
    assert "A012" not in [found.code for found in alignment.findings]


def test_segments_stand_where_their_source_stands(bench: Bench) -> None:
    rows = [("zh", "en"), *SENTENCES[3:5], (SENTENCES[0][0] + SENTENCES[1][0], "Both."), ("不在里面。", "Nowhere.")]
    data = "\n".join(f'"{zh}";"{en}"' for zh, en in rows).encode()
    alignment = bench.align(data, path="test.en.csv")
    assert bench.pairs(alignment) == [(rows[3][0], "Both."), *SENTENCES[3:5]]
    assert {link.kind for link in alignment.links if link.is_whole} == {LinkKind.PAIRED}
    assert [(f.code, f.line) for f in alignment.findings if f.code == "A013"] == [("A013", 5)]


# --- attaching --------------------------------------------------------------------------------------------------------


def test_the_first_sentence_of_a_group_holds_its_translation(bench: Bench) -> None:
    target = TARGET.replace(TARGET.split("\n\n")[0], f"{BOTH} | | {SENTENCES[2][1]}")
    document = attach(bench.document, bench.align(target))
    sentences = document.articles[0].blocks[0].sentences
    assert [sentence.translation for sentence in sentences] == [BOTH, None, SENTENCES[2][1]]


# --- long texts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("joined", [False, True])
def test_a_long_text_is_looked_at_near_the_diagonal_only_and_gives_the_same(
    document: Document, resources: Resources, monkeypatch: pytest.MonkeyPatch, joined: bool
) -> None:
    text = SEED.with_suffix(".en.txt").read_text(encoding="utf-8").replace(" | ", " ")
    if joined:
        head, *paragraphs = text.split("\n\n")
        text = f"{head}\n\n{' '.join(paragraphs)}"
    translation, _ = read_translation(text.encode(), "seed.en.txt")
    assert translation is not None
    whole = align(document, translation, resources.glossary.by_id)
    for module in (aligner, inside):
        monkeypatch.setattr(module, "_SMALL", 0)
    near = align(document, translation, resources.glossary.by_id)
    assert [(link.source, link.target) for link in near.links] == [(link.source, link.target) for link in whole.links]
