"""The rules of GB/T 16159-2012 that decide where a word is joined, hyphenated or set apart.

The rules here see characters and syllables only. Which stretch of text is one word, an idiom or a name is the caller's
to say. In a reader every token carries its own spelling, so 了, 着 and 过 stand over their own characters there;
:func:`running` joins them as running pinyin text does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.pinyin.numbers import is_numeral, spell_numeral
from reader.pinyin.parse import pieces
from reader.pinyin.spell import capital, spell
from reader.pinyin.syllable import PinyinError, plain

# A word such as 之 or 而 in second or third place ties the four syllables together: 总而言之, 一丘之貉, 层出不穷.
_TIES_SECOND: Final = frozenset("之而莫其以于所乎亦")
_TIES_THIRD: Final = frozenset("之而不其以于所乎")

_SUFFIXES: Final = frozenset("子头性者员家手化们")
_PREFIXES: Final = frozenset("副总非反超老阿可无半")
_ASPECT: Final = frozenset("了着过")


def idiom_hyphens(text: str) -> frozenset[int]:
    """Where an idiom has its hyphen (6.1.12.1): ``{2}`` for one of two halves (风平浪静), else nothing (不亦乐乎).

    ``text`` is known to be an idiom. One of four characters is taken as two halves unless a function word ties it
    together or it is a reduplication AABB (5.4), which is joined.
    """
    if len(text) != 4 or text[1] in _TIES_SECOND or text[2] in _TIES_THIRD or _is_aabb(text):
        return frozenset()
    return frozenset({2})


def _is_aabb(text: str) -> bool:
    return len(text) == 4 and text[0] == text[1] != text[2] == text[3]


def _is_abab(text: str) -> bool:
    return len(text) == 4 and text[:2] == text[2:] and text[0] != text[1]


def spell_word(text: str, syllables: Sequence[str | None], *, proper: bool = False, idiom: bool = False) -> str:
    """The spelling of the word ``text``, one slot in ``syllables`` per character, by what its characters show.

    - a reduplication ABAB is apart, AABB and AA joined (5.4): ``yánjiū yánjiū``, ``qīngqīngchǔchǔ``, ``kànkan`` (the
      edition of 1996 had a hyphen in AABB);
    - a number in characters follows 6.1.5 (see :func:`spell_numeral`): ``sānbǎi wǔshíliù``, ``dì-shísān``, ``qī-bā``;
    - with ``idiom`` the halves have a hyphen (6.1.12.1).

    Everything else is one joined word (5.2, 5.5). Raises :class:`PinyinError` where lengths differ or a slot is no
    syllable.
    """
    if len(syllables) != len(text):
        raise PinyinError(f"{len(syllables)} slots for the {len(text)} characters of {text}")
    if is_numeral(text):
        spelled = spell_numeral(text, syllables)
    elif _is_abab(text):
        spelled = f"{spell(syllables[:2])} {spell(syllables[2:])}"
    else:
        spelled = spell(syllables, hyphens=idiom_hyphens(text) if idiom else ())
    return capital(spelled) if proper else spelled


def spell_phrase(parts: Sequence[Sequence[str | None]], *, proper: bool = False) -> str:
    """A long term set apart by its words (5.3): ``huánjìng bǎohù``; with ``proper`` each has a capital (6.3.3)."""
    return " ".join(word for part in parts if (word := spell(part, proper=proper)))


def with_title(name: str, title: Sequence[str | None]) -> str:
    """A spelled name and an office or form of address, apart and in lower case (6.2.1.2): ``Wáng bùzhǎng``."""
    return f"{name} {spell(title)}"


def abbreviate(words: Sequence[str]) -> str:
    """The abbreviation of a spelled term (6.4.1, 6.4.2): of one word by syllables, of several by words, in capitals.

    ``Běijīng`` gives BJ, ``guójiā biāozhǔn`` GB. Raises :class:`PinyinError`.
    """
    if len(words) == 1:
        return "".join(_initial(piece.base) for piece in pieces(words[0]))
    return "".join(_initial(word) for word in words)


def abbreviate_name(surname: str, given: str) -> str:
    """A name with its given name as initials (6.4.4): ``Wáng``, ``Jiànguó`` gives ``Wáng J.G.``"""
    return f"{capital(surname)} {''.join(f'{_initial(piece.base)}.' for piece in pieces(given))}"


def _initial(word: str) -> str:
    return plain(word[:1]).upper()


def line_breaks(spelling: str) -> tuple[tuple[str, str], ...]:
    """Every way to break one word over two lines, as its two parts (6.6).

    Breaks fall between syllables, with a hyphen at the end of the line; an apostrophe there is dropped; a hyphen of the
    word's own is repeated at the start of the next line. Erhua stays with its syllable. Raises :class:`PinyinError`.
    """
    found = [piece for piece in pieces(spelling) if piece.base.lower() != "r"]
    breaks: list[tuple[str, str]] = []
    for piece in found[1:]:
        head, tail = spelling[: piece.start], spelling[piece.start :]
        if head[-1] == "-":
            breaks.append((head, f"-{tail}"))
        else:
            breaks.append((head.rstrip("'’") + "-", tail))
    return tuple(breaks)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation in running text: characters, spelling ("" for punctuation), part of speech.

    ``pos`` is a tag of the usual Chinese set (v verb, a adjective, n noun, …) or "".
    """

    text: str
    spelling: str
    pos: str = ""


# Clause 6.7: Western marks take the place of the Chinese ones.
_MARKS: Final[dict[str, str]] = {
    "。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "？": "?", "！": "!", "“": "“", "”": "”", "‘": "‘", "’": "’",
    "（": "(", "）": ")", "《": "“", "》": "”", "〈": "‘", "〉": "’", "……": "…", "——": " — ", "·": " ",
}  # fmt: skip
_OPENERS: Final = frozenset("“‘(")
_CLOSES_SENTENCE: Final = frozenset("。？！；")


def running(words: Sequence[Word]) -> str:
    """A sentence as running pinyin text: spaces, joins, punctuation and capital as the standard has them.

    - 了, 着 and 过 are joined to a verb or adjective (6.1.2.1), a 了 at the end of the sentence is apart (6.1.2.2);
    - a prefix or suffix (tags h and k) that was cut off as a word of its own is joined (5.5);
    - punctuation follows clause 6.7 and the sentence begins with a capital (6.3.1).
    """
    out: list[str] = []
    glue = True
    for index, word in enumerate(words):
        if not word.spelling:
            mark = _MARKS.get(word.text, word.text)
            opens = mark in _OPENERS
            out.append(f" {mark}" if opens and not glue else mark)
            glue = opens or mark.endswith(" ")
            continue
        joined = index > 0 and _joins_before(words, index)
        apostrophe = "'" if joined and plain(word.spelling[:1]) in ("a", "o", "e", "ê") else ""
        out.append(apostrophe + word.spelling if glue or joined else f" {word.spelling}")
        glue = False
    return capital("".join(out).strip())


def _joins_before(words: Sequence[Word], index: int) -> bool:
    word, before = words[index], words[index - 1]
    if not before.spelling:
        return False
    if word.text in _ASPECT:
        last = index + 1 == len(words) or words[index + 1].text[:1] in _CLOSES_SENTENCE
        return before.pos[:1] in ("v", "a") and not (word.text == "了" and last)
    return (word.text in _SUFFIXES and word.pos == "k") or (before.text in _PREFIXES and before.pos == "h")
