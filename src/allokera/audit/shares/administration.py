"""What an envelope holds besides the pool: a deduction, bounded by the rows.

Publishers announce an envelope and share out what is left after administration, often without
saying how much that is. The rows bound it, column by column.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from allokera.audit.rounding.interval import Interval
from allokera.kronor.rounding import ceiling, floor


class Deduction(NamedTuple):
    """What one column's envelope holds besides its pool.

    Attributes:
        amount: kronor.
        share: of the envelope.
    """

    column: str
    amount: Interval
    share: Interval


def deduction(column: str, envelope: int, pool: Interval) -> Deduction:
    """Take a pool from its envelope.

    Args:
        envelope: kronor, positive.
    """
    amount = pool.taken_from(envelope)
    return Deduction(column, amount, amount.times(Fraction(1, envelope)))


def common_amount(deductions: Sequence[Deduction]) -> int | None:
    """Find the simplest amount in kronor that fits every column, or None where none does."""
    common = reduce(Interval.meet, (each.amount for each in deductions))
    return None if common.is_empty else _simplest(common)


def common_share(deductions: Sequence[Deduction]) -> Interval | None:
    """Find the shares of the envelope that fit every column, or None where none does."""
    common = reduce(Interval.meet, (each.share for each in deductions))
    return None if common.is_empty else common


def _simplest(interval: Interval) -> int | None:
    """Find the roundest whole number in an interval: a multiple of the largest 1, 5 or 2 * 10^n."""
    if interval.holds(0):
        return 0
    low, high = floor(interval.lower), ceiling(interval.upper)
    step = 10 ** len(str(max(abs(low), abs(high))))
    while step:
        for finer in (step, step // 2, step // 5):
            if finer and (found := interval.multiples(finer)):
                return min(found, key=abs)
        step //= 10
    return None
