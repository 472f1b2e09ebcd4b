"""Context rules: which of several readings a word has at its place in a sentence. The rules are data, in ``rules.txt``
beside this module; here is what reads them and what asks them.

The format, by lines:

* ``# …`` is a comment, ``@name = a/b/c`` a class of words for the rules below it (``@other`` may be one of them);
* ``[word]`` begins the rules of a word, the first that holds wins; ``[甲 乙]``: the same rules for several words;
* ``reading conditions  # why`` is a rule; an indented line below it an example, with 【】 around the word; a reading
  with ``?`` is a guess, what is likeliest when nothing tells, and goes to the review queue;
* a line that begins with ``/`` or ``|`` goes on with the line before it.

A condition is a sign and alternatives with ``/`` between them; all conditions of a rule must hold:

* ``<`` the text before ends with one of them, ``>`` the text after begins with one;
* ``<<`` and ``>>`` the same, inside the token that the character is a part of;
* ``<=`` and ``>=`` the token before or after is one of them;
* ``<:`` and ``>:`` the part of speech of the token before or after begins with one of them (ICTCLAS letters; ``m`` for
  a number in figures; none beside a character inside a longer token);
* ``<~`` and ``>~`` the same of all tokens before or after within the clause, a letter for each and a regular expression
  over them: ``n`` whatever is used as a noun, ``v`` a verb, ``d`` an adverb, ``y`` 了, 着, 过 and modal particles,
  ``u`` 的, ``x`` a mark inside, else the first letter of ICTCLAS (``m``, ``p``, ``q`` …); ``^`` and ``$`` its ends;
* ``!`` after the sign: the contrary.

An alternative is plain text, or a regular expression with these shorts: ``…`` anything within the clause, ``^`` a
mark or the start or end of the sentence, ``@name`` one of a class. Text is seen ``_BEHIND`` characters back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Final, NamedTuple

from reader.model import Token, TokenKind

_BEHIND: Final = 40
_EDGE: Final = '[\n，。；：？！、…—“”‘’（）《》〈〉,;:?!()"「」『』·]'
_WITHIN: Final = "[^\n，。；：？！,;:?!]{0,24}"
_SPECIAL: Final = re.compile(r"[\[\](){}|?*+.\\…^@]")
_SHORTS: Final = re.compile(r"@([a-z]+)|…|(?<!\[)\^")
_NOT_AFTER: Final = re.compile(r"\(\?<!([^()]*\|[^()]*)\)")
_CLASS: Final = re.compile(r"@[a-z]+")
_SIGN: Final = re.compile(r"(<<|>>|<:|>:|<~|>~|<=|>=|<|>)(!?)(.+)")
_STOPS: Final = frozenset("，。；：？！…—,;:?!")
_LETTERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("vn", "an", "j", "ng", "nrt", "nrfg", "rr", ""), "n"),
    **dict.fromkeys(("vd", "ad"), "d"),
    **dict.fromkeys(("ul", "uz", "ug"), "y"),
}
"""Tags that count as something else than their first letter says. A word without a tag is mostly a name or a term."""
_FIGURES: Final = {TokenKind.NUMBER: "m", TokenKind.LATIN: "n"}


class Spot(NamedTuple):
    """Where a word stands: ``text`` is the sentence with a line feed before and after it; ``start`` and ``end`` are
    offsets in it, ``first`` and ``last`` the borders of its token; ``left`` and ``right`` the parts of speech beside,
    ``before`` and ``after`` the tokens beside; ``tokens`` are all of the sentence, and it is the one at ``place``.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    left: str
    right: str
    before: str = ""
    after: str = ""
    tokens: Sequence[Token] = ()
    place: int = 0


Condition = Callable[[Spot], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``reading`` is spelled as one word; ``inside``: it looks at the word that the character is a part of;
    ``examples`` have 【】 around the word; ``line`` is in the file; ``guess``: an editor had better look at it."""

    word: str
    reading: str
    conditions: tuple[Condition, ...]
    inside: bool
    why: str
    examples: tuple[str, ...]
    line: int
    guess: bool = False

    def holds(self, spot: Spot) -> bool:
        """Whether all conditions are met."""
        # Asked hundreds of times a page; with all() it takes half as long again.
        for condition in self.conditions:  # noqa: SIM110
            if not condition(spot):
                return False
        return True


class Rules:
    """The rules of a file, by word. Those of a word are understood when it is first asked for, so that opening the
    file costs nothing. Raises ValueError for what is not in the format: at the line for headings and classes at once,
    for the rules of a word with the first question about it."""

    def __init__(self, source: str) -> None:
        self._classes: dict[str, tuple[str, ...]] = {}
        self._lines: dict[str, list[tuple[int, str]]] = {}
        self._rules: dict[str, tuple[Rule, ...]] = {}
        block: list[tuple[int, str]] | None = None
        for number, line in _joined(source.splitlines()):
            if line[:1] == "[":
                block = []
                for word in line.strip("[]").split():
                    if self._lines.setdefault(word, block) is not block:
                        raise ValueError(f"line {number}: {word} has rules already")
            elif line[:1] == "@":
                name, _, words = line[1:].partition("=")
                self._classes[name.strip()] = tuple(self._expanded(words.strip().split("/")))
            elif line and line[0] != "#":
                if block is None:
                    raise ValueError(f"line {number}: a rule without a word")
                block.append((number, line))

    def __contains__(self, word: str) -> bool:
        return word in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def of(self, word: str) -> tuple[Rule, ...]:
        """The rules of a word, in order."""
        found = self._rules.get(word)
        if found is None:
            found = self._rules[word] = tuple(self._parsed(word, self._lines.get(word, ())))
        return found

    def find(self, word: str, spot: Spot) -> Rule | None:
        """The first rule of the word that holds."""
        for rule in self.of(word):
            if rule.holds(spot):
                return rule
        return None

    def _parsed(self, word: str, lines: Iterable[tuple[int, str]]) -> Iterator[Rule]:
        rule: Rule | None = None
        for number, line in lines:
            if line[0] == " " and rule is not None:
                rule = replace(rule, examples=(*rule.examples, line.strip()))
                continue
            if rule is not None:
                yield rule
            conditions, _, why = line.partition("  # ")
            reading, *parts = conditions.split()
            try:
                understood = tuple(self._condition(part) for part in parts)
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from None
            inside = any(part[:2] in ("<<", ">>") for part in parts)
            guess = reading.endswith("?")
            rule = Rule(word, reading.removesuffix("?"), understood, inside, why.strip(), (), number, guess)
        if rule is not None:
            yield rule

    def _condition(self, part: str) -> Condition:
        found = _SIGN.fullmatch(part)
        if found is None:
            raise ValueError(f"not a condition: {part}")
        sign, contrary, rest = found.groups()
        if sign[1:] == ":":
            condition = _tagged(sign == "<:", tuple(rest.split(",")))
        else:
            condition = _row(sign == "<~", rest) if sign[1:] == "~" else self._textual(sign, rest)
        return _contrary(condition) if contrary else condition

    def _textual(self, sign: str, rest: str) -> Condition:
        words = list(self._expanded(rest.split("/")))
        plain = tuple(word for word in words if not _SPECIAL.search(word))
        patterns = [self._pattern(word) for word in words if _SPECIAL.search(word)]
        if not patterns or sign in ("<=", ">="):
            return _PLAIN[sign](plain)
        return _searched(sign, plain, "|".join(patterns))

    def _expanded(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            if _CLASS.fullmatch(word):
                yield from self._class(word[1:])
            else:
                yield word

    def _class(self, name: str) -> tuple[str, ...]:
        if name not in self._classes:
            raise ValueError(f"no class @{name}")
        return self._classes[name]

    def _pattern(self, word: str) -> str:
        return _SHORTS.sub(self._short, _NOT_AFTER.sub(_one_by_one, word))

    def _short(self, found: re.Match[str]) -> str:
        if found[1]:
            return f"(?:{'|'.join(map(self._pattern, self._class(found[1])))})"
        return _WITHIN if found[0] == "…" else _EDGE


def _joined(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, each with those that go on with it: they begin with ``/`` or ``|``."""
    number, whole = 1, ""
    for count, line in enumerate(lines, 1):
        if line[:1] in ("/", "|"):
            whole += line
        else:
            yield number, whole
            number, whole = count, line
    yield number, whole


def _one_by_one(found: re.Match[str]) -> str:
    """``(?<!甲|乙丙)`` as one look-behind for each, as Python wants them all of one width."""
    return "".join(f"(?<!{part})" for part in found[1].split("|"))


def _contrary(condition: Condition) -> Condition:
    return lambda spot: not condition(spot)


def _tagged(before: bool, tags: tuple[str, ...]) -> Condition:
    return lambda spot: (spot.left if before else spot.right).startswith(tags)


def letter(token: Token) -> str:
    """What a token counts as in a row of parts of speech; "" for a mark that ends the clause."""
    if token.kind is TokenKind.WORD:
        return "n" if token.name else _LETTERS.get(token.pos or "", (token.pos or "n")[0])
    if token.kind in _FIGURES:
        return _FIGURES[token.kind]
    return "" if token.text[:1] in _STOPS else "x"


def _letters(tokens: Iterable[Token]) -> str:
    """The letters of the tokens as far as the clause goes."""
    return "".join(takewhile(bool, map(letter, tokens)))


def _row(before: bool, pattern: str) -> Condition:
    compiled = lru_cache(maxsize=1)(lambda: re.compile(rf"(?:{pattern})\Z" if before else pattern))
    if before:
        return lambda spot: compiled().search(_letters(reversed(spot.tokens[: spot.place]))[::-1]) is not None
    return lambda spot: compiled().match(_letters(spot.tokens[spot.place + 1 :])) is not None


_PLAIN: Final[Mapping[str, Callable[[tuple[str, ...]], Condition]]] = {
    "<": lambda words: lambda spot: spot.text.endswith(words, 0, spot.start),
    ">": lambda words: lambda spot: spot.text.startswith(words, spot.end),
    "<<": lambda words: lambda spot: spot.text.endswith(words, spot.first, spot.start),
    ">>": lambda words: lambda spot: spot.text.startswith(words, spot.end, spot.last),
    "<=": lambda words: lambda spot: spot.before in words,
    ">=": lambda words: lambda spot: spot.after in words,
}


def _searched(sign: str, plain: tuple[str, ...], pattern: str) -> Condition:
    """A condition on plain words and a pattern, which is compiled when it is first needed."""
    known = _PLAIN[sign](plain)
    before = sign[0] == "<"
    source = rf"(?:{pattern})\Z" if before else f"(?:{pattern})"
    compiled = lru_cache(maxsize=1)(lambda: re.compile(source))

    def holds(spot: Spot) -> bool:
        if known(spot):
            return True
        if before:
            begin = max(spot.first if len(sign) == 2 else 0, spot.start - _BEHIND)
            return compiled().search(spot.text[begin : spot.start]) is not None
        end = spot.last if len(sign) == 2 else len(spot.text)
        return compiled().match(spot.text, spot.end, end) is not None

    return holds


@lru_cache(maxsize=1)
def context_rules() -> Rules:
    """The rules that come with the program."""
    return Rules(Path(__file__).with_name("rules.txt").read_text(encoding="utf-8"))
