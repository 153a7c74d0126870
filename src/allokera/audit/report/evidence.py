"""What a finding shows for itself: quantities, and what a few printed cells say of each."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.model import Recipient


class Quantity(StrEnum):
    """What can be bounded by printed cells.

    Attributes:
        POOL: what a column was shared out from.
        NUMBER: the number that a cell should hold: the first cell of the evidence.
    """

    POOL = "pool"
    NUMBER = "number"


class CellReport(NamedTuple):
    """A cell that a finding speaks of.

    Attributes:
        recipient: whose row it is in, or None.
        column: its column's name, or None.
        printed: what stands there.
        cell: its row and column in the sheet, from 0; None where it stands in none.
        read: kronor that it is taken for; None where it says no one number.
        is_mended: whether that is what it should hold, by another finding, and not what is printed.
    """

    recipient: Recipient | None
    column: str | None
    printed: str
    cell: tuple[int, int] | None
    read: Amount | None = None
    is_mended: bool = False


class Evidence(NamedTuple):
    """What some printed cells, by one relation, say that a quantity is.

    Attributes:
        quantity: what is bounded.
        lower: kronor that it is at least; None where nothing bounds it from below.
        upper: kronor that it is at most; None where nothing bounds it from above.
        cells: what bounds it; where it is a number, the first is the cell that should hold it.
        holds: whether what is printed agrees with what else is known; None where two rows
            contradict each other, and nothing says which of them is right.
        relation: the relation's number in the report; None where no such relation was found.
        more: further cells that bound it, and are not listed.
        lower_closed: whether it may be the lower end itself.
        upper_closed: whether it may be the upper end itself.
        places: decimals that are printed of it.
        worth: kronor that a printed one stands for.
    """

    quantity: Quantity
    lower: Fraction | None
    upper: Fraction | None
    cells: tuple[CellReport, ...]
    holds: bool | None
    relation: int | None = None
    more: int = 0
    lower_closed: bool = True
    upper_closed: bool = True
    places: int = 0
    worth: Fraction | int = 1

    @property
    def interval(self) -> Interval:
        """The same with both ends, as a pool has them."""
        assert self.lower is not None, "a pool is bounded from below"
        assert self.upper is not None, "a pool is bounded from above"
        return Interval(self.lower, self.upper, self.lower_closed, self.upper_closed)


def of_pool(
    pool: Interval,
    cells: tuple[CellReport, ...],
    *,
    relation: int | None,
    holds: bool | None = None,
) -> Evidence:
    """Say what pools, in kronor, a row is right under."""
    return Evidence(
        quantity=Quantity.POOL,
        lower=pool.lower,
        upper=pool.upper,
        lower_closed=pool.lower_closed,
        upper_closed=pool.upper_closed,
        cells=cells,
        holds=holds,
        relation=relation,
    )
