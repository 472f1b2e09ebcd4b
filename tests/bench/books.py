"""The same annotated text as input of several typesetters: an edition for this program, markup for the others."""

from __future__ import annotations

import html
import random
from collections.abc import Iterator
from dataclasses import replace

import pylopdf_fonts_zh_cn

from reader.annotate import Seed, annotate
from reader.edition import (
    EDITIONS,
    ArticleVocabulary,
    BlockView,
    Colophon,
    Edition,
    Entry,
    IndexEntry,
    IndexGroup,
    Run,
    Word,
    derive,
)
from reader.passes import Resources
from reader.segmenter.vocabulary import jieba_file

_COLOPHON = Colophon("Duben", "bench")
_SEED_WORDS = 2_433
"""How many words the seed has: the unit of the larger texts."""

_PARAGRAPH = 30
"""Its words a paragraph."""


def larger(times: int, resources: Resources) -> Edition:
    """A text so many times as long as the seed, of words drawn by their frequency in jieba's corpus: the vocabulary
    grows with it, as in real text."""
    draw = random.Random(times)
    lines = (line.split(" ") for line in jieba_file().read_text(encoding="utf-8").splitlines())
    words, weights = zip(*((word, int(count)) for word, count, _ in lines), strict=True)
    paragraphs = []
    for _ in range(_SEED_WORDS * times // _PARAGRAPH):
        drawn = draw.choices(words, weights, k=_PARAGRAPH)
        paragraphs.append("，".join("".join(drawn[at : at + 10]) for at in range(0, _PARAGRAPH, 10)) + "。")
    document = annotate(Seed("bench", "bench.txt", "\n\n".join(paragraphs).encode()), resources)
    return derive(document, {}, replace(EDITIONS["full"], glosses="none", vocabulary=False), _COLOPHON)


def body_of(edition: Edition) -> Edition:
    """The text with its pinyin alone, which is what the others set: without terms, names, notes and lists."""
    return replace(
        edition, spec=replace(edition.spec, glosses="none", translation="none"),
        articles=tuple(
            replace(article, parts=tuple(replace(part, blocks=tuple(map(_plain, part.blocks))) for part in article.parts))
            for article in edition.articles
        ),
        vocabulary=(), glossary=(), sources=(), names=(), by_pinyin=(), by_english=(),
    )  # fmt: skip


def _plain(block: BlockView) -> BlockView:
    words = tuple(replace(word, name=None) for run in block.runs for word in run.words)
    return replace(block, notes=(), groups=(), sentences=(replace(block.sentences[0], runs=(Run(words),)),))


def with_entries(edition: Edition, count: int) -> Edition:
    """The text with so many entries in its vocabulary and so many lines in its index."""
    place = [e.refs for g in edition.by_pinyin for e in g.entries] or [()]
    entries = tuple(
        Entry(f"词语{number}", "cíyǔ", f"a gloss of some length, number {number}", 6, place[number % len(place)], 3)
        for number in range(count)
    )
    lines = tuple(IndexEntry(f"cíyǔ {entry.text}", entry.text, None, entry.refs) for entry in entries)
    return replace(
        edition,
        vocabulary=(ArticleVocabulary("a1", "", entries),) if entries else (),
        by_pinyin=(IndexGroup("C", lines),) if lines else (),
        by_english=(), names=(), glossary=(), sources=(),
    )  # fmt: skip


def _paragraphs(edition: Edition) -> Iterator[Iterator[Word]]:
    for article in edition.articles:
        for part in article.parts:
            for block in part.blocks:
                yield (word for run in block.runs for word in run.words)


def typst_of(edition: Edition) -> str:
    """Typst markup: a box for each word, with its pinyin stacked over it."""
    head = (
        '#set page(width: 170mm, height: 240mm, margin: (x: 18mm, y: 21mm), numbering: "1")\n'
        '#set text(font: "Noto Serif SC", size: 11.5pt, lang: "zh")\n#set par(justify: true, leading: 1em)\n'
        '#let r(p, w) = box(grid(align: center, row-gutter: .25em, text(.52em, font: "Noto Sans SC", p), w))\n'
    )
    return head + "\n\n".join("".join(map(_typst_word, words)) for words in _paragraphs(edition)) + "\n"


def _typst_word(word: Word) -> str:
    gap = "#h(.26em, weak: true)" if word.gap else ""
    if word.ruby:
        return f"{gap}#r[{word.ruby}][{word.text}]"
    return gap + "".join(f"\\{ch}" if ch in "#*_`$@<>\\[]~/=+-" else ch for ch in word.text)


def html_of(edition: Edition) -> str:
    """HTML with native ruby."""
    faces = "".join(
        f'@font-face{{font-family:{name};src:url("file://{path}")}}'
        for name, path in (("serif-sc", pylopdf_fonts_zh_cn.serif_path()), ("sans-sc", pylopdf_fonts_zh_cn.sans_path()))
    )
    style = (
        f"{faces}@page{{size:170mm 240mm;margin:21mm 18mm}}body{{font:11.5pt/2.15 serif-sc;margin:0}}"
        "p{text-align:justify;margin:0 0 2.6mm}ruby{white-space:nowrap;margin-right:.26em}rt{font:.52em sans-sc}"
    )
    body = "".join("<p>" + "".join(map(_html_word, words)) + "</p>\n" for words in _paragraphs(edition))
    return f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>bench</title><style>{style}</style>{body}'


def _html_word(word: Word) -> str:
    text = html.escape(word.text)
    return f"<ruby>{text}<rt>{html.escape(word.ruby)}</rt></ruby>" if word.ruby else text
