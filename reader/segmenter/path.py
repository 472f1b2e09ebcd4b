"""The most probable way to cut a text into words of a weighted vocabulary, as jieba cuts without its hidden Markov
model: a word graph from a prefix dictionary, then the best path from right to left.

The same sums in the same order as :class:`jieba.Tokenizer`, so that cuts are equal to its own on the same table; in
one pass and over logarithms taken beforehand, which makes it about three times as fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

PREFIX = 0.0
"""The weight of a text that is no word but begins one. (The weight of a word is negative.)"""


def best_path(text: str, weights: Mapping[str, float], unknown: float) -> list[int]:
    """Where to cut: the end of each word. ``weights``: natural logarithms of probabilities, :data:`PREFIX` for
    every proper prefix that is no word; ``unknown``: the weight of a single character that is no word."""
    return _best(text, weights, unknown)[1]


def best_weight(text: str, weights: Mapping[str, float], unknown: float) -> float:
    """The weight of that way: what a word must weigh more than to be kept whole."""
    return _best(text, weights, unknown)[0]


def _best(text: str, weights: Mapping[str, float], unknown: float) -> tuple[float, list[int]]:
    size = len(text)
    best = [0.0] * (size + 1)
    after = [0] * size
    get = weights.get
    for start in range(size - 1, -1, -1):
        most = -inf
        choice = 0
        end = start + 1
        weight = get(text[start])
        while weight is not None:
            # On a tie jieba takes the longer word.
            if weight and weight + best[end] >= most:
                most = weight + best[end]
                choice = end
            end += 1
            if end > size:
                break
            weight = get(text[start:end])
        if not choice:
            choice = start + 1
            most = unknown + best[choice]
        best[start] = most
        after[start] = choice
    ends: list[int] = []
    start = 0
    while start < size:
        start = after[start]
        ends.append(start)
    return best[0], ends
