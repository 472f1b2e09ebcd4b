from __future__ import annotations

import pytest

from reader.edition import Word
from reader.edition.difficulty import PACE, difficulty
from reader.model import NameKind, TokenKind


def word(text: str, level: int | None, name: NameKind | None = None) -> Word:
    return Word(text, TokenKind.WORD, None, None, None, None, level, name)


WORDS = [word("好", 1), word("好", 1), word("研究", 4), word("南京", None, NameKind.PLACE), word("茶园", None)]


def test_words_are_counted_by_band_and_names_apart() -> None:
    made = difficulty([*WORDS, Word("8", TokenKind.NUMBER, None, None, "bā", None, None, None)], 3, {})
    assert (made.characters, made.distinct_characters, made.words, made.distinct_words) == (8, 7, 5, 4)
    assert (made.terms, made.measure) == (3, "words")
    shares = {band.label: (band.share, band.known) for band in made.bands}
    assert shares["1"] == (0.4, 0.4)
    assert shares["4"][0] == 0.2
    assert shares["4"][1] == pytest.approx(0.6)
    assert (made.names, made.unlisted, made.comfortable) == (0.2, 0.2, None)


def test_characters_are_counted_where_they_are_graded() -> None:
    made = difficulty(WORDS, 0, {"好": 1, "研": 2, "究": 2, "南": 1, "京": 1, "茶": 3, "园": 7})
    assert made.measure == "characters"
    assert {band.label: round(band.known, 3) for band in made.bands} == {
        "1": 0.5, "2": 0.75, "3": 0.875, "4": 0.875, "5": 0.875, "6": 0.875, "7–9": 1.0,
    }  # fmt: skip
    assert (made.comfortable, made.names, made.unlisted) == ("7–9", 0.0, 0.0)


def test_reading_time_is_rounded_up() -> None:
    assert difficulty([word("好", 1)] * PACE, 0, {}).minutes == 1
    assert difficulty([word("好", 1)] * (PACE + 1), 0, {}).minutes == 2
