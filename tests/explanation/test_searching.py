"""The searches for the smallest change, on outcomes that are known for every change."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Grant, allocate, compute_years
from allokera.apportionment import METHODS
from allokera.explanation import houses_tried
from allokera.explanation.counterfactuals import first, smallest
from allokera.sharing.plan import Plan
from problems import problem_of

FAR = problem_of(METHODS[1], [100], 100)
"""A problem with which changes up to some ten thousand are looked for."""

SIGNS = st.sampled_from([1, -1])


def turning(step: int, end: int, sign: int) -> Callable[[int], int | None]:
    """Outcomes that move on at every `step`-th change, and that there are none of from `end` on."""

    def outcome(change: int) -> int | None:
        assert change * sign >= 0
        return None if abs(change) >= end else abs(change) // step

    return outcome


@given(step=st.integers(1, 200), end=st.integers(1, 200), sign=SIGNS)
def test_halving_finds_the_first_change_that_turns_the_outcome(
    step: int, end: int, sign: int
) -> None:
    expected = sign * step if step < end else None
    assert smallest(turning(step, end, sign), sign, FAR) == expected


@given(step=st.integers(1, 200), end=st.integers(1, 200), most=st.integers(0, 200), sign=SIGNS)
def test_one_by_one_finds_the_same_no_farther_than_it_may(
    step: int, end: int, most: int, sign: int
) -> None:
    expected = sign * step if step < end and step <= most else None
    assert first(turning(step, end, sign), sign, most) == expected


@pytest.mark.parametrize(("weights", "house"), [([1], 1), ([3, 4], 2), ([1, 1], 9)])
def test_halving_looks_as_far_as_anything_can_turn_and_then_gives_up(
    weights: list[int], house: int
) -> None:
    """With the weight of all others times a house and two, nobody else has a unit."""
    problem, farthest = problem_of(METHODS[1], weights, house), max(sum(weights), house) * house
    assert smallest(turning(farthest, 10**9, 1), 1, problem) == farthest
    tried: list[int] = []
    assert smallest(tried.append, 1, problem) is None
    assert farthest <= max(tried) <= 16 * (farthest + 16)


def test_more_houses_are_tried_of_one_year_than_of_many_rows_or_years(grant: Grant) -> None:
    assert houses_tried(compute_years(grant, [2020])) == 5_000
    assert houses_tried(compute_years(grant, [2019, 2020])) == 200
    many = allocate(problem_of(METHODS[0], [1] * 1_000, 1_000))
    assert houses_tried(Plan(allocations=(many,))) == 1_501
