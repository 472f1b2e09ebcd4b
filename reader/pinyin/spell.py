"""From syllables to the spelling of words and names: GB/T 16159-2012."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from reader.pinyin.syllable import ERHUA, NASALS, PinyinError, analyse, mark

_VOWELS: Final = frozenset("aoeê")


def spell(syllables: Sequence[str | None], *, proper: bool = False, hyphens: Collection[int] = ()) -> str:
    """The spelling of one word.

    ``syllables``: one entry per character, None where a character has no syllable of its own (儿 in ``yī, huìr,
    None``); ``r`` alone joins the syllable before it. ``hyphens``: the entries that have a hyphen before them
    (``{2}`` gives ``dōngshǔ-xīsuàn``). A syllable in a, o or e inside the word gets an apostrophe (not after a hyphen);
    so does one without a vowel (嗯 ``ng``), of which the standard says nothing but which could not be read otherwise.
    ``proper`` puts a capital at the start, and after a hyphen none. Raises :class:`PinyinError` for what is no
    syllable.
    """
    out: list[str] = []
    hyphen = False
    before = ""
    for index, entry in enumerate(syllables):
        hyphen = hyphen or index in hyphens
        if entry is None:
            continue
        parts = analyse(entry)
        if parts is None:
            raise PinyinError(f"not a syllable: {entry!r}", index)
        base, tone, erhua = parts
        if out:
            if hyphen:
                out.append("-")
            elif base[0] in _VOWELS or base in NASALS or (base == ERHUA and before == "e"):
                out.append("'")
        out.append(mark(base, tone) + (ERHUA if erhua else ""))
        before = base if not erhua else ""
        hyphen = False
    return capital("".join(out)) if proper else "".join(out)


def capital(spelling: str) -> str:
    """``spelling`` with its first letter as a capital (clause 6.3)."""
    for index, char in enumerate(spelling):
        if char.isalpha():
            return spelling[:index] + char.upper() + spelling[index + 1 :]
    return spelling


def spelling_of_name(surname: Sequence[str | None], given: Sequence[str | None] = (), *, double: bool = False) -> str:
    """A Han personal name, surname and given name apart, each with a capital: ``Ōuyáng Xiū`` (clause 6.2.1.1).

    ``double``: the surname is two surnames of one syllable each, both with a capital and a hyphen between them:
    ``Liú-Yáng Fān``. A form of address before a name is written the same way: ``Xiǎo Liú`` (6.2.1.3).
    """
    if not double:
        return _proper_parts((surname, given))
    both = "-".join(spell([syllable], proper=True) for syllable in surname if syllable)
    return " ".join(part for part in (both, spell(given, proper=True)) if part)


def spelling_of_place(name: Sequence[str | None], kind: Sequence[str | None] = ()) -> str:
    """A place name, the name and its type apart, each with a capital: ``Héběi Shěng`` (clause 6.2.2)."""
    return _proper_parts((name, kind))


def _proper_parts(parts: Iterable[Sequence[str | None]]) -> str:
    return " ".join(spelled for part in parts if (spelled := spell(part, proper=True)))


def sentence_case(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a sentence, the first with a capital (clause 6.3.1)."""
    return tuple(capital(word) if index == 0 else word for index, word in enumerate(words))
