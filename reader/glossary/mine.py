"""Terms that a glossary lacks: expressions that the texts treat as one.

A candidate is a run of words between marks and function words, what stands in quotation marks, or an enumeration whose
members are built alike (法治国家、法治政府、法治社会). Its weight is how much it is like a term
(:mod:`reader.glossary.termhood`). The best candidate takes its places in the texts; what stands nowhere but in places
that better ones have taken, as a part of them or across their border, is none. Pure: all knowledge comes from the
caller.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reader.glossary.termhood import LINKS, MARK, STOP, Profile, Tagged, Tally, weight
from reader.hanzi import HAN_CLASS, all_han

_LONGEST = 12
_LONGEST_LIST = 20
_SHORTEST = 3
_MOST_WORDS = 6
_CONTEXTS = 3
_AROUND = 16

_DIGITS = frozenset("〇零一二两三四五六七八九十百千万亿半")

_QUOTED = re.compile(rf"“([{HAN_CLASS}、]{{{_SHORTEST},{_LONGEST}}})”")
_LIST = re.compile(rf"[{HAN_CLASS}]+(?:、[{HAN_CLASS}]+)+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression that may be a term: its words, how often and in how many paragraphs it stands, the weight it is
    ranked by, and sentences it stands in (the place of it between 【 and 】)."""

    text: str
    words: tuple[str, ...]
    count: int
    paragraphs: int
    score: float
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beyond the texts: the words of a text (``cut``), how likely a word is in texts of any kind, the
    known terms, what is no candidate (words of a dictionary, terms of a glossary), and where known terms stand in a
    text: what lies inside one, or reaches into it, is not counted."""

    cut: Callable[[str], Sequence[Tagged]]
    probability: Callable[[str], float]
    terms: Sequence[str]
    known: Callable[[str], bool]
    spans: Callable[[str], Iterable[tuple[int, int]]]


@dataclass(slots=True)
class _Texts:
    """All that the texts hold: their words, and each candidate with what is counted of it."""

    words: Counter[str] = field(default_factory=Counter)
    tallies: dict[str, Tally] = field(default_factory=dict)


def mine(paragraphs: Sequence[str], background: Background) -> tuple[Candidate, ...]:
    """The candidates of the paragraphs, best first."""
    texts = _Texts()
    for number, paragraph in enumerate(paragraphs):
        _count(number, paragraph, background, texts)
    profile = Profile(map(background.cut, background.terms), texts.words, background.probability)
    found = [
        Candidate(
            text,
            tuple(word for word, _ in tally.words),
            tally.count,
            len({number for number, _, _ in tally.places}),
            weight(text, tally, profile),
            tuple(_context(paragraphs[number], start, end) for number, start, end in tally.places[:_CONTEXTS]),
        )
        for text, tally in texts.tallies.items()
        if not background.known(text)
    ]
    found.sort(key=lambda candidate: (-candidate.score, candidate.text))
    return tuple(_apart(found, texts.tallies))


def _context(paragraph: str, start: int, end: int) -> str:
    before, after = paragraph[max(0, start - _AROUND) : start], paragraph[end : end + _AROUND]
    return f"{before}【{paragraph[start:end]}】{after}"


# --- counting ---------------------------------------------------------------------------------------------------------


def _count(number: int, paragraph: str, background: Background, texts: _Texts) -> None:
    words = background.cut(paragraph)
    texts.words.update(word for word, _ in words if all_han(word))
    starts = list(accumulate((len(word) for word, _ in words), initial=0))
    spans = tuple(background.spans(paragraph))
    for first, last in sorted({*_runs(words, starts), *_marked(paragraph, starts)}):
        start, end = starts[first], starts[last]
        if any(_meets(start, end, span) for span in spans):
            continue
        text = paragraph[start:end]
        tally = texts.tallies.setdefault(text, Tally(tuple(words[first:last])))
        tally.places.append((number, start, end))
        tally.left[_neighbour(words, first - 1)] += 1
        tally.right[_neighbour(words, last)] += 1
        tally.quoted += paragraph[start - 1 : start] == "“" and paragraph[end : end + 1] == "”"
        tally.holding += any(start <= left and right <= end for left, right in spans)


def _meets(start: int, end: int, span: tuple[int, int]) -> bool:
    """Whether a stretch lies inside the span of a known term, or reaches into it."""
    first, last = span
    return (first <= start and end <= last) or first < start < last or first < end < last


def _runs(words: Sequence[Tagged], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that a term may be: first, and one past the last."""
    for first in range(len(words)):
        if not _may_begin(words[first]):
            continue
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            length = starts[last + 1] - starts[first]
            if not _may_stand(words[last]) or length > _LONGEST:
                break
            if length >= _SHORTEST and _may_end(words[last]) and not all(map(_is_name, words[first : last + 1])):
                yield first, last + 1


def _marked(paragraph: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What is in quotation marks, and enumerations, where words begin and end with them."""
    index = {start: number for number, start in enumerate(starts)}
    spans = [match.span(1) for match in _QUOTED.finditer(paragraph)]
    for match in _LIST.finditer(paragraph):
        spans += ((match.start() + start, match.start() + end) for start, end in _parallel(match[0]))
    for start, end in spans:
        if start in index and end in index:
            yield index[start], index[end]


def _parallel(text: str) -> Iterator[tuple[int, int]]:
    """The enumeration of members as long as each other that share a character in the same place: of the first member
    only the end belongs to it, of the last only the beginning."""
    members = text.split("、")
    for size in {len(member) for member in members if 2 <= len(member) <= _LONGEST // 2}:
        first = 0
        while first < len(members) - 1:
            last = first + 1
            while last < len(members) - 1 and len(members[last]) == size:
                last += 1
            parts = [members[first][-size:], *members[first + 1 : last], members[last][:size]]
            length = len(parts) * (size + 1) - 1
            if _alike(parts) and length <= _LONGEST_LIST:
                start = len("、".join(members[: first + 1])) - size
                yield start, start + length
                first = last
            else:
                first += 1


def _alike(parts: Sequence[str]) -> bool:
    return len(set(map(len, parts))) == 1 and any(len(set(chars)) == 1 for chars in zip(*parts, strict=True))


def _may_stand(word: Tagged) -> bool:
    text, tag = word
    if not all_han(text) or (len(text) > 1 and _DIGITS.issuperset(text)):
        return False
    return text in LINKS or (text not in STOP and (tag or "x")[0] not in "pruyoe")


def _may_begin(word: Tagged) -> bool:
    text, tag = word
    kind = (tag or "x")[0]
    return _may_stand(word) and text not in STOP and (kind not in "cfktq" or (kind in "ft" and len(text) > 1))


def _may_end(word: Tagged) -> bool:
    text, tag = word
    kind = (tag or "x")[0]
    allowed = kind not in "cdh" or (kind == "d" and len(text) > 1)
    return _may_stand(word) and text not in STOP and allowed and not text.endswith("们")


def _is_name(word: Tagged) -> bool:
    return word[1] is not None and word[1].startswith(("nr", "ns"))


def _neighbour(words: Sequence[Tagged], index: int) -> Tagged:
    return words[index] if 0 <= index < len(words) and all_han(words[index][0]) else (MARK, None)


# --- candidates among each other --------------------------------------------------------------------------------------


def _apart(found: Iterable[Candidate], tallies: Mapping[str, Tally]) -> Iterator[Candidate]:
    """Those with a place in the texts that no better candidate reaches into."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for candidate in found:
        free = [
            (number, start, end)
            for number, start, end in tallies[candidate.text].places
            if not any(left < end and start < right for left, right in taken[number])
        ]
        for number, start, end in free:
            taken[number].append((start, end))
        if free:
            yield candidate
