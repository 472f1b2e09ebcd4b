"""The format of the running texts, and that the texts at hand keep it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.accuracy.score import GOLD
from tests.accuracy.texts import REGISTERS, Line, TextError, Word, parse

TEXTS = sorted(GOLD.glob("texts-*.txt"))
FEWEST = 200
"""Characters of a register: fewer say nothing about it."""


def _only(sentence: str) -> Line:
    (line,) = parse(f"# format\n\n## news-1\n{sentence}\n")
    return line


def test_a_line_knows_its_section_register_and_text() -> None:
    line = _only("谁/shéi|shuí 在/zài 西安/Xī'ān ？")
    assert (line.section, line.register, line.text) == ("news-1", "news", "谁在西安？")
    assert line.words[0] == Word("谁", ("shéi", "shuí"))
    assert line.words[-1] == Word("？")
    assert [word.readings for word in line.words[1:]] == [(("zài",),), (("xī", "ān"),), ()]


def test_an_open_joint_stands_before_the_second_word() -> None:
    joints = [(word.text, word.open_joint) for word in _only("吃/chī~不/bù|bu~完/wán 了/le").words]
    assert joints == [("吃", False), ("不", True), ("完", True), ("了", False)]


def test_an_underscore_is_a_space_of_the_spelling() -> None:
    (word,) = _only("王小明/Wáng_Xiǎomíng").words
    assert word.spellings == ("Wáng Xiǎomíng",)
    assert word.readings == (("wáng", "xiǎo", "míng"),)


@pytest.mark.parametrize(
    ("item", "reading"),
    [
        ("一会儿/yīhuìr", ("yī", "huì", "r")),
        ("儿女/érnǚ", ("ér", "nǚ")),
        ("第二/dì-èr", ("dì", "èr")),
        ("丽莎·李/Lìshā·Lǐ", ("lì", "shā", "lǐ")),
        ("战略/zhànlüè", ("zhàn", "lüè")),
    ],
)
def test_each_character_has_its_syllable(item: str, reading: tuple[str, ...]) -> None:
    assert _only(item).words[0].readings == (reading,)


@pytest.mark.parametrize("item", ["12.5%", "2024", "B", "，", "”", "……", "——", "—"])
def test_figures_latin_and_punctuation_have_no_reading(item: str) -> None:
    assert _only(item).words == (Word(item),)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("好/hǎo", "line 1: a text before"),
        ("## poem-1", "line 1: unknown register"),
        ("## news-1\n# 好", "line 2: a comment"),
        ("## news-1\n## News 2", "line 2: a comment"),
        ("## news-1\n## story-1\n## news-1", "line 3: a second section"),
        ("## news-1\n好/hǎo  吃/chī", "line 2: two spaces"),
        ("## news-1\n好/hǎo ", "line 2: two spaces"),
        ("## news-1\n好", "neither a word"),
        ("## news-1\n2024年", "neither a word"),
        ("## news-1\n。”", "neither a word"),
        ("## news-1\n3/sān", "not Chinese"),
        ("## news-1\n好/", "not spelled as words"),
        ("## news-1\n好/hǎo|hǎo", "twice"),
        ("## news-1\n3~个/gè", "only Chinese"),
        ("## news-1\n好/hǎo~", "neither a word"),
        ("## news-1\n西安/xiān", "1 syllables"),
        ("## news-1\n先/xī'ān", "2 syllables"),
        ("## news-1\n好/haǒ", "not pinyin"),
        ("## news-1\n好/hao3", "not spelled as words"),
        ("## news-1\n女/nv̌", "not spelled with tone marks"),
        ("## news-1\n方案/fān'gàn", "not spelled as words"),
        ("## news-1\n李力/Lǐ__Lì", "not spelled as words"),
        ("## news-1\n第二/dì-èr-", "not spelled as words"),
        ("## news-1\n画面/huàr", "no 儿"),
        ("## news-1\n好/ha\u030co", "not NFC"),
    ],
)
def test_what_breaks_the_format_is_named(source: str, message: str) -> None:
    with pytest.raises(TextError, match=message):
        parse(source)


def test_there_are_texts() -> None:
    assert [path.stem for path in TEXTS] == ["texts-dev", "texts-held"]


def test_a_sentence_stands_in_one_text_alone() -> None:
    dev, held = ({line.text for line in parse(path.read_text(encoding="utf-8"))} for path in TEXTS)
    assert not dev & held


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_texts_keep_the_format_and_have_every_register(path: Path) -> None:
    lines = parse(path.read_text(encoding="utf-8"))
    characters = Counter[str]()
    for line in lines:
        characters[line.register] += sum(len(word.readings[0]) for word in line.words if word.spellings)
    assert characters.keys() == REGISTERS
    assert min(characters.values()) >= FEWEST


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_quotation_marks_and_brackets_are_paired(path: Path) -> None:
    for line in parse(path.read_text(encoding="utf-8")):
        assert [line.text.count(mark) for mark in "“（《"] == [line.text.count(mark) for mark in "”）》"], line.text
