"""How much an expression is like a term: what is known of it, as numbers, and their weight.

Most terms stand once or twice in a text, so that frequency alone does not find them. What the known terms of a glossary
teach weighs more: which words they begin and end with (体系, 战略), which stand side by side in them, and how long
these are. Beside it stands what the texts tell: whether the expression is in quotation marks, how freely its neighbours
vary (branching entropy), and whether it stops where a term would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

Tagged = tuple[str, str | None]
"""A word and its part of speech (ICTCLAS letters), None where nobody knows it."""

MARK = "▏"
"""What stands for the border of a clause among neighbours."""

STOP = frozenset(
    (
        "的 了 着 过 地 得 是 在 有 和 与 及 或 把 被 将 对 从 向 为 以 于 等 这 那 其 该 各 每 个 中 上 下 里 内 "
        "外 前 后 时 年 月 日 也 都 又 还 就 才 不 没 很 更 最 已 要 会 能 可 可以 应 应当 必须 不断 进一步 通过 "
        "根据 按照 关于 由于 因为 所以 如果 但是 而且 以及 并 而 之 所 我 你 他 她 它 我们 他们 自己 什么 怎么 "
        "如何 哪 谁 一些 许多 很多 一个 这个 那个 这些 那些 这里 那里 一种 一次 今年 去年 明年 目前 现在 当前 "
        "同时 其中 此外 比如 例如 记者 认为 表示 介绍 指出 说 有关 相关 以来 之间 方面 左右 以上 以下"
    ).split()
)
"""Words that no term begins or ends with, and that part one candidate from the next."""

LINKS = frozenset("和与之")
"""Words that may stand inside a term."""

_DOUBT = 1.0
"""Added to what is counted and to what would be expected, so that what is rare proves little."""


@dataclass(slots=True)
class Tally:
    """What is counted of one candidate: its places (paragraph, start, end), the words beside it, and how often it is
    quoted, and how often it holds a known term."""

    words: tuple[Tagged, ...]
    places: list[tuple[int, int, int]] = field(default_factory=list)
    left: Counter[Tagged] = field(default_factory=Counter)
    right: Counter[Tagged] = field(default_factory=Counter)
    quoted: int = 0
    holding: int = 0

    @property
    def count(self) -> int:
        """How often it stands."""
        return len(self.places)


class Profile:
    """What known terms are made of, against what texts are made of.

    ``terms``: the words of each; ``texts``: the words of the texts, counted; ``probability``: how likely a word is in
    texts of any kind.
    """

    def __init__(
        self, terms: Iterable[Sequence[Tagged]], texts: Mapping[str, int], probability: Callable[[str], float]
    ) -> None:
        self.probability = probability
        self._texts = texts
        self._size = max(1, sum(texts.values()))
        self._terms = 0
        self._first: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._words: Counter[tuple[str, str]] = Counter()
        self._chars: Counter[tuple[str, str]] = Counter()
        self._lengths: Counter[tuple[int, ...]] = Counter()
        for tagged in terms:
            words = [word for word, _ in tagged]
            self._terms += 1
            self._first[words[0]] += 1
            self._last[words[-1]] += 1
            self._words.update(pairwise(words))
            self._chars.update(set(pairwise("".join(words))))
            self._lengths[tuple(map(len, words))] += 1

    def first(self, word: str) -> float:
        """How much more often terms begin with the word than texts have it, as a logarithm."""
        return self._odds(self._first[word], self._share(word))

    def last(self, word: str) -> float:
        """How much more often terms end with the word than texts have it, as a logarithm."""
        return self._odds(self._last[word], self._share(word))

    def pair(self, left: str, right: str) -> float:
        """How much more often the words stand side by side in terms than by chance, as a logarithm."""
        return self._odds(self._words[left, right], self._share(left) * self._share(right), _DOUBT / 10)

    def build(self, words: Sequence[str]) -> float:
        """How many terms have words of just these lengths, as a logarithm."""
        return log(1 + self._lengths[tuple(map(len, words))])

    def characters(self, text: str) -> float:
        """In how many terms two characters stand side by side, as a logarithm: the mean over the text."""
        return sum(log(1 + self._chars[pair]) for pair in pairwise(text)) / len(text)

    def _share(self, word: str) -> float:
        return (self.probability(word) + self._texts.get(word, 0) / self._size) / 2

    def _odds(self, found: int, share: float, doubt: float = _DOUBT) -> float:
        return log((found + doubt) / (self._terms * share + doubt))


def features(text: str, tally: Tally, profile: Profile) -> dict[str, float]:
    """What the weight of a candidate is made of."""
    words = [word for word, _ in tally.words]
    tags = [tag or "x" for _, tag in tally.words]
    rare = [-log(max(profile.probability(word), 1e-8)) for word in words]
    pairs = [profile.pair(*pair) for pair in pairwise(words)]
    opening = sum(profile.first(word) * n for (word, _), n in tally.left.items() if word != MARK and word not in STOP)
    return {
        "count": log(tally.count),
        "left entropy": _entropy(tally.left),
        "right entropy": _entropy(tally.right),
        "stop word on the left": _share(tally.left, lambda word: word[0] in STOP),
        "noun on the left": _share(tally.left, lambda word: _is_noun(word[1])),
        "adverb on the left": _share(tally.left, lambda word: (word[1] or "x")[0] in "ad"),
        "opening on the left": opening / tally.count,
        "stop word on the right": _share(tally.right, lambda word: word[0] in STOP),
        "mark on the right": _share(tally.right, lambda word: word[0] == MARK),
        "quoted": tally.quoted / tally.count,
        "holds a term": tally.holding / tally.count,
        "begins like terms": profile.first(words[0]),
        "ends like terms": profile.last(words[-1]),
        "familiar pairs": sum(pairs) / max(1, len(pairs)),
        "familiar characters": profile.characters(text),
        "familiar build": profile.build(words),
        "characters": float(len(text)),
        "enumeration": float("、" in text),
        "ends in a noun": float(_is_noun(tags[-1]) or tags[-1][0] in "ljx" or tags[-1] == "an"),
        "ends in a verb": float(tags[-1] == "v"),
        "has a person": float(any(tag[:2] == "nr" for tag in tags)),
        "has a place": float(any(tag[:2] in ("ns", "nt") for tag in tags)),
        "rarest word": max(rare),
        "commonest word": min(rare),
    }


WEIGHTS: Mapping[str, float] = {
    "count": -0.74,
    "left entropy": 1.96,
    "right entropy": 1.78,
    "stop word on the left": 0.56,
    "noun on the left": -1.01,
    "adverb on the left": -2.37,
    "opening on the left": -0.37,
    "stop word on the right": 0.89,
    "mark on the right": 0.97,
    "quoted": 3.02,
    "holds a term": 1.73,
    "begins like terms": 0.86,
    "ends like terms": 0.67,
    "familiar pairs": 0.47,
    "familiar characters": 0.59,
    "familiar build": 0.09,
    "characters": -0.42,
    "enumeration": 2.50,
    "ends in a noun": 0.93,
    "ends in a verb": 0.66,
    "has a person": -5.30,
    "has a place": 0.70,
    "rarest word": 0.19,
    "commonest word": 0.10,
}
"""Of the features: logistic regression on the seed, the policy passages of the gold data and forty paragraphs of
published reports, with the terms of these texts taken out of the glossary. ``tests/accuracy/test_mine.py`` measures on
a text that was not looked at."""


def weight(text: str, tally: Tally, profile: Profile) -> float:
    """How much the candidate is like a term; only to be compared with others of the same texts."""
    return sum(WEIGHTS[name] * value for name, value in features(text, tally, profile).items())


def _is_noun(tag: str | None) -> bool:
    return tag is not None and (tag[0] == "n" or tag == "vn")


def _share(neighbours: Counter[Tagged], test: Callable[[Tagged], bool]) -> float:
    return sum(count for word, count in neighbours.items() if test(word)) / neighbours.total()


def _entropy(neighbours: Counter[Tagged]) -> float:
    """How freely the neighbours vary; a border of a clause counts as a new neighbour each time."""
    total = neighbours.total()
    found: list[int] = []
    for (word, _), count in neighbours.items():
        found += [1] * count if word == MARK else [count]
    return -sum(count / total * log(count / total) for count in found)
