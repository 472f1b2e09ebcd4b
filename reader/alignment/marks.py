"""Marks between the translations of sentences, written into the text of a translation and nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.alignment.links import SURE, Alignment, Link
from reader.sources.translation import ADDED, MARK, UNTRANSLATED, Paragraph

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_WORD: Final = re.compile(r"[^\s\ufeff]+")
_Word = re.Match[str]
_Part = tuple[str, int]
"""What stands before the words of a part (:data:`UNTRANSLATED`, :data:`ADDED`, nothing), and how many words it has."""


def with_marks(text: str, alignment: Alignment) -> str:
    """The text of the translation (as the file has it, line breaks included) with marks in the paragraphs that have
    none and whose links are all sure. Reading and aligning it again gives the same links."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    inserts: list[tuple[int, str]] = []
    for passage in alignment.passages:
        paragraphs = [alignment.translation.paragraphs[number] for number in passage.paragraphs]
        links = [link for link in alignment.links if link.block in passage.blocks]
        if any(len(paragraph.parts) > 1 for paragraph in paragraphs) or not _all_sure(links):
            continue
        words = [_words(text, starts, paragraph) for paragraph in paragraphs]
        parts = _by_paragraph(links, [len(found) for found in words])
        if all(words) and parts is not None and sum(map(len, parts)) > len(parts):
            inserts += (insert for these, those in zip(words, parts, strict=True) for insert in _inserts(these, those))
    for offset, mark in sorted(inserts, reverse=True):
        text = text[:offset] + mark + text[offset:]
    return text


def _all_sure(links: Sequence[Link]) -> bool:
    return bool(links) and all(link.confidence >= SURE for link in links if link.is_whole)


def _words(text: str, starts: Sequence[int], paragraph: Paragraph) -> list[_Word]:
    """The words of a paragraph where they stand; none if the file has something else there, such as markup."""
    wanted = paragraph.text.split()
    found = _WORD.finditer(text, starts[paragraph.place.line - 1])
    words = [word for word, _ in zip(found, wanted, strict=False)]
    return words if [word[0] for word in words] == wanted else []


def _by_paragraph(links: Sequence[Link], room: Sequence[int]) -> list[list[_Part]] | None:
    """The parts of each paragraph, which has room for so many words; None if a link reaches over a border."""
    parts: list[list[_Part]] = [[] for _ in room]
    number, used = 0, 0
    for link in links:
        size = len(link.text.split())
        if used == room[number] and size and number + 1 < len(room):
            number, used = number + 1, 0
        if used + size > room[number]:
            return None
        used += size
        parts[number] += _parts(link, size)
    return parts if used == room[number] and number == len(room) - 1 else None


def _parts(link: Link, size: int) -> list[_Part]:
    if not link.source:
        return [(ADDED.strip(), size)]
    if not link.target:
        return [(UNTRANSLATED, 0)] * len(link.source)
    return [("", size), *[("", 0)] * (len(link.source) - 1)]


def _inserts(words: Sequence[_Word], parts: Sequence[_Part]) -> Iterator[tuple[int, str]]:
    """What is put in, and where: before the first word, or behind the word that ends a part."""
    at = 0
    waiting: list[str] = []
    for number, (lead, size) in enumerate(parts):
        waiting += [MARK] * (number > 0) + [lead] * bool(lead)
        if size and waiting:
            yield _insert(words, at, waiting)
            waiting = []
        at += size
    if waiting:
        yield _insert(words, at, waiting)


def _insert(words: Sequence[_Word], at: int, tokens: Sequence[str]) -> tuple[int, str]:
    joined = " ".join(tokens)
    return (words[at - 1].end(), f" {joined}") if at else (words[0].start(), f"{joined} ")
