"""Running texts, every character and every cut of them; ``gold/README.md`` says which are for development."""

from __future__ import annotations

from functools import cache

import pytest

from reader.passes import Resources
from tests.accuracy.baseline import plain
from tests.accuracy.running import score_characters, score_crossings, score_cuts
from tests.accuracy.score import HALVES, Score, said
from tests.accuracy.texts import REGISTERS
from tests.conftest import annotated

pytestmark = pytest.mark.slow
LOWEST = {
    "characters read right": (score_characters, {"news": 99.7, "story": 99.0, "dialogue": 99.0, "manual": 99.0}),
    "words, F1": (score_cuts, {"news": 95.0, "story": 94.0, "dialogue": 94.0, "manual": 95.0}),
    "words not across a border": (score_crossings, {"news": 99.9, "story": 99.7, "dialogue": 99.7, "manual": 99.9}),
}
"""What is judged, and the least that each register may reach, in per cent."""


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("register", sorted(REGISTERS))
@pytest.mark.parametrize("task", LOWEST)
def test_running_texts(task: str, register: str, half: str, resources: Resources) -> None:
    judge, lowest = LOWEST[task]
    score = judge(half, register, cache(lambda text: said(annotated(text, resources))))
    baseline = judge(half, register, plain)
    print(f"\n{task:27} {register:9} {half:5} {score.total:5} {_share(score):6.2f}  baseline {_share(baseline):6.2f}")
    assert score.right / score.total >= baseline.right / baseline.total
    assert _share(score) >= lowest[register], "\n".join(score.misses if half == "dev" else ())


def _share(score: Score) -> float:
    return 100 * score.right / score.total
