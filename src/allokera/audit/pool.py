"""The pool that a column comes from, when the weights themselves are rounded."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.audit.fit import Entry, Fit
from allokera.audit.interval import Interval


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
    half = Fraction(base_unit, 2)
    rows = []
    for entry in entries:
        ends = found.rule.preimage(entry.units)
        if ends is None or entry.weight <= half:
            return None
        low = Fraction(ends.lower * unit, ends.lower_denominator)
        high = Fraction(ends.upper * unit, ends.upper_denominator)
        rows.append((entry.weight - half, entry.weight + half, low, high))
    factor_low = max(Fraction(low, more) for _, more, low, _ in rows)
    factor_high = min(Fraction(high, less) for less, _, _, high in rows)
    if factor_low >= factor_high:
        return None
    return Interval(
        sum((max(factor_low * less, low) for less, _, low, _ in rows), Fraction(0)),
        sum((min(factor_high * more, high) for _, more, _, high in rows), Fraction(0)),
        lower_closed=False,
        upper_closed=False,
    )
