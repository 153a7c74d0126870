"""The pool that a column comes from, when the weights themselves are rounded."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.rounding.fit import Entry, Fit
from allokera.audit.rounding.interval import Interval


def pool_by_base(
    found: Fit, entries: Sequence[Entry], unit: int, base_unit: int
) -> Interval | None:
    """Bound the pool when the weights themselves are rounded amounts.

    A weight printed as b stands for everything in [b - u/2, b + u/2), so the factor has wider
    intervals, and the pool is the sum of what the rows can have been due under it.

    Args:
        entries: rows that the fit explains.
        base_unit: kronor that the weights are rounded to.

    Returns:
        None where the rule compares by squares, or where the rows say nothing.
    """
    if found.rule.squared:
        return None
    lows, highs = [], []
    for entry in entries:
        ends = found.rule.preimage(entry.units)
        # twice the weight, and twice the ends, so that they stay whole
        less, more = 2 * entry.weight - base_unit, 2 * entry.weight + base_unit
        if ends is None or less <= 0:
            return None
        lows.append(_Bound(2 * ends.lower * unit, ends.lower_denominator, more, less))
        highs.append(_Bound(2 * ends.upper * unit, ends.upper_denominator, less, more))
    low, high = _factor(lows, 1), _factor(highs, -1)
    if low >= high:
        return None
    return Interval(
        _sum_of_rows(low, lows, max),
        _sum_of_rows(high, highs, min),
        lower_closed=False,
        upper_closed=False,
    )


class _Bound(NamedTuple):
    """One end of what a row can have been due: `end / parts`, in kronor.

    Attributes:
        over: twice the weight that bounds the factor by it.
        due: twice the weight by which the factor bounds the row.
    """

    end: int
    parts: int
    over: int
    due: int


def _factor(bounds: Sequence[_Bound], side: int) -> Fraction:
    """Find the outermost of what the rows let the factor be: the greatest, or with -1 the least."""
    end, parts = bounds[0].end, bounds[0].parts * bounds[0].over
    for each in bounds:
        own = each.parts * each.over
        if side * each.end * parts > side * end * own:
            end, parts = each.end, own
    return Fraction(end, parts)


def _sum_of_rows(
    factor: Fraction, bounds: Sequence[_Bound], outermost: Callable[[int, int], int]
) -> Fraction:
    """Add up what the rows can have been due: by the factor, or by their own end."""
    numerator, denominator = factor.numerator, factor.denominator
    weights = 0
    by_parts: dict[int, int] = {}
    for each in bounds:
        by_factor, own = numerator * each.due * each.parts, each.end * denominator
        if outermost(by_factor, own) == by_factor:
            weights += each.due
        else:
            by_parts[each.parts] = by_parts.get(each.parts, 0) + each.end
    ends = sum((Fraction(end, parts) for parts, end in by_parts.items()), Fraction(0))
    return Fraction(factor * weights + ends, 2)
