"""The queue: its claims, their ranks, and where it is cut, each found by serving one by one."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import allocate
from allokera.apportionment import METHODS, Method
from allokera.explanation import explain
from allokera.explanation.queue import queue_of_claims, queue_of_remainders
from allokera.sharing.problem import Problem
from conftest import examples
from oracles import signpost
from problems import problem_of, problems

every_divisor = pytest.mark.parametrize(
    "method", [each for each in METHODS if each.signposts], ids=lambda method: method.name
)


def one_by_one(problem: Problem, units: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The queue from its beginning: which row is served with which of its units, one by one."""
    lower, _ = problem.units_of_bounds()
    have = list(lower or [0] * len(units))
    _, upper = problem.units_of_bounds()
    most = [inf if each is None else each for each in upper or [None] * len(units)]
    for row, weight in enumerate(problem.weights):
        if weight and not signpost(problem.method.name, 0) and (not upper or upper[row] != 0):
            have[row] = max(have[row], 1)
    for _ in range(sum(units) - sum(have) + 3):
        claims = [
            (-size(problem, row, have[row]), row)
            for row, weight in enumerate(problem.weights)
            if weight and have[row] < most[row]
        ]
        if not claims:
            return
        _, row = min(claims)
        have[row] += 1
        yield row, have[row]


def size(problem: Problem, row: int, held: int) -> Fraction:
    weight, power = problem.weights[row], 2 if problem.method.name == "hill" else 1
    return Fraction(weight**power) / signpost(problem.method.name, held)


@every_divisor
@examples(150)
@given(data=st.data())
def test_ranks_are_places_in_the_queue(method: Method, data: Any) -> None:
    allocation = allocate(data.draw(problems(method)))
    row = data.draw(st.sampled_from(allocation.rows))
    explanation = explain(allocation, row.recipient)
    queue = list(one_by_one(allocation.problem, [row.units for row in allocation.rows]))
    recipients = allocation.problem.recipients
    for claim in explanation.queue:
        place = recipients.index(claim.recipient)
        assert claim.size == size(allocation.problem, place, claim.unit - 1)
        assert claim.won == (claim.unit <= allocation.rows[place].units)
        if claim.rank <= len(queue):
            assert queue[claim.rank - 1] == (place, claim.unit)
        else:
            assert not claim.won
    served = [claim for claim in explanation.queue if claim.won]
    assert explanation.last_in == (served[-1] if served else None)


@every_divisor
@given(data=st.data())
def test_the_claims_told_are_three_on_either_side_of_the_cut_and_the_own(
    method: Method, data: Any
) -> None:
    problem = data.draw(problems(method))
    allocation = allocate(problem)
    units = [row.units for row in allocation.rows]
    place = data.draw(st.integers(0, len(units) - 1))
    queue = list(one_by_one(problem, units))
    cut = sum(unit <= units[row] for row, unit in queue)
    expected = {
        *queue[max(cut - 3, 0) : cut + 3],
        *{(place, units[place])}.intersection(queue[:cut]),
    }
    upper = problem.units_of_bounds()[1] or [None] * len(units)
    most = upper[place]
    if problem.weights[place] and (most is None or units[place] < most):
        expected.add((place, units[place] + 1))
    told = queue_of_claims(allocation, place)
    assert {(problem.recipients.index(claim.recipient), claim.unit) for claim in told} == expected
    assert [claim.rank for claim in told] == sorted(claim.rank for claim in told)


@pytest.mark.parametrize("house", [1, 2, 7])
def test_one_recipient_alone_has_the_whole_queue(house: int) -> None:
    allocation = allocate(problem_of(METHODS[1], [5], house))
    told = queue_of_claims(allocation, 0)
    first = max(house - 2, 1)
    assert [claim.unit for claim in told] == list(range(first, house + 4))
    assert [claim.rank for claim in told] == [claim.unit for claim in told]
    assert [claim.won for claim in told] == [claim.unit <= house for claim in told]


def test_the_queue_for_what_is_left_over_is_everybody_by_remainder() -> None:
    allocation = allocate(problem_of(METHODS[0], [50, 30, 20], 7))  # quotas 3.5, 2.1, 1.4
    told = queue_of_remainders(allocation)
    assert [(claim.recipient.name, claim.unit, claim.rank, claim.won) for claim in told] == [
        ("R0", 4, 1, True),
        ("R2", 2, 2, False),
        ("R1", 3, 3, False),
    ]
    assert [claim.size for claim in told] == [Fraction(5, 10), Fraction(4, 10), Fraction(1, 10)]


@pytest.mark.parametrize(
    ("weights", "house", "rank"),
    [
        ([1, 12], 1, 7),  # 12 over 1/2, 3/2, … 11/2 are more than 1 over 1/2
        ([12, 1], 1, 7),
        ([1, 1_001], 2, 501),  # 1001 over 1001/2 is as much, but comes later in the table
        ([1_001, 1], 2, 502),
    ],
)
def test_a_small_row_waits_behind_all_that_a_large_one_claims_before(
    weights: list[int], house: int, rank: int
) -> None:
    place = weights.index(1)
    told = queue_of_claims(allocate(problem_of(METHODS[1], weights, house)), place)
    assert told[-1].recipient.name == f"R{place}"
    assert (told[-1].unit, told[-1].rank) == (1, rank)
