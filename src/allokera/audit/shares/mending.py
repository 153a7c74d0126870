"""What a wrong cell must have been: the other rows allow it, and one slip away from the print."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.audit.rounding.allowed import allowed_units, allowed_weights
from allokera.audit.rounding.fit import Fit
from allokera.audit.shares.sheet import Sheet
from allokera.kronor.keying import Slip, one_keystroke, slip

MANY = 1_000
"""Where the other rows allow more amounts, only those one keystroke away are looked at."""


class Meant(NamedTuple):
    """An amount that a cell may have been meant to show, and the slip that leads to the print."""

    amount: int
    slip: Slip


class Mending(NamedTuple):
    """What one wrong or unreadable cell may have been meant to show.

    Attributes:
        allowed: ones: the amounts that the other cells and the rounding allow; empty where they
            allow none, or where nothing is known of them.
        candidates: those of them that are one slip away from what is printed.
        alternatives: how many other numbers are one keystroke away from what is printed.
        whole: how many of those are multiples of the unit.
        is_sure: whether it is this cell that is wrong.
    """

    allowed: range
    candidates: tuple[Meant, ...]
    alternatives: int
    whole: int
    is_sure: bool = True

    @property
    def suggestion(self) -> int | None:
        """The one candidate, or None where there is none or more, or another cell may be wrong."""
        is_one = len(self.candidates) == 1 and self.is_sure
        return self.candidates[0].amount if is_one else None


def mend(sheet: Sheet, row: int, allowed: range) -> Mending:
    """Say what a cell may have been meant to show.

    Args:
        allowed: ones: what the other cells and the rounding allow.
    """
    keyed, worth = sheet.keyed(row)
    texts = one_keystroke(keyed) if keyed.isdecimal() else frozenset()
    near = {int(text) * worth for text in texts}
    is_many = allowed.stop - allowed.start > MANY * sheet.unit
    looked_at = sorted(number for number in near if number in allowed) if is_many else allowed
    slips = ((amount, _slip(sheet, row, amount, keyed, worth)) for amount in looked_at)
    return Mending(
        allowed=allowed,
        candidates=tuple(Meant(amount, how) for amount, how in slips if how is not None),
        alternatives=len(texts),
        whole=sum(number % sheet.unit == 0 for number in near),
    )


def _slip(sheet: Sheet, row: int, amount: int, keyed: str, worth: int) -> Slip | None:
    """Name the slip that leads from an amount to what is printed: of a finger, or of a rounding."""
    of_a_finger = slip(amount // worth, keyed) if amount % worth == 0 else None
    read = sheet.amounts[row]
    if of_a_finger is None and read is not None and abs(amount - read) == sheet.unit:
        return Slip.UNIT
    return of_a_finger


def allowed_amounts(plausible: Sequence[Fit], weight: int, unit: int) -> range:
    """List the amounts that any plausible explanation allows a weight, in ones.

    Where several do, all from the least to the most are listed.
    """
    each = [units for found in plausible if (units := allowed_units(found, weight))]
    if not each:
        return range(0)
    first, stop = min(units.start for units in each), max(units.stop for units in each)
    return range(first * unit, stop * unit, unit)


def allowed_base(unit: int, witnesses: Sequence[tuple[Fit, int]]) -> range:
    """List the base amounts that all columns allow, in its ones.

    Args:
        unit: of the base column.
        witnesses: for every column, the factor of the other rows, and the row's own printed units.
    """
    if not witnesses:
        return range(0)
    allowed = [allowed_weights(found, units) for found, units in witnesses]
    low = max(weights.start for weights in allowed)
    stop = min(weights.stop for weights in allowed)
    return range(-(-low // unit) * unit, stop, unit)
