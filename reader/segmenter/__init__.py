"""Cutting Chinese text into words: what is asked of a segmenter, and the one that is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from reader.segmenter.jieba_segmenter import JiebaSegmenter

__all__ = ["JiebaSegmenter", "Segmenter"]


class Segmenter(Protocol):
    """Anything that cuts text into words."""

    def cut(self, text: str, *, after_number: bool = False) -> tuple[tuple[str, str | None], ...]:
        """The words of the text, each with its part of speech (ICTCLAS letters) or None; joined they are the text.
        ``after_number``: a number stands right before the text, so that what is counted is cut off first (3个人)."""
        ...

    def frequency(self, word: str) -> int:
        """How often the word was counted in the corpus behind the segmenter; 0 where it is no word to it."""
        ...

    @property
    def total(self) -> int:
        """What all frequencies are out of."""
        ...

    def pairs(self, char: str) -> Mapping[str, int]:
        """The words of two characters that have this one, first or last, with their frequencies."""
        ...

    def joined(self, left: str, right: str) -> bool:
        """Whether the cut of ``left + right`` puts a word across the border between the two."""
        ...
