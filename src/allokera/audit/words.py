"""How an audit puts amounts and intervals: rounded outwards, so that what is said stays true."""

from fractions import Fraction

from allokera.audit.interval import Interval
from allokera.kronor.rounding import ceiling, floor
from allokera.kronor.wording import decimal, grouped


def at_least(interval: Interval) -> str:
    """Put an interval's lower end in millions: `at least 1 323.858 Mkr`."""
    return f"at least {_down(interval.lower)} Mkr"


def at_most(interval: Interval) -> str:
    """Put an interval's upper end in millions: `below 136.732 Mkr`."""
    word = "at most" if interval.upper_closed else "below"
    return f"{word} {_up(interval.upper)} Mkr"


def between(interval: Interval) -> str:
    """Put both ends in millions: `1 323.858 to 1 325.851 Mkr`."""
    low, high = _down(interval.lower), _up(interval.upper)
    return f"{low} Mkr" if low == high else f"{low} to {high} Mkr"


def amounts(allowed: range) -> str:
    """Put the amounts that are allowed: the one, or from one to another."""
    first, last = grouped(allowed[0]), grouped(allowed[-1])
    return f"{first} kr" if first == last else f"{first} to {last} kr"


def _down(kronor: Fraction) -> str:
    return decimal(Fraction(floor(Fraction(kronor, 1_000)), 1_000), 3)


def _up(kronor: Fraction) -> str:
    return decimal(Fraction(ceiling(Fraction(kronor, 1_000)), 1_000), 3)
