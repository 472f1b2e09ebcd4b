"""Where the terms of the glossary stand in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from reader.hanzi import is_han
from reader.model import Term, TermStatus


@dataclass(frozen=True, slots=True)
class Match:
    """A term found: ``surface`` is ``text[start:end]``, the term itself or one of its aliases."""

    start: int
    end: int
    term_id: str
    surface: str


class Matcher:
    """Finds terms by Aho and Corasick's automaton (CACM 18, 1975): one run over the text whatever their number.

    Deprecated terms are not looked for. Where two terms claim one surface the first one has it.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        owners: dict[str, str] = {}
        for term in terms:
            if term.status is not TermStatus.DEPRECATED:
                for surface in (term.term, *term.aliases):
                    owners.setdefault(surface, term.id)
        self._surfaces = tuple(owners.items())
        self._automaton = AhoCorasick(list(owners))

    def find(self, text: str) -> tuple[Match, ...]:
        """The matches in ``text``, leftmost first, longest first, none overlapping; offsets in characters.

        A match does not begin or end inside a Latin word or a number: 5G网络 is not in 15G网络.
        """
        matches: list[Match] = []
        free = 0
        for match in self._all(text):
            if match.start >= free:
                matches.append(match)
                free = match.end
        return tuple(matches)

    def crossings(self, text: str) -> tuple[tuple[Match, Match], ...]:
        """Two terms that overlap in ``text``, neither inside the other: the one that is found, and the one that is not
        because of it."""
        found = self.find(text)
        taken = set(found)
        return tuple(
            (one, other)
            for one in found
            for other in self._all(text)
            if other not in taken and one.start < other.start < one.end < other.end
        )

    def everywhere(self, text: str) -> tuple[Match, ...]:
        """All occurrences of all terms, also inside others, by their start, longer ones first."""
        return tuple(self._all(text))

    def mentioned(self, text: str) -> frozenset[str]:
        """The ids of all terms that stand anywhere in ``text``, also inside others."""
        return frozenset(match.term_id for match in self._all(text))

    def _all(self, text: str) -> list[Match]:
        """All occurrences, not the automaton's own leftmost-longest: one that is refused must not hide another."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found.sort(key=lambda match: (match[1], -match[2]))
        return [
            Match(start, end, self._surfaces[index][1], self._surfaces[index][0])
            for index, start, end in found
            if not _is_inside_run(text, start) and not _is_inside_run(text, end)
        ]


def _is_inside_run(text: str, offset: int) -> bool:
    """Whether the border at ``offset`` cuts a run of letters and digits that are not Chinese characters."""
    return 0 < offset < len(text) and _is_foreign(text[offset - 1]) and _is_foreign(text[offset])


def _is_foreign(char: str) -> bool:
    return char.isalnum() and not is_han(char)
