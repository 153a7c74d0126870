"""Columns that are no more than alike: what rounding hides of their differences is no factor."""

import math
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.fitted import Fitted
from allokera.relations.search.fitted import _beside_alike
from relations.grids import found_in, view_of


def claim_of(told: list[int]) -> Claim:
    """A claim whose lines tell so many bits, and whose score is all of them."""
    factor = (Fraction(0), Fraction(9, 7))
    pattern = Fitted(1, (0,), corners=(factor, factor))
    claim = weigh(view_of([[7, 9]] * len(told)), pattern, 0)
    return replace(claim, held=dict(enumerate(told)), score=sum(told))


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ([2, 3, 3], 0),  # one in eight is hidden in every row
        ([4, 4, 3], 2),
        ([10, 10], 14),
        ([9] * 10, 60),
        ([9] * 16, 96),  # sixteen rows: to halve what they differ by costs as much as it saves
        ([9] * 17, 96),
        ([9] * 40, 96),  # all is explained by columns that differ by less than one in 512
        ([9] * 16 + [20], 96 + 17 - 6),  # but for the row that tells more
    ],
)
def test_a_score_is_what_the_likeliest_spread_does_not_explain(told: list[int], left: int) -> None:
    assert _beside_alike(claim_of([each * BIT for each in told])).score == left * BIT


@pytest.mark.parametrize(
    ("factor", "is_near"),
    [
        ("1", True),
        ("3/2", True),
        ("2/3", True),
        ("301/200", False),
        ("133/200", False),
        ("1000", True),
        ("1/1500000", True),
        ("100", False),
        ("807/250", False),
    ],
)
def test_years_of_one_thing_have_a_factor_near_one_but_for_thousands(
    factor: str, is_near: bool
) -> None:
    claim = claim_of([4 * BIT] * 10)
    corner = (Fraction(0), Fraction(factor))
    claim = replace(claim, pattern=Fitted(1, (0,), corners=(corner, corner)))
    assert (_beside_alike(claim).score == 10 * BIT) is is_near
    assert (_beside_alike(claim) is claim) is not is_near


def series(seed: int, spread: float, step: int, rows: int) -> bool:
    """Whether a factor is found between two years that differ by so much from row to row."""
    random, grid = Random(seed), []
    for _ in range(rows):
        one = math.exp(random.uniform(math.log(200), math.log(5_000)))
        other = one * 1.02 * (1 + random.uniform(-spread, spread))
        grid.append([str(round(one / 10) * 10), str(round(other / step) * step)])
    return any(law.claim.pattern.family == Fitted.family for law in found_in(grid).laws)


@pytest.mark.parametrize("spread", [0.02, 0.04, 0.08])
@pytest.mark.parametrize("step", [10, 100])
def test_two_years_of_one_thing_are_not_in_proportion(spread: float, step: int) -> None:
    assert not any(series(seed, spread, step, 8 + 4 * seed) for seed in range(12))


@pytest.mark.parametrize("rows", [16, 40])
def test_what_is_in_proportion_is_found_as_coarse_as_it_is_rounded(rows: int) -> None:
    assert all(series(seed, 0, 10, rows) for seed in range(6))
