"""The answer to one problem: a row a recipient, with the facts that explain its amount."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment import WEBSTER, Apportionment, Tie, apportion
from allokera.apportionment.margin import Margin, find_margin
from allokera.kronor.amount import Amount, in_units_of
from allokera.kronor.rounding import half_up
from allokera.model import Recipient
from allokera.sharing.problem import Problem
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin


class Side(StrEnum):
    """Which of its bounds a row is held by."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"


class Row(NamedTuple):
    """What one recipient gets.

    Attributes:
        share: weight over the sum of the weights (andel).
        quota: exact units due of the house; where a bound holds, the bound.
        due: exact units due of the pool, which may be no whole number of units.
        units: whole units given.
        amount: kronor given: all of the units, or what was applied for, if that is less.
        minimum: kronor that it gets at least; None where none is set.
        maximum: kronor that it gets at most; None where none is set.
        held: the bound that its quota in proportion would lie beyond; None where none holds it.
        applied: kronor that it applied for; None where that is not known.
        unused: kronor given and not applied for.
        before: kronor by the grant's own shares and nothing else, for the same money; None where
            this is that, or where the grant has no such recipient.
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
    amount: Amount
    minimum: Amount | None = None
    maximum: Amount | None = None
    held: Side | None = None
    applied: Amount | None = None
    unused: Amount = 0
    before: Amount | None = None
    printed: str | None = None
    published: Amount | None = None
    departure: Departure | None = None

    @property
    def bound(self) -> Amount:
        """Kronor of the bound that holds; 0 where none does."""
        bound = self.minimum if self.held is Side.MINIMUM else self.maximum
        return bound or 0 if self.held else 0

    @property
    def change(self) -> Amount:
        """Kronor more than plainly, where that is another allocation."""
        return self.amount - (self.before or 0)

    @property
    def difference(self) -> Amount | None:
        """The amount less the published one, in kronor."""
        return None if self.published is None else self.amount - self.published


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Allocation:
    """The answer to a problem: one row a recipient, and the ties that table order decided.

    Attributes:
        plain: the same money by the grant's own shares and nothing else; None where this is that,
            or where there is no grant.
    """

    problem: Problem
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]
    plain: "Allocation | None" = None

    def __repr__(self) -> str:
        what = self.problem.year or self.problem.envelope
        method = self.problem.method.name
        return f"<Allocation {what}: {self.allocated} to {len(self.rows)} by {method}>"

    @property
    def allocated(self) -> Amount:
        """Kronor given, all rows together."""
        return sum(row.amount for row in self.rows)

    @property
    def unused(self) -> Amount:
        """Kronor that were given and not applied for, all rows together."""
        return sum(row.unused for row in self.rows)

    @property
    def unallocated(self) -> Amount:
        """Kronor of the pool that the unit does not divide (ofördelat)."""
        return self.problem.pool - self.problem.worth(self.problem.house)

    @property
    def lost_to_rounding(self) -> Amount:
        """Kronor by which the rows, each rounded half up on its own, would miss the house."""
        alone = sum(half_up(row.due) for row in self.rows)
        return self.problem.worth(self.problem.house - alone)

    def published_by_nearest(self) -> tuple[int, int] | None:
        """Count the published amounts that the key gives, rounded to the nearest at one divisor.

        The pool is what is published of all, and the unit is theirs. Publishers round every row on
        its own, so this is how to see whether they used the key.

        Returns:
            How many are the same, and how many are published; None where the shares are not by key
            among all of them, or an amount cannot be read.
        """
        shares = self.problem.shares
        if shares.reading is not ShareOrigin.KEY or shares.below or self.leavers:
            return None
        publication = self.problem.publication
        known = [row.published for row in self.rows if row.published is not None]
        if publication is None or len(known) < len(self.rows):
            return None
        unit = publication.unit
        nearest = apportion(self.problem.weights, sum(known) // unit, WEBSTER)
        same = sum(units * unit == each for units, each in zip(nearest.units, known, strict=True))
        return same, len(known)

    @property
    def margin(self) -> Margin:
        """The common divisors, or splits of remainders, that give these units."""
        problem = self.problem
        units = [row.units for row in self.rows]
        return find_margin(problem.method, problem.weights, problem.house, units, problem.limits())

    @property
    def leavers(self) -> tuple[Row, ...]:
        """The rows of those who get something plainly, and are not among the recipients here."""
        if self.plain is None:
            return ()
        return tuple(row for row in self.plain.rows if row.recipient not in self.problem.recipients)


def allocate(problem: Problem, plain: Allocation | None = None) -> Allocation:
    """Solve a problem.

    Args:
        plain: the same money by the grant's own shares and nothing else, to compare with.

    Raises:
        ProblemError: the weights sum to zero, or the house is too small for the method.
    """
    return complete(problem, problem.solve(), plain)


def complete(
    problem: Problem, answer: Apportionment, plain: Allocation | None, *, is_carried: bool = False
) -> Allocation:
    """Make an allocation of whole units, with all that explains them.

    Args:
        is_carried: whether the units were rounded together with those of other years.
    """
    quotas, total = problem.quotas(), sum(problem.weights)
    bounds, publication = problem.bounds, problem.publication
    is_due_whole = not bounds and problem.pool == problem.worth(problem.house)
    held = dict.fromkeys(answer.raised, Side.MINIMUM) | dict.fromkeys(answer.capped, Side.MAXIMUM)
    before = {} if plain is None else {row.recipient: row for row in plain.rows}
    rows = []
    for place, (recipient, units) in enumerate(zip(problem.recipients, answer.units, strict=True)):
        amount = problem.paid(place, units)
        plainly = before.get(recipient) if before else None
        rows.append(
            Row(
                recipient=recipient,
                weight=problem.weights[place],
                share=Fraction(problem.weights[place], total),
                quota=quotas[place],
                due=(
                    quotas[place]
                    if bounds or is_due_whole
                    else Fraction(problem.weights[place] * problem.pool, total * problem.worth(1))
                ),
                units=units,
                amount=amount,
                minimum=bounds.minimums[place] or None if bounds else None,
                maximum=bounds.maximums[place] if bounds else None,
                held=held.get(place),
                applied=problem.applied[place] if problem.applied else None,
                unused=problem.worth(units) - amount,
                before=plainly.amount if plainly else None,
                printed=publication.printed(place) if publication else None,
                published=_alike(publication.kronor(place), problem) if publication else None,
                departure=_departure(problem, place, amount, plainly, is_carried=is_carried),
            )
        )
    return Allocation(problem=problem, rows=tuple(rows), ties=answer.ties, plain=plain)


def _alike(amount: Amount | None, problem: Problem) -> Amount | None:
    return None if amount is None else in_units_of(problem.unit, amount)


def _departure(
    problem: Problem, place: int, amount: Amount, plainly: Row | None, *, is_carried: bool
) -> Departure | None:
    """Say why an amount is not the published one; None where it is, or nothing was published."""
    publication = problem.publication
    if publication is None or publication.kronor(place) == amount:
        return None
    if plainly is None:
        share = Fraction(problem.weights[place], sum(problem.weights))
        return publication.departure(place, amount, problem.unit, share, problem.pool)
    if plainly.amount == amount or plainly.departure in _ANYHOW:
        return plainly.departure
    if problem.shares.reading is not ShareOrigin.PUBLISHED:
        return Departure.OTHER_SHARES
    if problem.bounds or problem.applied:
        return Departure.OTHER_BOUNDS
    return Departure.OTHER_YEARS if is_carried else Departure.OTHER_METHOD


_ANYHOW = frozenset({Departure.MISPRINT, Departure.OTHER_POOL})
"""Why an amount would not be the published one, whatever else differs."""
