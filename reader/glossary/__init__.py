"""The curated terms: ``load`` reads a folder into a ``Glossary``, ``Matcher`` finds its terms in a text, ``pieces_of``
tells how a term that was found is cut into words. ``read_folder`` and ``digest_of`` say whether anything has changed,
without parsing."""

from __future__ import annotations

from reader.glossary.entries import read_lexicon, read_terms
from reader.glossary.matcher import Match, Matcher
from reader.glossary.pieces import Piece, pieces_of
from reader.glossary.store import Glossary, GlossaryFile, digest_of, glossary_of, load, read_folder

__all__ = [
    "Glossary",
    "GlossaryFile",
    "Match",
    "Matcher",
    "Piece",
    "digest_of",
    "glossary_of",
    "load",
    "pieces_of",
    "read_folder",
    "read_lexicon",
    "read_terms",
]
