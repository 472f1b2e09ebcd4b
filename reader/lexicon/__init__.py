"""Looking words up: CC-CEDICT, short glosses from its senses, HSK levels."""

from __future__ import annotations

from reader.lexicon.cedict import Dictionary, open_dictionary
from reader.lexicon.entry import DictEntry
from reader.lexicon.levels import Levels, open_levels
from reader.lexicon.senses import meaning_of, short_gloss

__all__ = ["DictEntry", "Dictionary", "Levels", "meaning_of", "open_dictionary", "open_levels", "short_gloss"]
