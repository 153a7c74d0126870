"""Several years' allocations to the same recipients, and how far rounding lets them drift."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from allokera.apportionment import LARGEST_REMAINDER, Apportionment, Method
from allokera.apportionment.carrying import carry as carry_quotas
from allokera.apportionment.limits import set_aside
from allokera.errors import RequestError
from allokera.kronor.amount import Amount
from allokera.model import Recipient
from allokera.sharing.allocation import Allocation, complete
from allokera.sharing.messages import SharingMessages
from allokera.sharing.problem import Problem


class Drift(NamedTuple):
    """How far a recipient's amounts of some years, together, are from its exact quotas of them.

    Attributes:
        year: the last of those years; the first is the plan's first.
        kronor: more than the quotas where positive.
        unit: kronor in the largest unit of those years.
    """

    recipient: Recipient
    year: int | None
    kronor: Fraction
    unit: Amount

    @property
    def units(self) -> Fraction:
        """The same in units."""
        return Fraction(self.kronor, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plan:
    """Several years' allocations to the same recipients, in order of the years.

    Attributes:
        is_carried: whether the years were rounded together.
    """

    allocations: tuple[Allocation, ...]
    is_carried: bool = False

    def __repr__(self) -> str:
        years = [allocation.problem.year for allocation in self.allocations]
        return f"<Plan {years}: {sum(self.totals)} to {len(self.recipients)}>"

    @property
    def years(self) -> tuple[int, ...]:
        """Those that are shared out, ascending; none where it is an amount."""
        years = (allocation.problem.year for allocation in self.allocations)
        return tuple(year for year in years if year is not None)

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those who receive, in table order."""
        return self.allocations[0].problem.recipients

    @property
    def leavers(self) -> tuple[Recipient, ...]:
        """Those who get something plainly, and are not among the recipients."""
        rows = (row for allocation in self.allocations for row in allocation.leavers)
        return tuple(dict.fromkeys(row.recipient for row in rows))

    @property
    def totals(self) -> tuple[Amount, ...]:
        """Kronor for each recipient, all years together."""
        years = zip(*(allocation.rows for allocation in self.allocations), strict=True)
        return tuple(sum(row.amount for row in rows) for rows in years)

    def drifts(self, place: int) -> tuple[Drift, ...]:
        """How far a recipient is from its exact quotas after each year, by its place."""
        return tuple(
            Drift(
                recipient=self.recipients[place],
                year=allocation.problem.year,
                kronor=kronor,
                unit=unit,
            )
            for allocation, kronor, unit in zip(
                self.allocations, accumulate(self._missed(place)), self._units(), strict=True
            )
        )

    @property
    def largest_drift(self) -> Drift:
        """The largest drift in units, of anybody after any year; the first of equal ones."""
        every = (drift for place in range(len(self.recipients)) for drift in self.drifts(place))
        return max(every, key=lambda drift: abs(drift.units))

    def _missed(self, place: int) -> Sequence[Fraction]:
        return [
            Fraction((row.units - row.quota) * allocation.problem.worth(1))
            for allocation in self.allocations
            for row in [allocation.rows[place]]
        ]

    def _units(self) -> Sequence[Amount]:
        return list(accumulate((each.problem.unit for each in self.allocations), max))


def allocate_years(
    problems: Sequence[Problem], plainly: Sequence[Allocation | None], *, carry: bool
) -> Plan:
    """Solve the problems of some years, each on its own, or all as one.

    Args:
        plainly: the same money by the grant's own shares, each year on its own.

    Raises:
        RequestError: a method is asked for that cannot carry.
        ProblemError: a problem has no answer, or all have none together.
    """
    answers = solve_years(problems, carry=carry)
    return Plan(
        allocations=tuple(
            complete(problem, answer, plain, is_carried=carry)
            for problem, answer, plain in zip(problems, answers, plainly, strict=True)
        ),
        is_carried=carry,
    )


def solve_years(problems: Sequence[Problem], *, carry: bool) -> list[Apportionment]:
    """Apportion the houses of some years, each on its own, or so that no running total drifts.

    Raises:
        RequestError: a method is asked for that cannot carry.
        ProblemError: a problem has no answer, or all have none together.
    """
    if not carry:
        return [problem.solve() for problem in problems]
    check_carried(problems[0].method)
    order = problems[0].order
    quotas = [[of_year[place] for place in order] for of_year in map(Problem.quotas, problems)]
    answers = carry_quotas(quotas, [Fraction(each.unit) for each in problems])
    return [
        _bound(answer.put_back(order), problem)
        for problem, answer in zip(problems, answers, strict=True)
    ]


def check_carried(method: Method) -> None:
    """Check that years can be rounded together by a method.

    Raises:
        RequestError: it rounds by no quotas.
    """
    if method is not LARGEST_REMAINDER:
        raise RequestError(
            SharingMessages.method_cannot_carry, method=method.name, able=LARGEST_REMAINDER.name
        )


def _bound(answer: Apportionment, problem: Problem) -> Apportionment:
    """Note which rows their bounds hold: those whose quota is a bound."""
    limits = problem.limits()
    if limits is None:
        return answer
    reserve = set_aside(problem.weights, problem.house, limits)
    return answer._replace(raised=reserve.raised, capped=reserve.capped)
