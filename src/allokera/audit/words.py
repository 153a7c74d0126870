"""How an audit puts amounts and intervals: rounded outwards, so that what is said stays true."""

from fractions import Fraction

from allokera.audit.interval import Interval
from allokera.kronor.rounding import Rounding, ceiling, floor
from allokera.kronor.wording import decimal, grouped


def at_least(interval: Interval) -> str:
    """Put an interval's lower end in millions: `of at least 1 323.858 Mkr`."""
    return f"of at least {_down(interval.lower)}"


def at_most(interval: Interval) -> str:
    """Put an interval's upper end in millions: `below 136.732 Mkr`."""
    word = "of at most" if interval.upper_closed else "below"
    return f"{word} {_up(interval.upper)}"


def between(interval: Interval) -> str:
    """Put both ends in millions: `1 323.858 to 1 325.851 Mkr`."""
    low, high = _down(interval.lower), _up(interval.upper)
    if low == high:
        return low
    number, _, measure = low.rpartition(" ")
    return f"{number if high.endswith(measure) else low} to {high}"


def amounts(allowed: range) -> str:
    """Put the amounts that are allowed: the one, or from one to another."""
    first, last = grouped(allowed[0]), grouped(allowed[-1])
    return f"{first} kr" if first == last else f"{first} to {last} kr"


def _down(kronor: Fraction) -> str:
    return _millions(kronor, floor)


def _up(kronor: Fraction) -> str:
    return _millions(kronor, ceiling)


def _millions(kronor: Fraction, rounding: Rounding) -> str:
    """Put an amount in millions, or in kronor where it is less than one."""
    if abs(kronor) < 1_000_000:
        return f"{grouped(rounding(kronor))} kr"
    return f"{decimal(Fraction(rounding(Fraction(kronor, 1_000)), 1_000), 3)} Mkr"
