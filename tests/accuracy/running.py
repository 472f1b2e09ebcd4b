"""Scores of running texts (:mod:`tests.accuracy.texts`): every Chinese character read, every word cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.accuracy.score import GOLD, Engine, Said, Score, borders, spans
from tests.accuracy.texts import Line, Word, parse

_ROLLED = "r"
"""The syllable of a 儿 that has none of its own."""


def sections(half: str, register: str) -> Iterator[tuple[Line, ...]]:
    """The texts of a register in a half, each as its lines."""
    source = (GOLD / f"texts-{half}.txt").read_text(encoding="utf-8")
    lines = [line for line in parse(source) if line.register == register]
    for section in dict.fromkeys(line.section for line in lines):
        yield tuple(line for line in lines if line.section == section)


def score_characters(half: str, register: str, engine: Engine) -> Score:
    """Each Chinese character of a word with a reading; those that a date or figure takes with it are left out."""
    score = Score()
    for lines, tokens in _read(half, register, engine):
        shown = [syllable for token in tokens for syllable in token.syllables]
        figures = [any(ch.isdigit() for ch in token.text) for token in tokens for _ in token.text]
        counted = [said is None and figure for said, figure in zip(shown, figures, strict=True)]
        position = 0
        for line in lines:
            start = position
            for word in line.words:
                for offset, char in enumerate(word.text):
                    if word.readings and not counted[position + offset] and char != "·":
                        right, wanted = _judged(word, offset, shown[position + offset])
                        place = f"{line.text[: position + offset - start]}[{char}]{line.text[position + offset - start + 1 :]}"
                        score.count(right, register, f"{place} {wanted}, not {shown[position + offset] or 'nothing'}")
                position += len(word.text)
    return score


def _judged(word: Word, offset: int, got: str | None) -> tuple[bool, str]:
    index = offset - word.text[:offset].count("·")
    wanted = [reading[index].lower() for reading in word.readings]
    said = _ROLLED if got is None and word.text[offset] == "儿" else (got or "").lower()
    return said in wanted, " | ".join(wanted)


def score_cuts(half: str, register: str, engine: Engine) -> Score:
    """Twice the words in common of the words of both. At an open joint, and inside a date or figure that the engine
    keeps whole, its own cut counts as the gold's."""
    score = Score()
    for lines, tokens in _read(half, register, engine):
        cut = [token.text for token in tokens]
        found = set(borders(cut))
        whole = [
            range(start + 1, end)
            for token, (start, end) in zip(cut, pairwise(borders(cut)), strict=True)
            if any(char.isdigit() for char in token)
        ]
        gold: list[str] = []
        position = 0
        for word in (word for line in lines for word in line.words):
            joined = (word.open_joint and position not in found) or any(position in inside for inside in whole)
            if joined:
                gold[-1] += word.text
            else:
                gold.append(word.text)
            position += len(word.text)
        wanted, got = spans(gold), spans(cut)
        text = "".join(gold)
        score.right += 2 * len(wanted & got)
        score.total += len(wanted) + len(got)
        score.asked[register] += len(wanted)
        score.wrong[register] += len(wanted - got)
        score.misses += (f"{text[max(0, a - 8) : a]}[{text[a:b]}]{text[b : b + 8]}" for a, b in sorted(got - wanted))
    return score


def score_crossings(half: str, register: str, engine: Engine) -> Score:
    """The words of the cut; wrong are those across a border of the gold that are not whole words of it."""
    score = Score()
    for lines, tokens in _read(half, register, engine):
        gold = borders([word.text for line in lines for word in line.words])
        known = set(gold)
        text = "".join(token.text for token in tokens)
        for token, (start, end) in zip(tokens, pairwise(borders([t.text for t in tokens])), strict=True):
            crosses = any(start < border < end for border in gold) and not {start, end} <= known
            score.count(not crosses, register, f"{text[max(0, start - 6) : start]}[{token.text}]{text[end : end + 6]}")
    return score


def _read(half: str, register: str, engine: Engine) -> Iterator[tuple[tuple[Line, ...], Sequence[Said]]]:
    for lines in sections(half, register):
        tokens = [token for token in engine("\n\n".join(line.text for line in lines)) if not token.text.isspace()]
        if "".join(token.text for token in tokens) != "".join(line.text for line in lines):
            raise ValueError(f"{lines[0].section}: the tokens are not the text")
        yield lines, tokens
