"""A small annotated document, written for the tests of editions and outputs, and what belongs to it."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from reader.edition import EDITIONS, Colophon, Edition, derive
from reader.findings import finding
from reader.interlinear import parse_sentence
from reader.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Edit,
    EditKind,
    Gloss,
    Meta,
    NameKind,
    Origin,
    Place,
    Rendering,
    Sentence,
    SourceText,
    Term,
    TermStatus,
    Token,
    TokenKind,
)

PATH = "seeds/village.txt"

TERMS = {
    "lvse-zhuanxing": Term(
        "lvse-zhuanxing", "绿色转型", "lǜsè zhuǎnxíng", "green transition",
        aliases=("绿色转变",), english=("green transition", "shift to green growth"),
        definition="Changing how things are made so that it harms nature less.", literal="green turning",
        domain="ecology", since="2012-11", sources=("《村报》, 2012-11", "《县志》, 2014"),
        see=("shuangxunhuan", "gongyi"), status=TermStatus.REVIEWED,
    ),
    "gongyi": Term("gongyi", "公益", "gōngyì", "public good", english=("public good",), sources=("《县志》, 2014",)),
    "shuangxunhuan": Term("shuangxunhuan", "双循环", "shuāngxúnhuán", "dual circulation"),
}  # fmt: skip

IDS = {term.term: term.id for term in TERMS.values()} | {"綠色轉型": "lvse-zhuanxing"}

WORDS: dict[str, tuple[str | None, int | None, NameKind | None]] = {
    "河边": ("riverside", 4, None),
    "村子": ("village", 3, None),
    "讲述人": ("the one who tells it", None, None),
    "李明": ("Li Ming", None, NameKind.PERSON),
    "南京": ("city in Jiangsu", None, NameKind.PLACE),
    "推进": ("to push forward", 6, None),
    "绿色": ("green", 2, None),
    "转型": ("transformation", 7, None),
    "收入": ("income", 3, None),
    "种树": ("to plant trees", 6, None),
    "公益": ("public good", 7, None),
    "茶园": ("tea garden", None, None),
}


def _annotated(token: Token) -> Token:
    short, level, name = WORDS.get(token.text, (None, 1, None))
    gloss = Gloss(short, (short,), Origin.DICTIONARY) if short else None
    return replace(token, gloss=gloss, level=level, name=name)


def sentence(line: str, translation: str | None = None) -> Sentence:
    """A sentence in the interlinear notation, with the glosses of the sample."""
    parsed = parse_sentence(line, ids=IDS)
    return replace(parsed, tokens=tuple(map(_annotated, parsed.tokens)), translation=translation)


def block(id_: str, kind: BlockKind, *sentences: Sentence, line: int = 1) -> Block:
    """A block of these sentences."""
    level = {BlockKind.TITLE: 1, BlockKind.HEADING: 2}.get(kind)
    named = tuple(replace(s, id=f"{id_}.s{number}") for number, s in enumerate(sentences, 1))
    return Block(id_, kind, level, named, Place(PATH, line), line)


K = BlockKind

SEED = "读书 周报\n河边的村子\n村里推进绿色专型，\n\n收入增长8.5%。\n"

DOCUMENT = Document(
    id="village",
    title="河边的村子",
    meta=Meta(
        title="河边的村子", title_en="The village by the river", author="李明", source="《村报》",
        source_en="The Village Post", date="2024", rights="© the villagers", note="A story.",
    ),
    rendering=Rendering("seeds/village.en.txt", "en", "en", ("By the villagers.",)),
    articles=(
        Article("a0", "", (block("a0.b1", K.MASTHEAD, sentence("读书/dúshū 周报/zhōubào")),)),
        Article(
            "a1",
            "河边的村子",
            (
                block("a1.b1", K.TITLE, sentence("河边/hébiān 的/de 村子/cūnzi")),
                block("a1.b2", K.SPEAKER, sentence("讲述人/jiǎngshùrén： 李明/Lǐ_Míng")),
                block(
                    "a1.b3", K.PARAGRAPH,
                    sentence(
                        "村里/cūnli 推进/tuījìn 「绿色/lǜsè 转型/zhuǎnxíng」， 收入/shōurù 增长/zēngzhǎng 8.5%=bǎi_fēn_zhī_bā_diǎn_wǔ。",
                        "The village pushes its green transition, and incomes grow by 8.5 percent.",
                    ),
                ),
                block("a1.b4", K.HEADING, sentence("「绿色/lǜsè 转型/zhuǎnxíng」 的/de 意义/yìyì")),
                block(
                    "a1.b5", K.PARAGRAPH,
                    sentence("“ 先/xiān 种树/zhòngshù， 再/zài 修路/xiūlù。”"),
                    sentence("老人/lǎorén 这样/zhèyàng 说/shuō。 李明/Lǐ_Míng 来自/láizì 南京/Nánjīng。"),
                ),
                block("a1.b6", K.BYLINE, sentence("（ 李明/Lǐ_Míng 整理/zhěnglǐ）")),
            ),
        ),
        Article(
            "a2",
            "山上的茶",
            (
                block("a2.b1", K.KICKER, sentence("故事/gùshi 二/èr")),
                block("a2.b2", K.TITLE, sentence("山上/shānshang 的/de 茶/chá")),
                block(
                    "a2.b3", K.PARAGRAPH,
                    sentence("村里/cūnli 推进/tuījìn 「绿色/lǜsè 转型/zhuǎnxíng」， 也/yě 做/zuò 「公益/gōngyì」。 推进/tuījìn 5=wǔ 次/cì。"),
                ),
                block("a2.b4", K.CAPTION, sentence("图/tú ①=yī： 茶园/cháyuán。")),
                block("a2.b5", K.CREDIT, sentence("李明/Lǐ_Míng 摄/shè")),
                block("a2.b6", K.IMPRINT, sentence("责编/zébiān： 李明/Lǐ_Míng")),
            ),
        ),
    ),
    findings=(
        finding("S003", PATH, 4, 1, "joined"),
        finding("R002", PATH, 3, 2, "in no dictionary"),
    ),
    edits=(
        Edit(EditKind.REPAIR, SEED.index("专型"), "专型", "转型", Place(PATH, 3, 7), "专 for 转"),
        Edit(EditKind.JOIN, SEED.index("\n\n"), "\n\n", "", Place(PATH, 4), "broken by a column"),
    ),
    source=SourceText(PATH, "utf-8", "0" * 64, SEED),
)  # fmt: skip

COLOPHON = Colophon("Duben", "0.0.1", "CC-CEDICT, a release of the tests", "HSK, a list of the tests", "2024-05-06")


def edition(name: str = "full", document: Document = DOCUMENT, **changes: object) -> Edition:
    """An edition of the sample, with changes to its spec."""
    spec = replace(EDITIONS[name], **changes)  # type: ignore[arg-type]
    return derive(document, TERMS, spec, COLOPHON)


TRADITIONAL = replace(
    DOCUMENT,
    title="山上的經濟",
    meta=Meta(title="山上的經濟", author="李明", source="《縣報》"),
    articles=(
        Article(
            "a1",
            "山上的經濟",
            (
                block("a1.b1", K.TITLE, sentence("山上/shānshang 的/de 經濟/jīngjì")),
                block("a1.b2", K.PARAGRAPH, sentence("「綠色/lǜsè 轉型/zhuǎnxíng」 以後/yǐhòu， 也/yě 做/zuò 「公益/gōngyì」， 茶/chá 賣/mài 得/de 好/hǎo。")),
                block("a1.b3", K.PARAGRAPH, sentence("经济/jīngjì 发展/fāzhǎn 得/de 很/hěn 快/kuài。")),
            ),
        ),
    ),
    edits=(),
)  # fmt: skip
"""A text in traditional characters with one paragraph in simplified ones."""

PLAIN = str.maketrans("經濟後綠轉賣", "经济后绿转卖")


def traditional(name: str = "full", **changes: object) -> Edition:
    """An edition of that text."""
    spec = replace(EDITIONS[name], **changes)  # type: ignore[arg-type]
    return derive(TRADITIONAL, TERMS, spec, COLOPHON, simplified=lambda text: text.translate(PLAIN))


HOSTILE = '</style><script>alert("1")</script> {{ 7 * 7 }} {% raw %} \' & <!-- ]]>'


def hostile() -> tuple[Document, dict[str, Term]]:
    """The sample with a nasty string in every place that a user's file can fill."""
    text = Sentence("s", HOSTILE, (Token(HOSTILE, TokenKind.PUNCT),), translation=HOSTILE)
    gloss = Gloss(HOSTILE, (HOSTILE,), Origin.LEXICON)
    word = replace(sentence("村子/cūnzi").tokens[0], gloss=gloss, level=None, name=NameKind.PLACE)
    named = Sentence("t", "村子", (word,))
    term = replace(
        TERMS["lvse-zhuanxing"], short=HOSTILE, english=(HOSTILE,), definition=HOSTILE, literal=HOSTILE,
        domain=HOSTILE, since=HOSTILE, sources=(HOSTILE,), aliases=(HOSTILE,), forbidden=(HOSTILE,),
    )  # fmt: skip
    meta = Meta(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    first, second, third = DOCUMENT.articles
    extra = (block("a1.b7", K.PARAGRAPH, text, named), block("a1.b8", K.HEADING, text), block("a1.b9", K.NOTE, text))
    changed = replace(second, title=HOSTILE, blocks=(*second.blocks, *extra))
    edits = tuple(replace(edit, before=HOSTILE, after=HOSTILE, reason=HOSTILE) for edit in DOCUMENT.edits)
    document = replace(DOCUMENT, title=HOSTILE, meta=meta, articles=(first, changed, third), edits=edits)
    return document, {**TERMS, term.id: term}


class VisibleText(HTMLParser):
    """What a page shows of each element with ``data-block``, without its pinyin and folded translations."""

    VOID = frozenset({"br", "hr", "img", "link", "meta", "wbr", "input"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: dict[str, str] = {}
        self._block: str | None = None
        self._depth = 0
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("rt", "details"):
            self._hidden = True
        if tag == "rt":
            return
        name = dict(attrs).get("data-block")
        if name is not None:
            self._block, self._depth = name, 0
            self.blocks[name] = ""
        elif self._block is not None and tag not in self.VOID:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "rt":
            return
        if tag in ("ruby", "details"):
            self._hidden = False
        if self._block is not None:
            if self._depth == 0:
                self._block = None
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._block is not None and not self._hidden:
            self.blocks[self._block] += data


def visible(page: str) -> dict[str, str]:
    """The text of each block of a page, by its anchor."""
    parser = VisibleText()
    parser.feed(page)
    parser.close()
    return parser.blocks
