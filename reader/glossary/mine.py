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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from reader.glossary.termhood import LINKS, LIST, MARK, OPENERS, QUOTES, STOP, Profile, Tagged, Tally, weight
from reader.hanzi import HAN_CLASS, all_han

_LONGEST = 14
_LONGEST_LIST = 20
_SHORTEST = 3
_SHORTEST_QUOTED = 2
_SHORTEST_WITH_DE = 5
_MOST_WORDS = 9
_CONTEXTS = 3
_AROUND = 16
_OTHERS = 2

_FRAMES = (("以", "为"), ("为", "以"), ("对", "的"))

_DIGITS = frozenset("〇零一二两三四五六七八九十百千万亿半")

_QUOTED = re.compile(rf"“([{HAN_CLASS}、]{{{_SHORTEST_QUOTED},{_LONGEST}}})”")
_LIST = re.compile(rf"[{HAN_CLASS}]+(?:、[{HAN_CLASS}]+)+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression that may be a term: its words, how often and in how many paragraphs it stands, the weight it is
    ranked by, sentences it stands in (the place of it between 【 and 】), and its other cuts: the best forms that hold
    it or lie in it in the same place, for where a term begins and ends is for a terminologist to say."""

    text: str
    words: tuple[str, ...]
    count: int
    paragraphs: int
    score: float
    contexts: tuple[str, ...]
    others: tuple[str, ...] = ()


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
    """By the text without quotation marks."""


def mine(paragraphs: Sequence[str], background: Background) -> tuple[Candidate, ...]:
    """The candidates of the paragraphs, best first."""
    texts = _Texts()
    for number, paragraph in enumerate(paragraphs):
        _count(number, paragraph, background, texts)
    profile = Profile(map(background.cut, background.terms), texts.words, background.probability)
    found = [
        Candidate(
            tally.text,
            tuple(word for word, _ in tally.words),
            tally.count,
            len({number for number, _, _ in tally.places}),
            weight(text, tally, profile),
            tuple(_context(paragraphs[number], start, end) for number, start, end in tally.places[:_CONTEXTS]),
        )
        for text, tally in texts.tallies.items()
        if not background.known(text) and not background.known(tally.text)
    ]
    found.sort(key=lambda candidate: (-candidate.score, candidate.text))
    return tuple(_apart(found, texts.tallies))


def bare(text: str) -> str:
    """The text without quotation marks: “六稳” and 六稳 are one term."""
    return text.strip(QUOTES) if text.count(QUOTES[0]) == 1 and text[0] + text[-1] == QUOTES else text


def _context(paragraph: str, start: int, end: int) -> str:
    before, after = paragraph[max(0, start - _AROUND) : start], paragraph[end : end + _AROUND]
    return f"{before}【{paragraph[start:end]}】{after}"


# --- counting ---------------------------------------------------------------------------------------------------------


def _count(number: int, paragraph: str, background: Background, texts: _Texts) -> None:
    words = background.cut(paragraph)
    texts.words.update(word for word, _ in words if all_han(word))
    starts = list(accumulate((len(word) for word, _ in words), initial=0))
    spans = tuple(background.spans(paragraph))
    for first, last in sorted(_once({*_runs(words), *_marked(paragraph, starts)}, words)):
        start, end = starts[first], starts[last]
        if any(_meets(start, end, span) for span in spans):
            continue
        text = bare(paragraph[start:end])
        inside = tuple(word for word in words[first:last] if word[0] not in QUOTES)
        tally = texts.tallies.setdefault(_unquoted(text), Tally(text, inside))
        tally.places.append((number, start, end))
        tally.left[_neighbour(words, first - 1)] += 1
        tally.right[_neighbour(words, last)] += 1
        around = paragraph[start - 1 : start] + paragraph[end : end + 1]
        tally.quoted += text != paragraph[start:end] or around == QUOTES
        tally.listed += LIST in text


def _once(found: Collection[tuple[int, int]], words: Sequence[Tagged]) -> Iterator[tuple[int, int]]:
    """What is quoted is counted once, with its marks: what stands around them is what it stands between."""
    for first, last in found:
        if (first - 1, last + 1) not in found or words[first - 1][0] + words[last][0] != QUOTES:
            yield first, last


def _unquoted(text: str) -> str:
    return text.replace(QUOTES[0], "").replace(QUOTES[1], "")


def _meets(start: int, end: int, span: tuple[int, int]) -> bool:
    """Whether a stretch lies inside the span of a known term, or reaches into it."""
    first, last = span
    return (first <= start and end <= last) or first < start < last or first < end < last


def _runs(words: Sequence[Tagged]) -> Iterator[tuple[int, int]]:
    """Runs of words that a term may be: first, and one past the last."""
    for first in range(len(words)):
        if not _may_begin(words[first]):
            continue
        length = of = opened = 0
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            text = words[last][0]
            if not _may_stand(words[last]):
                break
            opened += (text == QUOTES[0]) - (text == QUOTES[1])
            length += 0 if text in QUOTES else len(text)
            of += text == "的"
            if length > _LONGEST or of > 1 or not 0 <= opened <= 1:
                break
            run = words[first : last + 1]
            if opened or not _may_end(words[last]) or not any(map(_tells, run)) or _half_said(run):
                continue
            quoted = words[first][0] + text == QUOTES
            least = _SHORTEST_QUOTED if quoted else _SHORTEST_WITH_DE if of else _SHORTEST
            if length >= least:
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
            if _alike(parts, size) and length <= _LONGEST_LIST:
                start = len("、".join(members[: first + 1])) - size
                yield start, start + length
                first = last
            else:
                first += 1


def _alike(parts: Sequence[str], size: int) -> bool:
    return all(len(part) == size for part in parts) and any(len(set(chars)) == 1 for chars in zip(*parts, strict=True))


def _may_stand(word: Tagged) -> bool:
    text, tag = word
    if text in QUOTES or text in LINKS:
        return True
    if not all_han(text) or (len(text) > 1 and _DIGITS.issuperset(text)):
        return False
    return text not in STOP and (tag or "x")[0] not in "pruyoe"


def _may_begin(word: Tagged) -> bool:
    text, tag = word
    if text == QUOTES[0] or text in OPENERS:
        return True
    kind = (tag or "x")[0]
    function = text in STOP or text in LINKS or text == QUOTES[1]
    return _may_stand(word) and not function and (kind not in "cfktq" or (kind in "ft" and len(text) > 1))


def _may_end(word: Tagged) -> bool:
    text, tag = word
    if text == QUOTES[1]:
        return True
    kind = (tag or "x")[0]
    function = text in STOP or text in LINKS or text == QUOTES[0]
    return _may_stand(word) and not function and (kind not in "ch" or len(text) > 1) and not text.endswith("们")


def _half_said(run: Sequence[Tagged]) -> bool:
    """Whether it is the first half of 以人民为中心 or of 人民对美好生活的向往."""
    found = {word for word, _ in run}
    return any(first in found and second not in found for first, second in _FRAMES)


def _tells(word: Tagged) -> bool:
    """Whether it is more than a name or a function word: of these alone no term is made."""
    return word[0] not in LINKS and not (word[1] or "x").startswith(("nr", "ns")) and word[0] not in QUOTES


def _neighbour(words: Sequence[Tagged], index: int) -> Tagged:
    if not 0 <= index < len(words):
        return MARK, None
    word = words[index]
    return word if all_han(word[0]) else (LIST if word[0] == LIST else MARK, None)


# --- candidates among each other --------------------------------------------------------------------------------------


def _apart(found: Sequence[Candidate], tallies: Mapping[str, Tally]) -> Iterator[Candidate]:
    """Those with a place in the texts that no better candidate reaches into, each with its other cuts."""
    places = [tallies[_unquoted(candidate.text)].places for candidate in found]
    standing: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for rank, here in enumerate(places):
        for number, start, end in here:
            standing[number].append((rank, start, end))
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for candidate, here in zip(found, places, strict=True):
        free = [
            (number, start, end)
            for number, start, end in here
            if not any(left < end and start < right for left, right in taken[number])
        ]
        for number, start, end in free:
            taken[number].append((start, end))
        if free:
            others = {rank for number, *place in free for rank, *other in standing[number] if _nested(*place, *other)}
            yield replace(candidate, others=tuple(found[rank].text for rank in sorted(others)[:_OTHERS]))


def _nested(start: int, end: int, left: int, right: int) -> bool:
    """Whether one stretch lies inside the other."""
    return (start, end) != (left, right) and ((left <= start and end <= right) or (start <= left and right <= end))
