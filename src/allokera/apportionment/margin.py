"""What an apportionment leaves open: the divisors, or the splits of remainders, that all give it.

An answer by a divisor method is proved by one divisor: put every weight over it, round at the
method's signposts, keep the limits, and the answer is there. An answer by largest remainder is
proved by one split: the remainders from it on are rounded up, and the others are not.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import NamedTuple

from allokera.apportionment.divisor import find_edge, within_firsts
from allokera.apportionment.limits import Limits, find_quotas
from allokera.apportionment.methods import Method
from allokera.kronor.rounding import floor


class Margin(NamedTuple):
    """The numbers that all give the same answer: those above an end, up to another and with it.

    At the end below, somebody stands exactly where it is rounded up, and is not. So it gives the
    answer only where it is the other end too, and a tie is broken.

    Attributes:
        least: None where there is no end below.
        most: None where there is no end above.
        squared: whether the ends are given by their squares, being roots.
    """

    least: Fraction | None
    most: Fraction | None
    squared: bool = False

    @property
    def simplest(self) -> Fraction | None:
        """The number in the margin with the fewest digits, the least of several.

        None where there are no ends, or only roots, or numbers of very many digits, lie in it.
        """
        if self.least is None and self.most is None:
            return None
        end = self.most if self.least is None else self.least
        digits = 0 if end is None else len(str(self._above(end, Fraction(1))))
        for places in range(1 - digits, _MOST_PLACES + 1):
            step = Fraction(10) ** -places
            number = self._first_multiple(step)
            if number is not None:
                return number
        return None if self.squared else self.most

    @property
    def is_one_number(self) -> bool:
        """Whether the two ends are the same, and all there is."""
        return self.least is not None and self.least == self.most

    def inward(self, places: int) -> "Margin":
        """Round the ends into the margin, to so many decimals; roots are taken.

        Where that leaves less than two numbers, there are more decimals; where thirty are too few,
        the ends stay what they are.
        """
        for each in range(places, _MOST_PLACES + 1):
            step = Fraction(1, 10**each)
            least = None if self.least is None else self._above(self.least, step) * step
            most = None if self.most is None else self._down(self.most, step) * step
            if least is None or most is None or least < most:
                return Margin(least, most)
        return self

    def _above(self, end: Fraction, step: Fraction) -> int:
        """How many steps come to more than an end, or the root of it."""
        return self._down(end, step) + 1

    def _down(self, end: Fraction, step: Fraction) -> int:
        return isqrt(floor(Fraction(end, step**2))) if self.squared else floor(Fraction(end, step))

    def _first_multiple(self, step: Fraction) -> Fraction | None:
        """Find the least positive multiple of a step in the margin."""
        if self.is_one_number:
            return self._exact(step)
        number = self._above(self.least or Fraction(0), step) * step
        reached = number**2 if self.squared else number
        return number if self.most is None or reached <= self.most else None

    def _exact(self, step: Fraction) -> Fraction | None:
        """Say what number of steps the only number in the margin is, if it is one."""
        if self.most is None:
            return None
        number = self._down(self.most, step) * step
        return number if (number**2 if self.squared else number) == self.most else None


_MOST_PLACES = 30


def find_margin(
    method: Method,
    weights: Sequence[int],
    house: int,
    units: Sequence[int],
    limits: Limits | None,
) -> Margin:
    """Find what an answer of a method leaves open: its common divisors, or splits of remainders.

    Args:
        units: as the method gives them.
        limits: as the method had them.
    """
    signposts = method.signposts
    if signposts is None:
        quotas = find_quotas(weights, house, limits)
        remainders = [quota - floor(quota) for quota in quotas]
        up = [unit > quota for unit, quota in zip(units, quotas, strict=True)]
        return Margin(
            max((r for r, is_up in zip(remainders, up, strict=True) if not is_up), default=None),
            min((r for r, is_up in zip(remainders, up, strict=True) if is_up), default=None),
        )
    if limits is not None:
        limits = within_firsts(signposts, weights, house, limits)
    wanted, held = find_edge(signposts, weights, units, limits)
    return Margin(wanted, held, signposts.squared)
