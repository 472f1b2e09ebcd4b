"""How much an expression is like a term: what is known of it, as numbers, and their weight.

Most terms stand once or twice in a text, so that frequency alone does not find them. What the known terms of a glossary
teach weighs more: which words they are made of (体系, 战略), next to which other words, and which characters they begin
and end with. Beside it stands what the texts tell: whether the expression is in quotation marks, how freely its
neighbours vary (branching entropy), and whether it stops where a term would.
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

_DOUBT = 100.0
"""As many terms would have to be known for them to count as much as the texts, in what a term is made of."""
_RAREST = 1e-4
"""No word or character counts as rarer: that it is in one known term would prove too much."""


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
        self._text_begins: Counter[str] = Counter()
        self._text_ends: Counter[str] = Counter()
        for word, count in texts.items():
            self._text_begins[word[0]] += count
            self._text_ends[word[-1]] += count
        self._terms = 0
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._begins: Counter[str] = Counter()
        self._ends: Counter[str] = Counter()
        for tagged in terms:
            words = [word for word, _ in tagged]
            self._terms += 1
            self._words.update(set(words))
            self._pairs.update(pairwise(words))
            self._begins[words[0][0]] += 1
            self._ends[words[-1][-1]] += 1

    def word(self, word: str) -> float:
        """How much more likely the word is in a term than in texts, as a logarithm."""
        share = (self.probability(word) + self._texts.get(word, 0) / self._size) / 2
        return self._odds(self._words[word], share)

    def begin(self, char: str) -> float:
        """How much more likely a term begins with the character than a word does."""
        return self._odds(self._begins[char], self._text_begins[char] / self._size)

    def end(self, char: str) -> float:
        """How much more likely a term ends with the character than a word does."""
        return self._odds(self._ends[char], self._text_ends[char] / self._size)

    def pair(self, left: str, right: str) -> float:
        """How often the words stand side by side in terms, as a logarithm."""
        return log(1 + self._pairs[left, right])

    def _odds(self, found: int, share: float) -> float:
        share = max(share, _RAREST)
        return log((found + _DOUBT * share) / ((self._terms + _DOUBT) * share))


def features(text: str, tally: Tally, profile: Profile) -> dict[str, float]:
    """What the weight of a candidate is made of."""
    words = [word for word, _ in tally.words]
    tags = [tag or "x" for _, tag in tally.words]
    familiar = [profile.word(word) for word in words]
    rare = [-log(max(profile.probability(word), 1e-8)) for word in words]
    pairs = [profile.pair(*pair) for pair in pairwise(words)]
    return {
        "count": log(tally.count),
        "left entropy": _entropy(tally.left),
        "right entropy": _entropy(tally.right),
        "noun on the left": _share(tally.left, lambda word: _is_noun(word[1])),
        "adverb on the left": _share(tally.left, lambda word: (word[1] or "x")[0] in "ad"),
        "mark on the right": _share(tally.right, lambda word: word[0] == MARK),
        "stop word on the right": _share(tally.right, lambda word: word[0] in STOP),
        "pair on the right": sum(profile.pair(words[-1], word) * n for (word, _), n in tally.right.items())
        / tally.count,
        "quoted": tally.quoted / tally.count,
        "holds a term": tally.holding / tally.count,
        "familiar words": sum(familiar) / len(familiar),
        "least familiar word": min(familiar),
        "familiar pairs": sum(pairs) / max(1, len(pairs)),
        "begins like terms": profile.begin(text[0]),
        "ends like terms": profile.end(text[-1]),
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
    "count": -0.47,
    "left entropy": 1.44,
    "right entropy": 1.61,
    "noun on the left": -1.00,
    "adverb on the left": -1.76,
    "mark on the right": 0.95,
    "stop word on the right": 0.91,
    "pair on the right": -1.52,
    "quoted": 2.81,
    "holds a term": 1.49,
    "familiar words": 0.30,
    "least familiar word": 0.16,
    "familiar pairs": 1.27,
    "begins like terms": 0.35,
    "ends like terms": 0.15,
    "characters": -0.39,
    "enumeration": 1.89,
    "ends in a noun": 0.78,
    "ends in a verb": 0.54,
    "has a person": -4.47,
    "has a place": 0.62,
    "rarest word": 0.17,
    "commonest word": 0.15,
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
