from __future__ import annotations

import pytest

from reader.edition.runs import sentences
from reader.edition.spec import EditionSpec, Sandhi
from reader.edition.tones import by_character, in_spoken_tones
from reader.interlinear import parse_sentence
from reader.model import BlockKind, Reading, TokenKind
from tests.samples import block, sentence


def reading(line: str) -> tuple[str, Reading | None]:
    token = parse_sentence(line).tokens[0]
    assert token.kind is TokenKind.WORD
    return token.text, token.reading


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("读书/dúshū", ("dú", "shū")),
        ("西安/Xī'ān", ("Xī", "'ān")),
        ("京津冀/Jīng-Jīn-Jì", ("Jīng", "-Jīn", "-Jì")),
        ("李明/Lǐ_Míng", ("Lǐ", " Míng")),
        ("一会儿/yīhuìr", ("yī", "huìr", "")),
    ],
)
def test_the_spelling_is_cut_by_characters(line: str, pieces: tuple[str, ...]) -> None:
    text, found = reading(line)
    assert found is not None
    assert by_character(found) == pieces
    assert len(pieces) == len(text)
    assert "".join(pieces) == found.spelling


def test_without_pinyin_there_is_nothing_to_cut() -> None:
    assert by_character(None) == ()
    assert by_character(parse_sentence("5=wǔ").tokens[0].reading) == ()


@pytest.mark.parametrize(
    ("line", "following", "said"),
    [
        ("不/bù", "shì", "bú"),
        ("不/bù", "hǎo", None),
        ("一/yī", "gè", "yí"),
        ("一/yī", None, None),
        ("不要/bùyào", None, "búyào"),
        ("展览/zhǎnlǎn", None, "zhánlǎn"),
        ("一会儿/yīhuìr", None, "yíhuìr"),
        ("李敏/Lǐ_Mǐn", None, "Lí Mǐn"),
        ("读书/dúshū", None, None),
    ],
)
def test_spoken_tones_are_given_where_they_differ(line: str, following: str | None, said: str | None) -> None:
    assert in_spoken_tones(*reading(line), following) == said


@pytest.mark.parametrize(("sandhi", "shown"), [("written", "yī gè bù duì"), ("spoken", "yí gè bú duì")])
def test_an_edition_may_be_set_in_spoken_tones(sandhi: Sandhi, shown: str) -> None:
    line = block("a1.b1", BlockKind.PARAGRAPH, sentence("一/yī 个/gè 不/bù 对/duì。"))
    (view,) = sentences(line, EditionSpec("own", sandhi=sandhi), {}, iter(range(9)), set())
    words = [word for run in view.runs for word in run.words]
    assert " ".join(word.ruby for word in words if word.ruby) == shown
    assert [word.pinyin for word in words if word.pinyin] == ["yī", "gè", "bù", "duì"]
