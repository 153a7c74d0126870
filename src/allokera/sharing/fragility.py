"""Amounts that turn on less than is known: on a figure that is rounded, or inferred.

A weight printed to 1 000 kr is known to 500, an inferred 25 million to half a million. Where so
little more or less gives somebody a whole unit more or less, and is worth far less than a unit, the
amount is fragile: right, by figures that do not bear it.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.errors import ProblemError
from allokera.kronor.amount import Amount, size
from allokera.model import Basis, Recipient
from allokera.sharing.allocation import Allocation
from allokera.sharing.problem import Problem


class Figure(StrEnum):
    """What an amount turns on."""

    WEIGHT = "weight"
    ADMINISTRATION = "administration"


class Fragile(NamedTuple):
    """An amount that turns on less than is known.

    Attributes:
        change: kronor of the figure, less where negative, with which it is another amount; the
            smallest such change.
        amount: kronor that it is then.
        precision: kronor that the figure is known to: it may be half as much more or less.
    """

    recipient: Recipient
    figure: Figure
    change: Amount
    amount: Amount
    precision: Amount


def find_fragile(allocation: Allocation) -> Iterator[Fragile]:
    """Find the amounts that turn on a rounded weight, or on an inferred administration.

    Args:
        allocation: of one year, rounded on its own.
    """
    yield from _by_weight(allocation)
    yield from _by_administration(allocation)


def _by_weight(allocation: Allocation) -> Iterator[Fragile]:
    problem, rounded_to = allocation.problem, allocation.problem.shares.rounded_to
    most = max(rounded_to - 1, 0) // 2
    total = sum(problem.weights)
    if not most or problem.shares.below or most * size(problem.pool) >= total * problem.unit:
        return
    for place in _near_the_cut(allocation, most):
        units = allocation.rows[place].units
        for sign in (1, -1):
            change, low = sign * most, 0
            if problem.weights[place] + change < 0 or _units(problem, place, change) == units:
                continue
            high = most  # more weight never gives less: halving finds the least that gives other
            while high - low > 1:
                middle = (low + high) // 2
                is_same = _units(problem, place, sign * middle) == units
                low, high = (middle, high) if is_same else (low, middle)
            yield Fragile(
                recipient=problem.recipients[place],
                figure=Figure.WEIGHT,
                change=sign * high,
                amount=problem.paid(place, _units(problem, place, sign * high)),
                precision=rounded_to,
            )


def _near_the_cut(allocation: Allocation, most: int) -> Iterator[int]:
    """List the rows that so much weight may move: by largest remainder, those near the split."""
    problem = allocation.problem
    if problem.method.signposts is not None or problem.bounds is not None:
        yield from range(len(allocation.rows) if len(allocation.rows) <= _MOST_ROWS else 0)
        return
    moved = Fraction(2 * most * problem.house, sum(problem.weights) - most)
    margin = allocation.margin
    least, split = margin.least or Fraction(0), margin.most or Fraction(1)
    for place, row in enumerate(allocation.rows):
        remainder = row.quota - row.quota.numerator // row.quota.denominator
        gap = remainder - least if row.units > row.quota else split - remainder
        if min(gap, remainder, 1 - remainder) <= moved:
            yield place


_MOST_ROWS = 300
"""Rows that are each tried with another weight, at most, where nothing tells who is near a cut."""


def _units(problem: Problem, place: int, change: int) -> int:
    weights = list(problem.weights)
    weights[place] += change
    shares = replace(problem.shares, weights=tuple(weights))
    return replace(problem, shares=shares).solve().units[place]


def _by_administration(allocation: Allocation) -> Iterator[Fragile]:
    problem, administration = allocation.problem, allocation.problem.administration
    precision = _precision(administration.amount)
    if administration.basis is not Basis.INFERRED or precision >= 2 * problem.unit:
        return  # in so small units every amount moves with it, as it should
    unit, rest = problem.unit, allocation.unallocated
    step: Amount = 1 if isinstance(unit, int) else Fraction(1, unit.denominator)
    for units, change in ((-1, rest + step), (1, rest - unit)):
        if 2 * size(change) >= precision or size(change) >= unit or problem.house + units < 0:
            continue
        other = replace(problem, envelope=problem.envelope - change)
        try:
            answer = other.solve()
        except ProblemError:
            continue
        for place, row in enumerate(allocation.rows):
            if answer.units[place] != row.units:
                yield Fragile(
                    recipient=row.recipient,
                    figure=Figure.ADMINISTRATION,
                    change=change,
                    amount=other.paid(place, answer.units[place]),
                    precision=precision,
                )


def _precision(amount: Amount) -> int:
    """Take the unit of the last digit that is not nought."""
    whole, unit = int(amount), 1
    if not whole or whole != amount:
        return 0
    while whole % (10 * unit) == 0:
        unit *= 10
    return unit
