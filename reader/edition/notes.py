"""The notes beside a paragraph: what is met there for the first time in the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableSet
from typing import Final

from reader.edition.spec import EditionSpec
from reader.edition.view import Note, Run, Word
from reader.model import Term, TokenKind
from reader.pinyin import search_key

_PLAIN: Final = 2
"""A number or abbreviation of so many characters needs no note: who can read the page can say 27."""


def notes(
    runs: Iterable[Run], spec: EditionSpec, terms: Mapping[str, Term], seen: MutableSet[tuple[str, str | None]]
) -> tuple[Note, ...]:
    """The notes of a block, in the order of the text.

    A term is noted as a whole, its words not; a word only where the edition helps with it and there is something to
    say; a number or abbreviation where it is known how it is said. ``seen`` holds what the article has noted so far,
    by text and pinyin, and goes on from block to block.
    """
    if spec.glosses == "none":
        return ()
    found: list[Note] = []
    for note in _candidates(runs, spec, terms):
        key = (note.term or note.text, None if note.term else note.pinyin)
        if key not in seen:
            seen.add(key)
            found.append(note)
    return tuple(found)


def _candidates(runs: Iterable[Run], spec: EditionSpec, terms: Mapping[str, Term]) -> Iterator[Note]:
    at = 0
    for run in runs:
        if run.term is not None:
            yield Note("term", run.text, _unseen(run.words), terms[run.term].short, run.term, at)
        for word in run.words:
            if run.term is None:
                yield from _of_word(word, spec, at)
            at += len(word.text)


def _of_word(word: Word, spec: EditionSpec, at: int) -> Iterator[Note]:
    """The note of a word outside terms, if it has one."""
    if word.spoken is not None and len(word.text) > _PLAIN:
        yield Note("number", word.text, word.spoken, None, at=at)
    elif word.kind is TokenKind.WORD and word.gloss and spec.helps_with(word.level) and not _says_nothing(word):
        yield Note("name" if word.name else "word", word.text, _unseen((word,)), word.gloss, at=at)


def _says_nothing(word: Word) -> bool:
    """Whether the gloss is only the pinyin that stands over the word (侯永志 Hou Yongzhi)."""
    return word.ruby is not None and word.gloss is not None and search_key(word.ruby) == search_key(word.gloss)


def _unseen(words: Iterable[Word]) -> str | None:
    """The pinyin of the words with spaces between, or None where it stands over each of them already."""
    spelled = [word for word in words if word.pinyin]
    if all(word.ruby for word in spelled):
        return None
    return " ".join(word.pinyin for word in spelled if word.pinyin)
