"""What a factor allows: units for a weight, weights for units, amounts for a pool."""

from fractions import Fraction
from itertools import count
from math import isqrt

from allokera.audit.rounding.fit import Fit, row_factor
from allokera.audit.rounding.interval import Interval
from allokera.audit.rounding.rules import Rule
from allokera.audit.rounding.sweep import End

MOST_PLACES = 30
"""Decimals that roots are told apart by, at most."""

_NEAR = 4
"""Weights at either end that are tried: a quotient rounded down is less than two away."""

ENDLESS = 10**40
"""More than any weight: where nothing bounds one."""


def allowed_units(found: Fit, weight: int) -> range:
    """List the numbers of units that a fit's factor allows for a weight: they follow each other."""
    low = _floor_at(found.rule, found.factor[0], 2 * weight - found.slack)
    high = _floor_at(found.rule, found.factor[1], 2 * weight + found.slack)
    near_low = (units for units in range(low - 1, low + 3) if allows(found, weight, units))
    near_high = (units for units in range(high + 2, high - 2, -1) if allows(found, weight, units))
    first, last = next(near_low, None), next(near_high, None)
    return range(0) if first is None or last is None else range(first, last + 1)


def amounts_for(found: Fit, weight: int, unit: int) -> Interval:
    """Say what a factor is worth for a weight: the pool, for the sum of all weights.

    Where the ends are square roots, these are the outermost decimals between them: whole ones, if
    there are two.
    """
    low, high = found.factor
    if not found.rule.squared:
        scale = weight * unit
        return Interval(
            Fraction(low.numerator * scale, low.denominator),
            Fraction(high.numerator * scale, high.denominator),
            low.closed,
            high.closed,
        )
    return next(
        each
        for places in count()
        if (each := _between_roots(low, high, weight * unit, 10**places)).lower < each.upper
        or places == MOST_PLACES
    )


def _between_roots(low: End, high: End, factor: int, parts: int) -> Interval:
    """Find the first and the last multiple of 1 / parts between two roots, times a factor."""
    scale = (factor * parts) ** 2
    first = isqrt(low.numerator * scale // low.denominator)
    if _at(low, first, scale) < 0 or not low.closed:
        first += 1
    last = isqrt(high.numerator * scale // high.denominator)
    if _at(high, last, scale) == 0 and not high.closed:
        last -= 1
    return Interval(Fraction(first, parts), Fraction(last, parts))


def allowed_weights(found: Fit, units: int) -> range:
    """List the weights that a fit's factor allows so many units; without end where it may be 0."""
    own = row_factor(found.rule, 1, units)
    if own is None:
        return range(0)
    low, high = found.factor
    if high.numerator <= 0:
        return range(1, ENDLESS) if allows(found, 1, units) else range(0)
    first = max(1, _quotient(found.rule, own[0], high))
    last = ENDLESS - 1 if low.numerator <= 0 else _quotient(found.rule, own[1], low) + 1
    # quotients are rounded down: the ends are at most so far away, if there is a weight at all
    near_first = (weight for weight in range(first, first + _NEAR) if allows(found, weight, units))
    near_last = (weight for weight in range(last, last - _NEAR, -1) if allows(found, weight, units))
    low_weight, high_weight = next(near_first, None), next(near_last, None)
    if low_weight is None or high_weight is None:
        return range(0)
    return range(low_weight, high_weight + 1)


def _quotient(rule: Rule, dividend: End, divisor: End) -> int:
    """Divide two ends, rounded down."""
    numerator = dividend.numerator * divisor.denominator
    quotient = numerator // (dividend.denominator * divisor.numerator)
    return isqrt(max(quotient, 0)) if rule.squared else quotient


def _floor_at(rule: Rule, end: End, double: int) -> int:
    """Multiply an end by half of a doubled weight, rounded down."""
    if rule.squared:
        return isqrt(end.numerator * double * double // (4 * end.denominator))
    return end.numerator * double // (2 * end.denominator)


def allows(found: Fit, weight: int, units: int) -> bool:
    """Whether a fit's factor allows so many units for a weight."""
    if found.slack:
        own = row_factor(found.rule, weight, units, found.slack)
        return own is not None and all(
            _precedes(*pair) for pair in ((found.factor[0], own[1]), (own[0], found.factor[1]))
        )
    ends, (low, high) = found.rule.signposts(units), found.factor
    if ends is None:
        return False
    scale = weight * weight if found.rule.squared else weight
    left, right = low[0] * ends[3] * scale, ends[1] * low[1]
    if left > right or (left == right and not (low[2] and found.rule.closed_at(units)[1])):
        return False
    left, right = ends[0] * high[1], high[0] * ends[2] * scale
    return left < right or (left == right and high[2] and found.rule.closed_at(units)[0])


def _precedes(lower: End, upper: End) -> bool:
    """Whether something lies between a lower and an upper end."""
    left = lower.numerator * upper.denominator
    right = upper.numerator * lower.denominator
    return left < right or (left == right and lower.closed and upper.closed)


def _at(end: End, amount: int, scale: int) -> int:
    """Compare an amount, squared, with a squared end: negative, zero or positive."""
    return amount * amount * end.denominator - end.numerator * scale
