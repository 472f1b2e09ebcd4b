"""One or two words that are cut into others, by a list (``recuts.txt``) and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Recut(NamedTuple):
    """The words that one or two words are cut into instead: unless ``never`` is the next word, and where the text
    before and behind is as said. The conditions are regular expressions."""

    instead: tuple[str, ...]
    never: str = ""
    before: str = ""
    not_before: str = ""
    behind: str = ""
    not_behind: str = ""

    def holds(self, text: str, start: int, end: int, following: str) -> bool:
        """Whether the words from ``start`` to ``end`` are cut so; ``following`` is the next word."""
        return (
            (not self.never or following != self.never)
            and (not self.before or _ends(text[:start], self.before))
            and not (self.not_before and _ends(text[:start], self.not_before))
            and (not self.behind or _begins(text[end:], self.behind))
            and not (self.not_behind and _begins(text[end:], self.not_behind))
        )


@cache
def recuts() -> dict[tuple[str, ...], list[Recut]]:
    """The lines of ``recuts.txt``, by the one or two words that they are about."""
    found: dict[tuple[str, ...], list[Recut]] = {}
    for line in Path(__file__).with_name("recuts.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            words, instead, *conditions = line.split(" ")
            found.setdefault(tuple(words.split("|")), []).append(_recut(instead, conditions))
    return found


def cut_instead(words: tuple[str, ...], text: str, start: int, end: int, following: str) -> tuple[str, ...]:
    """What the words from ``start`` to ``end`` of a text are cut into instead; empty if they stay."""
    listed = recuts().get(words, ())
    return next((recut.instead for recut in listed if recut.holds(text, start, end, following)), ())


_SIGNS = {"<!": "not_before", "<": "before", ">!": "not_behind", ">": "behind", "!": "never"}


def _recut(instead: str, conditions: Sequence[str]) -> Recut:
    found: dict[str, str] = {}
    for condition in conditions:
        sign = next(sign for sign in _SIGNS if condition.startswith(sign))
        found[_SIGNS[sign]] = condition.removeprefix(sign)
    return Recut(tuple(instead.split("|")), **found)


def _ends(text: str, pattern: str) -> bool:
    return _compiled(f"(?:{pattern})$").search(text) is not None


def _begins(text: str, pattern: str) -> bool:
    return _compiled(pattern).match(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # When it is first asked for: together they would take a part of the start.
    return re.compile(pattern)
