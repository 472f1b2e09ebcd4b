"""From any spelling back to syllables: tone marks or numbers, ``v``, ``u:`` or ``ü``, joined, apart or hyphenated.

The apostrophe (Scheme for the Chinese Phonetic Alphabet, 1958, section 5) makes a spelling unambiguous: inside a word a
syllable in a, o or e has one before it, so every other syllable takes the consonant before its vowel: ``fāngàn`` is fān
gàn, ``fāng'àn`` is fāng àn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.pinyin.syllable import BASES, ERHUA, NASALS, NEUTRAL, PinyinError, letter, mark, mark_index

_LONGEST: Final = max(map(len, BASES)) + len(ERHUA)
_VOWELS: Final = frozenset("aoeê")
_DIGITS: Final = frozenset("012345")


@dataclass(frozen=True, slots=True)
class Piece:
    """One syllable found at ``start:end`` of a spelling; ``base`` in the case of the spelling, ü as one letter."""

    start: int
    end: int
    base: str
    tone: int

    @property
    def syllable(self) -> str:
        """Lower case, tone-marked."""
        return mark(self.base.lower(), self.tone)


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter of a run: lower case, its tone mark (0: none), the tone number after it, its place."""

    char: str
    capital: bool
    tone: int
    number: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A syllable that ends before letter ``last`` of a run."""

    last: int
    base: str
    tone: int
    erhua: bool


def _letters(spelling: str, start: int, end: int) -> list[_Letter]:
    found: list[_Letter] = []
    index = start
    while index < end:
        stop = index + 1
        while stop < end and unicodedata.combining(spelling[stop]):
            stop += 1
        known = letter(spelling[index:stop])
        if known is None:
            raise PinyinError(f"not pinyin: {spelling[index:stop]!r} in {_shown(spelling)}", index)
        char, tone = known
        if char == "u" and stop < end and spelling[stop] == ":":
            char, stop = "ü", stop + 1
        elif char == "v":
            char = "ü"
        number = None
        if stop < end and spelling[stop] in _DIGITS:
            number, stop = int(spelling[stop]) or NEUTRAL, stop + 1
        found.append(_Letter(char, spelling[index].isupper(), tone, number, index, stop))
        index = stop
    return found


def _known() -> dict[str, tuple[str, bool]]:
    """Every way to write one syllable without its tone, with what it is: ``(base, erhua)``."""
    found = {base: (base, False) for base in BASES}
    found |= {base.replace("u", "ü"): (base, False) for base in BASES if base[0] in "jqxy"}
    found |= {"lue": ("lüe", False), "nue": ("nüe", False), ERHUA: (ERHUA, False)}
    return {raw + ERHUA: (base, True) for raw, (base, _) in found.items() if base != ERHUA} | found


_KNOWN: Final = _known()


def _step(run: list[_Letter], first: int, last: int, known: tuple[str, bool], strict: bool) -> _Step | None:
    """The syllable ``known`` that letters ``first:last`` of ``run`` are, if they can be it at that place."""
    part = run[first:last]
    if any(letter.number is not None for letter in part[:-1]):
        return None
    base, erhua = known
    number = part[-1].number
    joined = first > 0 and run[first - 1].number is None
    marks = [(index, letter.tone) for index, letter in enumerate(part) if letter.tone]
    if base == ERHUA:
        # The 4 of ``zher4`` is the tone of zhe, and a word does not begin with the r of erhua.
        if marks or number not in (None, NEUTRAL) or (first == 0 and number is None and len(run) > 1):
            return None
    elif joined and (base in NASALS or (strict and base[0] in _VOWELS)):
        return None
    if erhua and number in (None, NEUTRAL):
        return None  # two steps of their own
    if not marks:
        return _Step(last, base, number or NEUTRAL, erhua)
    if len(marks) > 1 or number is not None or marks[0][0] != mark_index(base):
        return None
    return _Step(last, base, marks[0][1], erhua)


def _cut(run: list[_Letter], strict: bool) -> list[_Step] | None:
    """The run as syllables, the longest first where several ways are open; None where there is no way.

    Works from the right, so that time is linear in the run whatever is fed in.
    """
    size = len(run)
    raw = "".join(letter.char for letter in run)
    best: list[_Step | None] = [None] * size
    for first in range(size - 1, -1, -1):
        for last in range(min(size, first + _LONGEST), first, -1):
            known = _KNOWN.get(raw[first:last])
            if known and (last == size or best[last] is not None):
                best[first] = _step(run, first, last, known, strict)
                if best[first] is not None:
                    break
    steps: list[_Step] = []
    index = 0
    while index < size:
        step = best[index]
        if step is None:
            return None
        steps.append(step)
        index = step.last
    return steps


def _run(spelling: str, start: int, end: int, strict: bool) -> list[Piece]:
    """The syllables of one run of letters; where both are open, the strict reading wins over the lax one."""
    run = _letters(spelling, start, end)
    steps = _cut(run, strict=True)
    if steps is None:
        lax = _cut(run, strict=False)
        if strict or lax is None:
            hint = "; inside a word a syllable in a, o or e needs an apostrophe before it" if lax else ""
            raise PinyinError(f"not pinyin: {_shown(spelling[start:end])}{hint}", start)
        steps = lax
    pieces: list[Piece] = []
    index = 0
    for step in steps:
        part = run[index : step.last]
        if step.erhua:
            pieces.append(_piece(part[:-1], step.base, step.tone))
            pieces.append(_piece(part[-1:], ERHUA, NEUTRAL))
        else:
            pieces.append(_piece(part, step.base, step.tone))
        index = step.last
    return pieces


def _piece(part: list[_Letter], base: str, tone: int) -> Piece:
    written = "".join(char.upper() if letter.capital else char for char, letter in zip(base, part, strict=True))
    return Piece(part[0].start, part[-1].end, written, tone)


def _shown(text: str) -> str:
    """``text`` quoted for a message, cut short where it is long."""
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _in_run(char: str) -> bool:
    return char.isalpha() or char in _DIGITS or unicodedata.combining(char) > 0


def pieces(spelling: str, *, strict: bool = True) -> Iterator[Piece]:
    """Every syllable of ``spelling`` (NFC) with its place, left to right. Raises :class:`PinyinError`.

    White space, hyphens, apostrophes and punctuation end a run of letters.
    """
    index, size = 0, len(spelling)
    while index < size:
        char = spelling[index]
        if not char.isalpha():
            if char.isdigit() or unicodedata.combining(char):
                raise PinyinError(f"{char!r} without a syllable in {_shown(spelling)}", index)
            index += 1
            continue
        stop = index
        while stop < size and (_in_run(spelling[stop]) or (spelling[stop] == ":" and spelling[stop - 1] in "uU")):
            stop += 1
        yield from _run(spelling, index, stop, strict)
        index = stop


@lru_cache(maxsize=1 << 14)
def syllables(spelling: str, *, strict: bool = True) -> tuple[str, ...]:
    """The syllables of any spelling of any number of words: lower case, tone-marked, NFC.

    ``"Xī'ān"`` gives xī, ān; ``"yīhuìr"`` gives yī, huì, r; ``"xian1"`` gives xiān. ``strict=False`` also accepts a
    missing apostrophe where the rest still tells the syllables (``nǚér``). Raises :class:`PinyinError`.
    """
    apart = spelling.split()
    if len(apart) > 1:  # many phrases are of few words
        with suppress(PinyinError):  # which is told below, by its place in the whole
            return tuple(syllable for word in apart for syllable in syllables(word, strict=strict))
    return tuple(piece.syllable for piece in pieces(unicodedata.normalize("NFC", spelling), strict=strict))


def words(spelling: str) -> tuple[str, ...]:
    """The words of a spelling as they stand, cut at white space, punctuation at their ends taken off."""
    return tuple(word for raw in spelling.split() if (word := _strip(raw)))


def _strip(word: str) -> str:
    first, last = 0, len(word)
    while first < last and not word[first].isalnum():
        first += 1
    while last > first and not (word[last - 1].isalnum() or unicodedata.combining(word[last - 1])):
        last -= 1
    return word[first:last]


def _rebuild(spelling: str, numbered: bool) -> str:
    text = unicodedata.normalize("NFC", spelling)
    out: list[str] = []
    end = 0
    for piece in pieces(text, strict=False):
        out.append(text[end : piece.start])
        if end and piece.start == end and piece.base[0].lower() in _VOWELS:
            out.append("'")
        out.append(f"{piece.base}{piece.tone}" if numbered else mark(piece.base, piece.tone))
        end = piece.end
    out.append(text[end:])
    return "".join(out)


def to_marks(spelling: str) -> str:
    """``spelling`` with tone marks for tone numbers: ``lu:4`` gives lǜ, ``yi1hui4r5`` yīhuìr, ``xi1an1`` xī'ān.

    Takes 1 to 4, 5 or 0 for the neutral tone, and ``v``, ``u:`` or ``ü``. Case, spaces and punctuation stay. Raises
    :class:`PinyinError`.
    """
    return _rebuild(spelling, numbered=False)


def to_numbers(spelling: str) -> str:
    """``spelling`` with a number after each syllable, 5 for the neutral tone: ``Xī'ān`` gives Xi1'an1, ``lǜsè`` lü4se4.

    ``to_marks`` gives the spelling back. Raises :class:`PinyinError`.
    """
    return _rebuild(spelling, numbered=True)
