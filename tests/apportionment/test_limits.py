"""Limits: the constrained optimum of every method, against every way to keep them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allokera.apportionment import METHODS, Apportionment, Method, apportion, find_method
from allokera.apportionment.limits import check_limits, set_aside
from allokera.errors import ProblemError
from oracles import Units, best, signpost

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)


class Limited(NamedTuple):
    """A problem with limits that can be kept."""

    weights: list[int]
    house: int
    lower: list[int]
    upper: list[int | None]


@st.composite
def limited(draw: st.DrawFn, rows: int = 4, most: int = 9, weight: int = 9) -> Limited:
    """Draw limits around an answer that keeps them; many bind, many are equal."""
    weights = draw(st.lists(st.integers(0, weight), min_size=1, max_size=rows).filter(any))
    some = [draw(st.integers(0, most // len(weights) + 1)) for _ in weights]
    lower = [draw(st.integers(0, units)) if draw(st.booleans()) else 0 for units in some]
    upper = [draw(st.none() | st.integers(units, max(units, most))) for units in some]
    for row, each in enumerate(weights):
        if not each:
            lower[row] = some[row]
    return Limited(weights, sum(some), lower, upper)


def quotas_within(problem: Limited) -> list[Fraction]:
    """Quotas by one common quotient, clamped: it is found by trying every piece of the line."""
    weights, house, lower, _ = problem
    upper = [house if most is None else most for most in problem.upper]
    turns = {
        Fraction(limit, each)
        for each, *limits in zip(weights, lower, upper, strict=True)
        for limit in limits
        if each
    }

    def clamped(quotient: Fraction) -> list[Fraction]:
        return [
            min(max(each * quotient, Fraction(low)), Fraction(high)) if each else Fraction(low)
            for each, low, high in zip(weights, lower, upper, strict=True)
        ]

    zero = Fraction(0)
    ordered = sorted({zero, *turns})
    for quotient, after in zip(ordered, [*ordered[1:], ordered[-1] + house + 1], strict=True):
        here, there = sum(clamped(quotient), zero), sum(clamped(after), zero)
        if here <= house <= there:
            step = (house - here) / (there - here) if there > here else zero
            return clamped(quotient + step * (after - quotient))
    raise AssertionError(problem)


def too_small(method: Method, problem: Limited) -> bool:
    """Whether a method that gives everybody a unit cannot."""
    if not signpost(method.name, 0):
        needed = [
            max(low, min(1, 1 if high is None else high)) if each else low
            for each, low, high in zip(problem.weights, problem.lower, problem.upper, strict=True)
        ]
        return sum(needed) > problem.house
    return False


def solve(method: Method, problem: Limited) -> Apportionment:
    weights, house, lower, upper = problem
    return apportion(weights, house, method, lower=lower, upper=upper)


def by_brute_force(method: Method, problem: Limited) -> Units:
    """The cheapest way to keep the limits, by the cost that the method is known to make least."""
    weights, house, lower, upper = problem
    due = quotas_within(problem) if method.name == "largest-remainder" else []

    def cost(units: Units) -> Fraction | tuple[int, Fraction]:
        for each, unit, low, high in zip(weights, units, lower, upper, strict=True):
            if unit < low or (high is not None and unit > high) or (not each and unit > low):
                return 1, Fraction(0)
        if due:
            return 0, sum(((u - q) ** 2 for u, q in zip(units, due, strict=True)), Fraction(0))
        missing = sum(
            each > 0 and not unit and high != 0 and not signpost(method.name, 0)
            for each, unit, high in zip(weights, units, upper, strict=True)
        )
        if missing:
            return 1, Fraction(0)
        if method.name == "hill":
            return 0, sum(
                (
                    Fraction(each**2, unit)
                    for each, unit in zip(weights, units, strict=True)
                    if unit
                ),
                Fraction(0),
            )
        return 0, sum(
            (
                signpost(method.name, held) / each
                for each, unit in zip(weights, units, strict=True)
                for held in range(unit)
                if each
            ),
            Fraction(0),
        )

    return best(len(weights), house, cost)


@pytest.mark.slow
@every_method
@settings(max_examples=300)
@given(problem=limited())
def test_is_the_best_way_to_keep_the_limits(method: Method, problem: Limited) -> None:
    if too_small(method, problem):
        with pytest.raises(ProblemError, match="house below firsts"):
            solve(method, problem)
        return
    assert solve(method, problem).units == by_brute_force(method, problem)


@pytest.mark.slow
@every_method
@settings(max_examples=300)
@given(problem=limited(rows=8, most=60, weight=50))
def test_only_the_limits_that_bind_matter(method: Method, problem: Limited) -> None:
    if too_small(method, problem):
        return
    answer = solve(method, problem)
    assert not set(answer.raised) & set(answer.capped)
    assert all(answer.units[row] == problem.lower[row] for row in answer.raised)
    assert all(answer.units[row] == problem.upper[row] for row in answer.capped)
    bare = problem._replace(
        lower=[low if row in answer.raised else 0 for row, low in enumerate(problem.lower)],
        upper=[high if row in answer.capped else None for row, high in enumerate(problem.upper)],
    )
    again = solve(method, bare)
    tied = {row for tie in (*answer.ties, *again.ties) for row in tie.contenders}
    for row, (units, other) in enumerate(zip(answer.units, again.units, strict=True)):
        assert units == other or row in tied


@given(problem=limited(rows=8, most=60, weight=50))
def test_quotas_are_proportional_but_where_limits_bind(problem: Limited) -> None:
    limits = check_limits(problem.weights, problem.house, problem.lower, problem.upper)
    reserve = set_aside(problem.weights, problem.house, limits)
    due = quotas_within(problem)
    quotient = Fraction(*reserve.quotient)
    for row in reserve.rows:
        assert due[row] == problem.weights[row] * quotient
    for row in reserve.raised:
        assert due[row] == problem.lower[row] > problem.weights[row] * quotient
    for row in reserve.capped:
        assert due[row] == problem.upper[row]
    assert {*reserve.rows, *reserve.raised, *reserve.capped} >= {
        row for row, weight in enumerate(problem.weights) if weight
    }


@every_method
@given(
    weights=st.lists(st.integers(1, 10**20) | st.integers(1, 9), min_size=2, max_size=20),
    data=st.data(),
)
def test_large_numbers_take_no_longer(
    method: Method, weights: list[int], data: st.DataObject
) -> None:
    """Limits may move the divisor by any factor; the answer comes all the same, and is one."""
    some = [data.draw(st.integers(1, 10**25) | st.integers(1, 9)) for _ in weights]
    lower = [data.draw(st.sampled_from([0, each // 2, each])) for each in some]
    upper = [data.draw(st.sampled_from([None, each, 2 * each])) for each in some]
    answer = apportion(weights, sum(some), method, lower=lower, upper=upper)
    assert sum(answer.units) == sum(some)
    for unit, low, high in zip(answer.units, lower, upper, strict=True):
        assert low <= unit <= (unit if high is None else high)


@every_method
@given(
    weights=st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(any),
    house=st.integers(6, 40),
)
def test_limits_that_nobody_meets_change_nothing(
    method: Method, weights: list[int], house: int
) -> None:
    free = apportion(weights, house, method)
    assert apportion(weights, house, method, lower=[0] * len(weights)) == free
    assert apportion(weights, house, method, upper=[None] * len(weights)) == free
    assert apportion(weights, house, method, upper=[house] * len(weights)) == free


@pytest.mark.parametrize(
    ("lower", "upper", "message"),
    [
        ([3, 3, 3], None, "house below least: house=8, least=9"),
        (None, [2, 2, 3], "house above most: house=8, most=7"),
        ([0, 4, 0], [None, 3, None], "least above most: row=2, least=4, over=1"),
        ([0, 0], None, "limits not one a weight"),
        ([0, -1, 0], None, "limit no integer: row=2"),
        ([0, 0, 1.0], None, "limit no integer: row=3"),
        (None, [8, 8, True], "limit no integer: row=3"),
        ([0, 9, 0], None, "house below least: house=8, least=9"),
    ],
)
@every_method
def test_refuses_limits_that_cannot_be_kept(
    method: Method,
    lower: Sequence[int] | None,
    upper: Sequence[int | None] | None,
    message: str,
) -> None:
    with pytest.raises(ProblemError, match=message):
        apportion([5, 3, 2], 8, method, lower=lower, upper=upper)


def test_a_row_without_weight_gets_its_least_and_no_more() -> None:
    for method in METHODS:
        answer = apportion([4, 0, 4], 10, method, lower=[0, 2, 0])
        assert answer.units == (4, 2, 4)
        assert answer.raised == (1,)
    with pytest.raises(ProblemError, match="house above most"):
        apportion([4, 0], 10, upper=[9, None])


def test_a_most_of_nothing_is_kept_even_where_everybody_gets_a_unit() -> None:
    answer = apportion([4, 4, 4], 5, find_method("hill"), upper=[0, None, None])
    assert answer.units == (0, 3, 2)
    assert answer.capped == (0,)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_no_limit_binds_a_row_without_weight_but_its_least(method: Method) -> None:
    answer = apportion([0, 5, 5], 4, method, upper=[None, 1, None])
    assert (answer.units, answer.raised, answer.capped) == ((0, 1, 3), (), (1,))
    answer = apportion([0, 5, 5], 5, method, lower=[1, 0, 0], upper=[None, 1, None])
    assert (answer.units, answer.raised, answer.capped) == ((1, 1, 3), (0,), (1,))


def test_a_house_below_the_first_units_is_refused_with_all_numbers() -> None:
    message = "house below firsts: house=2, needed=4, count=3"
    with pytest.raises(ProblemError, match=message):
        apportion([0, 1, 1, 5], 2, "adams", lower=[1, 0, 0, 0])


def test_by_hill_a_row_is_capped_where_the_divisor_of_the_quotas_gives_more() -> None:
    """673 is left with 3 units, by 673/3; 672 over that is above the signpost between 2 and 3."""
    answer = apportion(
        [673, 672, 660, 297], 27, "hill", lower=[0, 0, 10, 12], upper=[None, 2, None, None]
    )
    assert answer.units == (3, 2, 10, 12)
    assert (answer.raised, answer.capped) == ((2, 3), (1,))
