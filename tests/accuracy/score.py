"""Scores against the gold data of ``gold/``: its README says what each file holds and how it is judged.

Whatever is judged, Duben or another engine, is a function from a text to what it says of it (:class:`Said`), so that
all are judged by the same lines of code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from reader.model import Document, Token
from reader.pinyin import PinyinError, syllables

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "held")
_ALTERNATIVE = " | "
_FINAL = "。！？…"
_CLOSERS = "”’）》」』"


@dataclass(frozen=True, slots=True)
class Said:
    """One token: its characters, the syllable over each (None where it has none), and how it is spelled or said."""

    text: str
    syllables: tuple[str | None, ...]
    spelling: str


Engine = Callable[[str], Sequence[Said]]
"""The tokens of a text; joined they are the text."""


def said(document: Document) -> tuple[Said, ...]:
    """What Duben says of a text."""
    return tuple(
        _said(token)
        for article in document.articles
        for block in article.blocks
        for sentence in block.sentences
        for token in sentence.tokens
    )


def _said(token: Token) -> Said:
    reading = token.reading
    spelling = (reading.spoken or reading.spelling if reading else None) or token.text
    if reading and reading.syllables:
        return Said(token.text, _without_erhua(token.text, reading.syllables), spelling)
    return Said(token.text, _one_each(token.text, spelling), spelling)


def _without_erhua(text: str, syllables_: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """The syllables without the r of a 儿 that has none of its own: what is judged is the character before it."""
    following = (*zip(text[1:], syllables_[1:], strict=True), ("", ""))
    return tuple(
        one.removesuffix("r") if one and ch in ("儿", "兒") and nothing is None else one
        for one, (ch, nothing) in zip(syllables_, following, strict=True)
    )


def _one_each(text: str, spoken: str) -> tuple[str | None, ...]:
    """The syllables of what is said, where it has one for each character (一百二十, not 120 and not 10月28日)."""
    try:
        found = syllables(spoken) if text.isdecimal() or not any(ch.isdigit() for ch in text) else ()
    except PinyinError:
        found = ()
    return found if len(found) == len(text) else (None,) * len(text)


# ------------------------------------------------------------------------------------------- gold data


@dataclass(frozen=True, slots=True)
class Target:
    """One place that is judged: ``text[start:end]`` is to be read ``gold``, or one of several ways."""

    id: str
    text: str
    start: int
    end: int
    gold: tuple[str, ...]

    @property
    def class_(self) -> str:
        """The class for the table of errors: the character, the kind of name or number."""
        return self.id.rpartition("-")[0]


_COLUMNS = {
    "readings": ("split", "id", "register", "sentence", "target", "index", "gold"),
    "names": ("split", "id", "register", "sentence", "target", "index", "gold", "kind"),
    "numbers": ("split", "id", "sentence", "target", "index", "gold"),
}


def targets(name: str, half: str) -> tuple[Target, ...]:
    """The targets of a table. Raises ValueError where a target does not stand at its index."""
    lines = (GOLD / f"{name}-{half}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_target(name, half, line) for line in lines if line and not line.startswith("#"))


def _target(name: str, half: str, line: str) -> Target:
    row = dict(zip(_COLUMNS[name], line.split("\t"), strict=True))
    start = int(row["index"])
    end = start + len(row["target"])
    if row["sentence"][start:end] != row["target"] or row["split"] != half:
        raise ValueError(f"{name}-{half}.tsv, {row['id']}: the target is not at its index, or not of this half")
    return Target(row["id"], row["sentence"], start, end, tuple(row["gold"].split(_ALTERNATIVE)))


def with_stop(sentence: str) -> str:
    """The sentence with a full stop if it has no final mark, so that it is no heading."""
    return sentence if sentence.rstrip(_CLOSERS)[-1:] in _FINAL else sentence + "。"


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text cut by hand into words and marks."""

    register: str
    words: tuple[str, ...]


def passages(half: str) -> tuple[Passage, ...]:
    """The passages of a half, each one paragraph."""
    found, register = [], ""
    for line in (GOLD / f"words-{half}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# register:"):
            register = line.partition(":")[2].strip()
        elif line and not line.startswith("#"):
            found.append(Passage(register, tuple(line.split(" "))))
    return tuple(found)


# --------------------------------------------------------------------------------------------- scoring


@dataclass(slots=True)
class Score:
    """Right answers of all; answers and wrong ones by class; each wrong one in words, which no message shows."""

    right: int = 0
    total: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list, repr=False)

    def count(self, right: bool, class_: str, miss: str) -> None:
        """Add one answer."""
        self.right += right
        self.total += 1
        self.asked[class_] += 1
        if not right:
            self.wrong[class_] += 1
            self.misses.append(miss)

    @property
    def tenths(self) -> int:
        """Right answers of all in tenths of one per cent, rounded down."""
        return 1000 * self.right // self.total if self.total else 0


def covering(tokens: Sequence[Said], start: int, end: int) -> list[tuple[int, Said]]:
    """The tokens that share a character with the span, each with its offset."""
    offsets = accumulate((len(token.text) for token in tokens), initial=0)
    pairs = zip(offsets, tokens, strict=False)
    return [(offset, token) for offset, token in pairs if offset < end and offset + len(token.text) > start]


def over(tokens: Sequence[Said], start: int, end: int) -> tuple[str | None, ...]:
    """The syllables over the characters of the span."""
    every = tuple(syllable for token in tokens for syllable in token.syllables)
    return every[start:end]


def spelled(tokens: Sequence[Said], start: int, end: int) -> str:
    """The spellings of all tokens that the span touches: a token that reaches beyond it is not what was asked."""
    return " ".join(token.spelling for _, token in covering(tokens, start, end))


def score_readings(asked: Sequence[Target], engine: Engine) -> Score:
    """The syllable over one character of a sentence."""
    score = Score()
    for target in asked:
        (got,) = over(_read(engine, with_stop(target.text)), target.start, target.end)
        score.count(got in target.gold, target.class_, _miss(target, got or "nothing"))
    return score


def score_names(asked: Sequence[Target], engine: Engine) -> Score:
    """The spelling of a name: its syllables, how they are joined, and its capitals.

    A line without a final mark stands as it is: it is the line of names of a newspaper (本报记者 …), and known as one.
    """
    score = Score()
    for target in asked:
        got = spelled(_read(engine, target.text), target.start, target.end)
        score.count(got in target.gold, target.class_, _miss(target, got))
    return score


def score_name_syllables(asked: Sequence[Target], engine: Engine) -> Score:
    """The syllables of a name only, wherever it is cut and whatever is joined and capital."""
    score = Score()
    for target in asked:
        got = over(_read(engine, target.text), target.start, target.end)
        right = got in {syllables(gold) for gold in target.gold}
        score.count(right, target.class_, _miss(target, " ".join(one or "-" for one in got)))
    return score


def score_numbers(asked: Sequence[Target], engine: Engine) -> Score:
    """How a number, date, formula or abbreviation is said."""
    score = Score()
    for target in asked:
        got = spelled(_read(engine, with_stop(target.text)), target.start, target.end)
        score.count(got in target.gold, target.class_, _miss(target, got))
    return score


def _read(engine: Engine, text: str) -> Sequence[Said]:
    tokens = engine(text)
    if "".join(token.text for token in tokens) != text or any(len(t.text) != len(t.syllables) for t in tokens):
        raise ValueError("the tokens are not the text")
    return tokens


def _miss(target: Target, got: str) -> str:
    before, at, after = target.text[: target.start], target.text[target.start : target.end], target.text[target.end :]
    return f"{target.id} {before}[{at}]{after} {_ALTERNATIVE.join(target.gold)}, not {got}"


def borders(words: Sequence[str]) -> list[int]:
    """Where words begin and end, from 0 to the length of the text."""
    return list(accumulate(map(len, words), initial=0))


def spans(words: Sequence[str]) -> set[tuple[int, int]]:
    """Start and end of each word; marks are none."""
    return {span for span, word in zip(pairwise(borders(words)), words, strict=True) if _is_word(word)}


def _is_word(token: str) -> bool:
    return any(ch.isalnum() for ch in token)


def score_words(asked: Sequence[Passage], engine: Engine) -> Score:
    """The cut into words: F1 is twice the words in common, of the words of both (``right`` and ``total``).

    By class are counted the words of the gold and those of them that were not found.
    """
    score = Score()
    for passage in asked:
        cut = _cut(engine, passage)
        gold, got = spans(passage.words), spans(cut)
        score.right += 2 * len(gold & got)
        score.total += len(gold) + len(got)
        score.asked[passage.register] += len(gold)
        score.wrong[passage.register] += len(gold - got)
        score.misses += (f"{passage.register}: {left}, not {right}" for left, right in differences(passage.words, cut))
    return score


def score_borders(asked: Sequence[Passage], engine: Engine) -> Score:
    """The words of the cut, and of them those that lie across a border of the gold without being whole words of it
    (``wrong``): 把手|机 for 把|手机."""
    score = Score()
    for passage in asked:
        cut = _cut(engine, passage)
        gold = borders(passage.words)
        known = set(gold)
        for word, (start, end) in zip(cut, pairwise(borders(cut)), strict=True):
            if _is_word(word):
                crosses = any(start < border < end for border in gold) and not {start, end} <= known
                score.count(not crosses, passage.register, f"{passage.register}: {_around(passage, start, end)}")
    return score


def _cut(engine: Engine, passage: Passage) -> list[str]:
    return [token.text for token in _read(engine, "".join(passage.words))]


def _around(passage: Passage, start: int, end: int) -> str:
    text = "".join(passage.words)
    return f"{text[max(0, start - 6) : start]}[{text[start:end]}]{text[end : end + 6]}"


def differences(gold: Sequence[str], got: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The stretches, as short as can be, that two cuts of one text cut differently: 在|城东 and 在城东."""
    common = sorted(set(borders(gold)) & set(borders(got)))
    for start, end in pairwise(common):
        left, right = (_words_in(words, start, end) for words in (gold, got))
        if left != right:
            yield "|".join(left), "|".join(right)


def _words_in(words: Sequence[str], start: int, end: int) -> list[str]:
    return [word for word, (a, b) in zip(words, pairwise(borders(words)), strict=True) if start <= a and b <= end]


# --------------------------------------------------------------------------------------------- ratchet

Reached = Mapping[str, Mapping[str, Score]]
"""Task → half → score."""
Lowest = dict[str, dict[str, float]]
"""Task → half → lowest allowed score in per cent, to one decimal place."""


def fallen(reached: Reached, lowest: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line for each score that is lower than allowed; one that is not in ``lowest`` may be anything."""
    return [
        f"{task}, {half}: {score.tenths / 10:.1f} % is less than {lowest[task][half]:.1f} %"
        for task, halves in reached.items()
        for half, score in halves.items()
        if half in lowest.get(task, {}) and score.tenths < round(lowest[task][half] * 10)
    ]


def raised(reached: Reached, lowest: Mapping[str, Mapping[str, float]]) -> Lowest:
    """The lowest allowed scores after this run: what was reached, or what stood there where that is more."""
    return {
        task: {half: max(score.tenths / 10, lowest.get(task, {}).get(half, 0.0)) for half, score in halves.items()}
        for task, halves in reached.items()
    }
