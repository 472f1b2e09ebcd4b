"""Terms that a glossary lacks: expressions of several words that the texts treat as one.

A candidate is a run of words between marks and function words. It is weighed by how often and in how many paragraphs it
stands, by how much more often its words stand together than their general frequencies explain (pointwise mutual
information with the background), by how freely its neighbours vary on either side (branching entropy), by how
much of its use is its own and not that of a longer candidate (C-value, Frantzi et al. 2000), by its build (parts of
speech, rhythm), and by how its words stand in the terms that are known. Pure: all knowledge comes from the caller.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from reader.hanzi import all_han

Tagged = tuple[str, str | None]
"""A word and its part of speech (ICTCLAS letters), None where nobody knows it."""

_LONGEST = 12
_SHORTEST = 3
_MOST_WORDS = 6
_CONTEXTS = 3
_AROUND = 16
_MARK = "▏"
"""What stands for the border of a clause among neighbours."""

_STOP = frozenset(
    (
        "的 了 着 过 地 得 是 在 有 和 与 及 或 把 被 将 对 从 向 为 以 于 等 这 那 其 该 各 每 个 中 上 下 里 内 "
        "外 前 后 时 年 月 日 也 都 又 还 就 才 不 没 很 更 最 已 要 会 能 可 可以 应 应当 必须 不断 进一步 通过 "
        "根据 按照 关于 由于 因为 所以 如果 但是 而且 以及 并 而 之 所 我 你 他 她 它 我们 他们 自己 什么 怎么 "
        "如何 哪 谁 一些 许多 很多 一个 这个 那个 这些 那些 这里 那里 一种 一次 今年 去年 明年 目前 现在 当前 "
        "同时 其中 此外 比如 例如 记者 认为 表示 介绍 指出 说 有关 相关 以来 之间 方面 左右 以上 以下"
    ).split()
)
"""Words that no term begins or ends with, and that part one candidate from the next."""

_LINKS = frozenset("和与")
"""Words that may stand inside a term."""


@dataclass(slots=True)
class _Tally:
    """What is counted of one candidate."""

    words: tuple[Tagged, ...]
    count: int = 0
    paragraphs: set[int] = field(default_factory=set)
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    contexts: list[str] = field(default_factory=list)


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
    """What is known beyond the texts: the words of a text (``cut``), how likely a word is in texts of any kind, in how
    many known terms it stands, what is no candidate (words of a dictionary, terms of a glossary), and where known
    terms stand in a text: what lies inside one, or reaches into it, is not
    counted."""

    cut: Callable[[str], Iterable[Tagged]]
    probability: Callable[[str], float]
    terms_with: Callable[[str], int]
    known: Callable[[str], bool]
    spans: Callable[[str], Iterable[tuple[int, int]]]


def mine(paragraphs: Sequence[str], background: Background) -> tuple[Candidate, ...]:
    """The candidates of the paragraphs, best first."""
    tallies: dict[str, _Tally] = {}
    total = 0
    for number, paragraph in enumerate(paragraphs):
        words = list(background.cut(paragraph))
        total += len(words)
        _count(words, paragraph, number, tuple(background.spans(paragraph)), tallies)
    longer = _longer(tallies)
    found = [
        Candidate(
            text,
            tuple(word for word, _ in tally.words),
            tally.count,
            len(tally.paragraphs),
            _score(text, tally, longer[text], total, background),
            tuple(tally.contexts),
        )
        for text, tally in tallies.items()
        if not background.known(text)
    ]
    found.sort(key=lambda candidate: (-candidate.score, candidate.text))
    return tuple(_apart(found))


# --- counting ---------------------------------------------------------------------------------------------------------


def _count(
    words: Sequence[Tagged], paragraph: str, number: int, spans: Sequence[tuple[int, int]], tallies: dict[str, _Tally]
) -> None:
    starts = [0]
    for word, _ in words:
        starts.append(starts[-1] + len(word))
    for first in range(len(words)):
        if not _may_begin(words[first]):
            continue
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if not _may_stand(words[last]):
                break
            length = starts[last + 1] - starts[first]
            if length > _LONGEST:
                break
            if length < _SHORTEST or not _may_end(words[last]) or (first == last and words[first][1] is not None):
                continue
            if any(_meets(starts[first], starts[last + 1], span) for span in spans):
                continue
            text = paragraph[starts[first] : starts[last + 1]]
            tally = tallies.setdefault(text, _Tally(tuple(words[first : last + 1])))
            tally.count += 1
            tally.paragraphs.add(number)
            tally.left[_neighbour(words, first - 1)] += 1
            tally.right[_neighbour(words, last + 1)] += 1
            if len(tally.contexts) < _CONTEXTS:
                before = paragraph[max(0, starts[first] - _AROUND) : starts[first]]
                after = paragraph[starts[last + 1] : starts[last + 1] + _AROUND]
                tally.contexts.append(f"{before}【{text}】{after}")


def _meets(start: int, end: int, span: tuple[int, int]) -> bool:
    """Whether a stretch lies inside the span of a known term, or reaches into it."""
    first, last = span
    return (first <= start and end <= last) or first < start < last or first < end < last


def _may_stand(word: Tagged) -> bool:
    text, tag = word
    return all_han(text) and (text in _LINKS or (text not in _STOP and (tag or "x")[0] not in "pruymqoe"))


def _may_begin(word: Tagged) -> bool:
    return _may_stand(word) and word[0] not in _STOP and (word[1] or "x")[:1] not in "cfkt"


def _may_end(word: Tagged) -> bool:
    return _may_stand(word) and word[0] not in _STOP and (word[1] or "x")[:1] not in "cdh"


def _neighbour(words: Sequence[Tagged], index: int) -> str:
    return words[index][0] if 0 <= index < len(words) and all_han(words[index][0]) else _MARK


def _longer(tallies: dict[str, _Tally]) -> dict[str, tuple[int, int]]:
    """For each candidate how many longer ones it is in, and how often these stand."""
    inside: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for tally in tallies.values():
        words = [word for word, _ in tally.words]
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                part = "".join(words[first:last])
                if last - first < len(words) and part in tallies:
                    kinds, count = inside[part]
                    inside[part] = (kinds + 1, count + tally.count)
    return inside


# --- weighing ---------------------------------------------------------------------------------------------------------


def features(text: str, tally: _Tally, longer: tuple[int, int], total: int, background: Background) -> dict[str, float]:
    """What the weight of a candidate is made of."""
    words = [word for word, _ in tally.words]
    tags = [tag or "x" for _, tag in tally.words]
    lengths = tuple(map(len, words))
    kinds, nested = longer
    own = tally.count - nested / kinds if kinds else tally.count
    expected = sum(log(max(background.probability(word), 1e-8)) for word in words)
    together = (log(tally.count / total) - expected) / len(words) if len(words) > 1 else 4.0
    familiar = [log(1 + background.terms_with(word)) for word in words]
    return {
        "own use": log(1 + max(0.0, own)),
        "association": together,
        "left entropy": _entropy(tally.left),
        "right entropy": _entropy(tally.right),
        "free on the left": _free(tally.left),
        "free on the right": _free(tally.right),
        "two and two": float(lengths == (2, 2)),
        "pairs only": float(len(text) in (4, 6, 8) and set(lengths) == {2}),
        "words": float(len(words)),
        "ends in a noun": float(tags[-1][0] in "nlj" or tags[-1] in ("vn", "an", "x")),
        "begins with a verb": float(tags[0] == "v" and len(tags) > 1),
        "begins with an adverb": float(tags[0][0] == "d"),
        "has a link": float(any(word in _LINKS for word in words)),
        "ends in one character": float(lengths[-1] == 1),
        "familiar words": sum(familiar) / len(familiar),
        "least familiar word": min(familiar),
        "has a name": float(any(tag[:2] in ("nr", "ns", "nt") for tag in tags)),
        "three characters": float(len(text) == 3),
        "ends in a verb": float(tags[-1] == "v"),
        "rarest word": max(-log(background.probability(word)) for word in words) / 10,
    }


WEIGHTS = dict(
    zip(
        (
            "own use", "association", "left entropy", "right entropy", "free on the left", "free on the right",
            "two and two", "pairs only", "words", "ends in a noun", "begins with a verb", "begins with an adverb",
            "has a link", "ends in one character", "familiar words", "least familiar word", "has a name",
            "three characters", "ends in a verb", "rarest word",
        ),
        (
            -0.57, 0.3, 1.35, 1.24, 0.28, 1.11, 0.9, -0.27, -0.84, 1.64, -1.35, 0.6, 0.01, 0.2, 0.56, 0.88, 0.24, 0.16,
            -0.61, 1.49,
        ),
        strict=True,
    )
)  # fmt: skip
"""Of the features: logistic regression on the seed and the policy passages of the gold data, with the terms of these
texts taken out of the glossary. ``tests/accuracy/test_mine.py`` measures on a text that was not looked at."""


def _score(text: str, tally: _Tally, longer: tuple[int, int], total: int, background: Background) -> float:
    found = features(text, tally, longer, total, background)
    return sum(WEIGHTS[name] * value for name, value in found.items())


def _entropy(neighbours: Counter[str]) -> float:
    """How freely the neighbours vary; a border of a clause counts as a new neighbour each time."""
    total = neighbours.total()
    found = [count for word, count in neighbours.items() if word != _MARK] + [1] * neighbours[_MARK]
    return -sum(count / total * log(count / total) for count in found)


def _free(neighbours: Counter[str]) -> float:
    """The share of places where the neighbour is a mark or a word that no term has at its border."""
    return sum(count for word, count in neighbours.items() if word == _MARK or word in _STOP) / neighbours.total()


def _apart(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Without a candidate that stands nowhere but in a better one, or around one that stands as often."""
    taken: list[Candidate] = []
    for candidate in found:
        if not any(
            (candidate.text in other.text or other.text in candidate.text) and candidate.count <= other.count
            for other in taken
        ):
            taken.append(candidate)
            yield candidate
