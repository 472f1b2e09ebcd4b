"""The notation of ``duben show``, of the fixtures and of the docs."""

from __future__ import annotations

import pytest

from reader.interlinear import NotationError, parse_sentence, print_sentence
from reader.model import Mention, TokenKind

LINES = [
    "推动/tuīdòng 「双循环/shuāngxúnhuán」，",
    "他/tā 2023年=èr_líng_èr_sān_nián 来/lái 北京/Běijīng。",
    "用/yòng 5G~wǔ_G 和/hé AI~A_I……",
    "一会儿/yīhuìr” 「“ 五位一体/wǔwèi-yītǐ」”。",
    "王/Wáng␣ 明/Míng␣3000 好/hǎo",
    "甲/jiǎ） ） 乙/ \\/ \\/",
    "「全国/quánguó 统一/tǒngyī 大/dà 市场/shìchǎng」 「市场/shìchǎng」",
    "A\\/B~ -",
]


@pytest.mark.parametrize("line", LINES)
def test_printing_what_was_parsed_gives_the_line(line: str) -> None:
    assert print_sentence(parse_sentence(line)) == line


def test_the_parts_of_a_line() -> None:
    sentence = parse_sentence("推动/tuīdòng 「双循环/shuāngxúnhuán」，", ids={"双循环": "shuang-xunhuan"})
    assert sentence.text == "推动双循环，"
    assert [token.kind for token in sentence.tokens] == [TokenKind.WORD, TokenKind.WORD, TokenKind.PUNCT]
    assert sentence.mentions == (Mention("shuang-xunhuan", 1, 1),)
    assert sentence.tokens[1].reading is not None
    assert sentence.tokens[1].reading.syllables == ("shuāng", "xún", "huán")


def test_erhua_leaves_er_without_a_syllable_of_its_own() -> None:
    token = parse_sentence("一会儿/yīhuìr").tokens[0]
    assert token.reading is not None
    assert token.reading.syllables == ("yī", "huìr", None)


@pytest.mark.parametrize("line", ["推动/tuī", "「推动/tuīdòng", "推动/tuīdòng」", "「」", "/tuī"])
def test_what_is_not_notation_is_refused(line: str) -> None:
    with pytest.raises(NotationError):
        parse_sentence(line)
