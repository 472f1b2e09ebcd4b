"""Translations as plain text: names, paragraphs, marks, encodings, and what is no translation."""

from __future__ import annotations

import pytest

from reader.sources.translation import ADDED, UNTRANSLATED, Translation, read_translation, translation_name

PATH = "seeds/bridge.en.txt"
PROSE = (
    "The old bridge was built by the people of the village in the last years of the empire, and it is still in use. "
    "When the water is high the children have to walk to the school on the other side by way of the mill, which is far. "
    "This year the county has given money for a new bridge that is to be as wide as the road from the town."
)


def read(text: str, path: str = PATH) -> tuple[Translation, list[str]]:
    translation, findings = read_translation(text.encode(), path)
    assert translation is not None
    return translation, [found.code for found in findings]


def faults(data: bytes | str, path: str = PATH) -> list[str]:
    translation, findings = read_translation(data if isinstance(data, bytes) else data.encode(), path)
    assert translation is None
    return [found.code for found in findings]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("bridge.en.txt", ("bridge", "en", "", "txt")),
        ("bridge.en-literal.txt", ("bridge", "en", "literal", "txt")),
        ("a.b.de.csv", ("a.b", "de", "", "csv")),
        ("bridge.en-draft.tmx", ("bridge", "en", "draft", "tmx")),
        ("bridge.txt", None),
        ("bridge.en.yaml", None),
        ("bridge.English.txt", None),
    ],
)
def test_the_name_says_language_and_version(name: str, what: tuple[str, ...] | None) -> None:
    found = translation_name(name)
    assert (found and (found.seed, found.lang, found.version, found.ending)) == what


def test_paragraphs_are_parted_by_blank_lines_and_comments_are_notes() -> None:
    translation, codes = read("# By the village school.\n# CC BY 4.0\n\nThe old\nbridge.\n\n\nThe new one.\n")
    assert codes == []
    assert translation.notes == ("By the village school.", "CC BY 4.0")
    assert [(p.text, p.place.line) for p in translation.paragraphs] == [("The old bridge.", 4), ("The new one.", 8)]
    assert translation.label == "en"


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert [p.text for p in read("The old bridge.\nThe new one.")[0].paragraphs] == ["The old bridge.", "The new one."]


def test_marks_part_sentences() -> None:
    paragraph = read(f"It rained. | {UNTRANSLATED} | We stayed in. |  | {ADDED}Nobody came.\n\nA|B test.")[0].paragraphs
    assert paragraph[0].parts == ("It rained.", "-", "We stayed in.", "", "+ Nobody came.")
    assert paragraph[0].text == "It rained. We stayed in. Nobody came."
    assert paragraph[1].parts == ("A|B test.",)


@pytest.mark.parametrize(("note", "draft"), [("# Draft.", True), ("# draft", True), ("# No draft any more", False)])
def test_a_note_says_that_it_is_a_draft(note: str, draft: bool) -> None:
    assert read(f"{note}\n\nThe old bridge.")[0].draft is draft


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read_and_said(encoding: str) -> None:
    text = f"{PROSE}\n\nThe café is “shut”."
    translation, findings = read_translation(text.encode(encoding), PATH)
    assert translation is not None
    assert translation.paragraphs[-1].text == "The café is “shut”."
    assert [found.code for found in findings] == ["S002"]


def test_bytes_that_are_no_text() -> None:
    assert faults(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x81\x8d") == ["A001"]


@pytest.mark.parametrize("text", ["", "\n \n", "# only a note\n"])
def test_an_empty_translation(text: str) -> None:
    assert faults(text) == ["A002"]


def test_chinese_under_an_english_name() -> None:
    assert faults("老桥是村里人修的。\n\n新桥比老桥宽得多。") == ["A003"]


def test_french_under_an_english_name() -> None:
    french = (
        "Le vieux pont a été construit par les habitants du village, et il sert encore aujourd’hui à tout le monde. "
        "Quand la rivière monte, les enfants doivent faire le tour par le moulin pour aller à l’école de l’autre rive. "
        "Cette année le canton a donné de l’argent pour un nouveau pont qui sera aussi large que la route de la ville."
    )
    assert faults(french) == ["A003"]
    assert read(french, "seeds/bridge.fr.txt")[1] == []


def test_english_under_a_german_name() -> None:
    assert faults(PROSE, "seeds/bridge.de.txt") == ["A003"]


def test_a_paragraph_left_in_chinese_is_left_out() -> None:
    translation, codes = read(f"{PROSE}\n\n新桥比老桥宽。\n\nThe road 大路 is wide.")
    assert codes == ["A005"]
    assert len(translation.paragraphs) == 2


def test_markup_is_taken_out_and_reported_once_a_paragraph() -> None:
    translation, codes = read(
        "<p>The <b>old</b> bridge&nbsp;&amp; mill.</p>\n\n<script>alert(1)</script>Next.\n\nIf a < b and b > c."
    )
    assert codes == ["A004", "A004"]
    assert [p.text for p in translation.paragraphs] == ["The old bridge & mill.", "Next.", "If a < b and b > c."]


def test_a_name_that_says_nothing() -> None:
    assert faults("Text.", "seeds/bridge.doc") == ["A001"]
