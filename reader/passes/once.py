"""Work done once for every distinct token. The words pass gives one object to all places of a word, and each pass after
it keeps that so: what a word is by itself is found out once and shared, which saves most of the time and memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reader.model import Token

Result = TypeVar("Result")
Other = TypeVar("Other")


def once(ask: Callable[[Token], Result]) -> Callable[[Token], Result]:
    """``ask``, called once for each token object; the same object gets the same answer.

    By identity, as to hash a token takes longer than most answers. The tokens are kept alive with it.
    """
    kept: dict[int, tuple[Token, Result]] = {}

    def asked(token: Token) -> Result:
        found = kept.get(id(token))
        if found is None:
            found = kept[id(token)] = token, ask(token)
        return found[1]

    return asked


def once_with(ask: Callable[[Token, Other], Result]) -> Callable[[Token, Other], Result]:
    """The same for a function of a token and another object."""
    kept: dict[tuple[int, int], tuple[Token, Other, Result]] = {}

    def asked(token: Token, other: Other) -> Result:
        key = id(token), id(other)
        found = kept.get(key)
        if found is None:
            found = kept[key] = token, other, ask(token, other)
        return found[2]

    return asked
