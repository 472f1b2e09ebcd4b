"""A small book made for these tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reader.model import Article
from reader.outputs import pdf
from reader.templates import environment
from tests.samples import DOCUMENT, K, block, edition, sentence

TEXT = (
    "去年/qùnián， 村里/cūnli 推进/tuījìn 「绿色/lǜsè 转型/zhuǎnxíng」， 河边/hébiān 的/de 土地/tǔdì 种上/zhòngshàng 了/le 树/shù。",
    "老人/lǎorén 说/shuō：“ 装上/zhuāngshàng 双层/shuāngcéng 窗/chuāng， 床/chuáng 就/jiù 不/bù 冷/lěng 了/le！”“ 好/hǎo！”…… 大家/dàjiā 笑/xiào 了/le —— 真的/zhēnde。",
    "《 县志/xiànzhì 》（ 南京/Nánjīng 版/bǎn ） 里/lǐ 没有/méiyǒu 这/zhè 一/yī 段/duàn，“ 公益/gōngyì ” 二/èr 字/zì 也/yě 是/shì 后来/hòulái 才/cái 有/yǒu 的/de。",
)


@cache
def book(**changes: object) -> bytes:
    """The book as a PDF, with changes to its edition."""
    first, second, third = DOCUMENT.articles
    long = tuple(
        block(
            f"a1.c{number}", K.PARAGRAPH, *(sentence(line) for line in TEXT[number:] + TEXT[:number]), sentence(TEXT[1])
        )
        for number in range(3)
    )
    document = replace(DOCUMENT, articles=(first, Article("a1", second.title, (*second.blocks, *long)), third))
    made, warnings = pdf.write(edition(document=document, **changes), environment())  # type: ignore[arg-type]
    assert warnings == ()
    return made
