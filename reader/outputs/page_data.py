"""What the script of a page knows besides what stands on it: the words and their long entries, as JSON."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from reader.edition import Edition, Headword


def words(edition: Edition) -> Markup:
    """``words`` has an array for each headword: text, pinyin cut by characters (with | between), level (0: in no list)
    or what it names, gloss, the other senses; empty fields at the end are left out. ``characters`` has what a character
    means when it is read so (推tuī). ``simplified`` has the simplified form of each traditional character,
    ``recordings`` the address of the recording of each sentence; where there are none, they are not there.

    It is safe inside an element: whatever HTML could take for its own is written as an escape.
    """
    characters = {
        character + syllable.strip(" -'’").lower(): part
        for word in edition.headwords
        for character, syllable, part in zip(word.text, word.syllables, word.parts, strict=False)
        if part
    }
    found: dict[str, Any] = {"words": [_row(word) for word in edition.headwords], "characters": characters}
    if edition.simplified:
        found["simplified"] = dict(edition.simplified)
    if edition.recordings:
        found["recordings"] = dict(edition.recordings)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"))


def _row(word: Headword) -> list[Any]:
    others = [sense for sense in word.senses if sense != word.gloss]
    row: list[Any] = [word.text, "|".join(word.syllables), word.name or word.level or 0, word.gloss or "", others]
    while not row[-1]:
        row.pop()
    return row
