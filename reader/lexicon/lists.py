"""The lists of ``lists.txt``: words that the passes look for, by what they have in common."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """The words of the list with that name. Raises :class:`KeyError` where there is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    name = single = ""
    for line in files("reader.lexicon").joinpath("lists.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name, _, single = line.strip("[]").partition(": ")
            found[name] = set()
        elif line and not line.startswith("#"):
            found[name].update(line if single else line.split())
    return {name: frozenset(words) for name, words in found.items()}
