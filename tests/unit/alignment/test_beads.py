"""The dynamic programming under the aligner."""

from __future__ import annotations

import pytest

from reader.alignment.beads import Lengths, align

PRIORS = {(1, 1): 0.9, (1, 0): 0.02, (0, 1): 0.02, (1, 2): 0.03, (2, 1): 0.03}


def shapes(source: list[int], target: list[int], band: int | None = None) -> list[tuple[int, int]]:
    lengths = Lengths(4.0, 12.0)

    def score(i: int, j: int, shape: tuple[int, int]) -> float:
        high, wide = shape
        return lengths.fit(sum(source[i : i + high]), sum(target[j : j + wide])) if high and wide else 0.0

    beads = align((len(source), len(target)), PRIORS, score, band)
    assert [unit for bead in beads for unit in range(*bead.source)] == list(range(len(source)))
    assert [unit for bead in beads for unit in range(*bead.target)] == list(range(len(target)))
    assert all(0 <= bead.probability <= 1 for bead in beads)
    return [bead.shape for bead in beads]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ([], [], []),
        ([10], [], [(1, 0)]),
        ([], [40], [(0, 1)]),
        ([10, 30, 20], [40, 121, 79], [(1, 1), (1, 1), (1, 1)]),
        ([10, 30, 20], [40, 60, 60, 80], [(1, 1), (1, 2), (1, 1)]),
        ([10, 15, 15, 20], [40, 120, 80], [(1, 1), (2, 1), (1, 1)]),
        ([10, 60, 20], [40, 80], [(1, 1), (1, 0), (1, 1)]),
    ],
)
def test_lengths_alone_find_plain_cases(source: list[int], target: list[int], wanted: list[tuple[int, int]]) -> None:
    assert shapes(source, target) == wanted


def test_a_band_gives_the_same_near_the_diagonal() -> None:
    source = [10 + 7 * n % 23 for n in range(60)]
    target = [4 * length + n % 3 for n, length in enumerate(source)]
    assert shapes(source, target, band=3) == shapes(source, target) == [(1, 1)] * 60


def test_a_bead_is_as_sure_as_its_rivals_are_bad() -> None:
    clear = align((1, 1), PRIORS, lambda *_: 0.0)
    doubtful = align((1, 1), PRIORS, lambda _i, _j, shape: -7.0 if shape == (1, 1) else 0.0)
    assert clear[0].probability > 0.99
    assert doubtful[0].probability < 0.7


@pytest.mark.parametrize(("source", "target"), [(0, 100), (5, 10_000), (1000, 0)])
def test_a_length_proves_nothing_by_itself(source: int, target: int) -> None:
    assert -10 < Lengths(4.0, 12.0).fit(source, target) <= 0
