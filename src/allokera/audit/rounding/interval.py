"""Intervals of exact numbers, with open and closed ends."""

from fractions import Fraction
from typing import NamedTuple


class Interval(NamedTuple):
    """The numbers between two exact ends.

    Attributes:
        lower_closed: whether the lower end itself belongs to it.
        upper_closed: whether the upper end itself belongs to it.
    """

    lower: Fraction
    upper: Fraction
    lower_closed: bool = True
    upper_closed: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether no number belongs to it."""
        if self.lower == self.upper:
            return not (self.lower_closed and self.upper_closed)
        return self.lower > self.upper

    def holds(self, number: Fraction | int) -> bool:
        """Whether a number belongs to it."""
        above = number > self.lower or (self.lower_closed and number == self.lower)
        below = number < self.upper or (self.upper_closed and number == self.upper)
        return above and below

    def meet(self, other: "Interval") -> "Interval":
        """Take the numbers that belong to both."""
        lower, is_open = max(
            (self.lower, not self.lower_closed), (other.lower, not other.lower_closed)
        )
        upper, upper_closed = min(
            (self.upper, self.upper_closed), (other.upper, other.upper_closed)
        )
        return Interval(lower, upper, not is_open, upper_closed)

    def times(self, factor: Fraction | int) -> "Interval":
        """Multiply every number by a factor; by one below zero, the ends change places."""
        if factor < 0:
            return self.taken_from(0).times(-factor)
        return self._replace(lower=self.lower * factor, upper=self.upper * factor)

    def taken_from(self, number: Fraction | int) -> "Interval":
        """Take every number away from one: the ends change places."""
        return Interval(
            number - self.upper, number - self.lower, self.upper_closed, self.lower_closed
        )

    def multiples(self, unit: int) -> range:
        """List the whole multiples of a unit that belong to it."""
        first = -(-self.lower // unit)
        last = self.upper // unit
        if not self.lower_closed and first * unit == self.lower:
            first += 1
        if not self.upper_closed and last * unit == self.upper:
            last -= 1
        return range(first * unit, last * unit + 1, unit)


def point(number: Fraction | int) -> Interval:
    """Make the interval that holds one number."""
    return Interval(Fraction(number), Fraction(number))
