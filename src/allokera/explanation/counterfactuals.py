"""What would have changed the outcome: how much more or less weight, how much more or less money.

Every change is found by solving the problem again with it, and is the smallest of its kind: with it
the recipient gets another amount, and with one less, the same. More weight never gives less, by any
method, so that halving finds the weight. More money can give less by largest remainder, so that
houses are tried one by one there; by a divisor method it never does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from allokera.apportionment.promises import keeps
from allokera.apportionment.properties import HOUSE_MONOTONE
from allokera.errors import ProblemError, RequestError
from allokera.model import Recipient
from allokera.sharing.allocation import Allocation, Row, Side, allocate
from allokera.sharing.problem import Problem
from allokera.terms.bounds import Bounds

_HOUSES_TRIED, _ROWS_TRIED = 5_000, 1_500_000
"""Where houses are tried one by one, so many are at most, and so many rows, on either side."""


class What(StrEnum):
    """What is changed."""

    WEIGHT = "weight"
    HOUSE = "house"
    BOUND = "bound"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactual:
    """A change with which the recipient gets another amount.

    Attributes:
        change: more where positive: of the weight, in what weights are in; of the house, in units.
            0 for a bound or an application, which is taken away.
        pool: kronor of pool, more where positive, that make such a house; else 0.
        amount: kronor that the recipient gets then.
        others: who else gets another amount then, with kronor.
    """

    what: What
    change: int
    pool: int
    amount: int
    others: tuple[tuple[Recipient, int], ...]


def find_counterfactuals(allocation: Allocation, place: int) -> Iterator[Counterfactual]:
    """Find the smallest changes that give a recipient another amount, each kind on its own.

    Args:
        place: the recipient's, in the table.
    """
    problem, row = allocation.problem, allocation.rows[place]
    if row.unused:
        yield _turn(allocation, place, What.APPLICATION, 0, _open(problem, place))
    if row.held is not None:
        free = _turn(allocation, place, What.BOUND, 0, _unbound(problem, place, row))
        if free.amount != row.amount:
            yield free
    changes: dict[What, Change] = {
        What.WEIGHT: lambda change: heavier(problem, place, change),
        What.HOUSE: lambda change: larger(problem, change),
    }
    only_moves_on = {What.WEIGHT: True, What.HOUSE: keeps(problem.method, HOUSE_MONOTONE)}
    for what, changed in changes.items():
        outcome = _outcome(changed, place)
        for sign in (1, -1):
            if only_moves_on[what]:
                found = smallest(outcome, sign, problem)
            else:
                found = first(outcome, sign, houses_tried(problem))
            if found is not None:
                yield _turn(allocation, place, what, found, changed(found))


def houses_tried(problem: Problem) -> int:
    """How many units more, and less, are tried one by one where more money can give less."""
    return min(_HOUSES_TRIED, _ROWS_TRIED // len(problem.weights) + 1)


Change = Callable[[int], Problem]
"""Makes the problem with so much more of something; making or solving it may raise."""

Outcome = Callable[[int], object]
"""What comes of so much more of something; None where there is no such problem."""


def smallest(outcome: Outcome, sign: int, problem: Problem) -> int | None:
    """Find by doubling, then halving, a change with another outcome, one less having the same.

    It is the smallest where outcomes only ever move on.

    Args:
        sign: 1 for more, -1 for less.
        problem: as it is; beyond what could be shared out, the search ends.

    Returns:
        None where no change gives another outcome.
    """
    now = outcome(0)
    farthest = max(sum(problem.weights), problem.house) * (problem.house + 2)
    same, other = 0, 1
    while (there := outcome(sign * other)) == now:
        same, other = other, 2 * other
        if same > farthest:
            return None
    if there is None:
        other = 1 + _last(lambda by: outcome(sign * by) is not None, same, other)
        if outcome(sign * (other - 1)) == now:
            return None
    return sign * (1 + _last(lambda by: outcome(sign * by) == now, same, other))


def first(outcome: Outcome, sign: int, most: int) -> int | None:
    """Find one by one the smallest change that gives another outcome; None if none so near does."""
    now = outcome(0)
    for by in range(1, most + 1):
        there = outcome(sign * by)
        if there != now:
            return None if there is None else sign * by
    return None


def _last(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Find the last number for which something holds, from one where it does to one where not."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _outcome(changed: Change, place: int) -> Outcome:
    """Solve a changed problem, for what one row is paid."""

    def outcome(by: int) -> int | None:
        try:
            problem = changed(by)
            return problem.paid(place, problem.solve().units[place])
        except (ProblemError, RequestError):
            return None

    return outcome


def heavier(problem: Problem, place: int, change: int) -> Problem:
    """Change a recipient's weight; of a negative one nothing can be shared out."""
    weights = list(problem.weights)
    weights[place] += change
    return replace(problem, shares=replace(problem.shares, weights=tuple(weights)))


def larger(problem: Problem, change: int) -> Problem:
    """Change the pool by as few kronor as change the house by so many units."""
    whole = (problem.house + change) * problem.unit
    pool = whole if change > 0 else whole + problem.unit - 1
    return replace(problem, envelope=problem.envelope + pool - problem.pool)


def _open(problem: Problem, place: int) -> Problem:
    """Let a recipient have applied for all that is due."""
    applied = list(problem.applied)
    applied[place] = None
    return replace(problem, applied=tuple(applied))


def _unbound(problem: Problem, place: int, row: Row) -> Problem:
    """Take away the bound that holds a row; of an application that is it, let it be for all."""
    assert problem.bounds is not None
    minimums, maximums = list(problem.bounds.minimums), list(problem.bounds.maximums)
    if row.held is Side.MINIMUM:
        minimums[place] = 0
    else:
        applied = row.applied if problem.redistributes else None
        maximums[place] = None if applied == row.maximum else applied
        if applied is not None and applied == row.maximum:
            problem = _open(problem, place)
    return replace(problem, bounds=Bounds(minimums=tuple(minimums), maximums=tuple(maximums)))


def _turn(
    allocation: Allocation, place: int, what: What, change: int, changed: Problem
) -> Counterfactual:
    """Solve the problem with its change, whole."""
    again = allocate(changed)
    return Counterfactual(
        what=what,
        change=change,
        pool=changed.pool - allocation.problem.pool,
        amount=again.rows[place].amount,
        others=tuple(
            (after.recipient, after.amount)
            for before, after in zip(allocation.rows, again.rows, strict=True)
            if after.amount != before.amount and after.recipient != allocation.rows[place].recipient
        ),
    )
