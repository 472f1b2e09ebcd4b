"""The real seed, end to end: everything the page holds is in the edition as what it is."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from reader.findings import Severity
from reader.hanzi import is_han
from reader.lexicon.surnames import surname_of
from reader.model import Block, BlockKind, Document, EditKind, NameKind, Sentence, Token, TokenKind
from reader.passes import Resources
from reader.sources.decode import encode
from reader.sources.lines import apply, revert
from tests.conftest import SEED


def _blocks(document: Document) -> list[Block]:
    return [block for article in document.articles for block in article.blocks]


def _sentences(document: Document) -> list[Sentence]:
    return list(chain.from_iterable(block.sentences for block in _blocks(document)))


def _tokens(document: Document) -> list[Token]:
    return list(chain.from_iterable(sentence.tokens for sentence in _sentences(document)))


def test_articles_and_their_titles(document: Document) -> None:
    assert [article.title for article in document.articles] == [
        "相得益彰，下好区域协调发展“一盘棋”",
        "破解跨地“扎根”的民生问题",
        "守护江豚的“微笑”",
        "“经济洼地”在都市圈中蜕变",
        "以数据为纽带，助力高质量发展",
        "",
    ]


def test_every_part_of_the_page_is_what_it_is(document: Document) -> None:
    kinds = Counter(block.kind for block in _blocks(document))
    assert kinds == {
        BlockKind.MASTHEAD: 2,
        BlockKind.TITLE: 5,
        BlockKind.SPEAKER: 5,
        BlockKind.HEADING: 3,
        BlockKind.KICKER: 4,
        BlockKind.BYLINE: 5,
        BlockKind.NOTE: 1,
        BlockKind.CAPTION: 4,
        BlockKind.CREDIT: 4,
        BlockKind.IMPRINT: 2,
        BlockKind.PARAGRAPH: 38,
    }
    headings = [block.text for block in _blocks(document) if block.kind is BlockKind.HEADING]
    assert headings == [
        "认识促进区域协调发展的重大意义",
        "把握好促进区域协调发展的四对关系",
        "全面推动区域协调发展向更高水平迈进",
    ]


def test_no_broken_paragraph_and_no_wrong_join(document: Document) -> None:
    joined = [(b.place.line, b.last_line) for b in _blocks(document) if b.place.line != b.last_line]
    assert joined == [(31, 33), (65, 67), (89, 91), (109, 111), (113, 115), (131, 135), (137, 139), (141, 143)]
    for block in _blocks(document):
        if block.kind is BlockKind.PARAGRAPH:
            assert block.text.rstrip("”")[-1] in "。？！", block.text


def test_repairs_are_on_record_and_nothing_else_is_changed(document: Document) -> None:
    repairs = [(e.place.line, e.before, e.after) for e in document.edits if e.kind is EditKind.REPAIR]
    assert repairs == [(3, "高质量 发展", "高质量发展"), (17, "生括", "生活"), (135, "低成本", "成本")]
    assert document.source is not None
    repaired = apply(document.source.text, document.edits)
    assert encode(revert(repaired, document.edits), document.source.encoding) == SEED.read_bytes()
    assert {f.code for f in document.findings if f.code.startswith("S0")} == {"S003", "S004"}


def test_every_character_has_a_reading(document: Document) -> None:
    for token in _tokens(document):
        if token.kind is TokenKind.WORD:
            assert token.reading is not None, token
            assert token.reading.syllables is not None, token
            pairs = zip(token.text, token.reading.syllables, strict=True)
            assert all(syllable or not is_han(ch) for ch, syllable in pairs), token
        elif any(is_han(ch) for ch in token.text):
            assert token.reading is not None, token
            assert token.reading.spoken, token


def test_every_word_is_explained_or_reported(document: Document) -> None:
    reported = {f.message.split(" ")[0] for f in document.findings if f.code == "R002"}
    for sentence in _sentences(document):
        covered = {i for m in sentence.mentions for i in range(m.first, m.last + 1)}
        for index, token in enumerate(sentence.tokens):
            if token.kind is TokenKind.WORD and len(token.text) > 1 and index not in covered:
                assert token.gloss or token.name or token.text in reported, token.text


def test_nothing_is_left_to_settle(document: Document) -> None:
    assert [f for f in document.findings if f.severity is not Severity.INFO] == []


def test_names_are_whole(document: Document) -> None:
    names = {t.text: t.reading.spelling for t in _tokens(document) if t.name is NameKind.PERSON and t.reading}
    assert names == {
        "侯永志": "Hóu Yǒngzhì", "习近平": "Xí Jìnpíng", "栗翘楚": "Lì Qiáochǔ", "刘佳": "Liú Jiā",
        "刘硕豪": "Liú Shuòháo", "李雪晴": "Lǐ Xuěqíng", "程伟": "Chéng Wěi", "李希蒙": "Lǐ Xīméng",
        "吴曲波": "Wú Qūbō", "王星": "Wáng Xīng", "刘森君": "Liú Sēnjūn", "朱贊": "Zhū Zàn", "宽容": "Kuān Róng",
        "宋烨文": "Sòng Yèwén", "唐焱": "Táng Yàn", "白之羽": "Bái Zhīyǔ", "韩春瑶": "Hán Chūnyáo",
        "王东辉": "Wáng Dōnghuī", "汪哲平": "Wāng Zhépíng",
    }  # fmt: skip
    assert all(surname_of(name) for name in names)


def test_the_terms_of_the_page_are_in_the_glossary(document: Document, resources: Resources) -> None:
    used = {resources.glossary.by_id[m.term].term for s in _sentences(document) for m in s.mentions}
    wanted = {
        "东数西算", "飞地经济", "京津冀协同发展", "长江经济带发展", "粤港澳大湾区", "长三角一体化发展", "高质量发展",
        "黄河流域生态保护和高质量发展", "区域协调发展", "区域重大战略", "共同富裕", "全国统一大市场", "制度型开放",
        "营商环境", "五位一体", "绿水青山就是金山银山", "西部大开发", "东北全面振兴", "中国式现代化", "新发展格局",
    }  # fmt: skip
    assert wanted <= used
    assert len(used) >= 100
