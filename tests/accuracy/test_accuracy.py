"""Readings, names, numbers and words against the gold data, beside plain jieba and pypinyin on the same text.

``make accuracy`` prints the table. No score may fall below ``ratchet.json``; ``DUBEN_RAISE=1`` raises it to what is
reached, and never lowers it. The held half is only counted: its misses are shown to nobody.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from math import floor
from pathlib import Path

import pytest

from reader.hanzi import all_han
from reader.model import Document
from reader.passes import Resources
from tests.accuracy import score
from tests.accuracy.score import HALVES, Score, tokens_of
from tests.conftest import annotated

pytestmark = pytest.mark.slow
RATCHET = Path(__file__).with_name("ratchet.json")
TASKS = {"readings": score.score_readings, "names": score.score_names, "numbers": score.score_numbers}


@pytest.fixture(scope="module")
def ratchet() -> Iterator[dict[str, float]]:
    """The lowest allowed scores; written back where they are to be raised."""
    lowest: dict[str, float] = json.loads(RATCHET.read_text(encoding="utf-8"))
    yield lowest
    if os.environ.get("DUBEN_RAISE"):
        RATCHET.write_text(json.dumps(lowest, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _hold(ratchet: dict[str, float], key: str, reached: float) -> None:
    assert reached >= ratchet.get(key, 0.0), f"{key} has fallen to {reached:.2f}"
    if os.environ.get("DUBEN_RAISE"):
        ratchet[key] = max(ratchet.get(key, 0.0), floor(reached * 10) / 10)


def _show(task: str, half: str, made: Score, plain: str) -> None:
    print(f"\n{task:9} {half:5} {made.right:5} of {made.total:5}  {made.share:6.2f} %  {plain}")
    print("   errors:", ", ".join(f"{name} {count}" for name, count in made.wrong.most_common(12)) or "none")
    if half == "dev":
        for miss in made.misses[:40]:
            print("     ", miss)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("task", TASKS)
def test_score(task: str, half: str, resources: Resources, ratchet: dict[str, float]) -> None:
    def annotate(text: str) -> Document:
        return annotated(text, resources)

    made = TASKS[task](annotate, half)
    plain = f"pypinyin over jieba {_plain_readings(half):.2f} %" if task == "readings" else ""
    _show(task, half, made, plain)
    _hold(ratchet, f"{task} {half}", made.share)


def _plain_readings(half: str) -> float:
    """What jieba and pypinyin read right, called word by word as their manuals show."""
    import jieba
    from pypinyin import Style, pinyin

    cutter = jieba.Tokenizer()
    right = total = 0
    for _, _, _, text, _, index, gold in score.rows("readings", half):
        said: list[str] = []
        for word in cutter.cut(text):
            said += [found[0] for found in pinyin(word, style=Style.TONE)] if all_han(word) else list(word)
        total += 1
        right += len(said) == len(text) and said[int(index)] == gold
    return 100 * right / total


@pytest.mark.parametrize("half", HALVES)
def test_words(half: str, resources: Resources, ratchet: dict[str, float]) -> None:
    import jieba

    ours, crossing = score.score_words(lambda text: [t.text for t in tokens_of(annotated(text, resources))], half)
    cutter = jieba.Tokenizer()
    plain, plain_crossing = score.score_words(lambda text: list(cutter.cut(text)), half)
    print(f"\nwords     {half:5} F1 {ours:6.2f} %, {crossing} across a border  jieba {plain:.2f} %, {plain_crossing}")
    _hold(ratchet, f"words {half}", ours)
    _hold(ratchet, f"words {half} whole", 100.0 - crossing)
