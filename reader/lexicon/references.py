"""What CC-CEDICT says about another word or another reading inside a sense: recognise it, and take it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reader.lexicon.entry import DictEntry

# 漢字|汉字[han4 zi4], 汉字[han4 zi4], 漢字|汉字 or 汉字; letters and digits may be part of the word (卡拉OK, PO文).
# In an English sense, whatever is beyond Latin letters and punctuation is Chinese. (Said so because a class of the
# Chinese blocks takes milliseconds to compile, each time it is used.)
_CHINESE = r"[^\x00-\u024f\u2000-\u206f]"
_PART = r"[^\s\[\]()|;/\"“”]*"
_HEADWORD = rf"{_PART}{_CHINESE}{_PART}"
_WORD = rf"(?P<traditional>{_HEADWORD})(?:\|(?P<simplified>{_HEADWORD}))?(?:\[(?P<pinyin>[^\]]*)\])?"


_SOME_CHINESE = rf"[^()]*{_CHINESE}[^()]*"


class Kind(StrEnum):
    """How a sense points to another word."""

    VARIANT = "variant"
    """The same word written otherwise (old, erhua and erroneous forms too)."""
    SEE = "see"
    """The meaning stands at the other word."""
    SHORT = "short"
    """An abbreviation of the other word."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A sense that says no more than: look there. ``pinyin`` is empty where the file gives none."""

    kind: Kind
    traditional: str
    simplified: str
    pinyin: str


_REFERENCES: Final = tuple(
    (kind, re.compile(rf"(?:\([^()]*\) )?(?:{lead}) {_WORD}\.?(?: \((?!used)[^()]*\))?"))
    for kind, lead in (
        (
            Kind.VARIANT,
            r"(?:an? )?(?:\(?[A-Za-z]+\)?,? (?:or )?){0,3}variant of|another (?:name|term|word) (?:of|for)|same as|"
            r"also written(?: as)?|now written|erroneous form of|equivalent (?:of|to)|contraction of",
        ),
        (Kind.SEE, r"see(?: also| under)?|cf\.?"),
        (Kind.SHORT, r"abbr\. (?:for|of)|abbreviation (?:for|of)|short (?:for|form of)"),
    )
)

_OTHER_PRONUNCIATION = re.compile(r"(?:\([^()]*\) )?[A-Za-z][a-z ]* pr\. \[[^\]]*\].*")
_ONE_OF_SEVERAL = rf"{_HEADWORD}(?:\|{_HEADWORD})?(?:\[[^\]]*\])?"
_SENT_ON = re.compile(
    rf"(?:see also|cf\.?|also written|also called|abbr\. to) {_WORD}\.?|\(abbr\. (?:for|of|to) {_SOME_CHINESE}\)|"
    rf"see {_ONE_OF_SEVERAL}(?:(?:,| and| or|, and) {_ONE_OF_SEVERAL})+"
)
_TAIWAN = ("(Tw)", "(Taiwan)", "(in Taiwan)")

_PRONUNCIATION = re.compile(r" ?\((?:[^()]*\b)?pr\. [^()]*\)|,? (?:Taiwan|also) pr\. \[[^\]]*\]")
_CLASSIFIERS = re.compile(r" ?\(CL:[^()]*\)|[;,]? CL:\S+")
_ANY_WORD = re.compile(_WORD)
_PINYIN = re.compile(r" ?\[[A-Za-z:]+[1-5](?: [A-Za-z:,]+[1-5]?)*\]")

_BRACKETS_WITH_CHINESE = re.compile(rf" ?\({_SOME_CHINESE}\)")
_POINTERS = re.compile(
    rf"(?:^|,? )(?:[A-Za-z]+ variant of|variant of|abbr\.(?: for| of| to)?|short (?:name|for)|same as|see|cf\.?)"
    rf" {_HEADWORD}(?=[,;]|$)"
)
_CHINESE_WORD = re.compile(rf" ?{_PART}{_CHINESE}[^\s\[\]()|;/\"“”,]*")
_GAPS = re.compile(r"(?:\s*[,;])+(?=\s*[,;])|\s+(?=[,;])| (?= )")


@lru_cache(maxsize=4096)
def reference(sense: str) -> Reference | None:
    """The word that the whole sense points to, or None where the sense says anything of its own."""
    if sense.isascii():
        return None
    for kind, pattern in _REFERENCES:
        if found := pattern.fullmatch(sense):
            traditional = found["traditional"]
            return Reference(kind, traditional, found["simplified"] or traditional, found["pinyin"] or "")
    return None


def is_noise(sense: str) -> bool:
    """Whether the sense gives no meaning: classifiers, other pronunciations, "see also"."""
    if sense.startswith("CL:"):
        return True
    if "pr. [" in sense and _OTHER_PRONUNCIATION.fullmatch(sense):
        return True
    return sense == "see also" or (not sense.isascii() and _SENT_ON.fullmatch(sense) is not None)


def meanings(entry: DictEntry) -> list[str]:
    """The senses that are no noise."""
    return [sense for sense in entry.senses if not is_noise(sense)]


def only_reference(entry: DictEntry) -> Reference | None:
    """The word that stands for a whole entry, if the entry has no sense of its own."""
    found = [reference(sense) for sense in meanings(entry) or entry.senses]
    return found[0] if all(found) else None


def is_surname(sense: str) -> bool:
    """Whether the sense is ``surname Wang`` or the like."""
    return sense.startswith(("surname ", "two-character surname ", "Japanese surname ", "(surname)"))


def is_common(entry: DictEntry) -> bool:
    """Whether a modern text may well mean this entry: it is more than a surname, a reference to another form, or a
    word of Taiwan; and a single character with a capital is a name, not a word."""
    if entry.proper and len(entry.simplified) == 1:
        return False
    return any(map(_is_usual, meanings(entry)))


def _is_usual(sense: str) -> bool:
    if is_surname(sense) or sense.startswith(("used in ", "(archaic)")) or any(mark in sense for mark in _TAIWAN):
        return False
    found = reference(sense)
    return found is None or found.kind is Kind.SHORT


def without_noise(sense: str) -> str:
    """The sense for people: pronunciations and classifiers in brackets taken out, 漢字|汉字[han4 zi4] as 汉字."""
    if sense.isascii() and "[" not in sense:
        return sense
    sense = _CLASSIFIERS.sub("", _PRONUNCIATION.sub("", sense))
    sense = _ANY_WORD.sub(lambda found: found["simplified"] or found["traditional"], sense)
    return _PINYIN.sub("", sense).strip(" ,;|")


def without_chinese(sense: str) -> str:
    """The sense without Chinese words, and without what hung on them: brackets, "abbr. for", double commas."""
    if sense.isascii():
        return sense
    for pattern in (_BRACKETS_WITH_CHINESE, _POINTERS, _CHINESE_WORD, _GAPS):
        sense = pattern.sub("", sense)
    return sense.strip(" ,;")
