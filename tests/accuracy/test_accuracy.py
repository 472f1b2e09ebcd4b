"""Readings, names, numbers and words against the gold data, beside plain jieba and pypinyin on the same text.

``make accuracy`` prints the table. No score may fall below ``ratchet.json``; with ``DUBEN_RAISE=1`` in the environment
the file is raised to what is reached (it is never lowered). Of the held half errors are only counted, so that nobody
writes a rule for one of them; ``DUBEN_SHOW_HELD=1`` lists them, for a last audit.
"""

from __future__ import annotations

import json
import os
import textwrap
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

import pytest

from reader.passes import Resources
from tests.accuracy.baseline import plain
from tests.accuracy.running import score_characters, score_crossings, score_cuts
from tests.accuracy.score import (
    HALVES,
    Engine,
    Reached,
    Said,
    Score,
    fallen,
    passages,
    raised,
    said,
    score_borders,
    score_name_syllables,
    score_names,
    score_numbers,
    score_readings,
    score_words,
    targets,
)
from tests.accuracy.texts import REGISTERS
from tests.conftest import annotated

pytestmark = pytest.mark.slow
RATCHET = Path(__file__).with_name("ratchet.json")
HOW = "DUBEN_RAISE=1 make accuracy"
BORDERS = "words not across a border"
RUNNING: Mapping[str, Callable[[str, str, Engine], Score]] = {
    "characters": score_characters, "cuts, F1": score_cuts, "not across": score_crossings,
}  # fmt: skip
"""What is judged of running texts, register by register."""


def _running(judge: Callable[[str, str, Engine], Score], register: str, half: str, engine: Engine) -> Score:
    return judge(half, register, engine)


TASKS: Mapping[str, Callable[[str, Engine], Score]] = {
    "readings by context": lambda half, engine: score_readings(targets("readings", half), engine),
    "names as spelled": lambda half, engine: score_names(targets("names", half), engine),
    "names, syllables only": lambda half, engine: score_name_syllables(targets("names", half), engine),
    "numbers aloud": lambda half, engine: score_numbers(targets("numbers", half), engine),
    "words, F1": lambda half, engine: score_words(passages(half), engine),
    BORDERS: lambda half, engine: score_borders(passages(half), engine),
    **{
        f"{register}: {what}": partial(_running, judge, register)
        for register in sorted(REGISTERS)
        for what, judge in RUNNING.items()
    },
}


@pytest.fixture(scope="module")
def reached(resources: Resources) -> Reached:
    """Duben's scores."""

    @cache
    def duben(text: str) -> tuple[Said, ...]:
        return said(annotated(text, resources))

    return {task: {half: judge(half, duben) for half in HALVES} for task, judge in TASKS.items()}


@pytest.fixture(scope="module")
def baseline() -> Reached:
    """The scores of plain jieba and pypinyin."""
    engine = cache(plain)
    return {task: {half: judge(half, engine) for half in HALVES} for task, judge in TASKS.items()}


def test_no_score_falls(reached: Reached, baseline: Reached) -> None:
    lowest = json.loads(RATCHET.read_text(encoding="utf-8"))
    print(*_table(reached, baseline), *_classes(reached), *_misses(reached), sep="\n")
    if found := fallen(reached, lowest):
        pytest.fail("\n".join((f"scores may only rise ({HOW} holds what has risen):", *found)), pytrace=False)
    higher = raised(reached, lowest)
    if os.environ.get("DUBEN_RAISE"):
        RATCHET.write_text(json.dumps(higher, indent=2) + "\n", encoding="utf-8")
    elif higher != lowest:
        print(f"\nScores have risen. To hold them: {HOW}")


def test_every_task_is_held(reached: Reached) -> None:
    lowest = json.loads(RATCHET.read_text(encoding="utf-8"))
    assert {task: set(halves) for task, halves in lowest.items()} == {task: set(HALVES) for task in reached}


def test_better_than_the_baseline(reached: Reached, baseline: Reached) -> None:
    # How many words lie across a border is too rare in a short text to compare.
    for task, halves in reached.items():
        for half, score in halves.items():
            assert score.tenths > baseline[task][half].tenths or task.endswith("not across"), f"{task}, {half}"


def _table(reached: Reached, baseline: Reached) -> list[str]:
    head = "".join(f" | {half:>5} {'Duben':>8} {'baseline':>8}" for half in HALVES)
    lines = ["", "Right in per cent; the baseline is jieba.lcut with pypinyin, word by word.", f"{'':26}{head}"]
    for task in reached:
        cells = (
            f" | {_asked(reached[task][half]):5} {_share(reached[task][half]):8.2f} {_share(baseline[task][half]):8.2f}"
            for half in HALVES
        )
        lines.append(f"{task:26}{''.join(cells)}")
    across = (f" | {'':5} {_wrong(reached[BORDERS][h]):8} {_wrong(baseline[BORDERS][h]):8}" for h in HALVES)
    return [*lines, f"{'words across a border':26}{''.join(across)}"]


def _share(score: Score) -> float:
    return 100 * score.right / score.total


def _asked(score: Score) -> int:
    return score.asked.total()


def _wrong(score: Score) -> int:
    return score.wrong.total()


def _classes(reached: Reached) -> list[str]:
    lines = ["", "Errors by class: wrong of all, dev and held."]
    for task, halves in reached.items():
        dev, held = (halves[half] for half in HALVES)
        worst = (dev.wrong + held.wrong).most_common()
        cells = (
            f"{class_}\xa0{dev.wrong[class_]}/{dev.asked[class_]}\xa0{held.wrong[class_]}/{held.asked[class_]}"
            for class_, _ in worst
        )
        lines += textwrap.wrap(f"{task}: {'; '.join(cells) or 'none'}", 118, subsequent_indent="    ")
    return [line.replace("\xa0", " ") for line in lines]


def _misses(reached: Reached) -> list[str]:
    shown = HALVES if os.environ.get("DUBEN_SHOW_HELD") else ("dev",)
    lines = []
    for task, halves in reached.items():
        for half in shown:
            lines += ["", f"{task}, {half}:", *(f"    {miss}" for miss in halves[half].misses)]
    return lines
