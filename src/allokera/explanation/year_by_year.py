"""One recipient's course over some years: quotas and amounts, year by year and running."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from allokera.errors import ProblemError, RequestError
from allokera.explanation.counterfactuals import Outcome, first, heavier, larger, smallest
from allokera.model import Recipient
from allokera.sharing.allocation import Side
from allokera.sharing.plan import Plan, allocate_years
from allokera.sharing.problem import Problem

HOUSES_TRIED = 200
"""Units of the last year, more and less, that are tried one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStep:
    """One year.

    Attributes:
        unit: kronor in one unit of the year.
        quota: exact units due in the year.
        amount: kronor given.
        unused: kronor that were to be given and were not applied for.
        held: the bound that its quota in proportion would lie beyond; None where none holds it.
        bound: kronor of that bound; 0 where none does.
        running_quota: exact kronor due in this year and those before.
        running_total: kronor given in them, or not applied for.
        covered: the year by which the running quota comes to the running total: until then the
            recipient is ahead. None where it does not in these years.
    """

    year: int | None
    unit: int
    quota: Fraction
    amount: int
    unused: int
    held: Side | None
    bound: int
    running_quota: Fraction
    running_total: int
    covered: int | None

    @property
    def drift(self) -> Fraction:
        """Kronor more than the quotas, so far."""
        return self.running_total - self.running_quota


@dataclass(frozen=True, slots=True, kw_only=True)
class Bend:
    """A change with which the recipient gets other amounts.

    Attributes:
        change: of the weight, more where positive, in what weights are in; or
        pool: of the last year's pool, in kronor.
        amounts: kronor of the years that differ, by year.
    """

    change: int
    pool: int
    amounts: tuple[tuple[int | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearByYear:
    """A recipient's years, in order, and what would have changed them."""

    plan: Plan
    recipient: Recipient
    weight: int
    stages: tuple[YearStep, ...]
    bends: tuple[Bend, ...]


def follow(plan: Plan, recipient: Recipient) -> YearByYear:
    """Follow a recipient through the years of a plan.

    Raises:
        RequestError: the plan has no such recipient.
    """
    if recipient not in plan.recipients:
        raise RequestError(f"{recipient.name} is none of the recipients")
    place = plan.recipients.index(recipient)
    rows = [allocation.rows[place] for allocation in plan.allocations]
    units = [allocation.problem.unit for allocation in plan.allocations]
    years = [allocation.problem.year for allocation in plan.allocations]
    due = list(accumulate(row.quota * unit for row, unit in zip(rows, units, strict=True)))
    given = list(accumulate(row.units * unit for row, unit in zip(rows, units, strict=True)))
    return YearByYear(
        plan=plan,
        recipient=recipient,
        weight=rows[0].weight,
        bends=tuple(_bends(plan, place)),
        stages=tuple(
            YearStep(
                year=years[stage],
                unit=units[stage],
                quota=row.quota,
                amount=row.amount,
                unused=row.unused,
                held=row.held,
                bound=row.bound,
                running_quota=due[stage],
                running_total=given[stage],
                covered=next(
                    (year for year, total in zip(years, due, strict=True) if total >= given[stage]),
                    None,
                ),
            )
            for stage, row in enumerate(rows)
        ),
    )


def _bends(plan: Plan, place: int) -> Iterator[Bend]:
    """Find changes of the weight, and of the last year's money, that give other amounts.

    Where years are carried, an amount may move to and fro as a weight grows. A smaller change may
    then be missed, but each one that is given was made, and all years solved with it.
    """
    problems = [allocation.problem for allocation in plan.allocations]
    now = [allocation.rows[place].amount for allocation in plan.allocations]

    def with_weight(change: int) -> list[Problem]:
        return [heavier(problem, place, change) for problem in problems]

    def with_house(change: int) -> list[Problem]:
        return [*problems[:-1], larger(problems[-1], change)]

    def outcome_of(changed: Callable[[int], list[Problem]]) -> Outcome:
        return lambda by: _amounts(plan, changed, by, place)

    for change in (smallest(outcome_of(with_weight), sign, problems[0]) for sign in (1, -1)):
        if change is not None:
            after = _amounts(plan, with_weight, change, place) or []
            yield Bend(change=change, pool=0, amounts=_changed(problems, now, after))
    for house in (first(outcome_of(with_house), sign, HOUSES_TRIED) for sign in (1, -1)):
        if house is not None:
            after = _amounts(plan, with_house, house, place) or []
            pool = larger(problems[-1], house).pool - problems[-1].pool
            yield Bend(change=0, pool=pool, amounts=_changed(problems, now, after))


def _amounts(
    plan: Plan, changed: Callable[[int], list[Problem]], by: int, place: int
) -> list[int] | None:
    """Solve changed years as the plan was, for one row's amounts; None where there are none."""
    try:
        problems = changed(by)
        again = allocate_years(problems, [None] * len(problems), carry=plan.is_carried)
    except (ProblemError, RequestError):
        return None
    return [allocation.rows[place].amount for allocation in again.allocations]


def _changed(
    problems: Sequence[Problem], before: Sequence[int], after: Sequence[int]
) -> tuple[tuple[int | None, int], ...]:
    """List the years whose amounts differ."""
    return tuple(
        (problem.year, new)
        for problem, old, new in zip(problems, before, after, strict=True)
        if old != new
    )
