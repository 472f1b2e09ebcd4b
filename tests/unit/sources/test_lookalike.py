"""Likeness of shapes: the sum over bit planes is the sum over pixels, and the quick look refuses nothing that is alike."""

from __future__ import annotations

import math
from itertools import combinations
from random import Random

import pytest

from reader.sources import lookalike
from reader.sources.lookalike import ALIKE, NEAR, are_alike, is_listed, likeness, near

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


def test_what_is_listed_is_what_is_alike() -> None:
    """Of some characters, their own lists and all others that they might have."""
    listed = [char for char in map(chr, range(0x4E00, 0x9FA6)) if is_listed(char)]
    assert len(listed) == 6763
    for a in Random(3).sample(listed, 3):
        assert near(a) is not None
        assert {b for b in listed if b != a and likeness(a, b) >= NEAR} == set(near(a) or ""), a
    for a, b in (("未", "末"), ("已", "己"), ("活", "括")):
        assert are_alike(a, b, NEAR) == (b in (near(a) or "")) == (likeness(a, b) >= NEAR)


def test_characters_outside_the_list_are_measured() -> None:
    assert near("國") is None
    assert not is_listed("，")
    assert are_alike("國", "國", 0.99)
    assert are_alike("東", "柬", NEAR) == are_alike("柬", "東", NEAR) == (likeness("東", "柬") >= NEAR)
