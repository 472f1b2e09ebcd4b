"""Scores against the gold data of ``gold/`` (its README says what each file holds and how it is judged)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.model import Document, Token

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "held")
Annotate = Callable[[str], Document]


@dataclass(slots=True)
class Score:
    """Right answers of all, wrong ones by class, and each wrong one in words."""

    right: int = 0
    total: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, right: bool, class_: str, miss: str) -> None:
        """Add one answer."""
        self.total += 1
        self.right += right
        if not right:
            self.wrong[class_] += 1
            self.misses.append(miss)

    @property
    def share(self) -> float:
        """Right answers of all, in per cent."""
        return 100 * self.right / self.total if self.total else 0.0


def rows(name: str, half: str) -> Iterator[list[str]]:
    """The records of a table."""
    for line in (GOLD / f"{name}-{half}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def tokens_of(document: Document) -> list[Token]:
    """All tokens of a document in order."""
    return [
        token
        for article in document.articles
        for block in article.blocks
        for sentence in block.sentences
        for token in sentence.tokens
    ]


def covering(tokens: list[Token], start: int, end: int) -> list[tuple[int, Token]]:
    """The tokens that share a character with the span, each with its offset."""
    found, offset = [], 0
    for token in tokens:
        if offset < end and offset + len(token.text) > start:
            found.append((offset, token))
        offset += len(token.text)
    return found


def score_readings(annotate: Annotate, half: str) -> Score:
    """The syllable over one character of each sentence."""
    score = Score()
    for _, id_, _, text, target, index, gold in rows("readings", half):
        place = int(index)
        ((offset, token),) = covering(tokens_of(annotate(text)), place, place + 1)
        syllables = token.reading.syllables if token.reading else None
        got = syllables[place - offset] if syllables else None
        score.count(got == gold, id_.rpartition("-")[0], f"{id_} {text} {target}: {gold}, not {got}")
    return score


def score_names(annotate: Annotate, half: str) -> Score:
    """The spelling of a name, over all tokens that it covers."""
    score = Score()
    for _, id_, _, text, name, index, gold, _ in rows("names", half):
        start = int(index)
        found = [t for _, t in covering(tokens_of(annotate(text)), start, start + len(name))]
        got = " ".join((t.reading.spelling if t.reading else None) or t.text for t in found)
        score.count(got == gold, id_.rpartition("-")[0], f"{id_} {text}: {gold}, not {got}")
    return score


def score_numbers(annotate: Annotate, half: str) -> Score:
    """How a number, date or abbreviation is said."""
    score = Score()
    for _, id_, text, number, index, gold in rows("numbers", half):
        start = int(index)
        found = [t for _, t in covering(tokens_of(annotate(text)), start, start + len(number))]
        said = [(t.reading.spoken or t.reading.spelling if t.reading else None) or t.text for t in found]
        got = " ".join(said)
        score.count(got in gold.split(" | "), id_.rpartition("-")[0], f"{id_} {text} {number}: {gold}, not {got}")
    return score


def passages(half: str) -> Iterator[tuple[str, list[str]]]:
    """Register and words of each line of segmented text."""
    register = ""
    for line in (GOLD / f"words-{half}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# register:"):
            register = line.partition(":")[2].strip()
        elif line and not line.startswith("#"):
            yield register, line.split(" ")


def spans(words: list[str]) -> set[tuple[int, int]]:
    """Start and end of each word that is no punctuation."""
    found, start = set(), 0
    for word in words:
        if any(ch.isalnum() for ch in word):
            found.add((start, start + len(word)))
        start += len(word)
    return found


def score_words(cut: Callable[[str], list[str]], half: str) -> tuple[float, int]:
    """F1 of the cut in per cent, and how many words of it lie across a border of the gold."""
    right = wanted = given = crossing = 0
    for _, gold_words in passages(half):
        gold, got = spans(gold_words), spans(cut("".join(gold_words)))
        right, wanted, given = right + len(gold & got), wanted + len(gold), given + len(got)
        crossing += sum(any(a < start < b < end or start < a < end < b for a, b in gold) for start, end in got - gold)
    return 200 * right / (wanted + given), crossing
