"""How lists are sorted: Chinese by pinyin, English by its first word that carries meaning."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reader.pinyin import search_key

_UNSORTED: Final = re.compile(r"^(?:to be|to|a|an|the)\s+", re.IGNORECASE)
"""What an English index passes over at the head of an entry."""


_TONES: Final = str.maketrans({"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"})
"""The combining marks of the four tones."""


def by_pinyin(pinyin: str, text: str) -> tuple[str, str, str]:
    """A sort key: letters first, then tones (the neutral last), then the characters."""
    return (search_key(pinyin), unicodedata.normalize("NFD", pinyin).casefold().translate(_TONES), text)


def by_english(head: str) -> tuple[str, str]:
    """A sort key that ignores case, articles and the ``to`` of a verb."""
    return (_UNSORTED.sub("", head).casefold(), head)


def letter(key: str) -> str:
    """The letter under which a sort key is found; ``#`` for digits and signs."""
    first = key[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"
