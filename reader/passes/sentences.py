"""Blocks into sentences: after 。！？…… with the closers that belong to them, never inside an embedded quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.hanzi import CLOSERS, OPENERS, PAIRS
from reader.model import Article, Block, BlockKind, Sentence
from reader.passes.resources import Resources

_ENDS = frozenset("。！？!?")
_ELLIPSIS = frozenset("…⋯")
_SPLIT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.NOTE, BlockKind.CAPTION})
"""Kinds that hold running text; a title or a name line is one sentence."""
_MAX_NESTING = 8
_SPEECH_TAG = re.compile(r"[^，。！？：；“”]{0,10}(?:说|道|问|答|喊|叫|回忆|表示|感慨|介绍)")
"""“你好！”他笑着说。: what is said and who says it are one sentence."""


def split_sentences(article: Article, _resources: Resources) -> Article:
    """Give every block its sentences, named ``BLOCK.s1``, ``BLOCK.s2`` …; sentences that are right already stay."""
    return replace(article, blocks=tuple(_split_block(block) for block in article.blocks))


def _split_block(block: Block) -> Block:
    texts = tuple(sentence_texts(block.text)) if block.kind in _SPLIT else (block.text,)
    if texts == tuple(sentence.text for sentence in block.sentences):
        return block
    return replace(
        block, sentences=tuple(Sentence(f"{block.id}.s{number}", text) for number, text in enumerate(texts, start=1))
    )


def sentence_texts(text: str) -> Iterator[str]:
    """The sentences of a paragraph, in order; joined they are the paragraph."""
    start = 0
    inside = _embedded(text)
    position = 0
    while position < len(text):
        end = _end_at(text, position)
        if end is None or inside[position]:
            position += 1
            continue
        if end < len(text):
            yield text[start:end]
            start = end
        position = end
    if start < len(text):
        yield text[start:]


def _end_at(text: str, position: int) -> int | None:
    """Where a sentence that has its final mark at ``position`` ends, marks and closers included; None if it has not."""
    ch = text[position]
    if ch not in _ENDS and ch not in _ELLIPSIS and not (ch == "." and _is_latin_stop(text, position)):
        return None
    end = position
    while end < len(text) and (text[end] in _ENDS or text[end] in _ELLIPSIS or text[end] == "."):
        end += 1
    while end < len(text) and (text[end] in CLOSERS or text[end] in "\"'"):
        end += 1
    while end < len(text) and text[end] in " \t\u3000\xa0":
        end += 1
    following = text[end : end + 1]
    if following and following in "，、；：,;:）》〉":
        return None  # the sentence goes on: “……。”，他说
    if ch in _ELLIPSIS and following in ("等", "的"):
        return None
    return end


def _is_latin_stop(text: str, position: int) -> bool:
    """A full stop of Latin text: after a letter or digit, before a space or the end."""
    following = text[position + 1 : position + 2]
    return position > 0 and text[position - 1].isascii() and text[position - 1].isalpha() and following in ("", " ")


def _embedded(text: str) -> list[bool]:
    """For each character, whether it stands in a quotation or bracket that its sentence goes on behind.

    A quotation that opens a sentence and ends with it may hold several sentences; one in mid-sentence is part of it.
    """
    inside = [False] * len(text)
    stack: list[int] = []
    for position, ch in enumerate(text):
        if ch in OPENERS and len(stack) < _MAX_NESTING:
            stack.append(position)
        elif ch in CLOSERS and stack and PAIRS[text[stack[-1]]] == ch:
            opened = stack.pop()
            if not _stands_alone(text, opened, position):
                # the mark right before the closer may still end the sentence that goes around the quotation
                inside[opened : position - 1] = [True] * max(0, position - 1 - opened)
                inside[position - 1] = inside[position - 1] or not _ends_here(text, position)
    return inside


def _stands_alone(text: str, opened: int, closed: int) -> bool:
    """Whether the quotation is whole sentences: nothing before it in its sentence, a final mark in it, and a new
    sentence or the end behind it."""
    before = text[:opened].rstrip()
    begins = not before or before[-1] in _ENDS or before[-1] in "：:" or before[-1] in CLOSERS
    return begins and text[closed - 1] in _ENDS | _ELLIPSIS and _ends_here(text, closed)


def _ends_here(text: str, closed: int) -> bool:
    """Whether a sentence may end behind this closer: at the end of the text, or before text that starts anew."""
    following = text[closed + 1 :].lstrip("".join(CLOSERS) + " \u3000")
    if not following:
        return True
    if text[closed - 1] not in "。！!" or following[0] in "，、；：,;:的地得和与及等":
        return False
    return text[closed] in "）)" or (text[closed] in "”』」" and _SPEECH_TAG.match(following) is None)
