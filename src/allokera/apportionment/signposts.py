"""Where the divisor methods round up: one signpost between every k and k + 1.

A quotient above the signpost s(k) is rounded to k + 1, one below it to k; at the signpost itself
either will do, for the claims decide between equals. The names are those of Pukelsheim
(Proportional Representation, 2017, chapter 3).
"""

from collections.abc import Callable, Sequence
from math import isqrt
from typing import NamedTuple

Post = tuple[int, int]
"""A signpost as a fraction, numerator and denominator, or its square."""


class Signposts(NamedTuple):
    """The signposts of one method.

    Attributes:
        at: gives s(k), or its square.
        rounded: rounds every weight times a number over a number: weights, times, over.
        squared: whether `at` gives squares.
        lean: what s(k) is more than k for large k, in halves: 0 for k itself, 1 for halfway, 2 for
            k + 1.
        is_stationary: whether s(k) is more than k by as much for every k.
    """

    at: Callable[[int], Post]
    rounded: Callable[[Sequence[int], int, int], list[int]]
    squared: bool = False
    lean: int = 1
    is_stationary: bool = False

    @property
    def first(self) -> int:
        """Units that every positive weight has, whatever the divisor: 1 where s(0) is 0."""
        return 1 if self.at(0)[0] == 0 else 0

    def claim(self, weight: int, held: int) -> Post:
        """Give the claim of a row to one unit more than it holds: weight / s(held), or its square.

        The denominator is 0 where the method grants the unit before all others.
        """
        up, under = self.at(held)
        return (weight * weight if self.squared else weight) * under, up


def stationary(lean: int) -> Signposts:
    """Make the signposts that lie at the same place between all k and k + 1.

    Args:
        lean: 0 for k, 1 for halfway, 2 for k + 1.
    """

    def rounded(weights: Sequence[int], times: int, over: int) -> list[int]:
        below, twice, parts = lean * over, 2 * times, 2 * over
        return [-((below - weight * twice) // parts) for weight in weights]

    return Signposts(at=lambda k: (2 * k + lean, 2), rounded=rounded, lean=lean, is_stationary=True)


def halves_but_the_first(up: int, under: int) -> Signposts:
    """Make the signposts halfway between k and k + 1, but for the first, at up / under above 1/2.

    Raising the first keeps small rows out longer; nothing else changes.
    """
    halves = stationary(1)

    def rounded(weights: Sequence[int], times: int, over: int) -> list[int]:
        units = halves.rounded(weights, times, over)
        if min(units) > 1:
            return units
        ones = [row for row, unit in enumerate(units) if unit == 1]
        for row in ones:
            units[row] = int(weights[row] * times * under > up * over)
        return units

    return Signposts(at=lambda k: halves.at(k) if k else (up, under), rounded=rounded)


def _geometric(weights: Sequence[int], times: int, over: int) -> list[int]:
    """Round x to k + 1 from x^2 = k (k + 1) on: just where (2k + 1)^2 <= 4 x^2 + 1."""
    square, parts = 4 * times * times, over * over
    units = [(isqrt(weight * weight * square // parts + 1) + 1) // 2 for weight in weights]
    return _without_zeros(weights, units)


def _harmonic(weights: Sequence[int], times: int, over: int) -> list[int]:
    """Round x to k + 1 from x = 2k (k + 1) / (2k + 1) on: a little below the half.

    With z the floor of 2x, an odd z is past the half. An even one is past the signpost just where
    (z + 1)^2 - 1 <= 2x (z + 1).
    """
    twice = 2 * times
    units = [
        (z + 1) // 2
        if (z := weight * twice // over) % 2 or z * (z + 2) * over > weight * twice * (z + 1)
        else z // 2 + 1
        for weight in weights
    ]
    return _without_zeros(weights, units)


def _without_zeros(weights: Sequence[int], units: list[int]) -> list[int]:
    """Give nothing to the rows of no weight, where s(0) is 0."""
    if 0 in weights:
        return [unit if weight else 0 for weight, unit in zip(weights, units, strict=True)]
    return units


GEOMETRIC = Signposts(at=lambda k: (k * (k + 1), 1), rounded=_geometric, squared=True)
"""The geometric mean of k and k + 1."""

HARMONIC = Signposts(at=lambda k: (2 * k * (k + 1), 2 * k + 1), rounded=_harmonic)
"""The harmonic mean of k and k + 1."""
