"""Work done once for every distinct token. The words pass gives one object to all places of a word, and each pass after
it keeps that so: what a word is by itself is found out once and shared, which saves most of the time and memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from reader.model import Token

Result = TypeVar("Result")
Other = TypeVar("Other")


class Once(Generic[Result]):
    """A function of a token, called once for each token object; the same object gets the same answer.

    By identity, as to hash a token takes longer than most answers. The tokens are kept alive with it.
    """

    def __init__(self, ask: Callable[[Token], Result]) -> None:
        self._ask = ask
        self._tokens: list[Token] = []
        self._found: dict[int, Result] = {}

    def each(self, tokens: Sequence[Token]) -> list[Result]:
        """The answers for all the tokens, in order."""
        found = self._found
        for token in [token for token in tokens if id(token) not in found]:
            if id(token) not in found:  # it may stand twice among them
                found[id(token)] = self._ask(token)
                self._tokens.append(token)
        return list(map(found.__getitem__, map(id, tokens)))


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
