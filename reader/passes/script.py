"""Traditional characters: the passes see the simplified ones that they stand for, the text keeps its own.

Only what stands for one character is exchanged, so that every offset stays; one list of words, readings and rules
then serves texts in both scripts, and those that mix them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.model import Article, Block, Sentence, with_sentences
from reader.passes.resources import Resources


def in_simplified(article: Article, simplified: Callable[[str], str]) -> Article:
    """The article in simplified characters; the same object where it is so already."""
    blocks = tuple(_simplified(block, simplified) for block in article.blocks)
    same = all(new is old for new, old in zip(blocks, article.blocks, strict=True))
    return article if same else replace(article, blocks=blocks)


def _simplified(block: Block, simplified: Callable[[str], str]) -> Block:
    text = block.text
    plain = simplified(text)
    return block if plain == text else _with_text(block, plain)


def decisions_in_simplified(resources: Resources, simplified: Callable[[str], str]) -> Resources:
    """The resources with what the editor says about words and names of the text in simplified characters too."""
    corrections = tuple(
        replace(
            correction,
            text=simplified(correction.text),
            before=simplified(correction.before),
            after=simplified(correction.after),
            words=tuple(map(simplified, correction.words)),
        )
        for correction in resources.corrections
    )
    names = {simplified(name): kind for name, kind in resources.names.items()}
    return replace(resources, corrections=corrections, names=names)


def with_own_characters(article: Article, own: Article) -> Article:
    """The annotated article with the characters of ``own``, which has the same blocks."""
    if all(block.text == old.text for block, old in zip(article.blocks, own.blocks, strict=True)):
        return article
    blocks = tuple(_with_text(block, old.text) for block, old in zip(article.blocks, own.blocks, strict=True))
    return replace(article, blocks=blocks)


def _with_text(block: Block, text: str) -> Block:
    """The block with other characters, as many, and everything else as it was."""
    sentences, start = [], 0
    for sentence in block.sentences:
        end = start + len(sentence.text)
        sentences.append(_sentence_with_text(sentence, text[start:end]))
        start = end
    return with_sentences(block, tuple(sentences))


def _sentence_with_text(sentence: Sentence, text: str) -> Sentence:
    if sentence.text == text:
        return sentence
    tokens, start = [], 0
    for token in sentence.tokens:
        end = start + len(token.text)
        tokens.append(token if token.text == text[start:end] else replace(token, text=text[start:end]))
        start = end
    return replace(sentence, text=text, tokens=tuple(tokens))
