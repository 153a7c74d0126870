"""Amounts that turn on less than is known: on a figure that is rounded, or inferred.

A weight printed to 1 000 kr is known to 500, an inferred 25 million to half a million. Where so
little more or less gives somebody a whole unit more or less, and is worth far less than a unit, the
amount is fragile: right, by figures that do not bear it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from itertools import count
from typing import NamedTuple

from allokera.errors import ProblemError, RequestError
from allokera.kronor.amount import Amount, size, smallest_part
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
    if not most or most * size(problem.pool) >= total * problem.unit:
        return
    for place in _near_the_cut(allocation, most):
        units = _units_with_more(problem, place)
        for sign in (1, -1):
            change = smallest(units, sign, most, [*turns_of(problem, place, sign), most])
            if change is not None and (other := units(change)) is not None:
                yield Fragile(
                    recipient=problem.recipients[place],
                    figure=Figure.WEIGHT,
                    change=change,
                    amount=problem.paid(place, other),
                    precision=rounded_to,
                )


def _near_the_cut(allocation: Allocation, most: int) -> Iterator[int]:
    """List the rows that so much weight may move: by largest remainder, those near the split."""
    problem = allocation.problem
    is_plain = problem.bounds is None and not problem.shares.thresholds
    if problem.method.signposts is not None or not is_plain:
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


Outcome = Callable[[int], object]
"""What comes of so much more of something; None where there is no such problem."""


def _units_with_more(problem: Problem, place: int) -> Callable[[int], int | None]:
    def units(change: int) -> int | None:
        try:
            shares = problem.shares.with_more(place, change)
            return replace(problem, shares=shares).solve().units[place]
        except (ProblemError, RequestError):
            return None

    return units


def turns_of(problem: Problem, place: int, sign: int) -> list[int]:
    """List the changes of a weight, more or less by the sign, from which on others may count."""
    turns = problem.shares.turns(place)
    return sorted(each for turn in turns if (each := turn if sign > 0 else 1 - turn) > 0)


def smallest(outcome: Outcome, sign: int, farthest: int, turns: Sequence[int] = ()) -> int | None:
    """Find by doubling, then halving, a change with another outcome, one less having the same.

    It is the smallest where outcomes only ever move on between the turns.

    Args:
        sign: 1 for more, -1 for less.
        farthest: beyond it, nothing is looked for.
        turns: changes, ascending, with each of which outcomes may go back.

    Returns:
        None where no change gives another outcome.
    """
    now = there = outcome(0)
    same = 0
    for probe in _probes(turns):
        if same >= farthest:
            return None
        other, before = min(probe, farthest), there
        there = outcome(sign * other)
        if there is None and before is not None:
            valid = last(lambda by: outcome(sign * by) is not None, same, other)
            if outcome(sign * valid) != now:
                other, there = valid, outcome(sign * valid)
        if there not in {now, None}:
            break
        same = other
    return sign * (1 + last(lambda by: outcome(sign * by) in {now, None}, same, other))


def _probes(turns: Sequence[int]) -> Iterator[int]:
    """Go up to each turn and past it, then on by doubling."""
    yield from dict.fromkeys(each for turn in turns for each in (turn - 1, turn) if each)
    start = turns[-1] if turns else 0
    for step in count():
        yield start + 2**step


def last(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Find the last number for which something holds, from one where it does to one where not."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _by_administration(allocation: Allocation) -> Iterator[Fragile]:
    problem, administration = allocation.problem, allocation.problem.administration
    precision = _precision(administration.amount)
    if administration.basis is not Basis.INFERRED or precision >= 2 * problem.unit:
        return  # in so small units every amount moves with it, as it should
    unit, rest = problem.unit, allocation.unallocated
    step = smallest_part(unit)
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
