"""What would have changed an amount: each change is made, and nothing smaller does it."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from allokera import Bound, Grant, Scenario, allocate, compute, share_out
from allokera.apportionment import METHODS, Method
from allokera.errors import ProblemError, RequestError
from allokera.explanation import Counterfactual, What, explain
from allokera.kronor.amount import Amount
from allokera.sharing.allocation import Side
from allokera.sharing.problem import Problem
from allokera.terms.bounds import Bounds
from allokera.terms.shares import above
from problems import kronor_problems

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)


def solved(problem: Problem, place: int) -> Amount | None:
    try:
        return allocate(problem).rows[place].amount
    except (ProblemError, RequestError):
        return None


def made(turn: Counterfactual, problem: Problem, place: int, change: int) -> Problem:
    """The problem with a change of the kind of a turn."""
    if turn.what is What.WEIGHT:
        shares = problem.shares
        weights = list(shares.listed or shares.weights)
        weights[place] += change
        total = sum(weights)
        for row, least in enumerate(shares.thresholds):
            weights[row] *= weights[row] >= least * total
        return replace(problem, shares=replace(shares, weights=tuple(weights)))
    return replace(problem, envelope=problem.envelope + change)


def without(turn: Counterfactual, problem: Problem, place: int, held: Side | None) -> Problem:
    """The problem with the bound, or the application, of a turn taken away."""
    free: tuple[None] = (None,)
    if turn.what is What.APPLICATION:
        applied = problem.applied[:place] + free + problem.applied[place + 1 :]
        return replace(problem, applied=applied)
    assert problem.bounds is not None
    least, most, _ = problem.bounds
    if held is Side.MINIMUM:
        least = (*least[:place], 0, *least[place + 1 :])
    else:
        most = most[:place] + free + most[place + 1 :]
    return replace(problem, bounds=Bounds(minimums=least, maximums=most))


@pytest.mark.slow
@every_method
@settings(max_examples=60)
@given(data=st.data())
def test_what_would_have_changed_it_does_and_nothing_smaller(method: Method, data: Any) -> None:
    problem = data.draw(kronor_problems(method))
    if problem.bounds is None and data.draw(st.booleans()):
        least = st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1, 5), Fraction(1, 4)])
        thresholds = [data.draw(least) for _ in problem.recipients]
        assume(
            any(
                w >= t * sum(problem.weights)
                for w, t in zip(problem.weights, thresholds, strict=True)
            )
        )
        problem = replace(problem, shares=above(problem.shares, thresholds))
    allocation = allocate(problem)
    place = data.draw(st.integers(0, len(allocation.rows) - 1))
    row = allocation.rows[place]
    explanation = explain(allocation, row.recipient)
    found = {(turn.what, turn.change > 0): turn for turn in explanation.counterfactuals}
    for turn in explanation.counterfactuals:
        if turn.what in {What.BOUND, What.APPLICATION}:
            assert row.unused if turn.what is What.APPLICATION else row.held
            again = allocate(without(turn, problem, place, row.held))
            assert again.rows[place].amount == turn.amount != row.amount
            continue
        change = turn.change if turn.what is What.WEIGHT else int(turn.pool)
        again = allocate(made(turn, problem, place, change))
        assert again.rows[place].amount == turn.amount != row.amount
        assert dict(turn.others) == {
            after.recipient: after.amount
            for before, after in zip(allocation.rows, again.rows, strict=True)
            if before.amount != after.amount and before.recipient != row.recipient
        }
        for smaller in range(1, min(abs(change), 200)):
            sign = 1 if change > 0 else -1
            smaller_still = made(turn, problem, place, sign * smaller)
            assert solved(smaller_still, place) in {row.amount, None}
    for sign in (1, -1):
        if (What.WEIGHT, sign > 0) not in found:
            turn = Counterfactual(what=What.WEIGHT, change=0, pool=0, amounts=(), others=())
            reachable = range(
                1, 60 if sign > 0 else (problem.shares.listed or problem.weights)[place] + 1
            )
            for change in reachable:
                changed = made(turn, problem, place, sign * change)
                assert solved(changed, place) in {row.amount, None}


def test_a_bound_is_named_and_taken_away(grant: Grant) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    asked = Scenario(years=(2020,), maximums=(Bound(recipient=perstorp, amount=3_000_000),))
    explanation = explain(share_out(grant, asked).allocations[0], perstorp)
    (bound,) = (turn for turn in explanation.counterfactuals if turn.what is What.BOUND)
    assert bound.amount == 36_000_000
    assert explanation.row.held == "maximum"


@pytest.mark.slow
def test_without_its_bound_an_application_still_counts(grant: Grant) -> None:
    malmo = next(each for each in grant.recipients if each.name == "Malmö")
    for redistribute in (False, True):
        asked = Scenario(
            years=(2020,),
            maximums=(Bound(malmo, 50_000_000),),
            applied=(Bound(malmo, 90_000_000),),
            redistribute=redistribute,
        )
        free = share_out(grant, replace(asked, maximums=()))
        (turn,) = (
            turn
            for turn in explain(share_out(grant, asked).allocations[0], malmo).counterfactuals
            if turn.what is What.BOUND
        )
        assert turn.amount == 90_000_000
        for recipient, amount in turn.others:
            rows = free.allocations[0].rows
            assert amount == next(row.amount for row in rows if row.recipient == recipient)


@pytest.mark.slow
def test_an_application_is_what_would_have_changed_it(grant: Grant) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    applied = (Bound(recipient=perstorp, amount=3_000_000),)
    for redistribute, what in ((False, What.APPLICATION), (True, What.BOUND)):
        asked = Scenario(years=(2020,), applied=applied, redistribute=redistribute)
        explanation = explain(share_out(grant, asked).allocations[0], perstorp)
        assert (explanation.counterfactuals[0].what, explanation.counterfactuals[0].amount) == (
            what,
            36_000_000,
        )
        assert (explanation.counterfactuals[0].change, explanation.counterfactuals[0].pool) == (
            0,
            0,
        )
        assert all(turn.amount != 3_000_000 for turn in explanation.counterfactuals)


def test_whoever_gets_a_unit_more_takes_it_from_somebody_named(grant: Grant) -> None:
    allocation = compute(grant, year=2019)
    trollhattan = next(each for each in grant.recipients if each.name == "Trollhättan")
    explanation = explain(allocation, trollhattan)
    before = {row.recipient: row.amount for row in explanation.allocation.rows}
    turns = [turn for turn in explanation.counterfactuals if turn.what is What.WEIGHT]
    assert [turn.change > 0 for turn in turns] == [True, False]
    for turn in turns:
        moved = sum(amount - before[recipient] for recipient, amount in turn.others)
        assert moved == explanation.row.amount - turn.amount != 0
