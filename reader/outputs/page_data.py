"""What the script of a page knows besides what stands on it: the words and their long entries, as JSON."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from reader.edition import Edition, Headword


def words(edition: Edition) -> Markup:
    """An array for each headword: text, pinyin cut by characters (with | between), level (0: in no list), gloss, the
    other senses, the meanings of the characters; empty fields at the end are left out.

    It is safe inside a script element: whatever could end one is written as an escape.
    """
    rows = [_row(word) for word in edition.headwords]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"))


def _row(word: Headword) -> list[Any]:
    others = [sense for sense in word.senses if sense != word.gloss]
    parts = [part or "" for part in word.parts]
    row: list[Any] = [word.text, "|".join(word.syllables), word.level or 0, word.gloss or "", others, parts]
    while not row[-1]:
        row.pop()
    return row
