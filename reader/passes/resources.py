"""What the passes know: the language, the curated terms, and the editor's decisions on this seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.glossary import Glossary, Matcher
from reader.lexicon import Dictionary, Levels
from reader.model import LexiconEntry, NameKind
from reader.pronouncer import Pronouncer
from reader.segmenter import Segmenter
from reader.sources.sidecar import Correction


@dataclass(frozen=True, slots=True, eq=False)
class Resources:
    """Everything a pass may ask; the same for all articles of a document. Compared by identity, so that what a pass
    finds out about a word can be kept for the document."""

    glossary: Glossary
    matcher: Matcher
    dictionary: Dictionary
    levels: Levels
    segmenter: Segmenter
    pronouncer: Pronouncer
    corrections: tuple[Correction, ...] = ()
    names: Mapping[str, NameKind] = field(default_factory=dict)
    """Proper nouns of this document: from its sidecar, and from its lines of names."""
    lexicon: Mapping[str, tuple[LexiconEntry, ...]] = field(default_factory=dict)
    """The project lexicon by word."""
