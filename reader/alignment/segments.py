"""Segments that come with their source, from a table or a translation memory, put where that source stands in the text.

Nothing is guessed here: a segment belongs to a stretch of the text that is its source, letter by letter but for white
space and the width of characters, and begins and ends with a sentence or beside another segment.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.model import Block
from reader.sources.translation import Paragraph


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences ``first`` to ``last`` (half-open) of a block and the segments, by number, that translate them."""

    block: str
    first: int
    last: int
    segments: tuple[int, ...]


def place_segments(blocks: Iterable[Block], segments: Sequence[Paragraph]) -> tuple[tuple[Match, ...], tuple[int, ...]]:
    """The matches in order of the text, and the numbers of the segments whose source stands nowhere.

    Of segments with the same source each is used once, in their order; the last one as often as is needed.
    """
    waiting: dict[str, list[int]] = defaultdict(list)
    for number, segment in enumerate(segments):
        waiting[_folded(segment.source)].append(number)
    by_start: dict[str, list[str]] = defaultdict(list)
    for source in waiting:
        if source:
            by_start[source[0]].append(source)
    matches: list[Match] = []
    used: set[int] = set()
    for block in blocks:
        for first, last, sources in _tiles(block, by_start):
            numbers = tuple(waiting[s].pop(0) if len(waiting[s]) > 1 else waiting[s][0] for s in sources)
            used.update(numbers)
            matches.append(Match(block.id, first, last, numbers))
    return tuple(matches), tuple(number for number in range(len(segments)) if number not in used)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))


def _tiles(block: Block, by_start: Mapping[str, Sequence[str]]) -> Iterable[tuple[int, int, tuple[str, ...]]]:
    """The stretches of a block that sources cover without a gap, as much of it as they can."""
    sentences = [_folded(sentence.text) for sentence in block.sentences]
    text = "".join(sentences)
    starts = list(accumulate(map(len, sentences), initial=0))
    index = {start: number for number, start in enumerate(starts)}
    covered: dict[int, tuple[int, str]] = {len(text): (0, "")}
    for position in range(len(text) - 1, -1, -1):
        options = [
            (len(source) + covered[position + len(source)][0], source)
            for source in by_start.get(text[position], ())
            if position + len(source) in covered and text.startswith(source, position)
        ]
        if position in index:  # a sentence may be left out
            options.append((covered[starts[index[position] + 1]][0], ""))
        if options:
            covered[position] = max(options, key=lambda option: option[0])
    position, first = 0, 0
    sources: list[str] = []
    while position < len(text):
        source = covered[position][1]
        if not source:
            position = starts[index[position] + 1]
            first = index[position]
            continue
        sources.append(source)
        position += len(source)
        if position in index:
            yield first, index[position], tuple(sources)
            first, sources = index[position], []
