"""What would have changed the outcome: how much more or less weight, how much more or less money.

Every change is found by solving the problem again with it, and is the smallest of its kind: with it
the recipient gets another amount, and with one less, the same. More weight never gives less, by any
method, so that halving finds the weight. More money can give less by largest remainder, so that
houses are tried one by one there; by a divisor method it never does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from allokera.apportionment.messages import ApportionmentMessages
from allokera.apportionment.promises.counterexamples import keeps
from allokera.apportionment.promises.properties import HOUSE_MONOTONE
from allokera.errors import ProblemError, RequestError
from allokera.kronor.amount import Amount, smallest_part
from allokera.model import Recipient
from allokera.sharing.allocation import Row, Side
from allokera.sharing.fragility import Outcome, smallest, turns_of
from allokera.sharing.plan import Plan, allocate_years, solve_years
from allokera.sharing.problem import Problem

_HOUSES_TRIED, _ROWS_TRIED, _HOUSES_OF_YEARS = 5_000, 1_500_000, 200
"""Where houses are tried one by one, so many are at most, and so many rows, on either side."""


class What(StrEnum):
    """What is changed."""

    WEIGHT = "weight"
    HOUSE = "house"
    BOUND = "bound"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactual:
    """A change with which the recipient gets other amounts.

    Attributes:
        change: more where positive: of the weight, in what weights are in; of the last year's
            house, in units. 0 for a bound or an application, which is taken away.
        pool: kronor of the last year's pool, more where positive, that make such a house; else 0.
        amounts: kronor that the recipient gets then, by year, of the years that differ.
        others: who else gets another amount then, with kronor; told of one year alone.
    """

    what: What
    change: int
    pool: Amount
    amounts: tuple[tuple[int | None, Amount], ...]
    others: tuple[tuple[Recipient, Amount], ...]

    @property
    def amount(self) -> Amount:
        """Kronor that the recipient gets then, in the first of the years that differ."""
        return self.amounts[0][1]


Change = Callable[[int], list[Problem]]
"""Makes the problems with so much more of something; making or solving them may raise."""


def find_counterfactuals(plan: Plan, place: int) -> Iterator[Counterfactual]:
    """Find the smallest changes that give a recipient other amounts, each kind on its own.

    Of several years the weight is changed in all, the money in the last, and no bound is taken
    away. Where years are carried, an amount may move to and fro as a weight grows. A smaller change
    may then be missed, but each one that is given was made, and all years solved with it.

    Args:
        place: the recipient's, in the table.
    """
    problems = [allocation.problem for allocation in plan.allocations]
    if len(problems) == 1:
        yield from _without_what_holds(plan, place)

    def with_weight(change: int) -> list[Problem]:
        return [
            replace(problem, shares=problem.shares.with_more(place, change)) for problem in problems
        ]

    def with_house(change: int) -> list[Problem]:
        return [*problems[:-1], _larger(problems[-1], change)]

    weigh, pay = _outcome(plan, with_weight, place), _outcome(plan, with_house, place)
    farthest = _farthest(problems[0])
    for sign in (1, -1):
        turns = turns_of(problems[0], place, sign)
        if (change := smallest(weigh, sign, farthest + max(turns, default=0), turns)) is not None:
            yield _counterfactual(plan, place, What.WEIGHT, change, with_weight(change))
    only_moves_on = len(problems) == 1 and keeps(problems[0].method, HOUSE_MONOTONE)
    for sign in (1, -1):
        if only_moves_on:
            change = smallest(pay, sign, farthest)
        else:
            change = first(pay, sign, houses_tried(plan))
        if change is not None:
            yield _counterfactual(plan, place, What.HOUSE, change, with_house(change))


def _farthest(problem: Problem) -> int:
    """Say how far a change is looked for: beyond it, all that can be shared out would be."""
    return max(sum(problem.weights), problem.house) * (problem.house + 2)


def houses_tried(plan: Plan) -> int:
    """How many units more, and less, are tried one by one where more money can give less."""
    if len(plan.allocations) > 1:
        return _HOUSES_OF_YEARS
    return min(_HOUSES_TRIED, _ROWS_TRIED // len(plan.recipients) + 1)


def _without_what_holds(plan: Plan, place: int) -> Iterator[Counterfactual]:
    """Take away an application that cuts an amount, then a bound that holds it."""
    problem, row = plan.allocations[0].problem, plan.allocations[0].rows[place]
    if row.unused:
        yield _counterfactual(plan, place, What.APPLICATION, 0, [_open(problem, place)])
    if row.held is not None:
        free = _counterfactual(plan, place, What.BOUND, 0, [_unbound(problem, place, row)])
        if free.amounts:
            yield free


def first(outcome: Outcome, sign: int, most: int) -> int | None:
    """Find one by one the smallest change that gives another outcome; None if none so near does."""
    now = outcome(0)
    for by in range(1, most + 1):
        there = outcome(sign * by)
        if there != now:
            return None if there is None else sign * by
    return None


def _outcome(plan: Plan, changed: Change, place: int) -> Outcome:
    """Solve changed problems as the plan was, for what one row is paid."""

    def outcome(by: int) -> tuple[Amount, ...] | None:
        try:
            problems = changed(by)
            answers = solve_years(problems, carry=plan.is_carried)
        except (ProblemError, RequestError):
            return None
        years = zip(problems, answers, strict=True)
        return tuple(problem.paid(place, answer.units[place]) for problem, answer in years)

    return outcome


def _larger(problem: Problem, change: int) -> Problem:
    """Change the pool by as few kronor as change the house by so many units.

    Raises:
        ProblemError: there are not so many.
    """
    if problem.house + change < 0:
        raise ProblemError(ApportionmentMessages.negative_house, house=problem.house + change)
    whole = problem.worth(problem.house + change)
    unit = problem.worth(1)
    step = smallest_part(unit)
    pool = whole if change > 0 else whole + unit - (step if unit > 0 else -step)
    return replace(problem, envelope=problem.envelope + pool - problem.pool)


def _open(problem: Problem, place: int) -> Problem:
    """Let a recipient have applied for all that is due."""
    applied = list(problem.applied)
    applied[place] = None
    return replace(problem, applied=tuple(applied))


def _unbound(problem: Problem, place: int, row: Row) -> Problem:
    """Take away the bound that holds a row; of an application that is it, let it be for all."""
    bounds = problem.bounds
    assert bounds is not None
    is_least = row.held is Side.MINIMUM
    if not is_least and bounds.is_application(place):
        problem = _open(problem, place)
    return replace(problem, bounds=bounds.without(place, is_least=is_least))


def _counterfactual(
    plan: Plan, place: int, what: What, change: int, changed: Sequence[Problem]
) -> Counterfactual:
    """Solve the problems with their change, whole."""
    again = allocate_years(changed, [None] * len(changed), carry=plan.is_carried)
    years = list(zip(plan.allocations, again.allocations, strict=True))
    others = [
        (after.recipient, after.amount)
        for before, after in zip(years[-1][0].rows, years[-1][1].rows, strict=True)
        if after.amount != before.amount and after.recipient != plan.recipients[place]
    ]
    return Counterfactual(
        what=what,
        change=change,
        pool=changed[-1].pool - plan.allocations[-1].problem.pool,
        amounts=tuple(
            (after.problem.year, after.rows[place].amount)
            for before, after in years
            if after.rows[place].amount != before.rows[place].amount
        ),
        others=tuple(others) if len(years) == 1 else (),
    )
