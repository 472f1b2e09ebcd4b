"""What an edition is: how much help it gives, and on which paper. The three that come with the program are in
:data:`EDITIONS`; a project's own are made with :func:`dataclasses.replace`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Pinyin = Literal["all", "above-level", "terms", "none"]
Glosses = Literal["first", "above-level", "none"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in millimetres."""

    width: float
    height: float
    top: float
    outer: float
    bottom: float
    inner: float

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.outer - self.inner


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {"170x240mm": Paper(width=170, height=240, top=22, outer=15, bottom=20, inner=22)}
)


@dataclass(frozen=True, slots=True)
class EditionSpec:
    """A choice of help over the same annotated text.

    ``pinyin``: over every word, over words above ``level``, over glossary terms, or over none. ``glosses``: of which
    words, beside the paragraph where an article first uses them: of every word, of words above ``level``, or of none
    (then no numbers are read aloud either). ``level``: a band of the HSK list, 1 to 7 (7 stands for 7-9); a word in no
    list is above any, and without a level every word is. ``vocabulary``: whether the glossed words are listed by
    article. ``translation``: whether a translation, where there is one, stands under its paragraph. ``large``: large
    print. ``paper``: a key of :data:`PAPERS`.
    """

    name: str
    title: str = ""
    pinyin: Pinyin = "all"
    glosses: Glosses = "above-level"
    level: int | None = None
    vocabulary: bool = True
    translation: bool = True
    large: bool = False
    paper: str = "170x240mm"

    def above_level(self, level: int | None) -> bool:
        """Whether a word of this band (None: in no list) lies above the reader's level."""
        return level is None or self.level is None or level > self.level

    def helps_with(self, level: int | None) -> bool:
        """Whether a word of this band is glossed and listed."""
        match self.glosses:
            case "first":
                return True
            case "above-level":
                return self.above_level(level)
            case "none":
                return False


EDITIONS: Final[Mapping[str, EditionSpec]] = MappingProxyType(
    {
        "full": EditionSpec("full", "Full edition", glosses="above-level", level=5),
        "graded": EditionSpec("graded", "Graded edition", pinyin="above-level", glosses="above-level", level=5),
        "plain": EditionSpec(
            "plain", "Plain edition", pinyin="none", glosses="none", vocabulary=False, translation=False
        ),
    }
)
"""``full`` is for a reader who knows most words of bands 1 to 5 but wants the pinyin of all; ``graded`` for one who
does without that; ``plain`` for one who wants the terms explained and nothing else."""
