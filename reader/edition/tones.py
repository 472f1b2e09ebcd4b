"""Pinyin by the character, and in the tones in which it is spoken."""

from __future__ import annotations

from reader.model import Reading
from reader.pinyin import sandhi


def by_character(reading: Reading | None) -> tuple[str, ...]:
    """The spelling cut into one piece per character; joined they are the spelling again.

    An apostrophe, hyphen or space goes with the syllable after it, the r of erhua with the syllable before it (the
    piece of 儿 is empty). Empty where there is no pinyin, or the spelling is not that of the syllables.
    """
    if reading is None or reading.spelling is None or reading.syllables is None:
        return ()
    lower = reading.spelling.lower()
    ends: list[int] = []
    at = 0
    for syllable in reading.syllables:
        if syllable is not None:
            found = lower.find(syllable, at)
            if found < 0:
                return ()
            at = found + len(syllable)
        ends.append(at)
    last = max((place for place, syllable in enumerate(reading.syllables) if syllable), default=-1)
    if last < 0:
        return ()
    ends[last:] = [len(lower)] * (len(ends) - last)
    return tuple(reading.spelling[start:end] for start, end in zip([0, *ends], ends, strict=False))


def in_spoken_tones(text: str, reading: Reading | None, following: str | None) -> str | None:
    """The spelling with 一, 不 and third tones as they are spoken, or None where nothing changes.

    ``following`` is the syllable of the next word, which a lone 一 or 不 leans on.
    """
    pieces = by_character(reading)
    if not pieces or reading is None or reading.syllables is None:
        return None
    spoken = sandhi(text, reading.syllables, following=following, third=True)
    changed = [
        _retoned(piece, before, after) for piece, before, after in zip(pieces, reading.syllables, spoken, strict=True)
    ]
    said = "".join(changed)
    return said if said != reading.spelling else None


def _retoned(piece: str, before: str | None, after: str | None) -> str:
    """The piece with the syllable ``before`` in it replaced by ``after``, capitals kept."""
    if before is None or after is None or before == after:
        return piece
    start = piece.lower().index(before)
    own = piece[start : start + len(before)]
    cased = "".join(new.upper() if old.isupper() else new for old, new in zip(own, after, strict=True))
    return piece[:start] + cased + piece[start + len(before) :]
