"""The JSON contract ``duben/1``: what ``duben annotate --json`` prints (schema: docs/duben-1.schema.json)."""

from __future__ import annotations

from reader.findings import as_dict
from reader.model import Article, Block, Document, Sentence, Token

SCHEMA = "duben/1"


def as_json(document: Document) -> dict[str, object]:
    """The document as the contract has it, ready for :func:`json.dumps`."""
    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "title": document.title,
            "articles": [_article(article) for article in document.articles],
        },
        "findings": [as_dict(found) for found in document.findings],
    }


def _article(article: Article) -> dict[str, object]:
    return {"id": article.id, "title": article.title, "blocks": [_block(block) for block in article.blocks]}


def _block(block: Block) -> dict[str, object]:
    return {
        "id": block.id,
        "kind": str(block.kind),
        "level": block.level,
        "lines": [block.place.line, block.last_line],
        "sentences": [_sentence(sentence) for sentence in block.sentences],
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {
        "id": sentence.id,
        "text": sentence.text,
        "translation": sentence.translation,
        "tokens": [_token(token) for token in sentence.tokens],
        "mentions": [{"term": m.term, "first": m.first, "last": m.last} for m in sentence.mentions],
    }


def _token(token: Token) -> dict[str, object]:
    reading, gloss = token.reading, token.gloss
    vouching = reading or gloss
    return {
        "text": token.text,
        "kind": str(token.kind),
        "pinyin": reading.spelling if reading else None,
        "syllables": list(reading.syllables) if reading and reading.syllables is not None else None,
        "spoken": reading.spoken if reading else None,
        "gloss": gloss.short if gloss else None,
        "level": token.level,
        "origin": str(vouching.origin) if vouching else None,
    }
