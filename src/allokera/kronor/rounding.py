"""Named roundings of an exact number to a whole one.

Nothing in allokera calls `round` or truncates in passing: whoever rounds says how, because a
published table is told from a misprinted one by the rounding its authors used. At an exact tie the
rules differ, and only there (Kahan's names, as in IEEE 754 and ISO 80000-1).
"""

from collections.abc import Callable
from fractions import Fraction

Rounding = Callable[[Fraction], int]
"""A rule that takes an exact number to a whole number next to it."""


def floor(number: Fraction) -> int:
    """Down, to the whole number at or below."""
    return number.numerator // number.denominator


def ceiling(number: Fraction) -> int:
    """Up, to the whole number at or above."""
    return -(-number.numerator // number.denominator)


def truncate(number: Fraction) -> int:
    """Towards zero."""
    return floor(number) if number >= 0 else ceiling(number)


def half_up(number: Fraction) -> int:
    """To the nearest, ties up."""
    return floor(number + Fraction(1, 2))


def half_down(number: Fraction) -> int:
    """To the nearest, ties down."""
    return ceiling(number - Fraction(1, 2))


def half_even(number: Fraction) -> int:
    """To the nearest, ties to the even neighbour."""
    up, down = half_up(number), half_down(number)
    return up if up % 2 == 0 else down


def half_away(number: Fraction) -> int:
    """To the nearest, ties away from zero."""
    return half_up(number) if number >= 0 else half_down(number)
