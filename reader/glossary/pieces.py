"""How a term is cut into words: as the spaces in its pinyin tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.hanzi import HAN_CLASS, is_han
from reader.model import Term
from reader.pinyin import PinyinError, align, syllables, words


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a term with its pinyin word. ``spelling`` is None for punctuation, for Latin and digits, and for a
    part of an alias whose words nobody has told."""

    text: str
    spelling: str | None


def pieces_of(term: Term, surface: str) -> tuple[Piece, ...]:
    """``surface``, which is the term or one of its aliases, in pieces; joined they are the surface.

    An alias has no pinyin of its own: the term inside it is cut as the term is, the rest is left whole. Raises
    :class:`reader.pinyin.PinyinError` if the pinyin of the term does not fit it (a loaded term's does).
    """
    before, inside, after = surface.partition(term.term)
    if not inside:
        return (Piece(surface, None),)
    around = Piece(before, None), *pieces(term.term, term.pinyin), Piece(after, None)
    return tuple(piece for piece in around if piece.text)


@lru_cache(maxsize=1 << 12)
def pieces(text: str, spelling: str) -> tuple[Piece, ...]:
    """``text`` cut into the words of ``spelling``; each mark or space, and each Latin or digit run that the spelling
    leaves out or writes apart, is a piece of its own: “5G”网络 with ``5G wǎngluò`` gives “, 5G, ”, 网络.

    Raises :class:`reader.pinyin.PinyinError` where the two do not fit, or where one word would reach over a mark.
    """
    align(text, spelling)
    found: list[Piece] = []
    waiting = _plans(text, spelling)
    spelled, part = "", ""
    plan: list[int | str] = []
    for unit in _UNIT.findall(text):
        if not plan:
            spelled, plan = next(waiting, ("", []))
        if plan and _takes(plan, unit):
            part += unit
            if not plan:
                found.append(Piece(part, spelled if any(map(is_han, part)) else None))
                part = ""
        elif part:
            raise PinyinError(f"'{spelled}' is one word, but {text} has {unit} inside it", spelling.find(spelled))
        else:
            found.append(Piece(unit, None))
    return tuple(found)


_FOREIGN = rf"(?:(?![{HAN_CLASS}])[^\W_])+(?:[-.&/][A-Za-z0-9]+)*"
_UNIT = re.compile(f"[{HAN_CLASS}]|{_FOREIGN}|.", re.DOTALL)
"""What is taken from a term in one go: a Chinese character, a Latin or digit run, a mark."""


def _plans(text: str, spelling: str) -> Iterator[tuple[str, list[int | str]]]:
    """Each word of ``spelling`` with what it stands for, in order: a number of characters or a Latin or digit run."""
    runs = [unit for unit in _UNIT.findall(text) if unit[0].isalnum() and not is_han(unit[0])]
    for word in words(spelling):
        plan: list[int | str] = []
        rest = word
        for index, run in enumerate(runs):
            if match := re.search(rf"(?<![^\W_]){re.escape(run)}(?![^\W_])", rest):
                plan += [len(syllables(rest[: match.start()])), run]
                rest = rest[match.end() :]
                del runs[: index + 1]
                break
        plan.append(len(syllables(rest)))
        yield word, [item for item in plan if item]


def _takes(plan: list[int | str], unit: str) -> bool:
    """Whether ``unit`` is what the plan wants next; if so, it is taken off the plan."""
    wanted = plan[0]
    if isinstance(wanted, int) and is_han(unit[0]):
        plan[0] = wanted - 1
    elif wanted != unit:
        return False
    if plan[0] in (0, unit):
        del plan[0]
    return True
