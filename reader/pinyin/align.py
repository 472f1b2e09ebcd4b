"""Which syllable belongs to which character."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reader.pinyin.parse import syllables
from reader.pinyin.syllable import ERHUA, PinyinError

# Kept here so that the package stands alone: unified ideographs and extensions, compatibility forms, and 〇.
_HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
_FOREIGN: Final = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+(?:[-.&/][A-Za-z0-9]+)*")


def is_han(char: str) -> bool:
    """Whether one character is a Han character that pinyin is written for (〇 is)."""
    return _HAN.fullmatch(char) is not None


@lru_cache(maxsize=1 << 14)
def align(text: str, spelling: str) -> tuple[str | None, ...]:
    """The syllables of ``spelling``, one slot per character of ``text``.

    What is not a Han character gets None; a Latin or digit run of ``text`` may stand in ``spelling`` too (``5G
    wǎngluò``). A 儿 spoken as erhua gets None and the character before it the rhotacised syllable: 一会儿 with
    ``yīhuìr`` gives yī, huìr, None; 女儿 with ``nǚ'ér`` stays nǚ, ér. Raises :class:`PinyinError` where the spelling
    cannot be read or the counts differ.
    """
    found = syllables(_without_foreign(text, spelling))
    han = [index for index, char in enumerate(text) if is_han(char)]
    if len(found) != len(han):
        raise PinyinError(
            f"{text} has {_count(len(han), 'character')} and {spelling} has {_count(len(found), 'syllable')}",
            len(spelling),
        )
    slots: list[str | None] = [None] * len(text)
    before: int | None = None
    for index, syllable in zip(han, found, strict=True):
        if syllable == ERHUA:
            if text[index] not in "儿兒" or before is None:
                raise PinyinError(f"{spelling} has the r of erhua where {text} has {text[index]}", len(spelling))
            slots[before] = f"{slots[before]}{ERHUA}"
            before = None
        else:
            slots[index] = syllable
            before = index
    return tuple(slots)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _without_foreign(text: str, spelling: str) -> str:
    """``spelling`` without the Latin and digit runs that it repeats from ``text``."""
    start = 0
    for run in _FOREIGN.findall(text):
        pattern = rf"(?<![^\W_]){re.escape(run)}(?![^\W_])"
        match = re.compile(pattern).search(spelling, start)
        if match:
            start = match.start() + 1
            spelling = f"{spelling[: match.start()]} {spelling[match.end() :]}"
    return spelling
