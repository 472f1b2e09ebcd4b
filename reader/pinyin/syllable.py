"""One syllable of Hanyu Pinyin: the inventory of Standard Mandarin, tones, and where the tone mark stands.

A syllable has three parts here: a *base* (lower case, no tone, ü where it sounds and the spelling shows it), a *tone*
(1 to 4, 5 for the neutral tone) and, if the final is rhotacised, an ``r`` at its end (erhua: ``huìr``).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final


class PinyinError(ValueError):
    """A text is not pinyin, or does not fit its characters. ``position`` is the 0-based offset of the fault."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


NEUTRAL: Final = 5

_FINALS: Final[dict[str, str]] = {
    "": "a ai an ang ao e ê ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iang iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}

#: Syllables without a vowel: 呣 m, 嗯 n and ng, 噷 hm, 哼 hng.
NASALS: Final = frozenset({"m", "n", "ng", "hm", "hng"})

#: The ``r`` of erhua, when it stands as an entry of its own.
ERHUA: Final = "r"

#: Every base syllable, without tone and without erhua.
BASES: Final[frozenset[str]] = (
    frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split()) | NASALS
)

_MARKS: Final = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
# The breve is what many typists and old fonts set for the caron of the third tone.
_TONES: Final = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4, "\u0306": 3}
_VOWELS: Final = frozenset("aeiouüê")
# Chinese typefaces and textbooks use the one-storey a and g of schoolbook pinyin.
_LETTERS: Final = str.maketrans({"ɑ": "a", "ɡ": "g", "Ɑ": "A"})


@lru_cache(maxsize=1 << 10)
def letter(text: str) -> tuple[str, int] | None:
    """One letter in lower case and the tone mark it carries (0 for none); None where ``text`` is not one letter.

    ü and ê are letters; a schoolbook a or g becomes the plain letter.
    """
    base, tone = "", 0
    for char in unicodedata.normalize("NFD", text.translate(_LETTERS).lower()):
        if char in _TONES:
            if not base or tone:
                return None
            tone = _TONES[char]
        elif not base:
            base = char
        elif unicodedata.combining(char):
            base = unicodedata.normalize("NFC", base + char)
        else:
            return None
    return (base, tone) if base else None


def clusters(text: str) -> list[str]:
    """``text`` cut into letters, each with the combining marks that follow it."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def mark_index(base: str) -> int:
    """Where in ``base`` the tone mark stands: on a, e or ê; else on the o of ou; else on the last vowel.

    A syllable without a vowel carries it on its first m or n. (Scheme for the Chinese Phonetic Alphabet, 1958,
    section 4.)
    """
    for vowel in "aeê":
        if vowel in base:
            return base.index(vowel)
    if "ou" in base:
        return base.index("ou")
    vowels = [index for index, letter in enumerate(base) if letter in _VOWELS]
    if vowels:
        return vowels[-1]
    return next((index for index, letter in enumerate(base) if letter in "mn"), len(base) - 1)


@lru_cache(maxsize=1 << 12)
def mark(base: str, tone: int) -> str:
    """``base`` with the mark of ``tone`` (1 to 5) on the right letter, NFC. A capital in ``base`` is kept."""
    if tone == NEUTRAL:
        return base
    if tone not in _MARKS:
        raise PinyinError(f"no such tone: {tone}")
    index = mark_index(base.lower())
    return unicodedata.normalize("NFC", base[: index + 1] + _MARKS[tone] + base[index + 1 :])


@lru_cache(maxsize=1 << 13)
def analyse(syllable: str) -> tuple[str, int, bool] | None:
    """``(base, tone, erhua)`` of one tone-marked or unmarked syllable, or None where it is none.

    The mark must stand on the right letter: ``gùi`` is no syllable. The lone ``r`` of erhua gives ``("r", 5, False)``.
    """
    found = [letter(cluster) for cluster in clusters(syllable)]
    base = "".join(part[0] if part else " " for part in found)
    marked = [(index, part[1]) for index, part in enumerate(found) if part and part[1]]
    if len(marked) > 1:
        return None
    if base == ERHUA and not marked:
        return ERHUA, NEUTRAL, False
    erhua = base not in BASES and base.endswith(ERHUA) and base[:-1] in BASES
    if erhua:
        base = base[:-1]
    elif base not in BASES:
        return None
    if not marked:
        return base, NEUTRAL, erhua
    index, tone = marked[0]
    return (base, tone, erhua) if index == mark_index(base) else None


def is_syllable(text: str) -> bool:
    """Whether ``text`` is one syllable of Standard Mandarin, marked or not, any case.

    Counts ê, m, n, ng, hm, hng, the lone ``r`` of erhua, and a syllable with erhua (``huìr``).
    """
    return analyse(text) is not None


def tone(syllable: str) -> int:
    """The tone of one syllable: 1 to 4, or 5 for the neutral tone (no mark). Raises :class:`PinyinError`."""
    parts = analyse(syllable)
    if parts is None:
        raise PinyinError(f"not a syllable: {syllable!r}")
    return parts[1]


def with_tone(syllable: str, number: int) -> str:
    """The same syllable in tone ``number`` (1 to 5), erhua kept, lower case. Raises :class:`PinyinError`."""
    parts = analyse(syllable)
    if parts is None:
        raise PinyinError(f"not a syllable: {syllable!r}")
    base, _, erhua = parts
    return mark(base, number) + (ERHUA if erhua else "")


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """``text`` without its tone marks. ü and ê are letters, not tones, and stay; case and all else stay, NFC."""
    kept = (char for char in unicodedata.normalize("NFD", text) if char not in _TONES)
    return unicodedata.normalize("NFC", "".join(kept))


def search_key(text: str) -> str:
    """What to compare when someone types pinyin into a search box, for spelling and query alike.

    Folds tone marks, tone numbers after a letter, case, apostrophes, hyphens and spaces; ü, v and u: all become u, so
    that ``lü``, ``lv``, ``lu:4`` and ``lu`` find each other.
    """
    key: list[str] = []
    folded = unicodedata.normalize("NFD", text.translate(_LETTERS).lower()).replace("u:", "u").replace("v", "u")
    for char in folded:
        if unicodedata.combining(char) or char.isspace() or char in "'’ʼ‘`´-‐‑–·":
            continue
        if char in "012345" and key and key[-1].isalpha():
            continue
        key.append(char)
    return "".join(key)
