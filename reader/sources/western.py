"""Windows-1252, in which texts of western Europe are still saved."""

from __future__ import annotations

from typing import Final

_LETTERS: Final = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸ")
_PRINT: Final = frozenset("‘’“”‚„‹›«»–—…•·°€£§©®™×½¼¾²³ \xa0¡¿ªº±´")
_MOST: Final = 0.12
"""Share of characters outside ASCII that a western text stays below, by far."""


def decode_western(data: bytes) -> str | None:
    """The text, if the bytes are Windows-1252 for all that can be told: characters outside ASCII are few, and letters
    or the usual marks of print."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if ord(char) > 0x7F]
    sound = all(char in _LETTERS or char in _PRINT for char in foreign)
    return text if foreign and sound and len(foreign) < _MOST * len(text) and "\0" not in text else None
