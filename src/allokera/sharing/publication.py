"""What was printed for a year, and why an amount departs from it.

An analyst who sees another figure than the government's asks why before anything else. The reasons
are told apart exactly: each is a computation that gives the published figure, or says what here is
not as it plainly would be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.printed import Reading
from allokera.kronor.rounding import ceiling, floor, half_up


class Departure(StrEnum):
    """Why an amount is not the published one.

    Attributes:
        MISPRINT: what is printed is no one number.
        OTHER_POOL: the published amount is the exact share of another pool, rounded up or down.
        OTHER_UNIT: rounded to the published unit, the exact share is the published amount.
        INDEPENDENT_ROUNDING: the same, in the unit of the amount: the publisher rounded every row
            on its own, and the rows miss the pool by what that loses.
        OTHER_SHARES: plainly, by the grant's own shares, it would be another amount.
        OTHER_BOUNDS: so it would without any bounds or applications.
        OTHER_METHOD: so it would by largest remainder.
        OTHER_YEARS: so it would with the year rounded on its own.
        UNEXPLAINED: none of these.
    """

    MISPRINT = "misprint"
    OTHER_POOL = "other pool"
    OTHER_UNIT = "other unit"
    INDEPENDENT_ROUNDING = "independent rounding"
    OTHER_SHARES = "other shares"
    OTHER_BOUNDS = "other bounds"
    OTHER_METHOD = "other method"
    OTHER_YEARS = "other years"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The printed amounts of one year.

    Attributes:
        readings: one a recipient, in table order.
        unit: kronor that the printed amounts are multiples of.
        worth: kronor that a printed one stands for.
        pool: kronor that the published amounts are known to come from.
    """

    readings: tuple[Reading, ...]
    unit: Amount
    pool: Amount
    worth: int = 1

    def printed(self, row: int) -> str | None:
        """The printed text, or None where nothing is printed."""
        reading = self.readings[row]
        return None if reading.is_nothing else reading.text

    def kronor(self, row: int) -> Amount | None:
        """The printed amount, or None where nothing, or no one number, is printed."""
        return self.readings[row].kronor(self.worth)

    def of(self, rows: Sequence[int | None]) -> "Publication":
        """Take some rows, in another order; None is a row for which nothing was printed."""
        nothing = Reading(text="", value=None)
        readings = tuple(nothing if row is None else self.readings[row] for row in rows)
        return replace(self, readings=readings)

    def departure(
        self, row: int, amount: Amount, unit: Amount, share: Fraction, pool: Amount
    ) -> Departure | None:
        """Why an amount is not the published one, or None where it is, or nothing is published.

        Args:
            row: the recipient's place in the table.
            amount: kronor given, in multiples of `unit`.
            pool: kronor shared out.
        """
        published = self.kronor(row)
        if published == amount or self.readings[row].is_nothing:
            return None
        if published is None:
            return Departure.MISPRINT
        due = share * Fraction(self.pool, self.unit)
        if pool != self.pool:
            nearby = {floor(due) * self.unit, ceiling(due) * self.unit}
            return Departure.OTHER_POOL if published in nearby else Departure.UNEXPLAINED
        if published != half_up(due) * self.unit:
            return Departure.UNEXPLAINED
        return Departure.INDEPENDENT_ROUNDING if unit == self.unit else Departure.OTHER_UNIT
