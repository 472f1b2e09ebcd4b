"""The pipeline as a whole, on sentences written for it."""

from __future__ import annotations

import pytest

from reader.errors import SourceError
from reader.findings import CODES
from reader.interlinear import print_sentence
from reader.model import NameKind, Origin, Token, TokenKind
from reader.passes import PASSES, Pass, Resources, check_order
from tests.conftest import annotated


def _tokens(text: str, resources: Resources, sidecar: str | None = None) -> list[Token]:
    document = annotated(text, resources, sidecar)
    return [t for a in document.articles for b in a.blocks for s in b.sentences for t in s.tokens]


def _lines(text: str, resources: Resources) -> list[str]:
    document = annotated(text, resources)
    return [print_sentence(s) for a in document.articles for b in a.blocks for s in b.sentences]


def test_numbers_dates_and_latin_stay_whole(resources: Resources) -> None:
    tokens = _tokens("2023年5月，1.17亿人用5G手机，增长8.5%。", resources)
    whole = [(t.text, t.kind) for t in tokens if t.kind in (TokenKind.NUMBER, TokenKind.LATIN)]
    assert whole == [
        ("2023年5月", TokenKind.NUMBER),
        ("1.17亿", TokenKind.NUMBER),
        ("5G", TokenKind.LATIN),
        ("8.5%", TokenKind.NUMBER),
    ]
    assert all(
        t.reading and t.reading.spoken and t.reading.spelling is None for t in tokens if t.kind is TokenKind.NUMBER
    )


def test_a_term_is_never_cut_wrongly_and_cut_as_its_pinyin_says(resources: Resources) -> None:
    (line,) = _lines("各地推动区域协调发展取得新成效。", resources)
    assert "「区域/qūyù 协调/xiétiáo 发展/fāzhǎn」" in line


def test_a_one_word_term_has_its_curated_gloss(resources: Resources) -> None:
    (token,) = [t for t in _tokens("工程名叫东数西算。", resources) if t.text == "东数西算"]
    assert token.gloss is not None
    assert token.gloss.origin is Origin.GLOSSARY
    assert token.reading is not None
    assert token.reading.origin is Origin.GLOSSARY


def test_citation_tones_apostrophes_and_capitals(resources: Resources) -> None:
    (line,) = _lines("一位老人不在西安，在中华人民共和国的首都北京。", resources)
    assert "一/yī 位/wèi" in line
    assert "不/bù" in line
    assert "西安/Xī'ān" in line
    assert "北京/Běijīng" in line


def test_names_in_name_lines_are_whole_and_known_in_the_text(resources: Resources) -> None:
    text = "山村新事\n\n讲述人：村党支部书记 单晓明\n\n单晓明今年很忙。他的日子越过越好。\n\n（本报记者盖宏伟、欧阳雪整理）"
    tokens = _tokens(text, resources)
    names = {t.text: t.reading.spelling for t in tokens if t.name is NameKind.PERSON and t.reading}
    assert names == {"单晓明": "Shàn Xiǎomíng", "盖宏伟": "Gě Hóngwěi", "欧阳雪": "Ōuyáng Xuě"}
    assert sum(t.text == "单晓明" for t in tokens) == 2


def test_a_name_that_is_a_common_word_stays_a_word_in_the_text(resources: Resources) -> None:
    tokens = _tokens("新学校\n\n老师对学生很宽容。\n\n（本报记者王星、宽容整理）", resources)
    assert [t.name for t in tokens if t.text == "宽容"] == [None, NameKind.PERSON]


def test_corrections_of_cut_reading_and_gloss(resources: Resources) -> None:
    sidecar = """
source: x
rights: y
corrections:
  - {text: 研究生命, words: [研究, 生命]}
  - {text: 行, before: 很, pinyin: háng, gloss: expert}
"""
    tokens = _tokens("他研究生命。他很行。他行。", resources, sidecar)
    assert [t.text for t in tokens][1:3] == ["研究", "生命"]
    first, second = [t for t in tokens if t.text == "行"]
    assert first.reading
    assert first.reading.spelling == "háng"
    assert first.reading.origin is Origin.CORRECTION
    assert first.gloss
    assert first.gloss.short == "expert"
    assert first.gloss.origin is Origin.CORRECTION
    assert second.reading
    assert second.reading.origin is not Origin.CORRECTION


def test_a_correction_that_fits_nowhere_is_an_error_at_its_place(resources: Resources) -> None:
    sidecar = "source: x\nrights: y\ncorrections:\n  - {text: 行, before: 太, pinyin: xíng}\n"
    found = [f for f in annotated("他很行。", resources, sidecar).findings if f.code == "S018"]
    assert [(f.path, f.line) for f in found] == [("test.yaml", 4)]


def test_what_nobody_knows_is_a_finding(resources: Resources) -> None:
    document = annotated("他姓\U00030000，住在沙拉哇图村。", resources)
    found = {f.code: f.message for f in document.findings}
    assert "\U00030000" in found["R001"]


def test_unknown_words_are_reported_once_with_their_sentence(plain_resources: Resources) -> None:
    document = annotated("卡尔维诺斯基来了。卡尔维诺斯基走了。", plain_resources)
    for found in document.findings:
        assert found.code in CODES
    assert len({f.message for f in document.findings}) == len(document.findings)


def test_hostile_text_is_text(resources: Resources) -> None:
    text = "<script>alert('x')</script>{{ 7*7 }} & \"引号\"。"
    assert "".join(t.text for t in _tokens(text, resources)) == text


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\xa0", "\u3000\n"])
def test_an_empty_file_is_refused(text: str, resources: Resources) -> None:
    with pytest.raises(SourceError, match="empty"):
        annotated(text, resources)


@pytest.mark.parametrize("text", ["Only Latin text here.", "ひらがな", "123", "。", "𠀀", "\u200b好", "a"])
def test_odd_texts_are_annotated(text: str, resources: Resources) -> None:
    assert "".join(t.text for t in _tokens(text, resources)) == text.strip()


def test_passes_declare_what_they_need() -> None:
    check_order(PASSES)
    with pytest.raises(ValueError, match="needs"):
        check_order(PASSES[2:])
    with pytest.raises(ValueError, match="second time"):
        check_order((*PASSES, Pass("again", lambda article, _: article, frozenset(), frozenset({"levels"}))))
