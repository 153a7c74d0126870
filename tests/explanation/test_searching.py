"""The searches for the smallest change, on outcomes that are known for every change."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Grant, allocate, compute_years
from allokera.apportionment import METHODS
from allokera.explanation import houses_tried
from allokera.explanation.counterfactuals import first
from allokera.sharing.fragility import smallest
from allokera.sharing.plan import Plan
from problems import problem_of

FAR = 10_000

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


@pytest.mark.parametrize("farthest", [1, 7, 100])
def test_halving_looks_as_far_as_it_may_and_then_gives_up(farthest: int) -> None:
    assert smallest(turning(farthest, 10**9, 1), 1, farthest) == farthest
    tried: list[int] = []
    assert smallest(tried.append, 1, farthest) is None
    assert max(tried) == farthest


@given(
    turns=st.lists(st.integers(1, 60), max_size=5, unique=True).map(sorted),
    moves=st.lists(st.integers(1, 70), min_size=1, max_size=6),
    most=st.integers(1, 70),
    sign=SIGNS,
)
def test_past_a_turn_outcomes_may_go_back(
    turns: list[int], moves: list[int], most: int, sign: int
) -> None:
    """Between turns every move adds one; with each turn all begins anew."""

    def outcome(change: int) -> int:
        start = max((turn for turn in turns if turn <= abs(change)), default=0)
        return sum(start < move <= abs(change) for move in moves)

    expected = next((each for each in range(1, most + 1) if outcome(each)), None)
    found = smallest(outcome, sign, most, turns)
    assert found == (None if expected is None else sign * expected)


def test_more_houses_are_tried_of_one_year_than_of_many_rows_or_years(grant: Grant) -> None:
    assert houses_tried(compute_years(grant, [2020])) == 5_000
    assert houses_tried(compute_years(grant, [2019, 2020])) == 200
    many = allocate(problem_of(METHODS[0], [1] * 1_000, 1_000))
    assert houses_tried(Plan(allocations=(many,))) == 1_501
