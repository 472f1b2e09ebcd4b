"""Hanyu Pinyin as GB/T 16159-2012 spells it. Needs nothing but the standard library.

Syllables are strings: NFC, lower case, tone-marked, the neutral tone without a mark.
"""

from __future__ import annotations

from reader.pinyin.align import align
from reader.pinyin.numbers import is_number, is_numeral, spell_numeral
from reader.pinyin.orthography import (
    Word,
    abbreviate,
    abbreviate_name,
    idiom_hyphens,
    line_breaks,
    running,
    spell_phrase,
    spell_word,
    with_title,
)
from reader.pinyin.parse import syllables, to_marks, to_numbers, words
from reader.pinyin.sandhi import sandhi
from reader.pinyin.spell import capital, sentence_case, spell, spelling_of_name, spelling_of_place
from reader.pinyin.syllable import PinyinError, is_syllable, plain, search_key, tone, with_tone

__all__ = [
    "PinyinError",
    "Word",
    "abbreviate",
    "abbreviate_name",
    "align",
    "capital",
    "idiom_hyphens",
    "is_number",
    "is_numeral",
    "is_syllable",
    "line_breaks",
    "plain",
    "running",
    "sandhi",
    "search_key",
    "sentence_case",
    "spell",
    "spell_numeral",
    "spell_phrase",
    "spell_word",
    "spelling_of_name",
    "spelling_of_place",
    "syllables",
    "to_marks",
    "to_numbers",
    "tone",
    "with_title",
    "with_tone",
    "words",
]
