"""Long texts for measurements: no sentence twice, and the syntax of real ones.

The frames are the sentences of the gold data, cut by hand. Each word of two or more characters gives its place to
another of the same length and part of speech, drawn by its frequency in jieba's corpus: so words are as often as in
jieba's corpus, rare ones come up as a text grows, and function words, marks and numbers stand where they do in prose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from reader.segmenter.vocabulary import jieba_file

_GOLD = Path(__file__).parent.parent / "accuracy" / "gold"


def distinct_text(size: int) -> str:
    """A text of at least ``size`` characters in paragraphs of some sentences each; the same at every call."""
    pieces: list[str] = []
    length = 0
    for sentence in _sentences(random.Random(7)):
        pieces.append(sentence)
        length += len(sentence)
        if length >= size:
            return "".join(pieces)
    raise AssertionError("the sentences do not end")


def _sentences(draw: random.Random) -> Iterator[str]:
    tags, words = _vocabulary()
    frames = list(_frames())
    seen: set[str] = set()
    while True:
        sentence = ""
        for word in draw.choice(frames):
            tag = tags.get(word)
            if len(word) > 1 and tag:
                choices, weights = words[tag, len(word)]
                sentence += draw.choices(choices, cum_weights=weights)[0]
            else:
                sentence += word
        if sentence not in seen:
            seen.add(sentence)
            yield sentence + ("\n" if draw.random() < 0.25 else "")


def _frames() -> Iterator[list[str]]:
    for path in sorted(_GOLD.glob("words-*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                frame: list[str] = []
                words = line.split(" ")
                for word, following in pairwise((*words, "")):
                    frame.append(word)
                    if word[-1] in "。！？”" and following not in ("”", "’"):
                        yield frame
                        frame = []


def _vocabulary() -> tuple[dict[str, str], dict[tuple[str, int], tuple[list[str], list[int]]]]:
    """The part of speech of each word, and the words of one part of speech and length with their summed frequencies."""
    tags: dict[str, str] = {}
    found: dict[tuple[str, int], tuple[list[str], list[int]]] = {}
    for line in jieba_file().read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        tags[word] = tag
        choices, weights = found.setdefault((tag, len(word)), ([], []))
        choices.append(word)
        weights.append(int(count))
    return tags, {key: (choices, list(accumulate(weights))) for key, (choices, weights) in found.items()}
