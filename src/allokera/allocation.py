"""A problem, and the allocation that answers it and explains itself.

A problem says what is to be shared out, to whom, in what proportion and in what units. Where it
came from (a year of a grant, an amount on the command line) makes no difference to the answer.
"""

from dataclasses import dataclass
from fractions import Fraction

from allokera.apportionment import Method, Tie, apportion
from allokera.errors import RequestError
from allokera.kronor.rounding import half_up
from allokera.kronor.wording import grouped
from allokera.model import Administration, Recipient, Source, Status
from allokera.publication import Departure, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is to be shared out, to whom, in what proportion, in what units.

    Attributes:
        year: None where an amount was given instead.
        status: what the year's amounts were published as, or None.
        envelope: kronor, administration included (ram).
        administration: what is not shared out.
        unit: kronor in one indivisible unit (avrundningsenhet).
        recipients: in table order.
        weights: non-negative, one a recipient (fördelningsgrund).
        publication: what was printed for the year, or None.
        sources: where the figures came from.

    Raises:
        RequestError: the unit is below 1 krona, or the administration exceeds the envelope.
    """

    year: int | None
    status: Status | None
    envelope: int
    administration: Administration
    unit: int
    method: Method
    recipients: tuple[Recipient, ...]
    weights: tuple[int, ...]
    publication: Publication | None = None
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if self.unit < 1:
            raise RequestError(f"the unit is {self.unit} kr: the smallest is 1 krona")
        if self.pool < 0:
            raise RequestError(
                f"administration of {grouped(self.administration.amount)} kr is more than "
                f"the envelope of {grouped(self.envelope)} kr"
            )

    @property
    def pool(self) -> int:
        """Kronor to share out (medel att fördela)."""
        return self.envelope - self.administration.amount

    @property
    def house(self) -> int:
        """Whole units to share out."""
        return self.pool // self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one recipient gets.

    Attributes:
        share: weight over the sum of the weights (andel).
        quota: exact units due of the house.
        due: exact units due of the pool, which may be no whole number of units.
        units: whole units given.
        amount: kronor given.
        printed: what was published, as printed; None where nothing was.
        published: the same in kronor; None where nothing was, or where it is no one number.
        departure: why `amount` is not `published`; None where it is, or nothing was published.
    """

    recipient: Recipient
    weight: int
    share: Fraction
    quota: Fraction
    due: Fraction
    units: int
    amount: int
    printed: str | None = None
    published: int | None = None
    departure: Departure | None = None

    @property
    def difference(self) -> int | None:
        """The amount less the published one, in kronor."""
        return None if self.published is None else self.amount - self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """The answer to a problem: one row a recipient, and the ties that table order decided."""

    problem: Problem
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]

    @property
    def allocated(self) -> int:
        """Kronor given, all rows together."""
        return sum(row.amount for row in self.rows)

    @property
    def unallocated(self) -> int:
        """Kronor of the pool that the unit does not divide (ofördelat)."""
        return self.problem.pool - self.allocated

    @property
    def lost_to_rounding(self) -> int:
        """Kronor by which the rows, each rounded half up on its own, would miss the house."""
        alone = sum(half_up(row.due) for row in self.rows)
        return (self.problem.house - alone) * self.problem.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Several years' allocations to the same recipients, in order of the years."""

    allocations: tuple[Allocation, ...]

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those who receive, in table order."""
        return self.allocations[0].problem.recipients

    @property
    def totals(self) -> tuple[int, ...]:
        """Kronor for each recipient, all years together."""
        years = zip(*(allocation.rows for allocation in self.allocations), strict=True)
        return tuple(sum(row.amount for row in rows) for rows in years)


def allocate(problem: Problem) -> Allocation:
    """Solve a problem.

    Raises:
        ProblemError: the weights sum to zero.
    """
    answer = apportion(problem.weights, problem.house, problem.method)
    total = sum(problem.weights)
    rows = tuple(
        _row(problem, index, Fraction(problem.weights[index], total), units)
        for index, units in enumerate(answer.units)
    )
    return Allocation(problem=problem, rows=rows, ties=answer.ties)


def _row(problem: Problem, index: int, share: Fraction, units: int) -> Row:
    amount, due = units * problem.unit, share * Fraction(problem.pool, problem.unit)
    printed = published = departure = None
    if problem.publication is not None:
        printed = problem.publication.printed(index)
        published = problem.publication.kronor(index)
        departure = problem.publication.departure(index, amount, problem.unit, share, problem.pool)
    return Row(
        recipient=problem.recipients[index],
        weight=problem.weights[index],
        share=share,
        quota=share * problem.house,
        due=due,
        units=units,
        amount=amount,
        printed=printed,
        published=published,
        departure=departure,
    )
