"""Many strings sought in a text at once, in one run over it whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind


class Strings:
    """A set of strings to look for (Aho and Corasick's automaton, CACM 18, 1975)."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._longest = AhoCorasick(sorted(strings), matchkind=MatchKind.LeftmostLongest)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in the text, leftmost first, longest first, none overlapping."""
        return ((start, end) for _, start, end in self._longest.find_matches_as_indexes(text))

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in the text."""
        return bool(self._longest.find_matches_as_indexes(text))


class Overlapping:
    """The same where strings that overlap are all wanted."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._every = AhoCorasick(sorted(strings))

    def all_in(self, text: str) -> list[str]:
        """The strings that stand in the text, each as often as it does."""
        return self._every.find_matches_as_strings(text, overlapping=True)

    def found_in(self, text: str) -> set[str]:
        """Those of the strings that stand in the text."""
        return set(self.all_in(text))
