"""English text: where its sentences end, which forms are one word, and whether a phrase occurs in it."""

from __future__ import annotations

from reader.english.phrases import INSERTED, Phrase, occurrences, occurs, phrase
from reader.english.sentences import split_english
from reader.english.words import STOP_WORDS, Word, lemmas, words

__all__ = [
    "INSERTED",
    "STOP_WORDS",
    "Phrase",
    "Word",
    "lemmas",
    "occurrences",
    "occurs",
    "phrase",
    "split_english",
    "words",
]
