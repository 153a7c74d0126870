"""How amounts and intervals are put: rounded outwards, so that what is said stays true.

Nothing is said of a currency: a table may count kronor, euros or persons.
"""

from fractions import Fraction

from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.kronor.rounding import Rounding, ceiling, floor
from allokera.render.language.swedish.numbers import NBSP, decimal, grouped, ratio

_MILLION = f"{NBSP}miljoner"


def apart(below: Interval, above: Interval) -> tuple[str, str]:
    """Put two intervals that do not meet: the upper end of one, and the lower end of the other.

    As few digits as show that they do not meet: `på mindre än 136,732 miljoner`, `på minst 1
    323,858 miljoner`.
    """
    word = "på högst" if below.upper_closed else "på mindre än"
    for step in (1_000, 1):
        up = ceiling(Fraction(below.upper, step)) * step
        down = floor(Fraction(above.lower, step)) * step
        if up <= down:
            return f"{word} {_spelled(up, step)}", f"på minst {_spelled(down, step)}"
    return f"{word} {ratio(below.upper)}", f"på minst {ratio(above.lower)}"


def _spelled(kronor: int, step: int) -> str:
    """Put whole thousands in millions, where they are, and others in kronor."""
    if step == 1 or abs(kronor) < 1_000_000:
        return grouped(kronor)
    return f"{decimal(Fraction(kronor, 1_000_000), 3)}{_MILLION}"


def between(interval: Interval) -> str:
    """Put both ends in millions, as in a table: `1 323,858 till 1 325,851 miljoner`."""
    low, high = _ends(interval)
    text = high if low == high else f"{_lower(low, high)} till {high}"
    return text.replace(_MILLION, " miljoner")  # a narrow column breaks there, not in the word


def within(interval: Interval) -> str:
    """Put both ends in millions, as in a sentence: `mellan 24,149 och 26,142 miljoner`."""
    low, high = _ends(interval)
    return high if low == high else f"mellan {_lower(low, high)} och {high}"


def amounts(allowed: tuple[Amount, Amount]) -> str:
    """Put the amounts that are allowed: the one, or those between one and another."""
    first, last = grouped(allowed[0]), grouped(allowed[1])
    return first if first == last else f"mellan {first} och {last}"


def _ends(interval: Interval) -> tuple[str, str]:
    return _millions(interval.lower, floor), _millions(interval.upper, ceiling)


def _lower(low: str, high: str) -> str:
    """Leave the word for millions to the upper end, where it has one."""
    return low.removesuffix(_MILLION) if high.endswith(_MILLION) else low


def _millions(kronor: Fraction, rounding: Rounding) -> str:
    """Put an amount in millions, or in kronor where it is less than one."""
    if abs(kronor) < 1_000_000:
        return grouped(rounding(kronor))
    return f"{decimal(Fraction(rounding(Fraction(kronor, 1_000)), 1_000), 3)}{_MILLION}"
