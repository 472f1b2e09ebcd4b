"""The words of a text, each once, with what a card says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.edition.view import Headword, Word
from reader.model import TokenKind


def headwords(words: Iterable[Word], meaning: Callable[[str, str], str | None]) -> tuple[Headword, ...]:
    """Every distinct word that has pinyin, in the order of the text.

    A word is known by its text and pinyin; where two occurrences differ in the rest, the one with more senses is
    taken. ``meaning`` gives the meaning of a character in a reading, for the parts of a longer word.
    """
    found: dict[tuple[str, str], Word] = {}
    for word in words:
        if word.kind is TokenKind.WORD and word.pinyin:
            key = (word.text, word.pinyin)
            if key not in found or len(word.senses) > len(found[key].senses):
                found[key] = word
    return tuple(
        Headword(
            text=word.text,
            syllables=word.syllables or (word.pinyin or "",),
            level=word.level,
            name=word.name,
            gloss=word.gloss,
            senses=word.senses,
            parts=_parts(word, meaning),
        )
        for word in found.values()
    )


def _parts(word: Word, meaning: Callable[[str, str], str | None]) -> tuple[str | None, ...]:
    """What each character means. Nothing for a proper name, whose characters are not meant, and for one character."""
    if word.name is not None or len(word.syllables) < 2 or len(word.syllables) != len(word.text):
        return ()
    bare = (syllable.strip(" -'’").lower() for syllable in word.syllables)
    found = tuple(meaning(ch, syllable) if syllable else None for ch, syllable in zip(word.text, bare, strict=True))
    return found if any(found) else ()
