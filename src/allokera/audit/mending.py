"""What a wrong cell must have been: the other rows allow it, and one slip away from the print."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.audit.fit import Fit, allowed_units, allowed_weights
from allokera.audit.report import Candidate
from allokera.kronor.keying import one_keystroke, slip
from allokera.kronor.printed import Reading

MANY = 1_000
"""Where the other rows allow more amounts, only those one keystroke away are looked at."""


class Mending(NamedTuple):
    """What one wrong or unreadable cell may have been meant to show.

    Attributes:
        allowed: kronor: the amounts that the other cells and the rounding allow; empty where they
            allow none, or where nothing is known of them.
        candidates: those of them that are one slip away from what is printed.
        alternatives: how many other numbers are one keystroke away from what is printed.
        whole: how many of those are multiples of the unit.
    """

    allowed: range
    candidates: tuple[Candidate, ...]
    alternatives: int
    whole: int

    @property
    def suggestion(self) -> int | None:
        """The one candidate, or None where there is none or more."""
        return self.candidates[0].amount if len(self.candidates) == 1 else None


def mend(reading: Reading, weight: int, unit: int, found: Fit) -> Mending:
    """Say what a cell may have been meant to show.

    Args:
        weight: the row's, positive.
        found: the factor that the other rows agree on.
    """
    units = allowed_units(found, weight)
    return _mending(reading, unit, range(units.start * unit, units.stop * unit, unit))


def mend_base(reading: Reading, unit: int, witnesses: Sequence[tuple[Fit, int]]) -> Mending:
    """Say what a base amount may have been meant to show.

    Args:
        witnesses: for every column, the factor of the other rows, and the row's own printed units.
    """
    if not witnesses:
        return _mending(reading, unit, range(0))
    allowed = [allowed_weights(found, units) for found, units in witnesses]
    low = max(weights.start for weights in allowed)
    stop = min(weights.stop for weights in allowed)
    return _mending(reading, unit, range(-(-low // unit) * unit, stop, unit))


def _mending(reading: Reading, unit: int, allowed: range) -> Mending:
    keyed = keyed_digits(reading)
    texts = one_keystroke(keyed) if keyed.isdecimal() else frozenset()
    near = {int(text) for text in texts}
    is_many = allowed.stop - allowed.start > MANY * unit
    looked_at = sorted(number for number in near if number in allowed) if is_many else allowed
    slips = ((amount, slip(amount, keyed)) for amount in looked_at)
    return Mending(
        allowed=allowed,
        candidates=tuple(Candidate(amount, how) for amount, how in slips if how is not None),
        alternatives=len(texts),
        whole=sum(number % unit == 0 for number in near),
    )


def keyed_digits(reading: Reading) -> str:
    """Say which digits were keyed for a cell, without their separators; "" where there are none."""
    if isinstance(reading.value, int):
        return str(reading.value)
    by_digits = next((each for each in reading.alternatives if isinstance(each, int)), None)
    return "" if by_digits is None else str(by_digits)
