"""Likeness of shapes: the sum over bit planes is the sum over pixels, and the quick look refuses nothing that is alike."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from reader.sources import lookalike
from reader.sources.lookalike import ALIKE, are_alike, likeness

_CHARS = "括活入人未末己已大太的一龘繁王玉土士日曰上下。"


def _plain(a: str, b: str) -> float:
    one, two = lookalike._pixels(a), lookalike._pixels(b)
    length = math.sqrt(sum(p * p for p in one) * sum(p * p for p in two))
    return sum(p * q for p, q in zip(one, two, strict=True)) / length


def test_the_likeness_is_the_cosine_of_the_bitmaps() -> None:
    for a, b in combinations(_CHARS, 2):
        assert likeness(a, b) == pytest.approx(_plain(a, b), rel=1e-12), (a, b)
        assert are_alike(a, b) == (_plain(a, b) >= ALIKE), (a, b)


def test_a_character_is_wholly_like_itself_and_a_blank_like_nothing() -> None:
    assert likeness("永", "永") == pytest.approx(1)
    assert likeness("\u3000", "永") == 0
    assert not are_alike("\u3000", "永")
