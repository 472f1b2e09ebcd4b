"""What an edition is: how much help it gives, and on which paper. Those that come with the program are
in :data:`EDITIONS`; a project's own are made with :func:`dataclasses.replace`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

Pinyin = Literal["all", "above-level", "terms", "none"]
Sandhi = Literal["written", "spoken"]
Glosses = Literal["first", "above-level", "none"]
Where = Literal["sentence", "paragraph", "facing", "end", "none"]
TRANSLATIONS: Final[tuple[Where, ...]] = get_args(Where)
"""Where a translation stands: under each sentence, under each paragraph, on the page opposite (on screen as under each
paragraph), after the text, or nowhere."""
PdfVariant = Literal["none", "pdf/ua-1", "pdf/a-3b"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in millimetres. ``inner`` is the margin at the binding."""

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

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {
        "170x240mm": Paper(width=170, height=240, top=22, outer=15, bottom=20, inner=22),
        "a4": Paper(width=210, height=297, top=26, outer=20, bottom=25, inner=27),
        "a5": Paper(width=148, height=210, top=19, outer=13, bottom=17, inner=18),
        "letter": Paper(width=215.9, height=279.4, top=25, outer=21, bottom=23, inner=28),
    }
)
"""The sheets an edition may be printed on."""


@dataclass(frozen=True, slots=True)
class EditionSpec:
    """A choice of help over the same annotated text.

    ``pinyin``: over every word, over words above ``level``, over glossary terms, or over none. ``sandhi``: whether it
    has the tones of the dictionary, or 一, 不 and third tones as they are spoken. ``glosses``: of which
    words, beside the paragraph where an article first uses them: of every word, of words above ``level``, or of none
    (then no numbers are read aloud either). ``level``: a band of the HSK list, 1 to 7 (7 stands for 7-9); a word in no
    list is above any, and without a level every word is. ``vocabulary``: whether the glossed words are listed by
    article. ``translation``: where the translation stands, if there is one (:data:`TRANSLATIONS`);
    ``translation_version``: which one (``en-literal``), if not the first. ``literal``: whether each sentence can be
    seen word by word in English. ``large``: large print. ``paper``: a key of :data:`PAPERS`. ``duplex``: for both sides
    of the sheet and binding: the wider margin is always at the spine, page numbers are always outside, and the text
    begins on a right-hand page. ``pdf_variant``: the
    standard that the PDF is written for.
    """

    name: str
    title: str = ""
    pinyin: Pinyin = "all"
    sandhi: Sandhi = "written"
    glosses: Glosses = "above-level"
    level: int | None = None
    vocabulary: bool = True
    translation: Where = "paragraph"
    translation_version: str = ""
    literal: bool = False
    large: bool = False
    paper: str = "170x240mm"
    duplex: bool = False
    pdf_variant: PdfVariant = "none"

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
            "plain", "Plain edition", pinyin="none", glosses="none", vocabulary=False, translation="none"
        ),
        "large": EditionSpec("large", "Large print", glosses="above-level", level=5, large=True, paper="a4"),
    }
)
"""``full`` is for a reader who knows most words of bands 1 to 5 but wants the pinyin of all; ``graded`` for one who
does without that; ``plain`` for one who wants the terms explained and nothing else; ``large`` is
``full`` in 16 point, for tired or weak eyes."""
