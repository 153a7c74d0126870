"""How amounts and intervals are put: rounded outwards, so that what is said stays true.

Nothing is said of a currency: a table may count kronor, euros or persons.
"""

from fractions import Fraction

from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.kronor.rounding import Rounding, ceiling, floor
from allokera.kronor.wording import decimal, grouped, ratio

_MILLION = " million"


def apart(below: Interval, above: Interval) -> tuple[str, str]:
    """Put two intervals that do not meet: the upper end of one, and the lower end of the other.

    As few digits as show that they do not meet: `below 136.732 million`, `of at least 1 323.858
    million`.
    """
    word = "of at most" if below.upper_closed else "below"
    for step in (1_000, 1):
        up = ceiling(Fraction(below.upper, step)) * step
        down = floor(Fraction(above.lower, step)) * step
        if up <= down:
            return f"{word} {_spelled(up, step)}", f"of at least {_spelled(down, step)}"
    return f"{word} {ratio(below.upper)}", f"of at least {ratio(above.lower)}"


def _spelled(kronor: int, step: int) -> str:
    """Put whole thousands in millions, where they are, and others in kronor."""
    if step == 1 or abs(kronor) < 1_000_000:
        return grouped(kronor)
    return f"{decimal(Fraction(kronor, 1_000_000), 3)}{_MILLION}"


def between(interval: Interval) -> str:
    """Put both ends in millions: `1 323.858 to 1 325.851 million`."""
    low, high = _millions(interval.lower, floor), _millions(interval.upper, ceiling)
    if low == high:
        return low
    return f"{low.removesuffix(_MILLION) if high.endswith(_MILLION) else low} to {high}"


def amounts(allowed: tuple[Amount, Amount]) -> str:
    """Put the amounts that are allowed: the one, or from one to another."""
    first, last = grouped(allowed[0]), grouped(allowed[1])
    return first if first == last else f"{first} to {last}"


def _millions(kronor: Fraction, rounding: Rounding) -> str:
    """Put an amount in millions, or in kronor where it is less than one."""
    if abs(kronor) < 1_000_000:
        return grouped(rounding(kronor))
    return f"{decimal(Fraction(rounding(Fraction(kronor, 1_000)), 1_000), 3)}{_MILLION}"
