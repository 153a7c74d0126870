"""Where the divisor methods round up: one signpost between every k and k + 1.

A quotient above the signpost s(k) is rounded to k + 1, one below it to k; at the signpost itself
either will do, for the claims decide between equals. The names are those of Pukelsheim
(Proportional Representation, 2017, chapter 3).

Every family of signposts has three functions. One gives a signpost, and the other two do in one go,
for many rows, what it means: round quotients, and weigh claims.
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
        claims: gives every row's claim to one unit more than it holds, weight / s(held) or its
            square, times a power of two, rounded down: weights, held, exponent, less. The last is 1
            for the claim by which the last unit is held instead. With an exponent that `exponent`
            gives, different claims are different numbers in the same order, and equal ones equal.
        first: units that every positive weight has, whatever the divisor: 1 where s(0) is 0.
        squared: whether `at` and `claims` give squares.
        lean: what s(k) is more than k for large k, in halves: 0 for k itself, 1 for halfway, 2 for
            k + 1.
    """

    at: Callable[[int], Post]
    rounded: Callable[[Sequence[int], int, int], list[int]]
    claims: Callable[[Sequence[int], Sequence[int], int, int], list[int]]
    first: int = 0
    squared: bool = False
    lean: int = 1

    def claim(self, weight: int, held: int) -> Post:
        """Give the exact claim of a row to one unit more than it holds, or its square.

        The denominator is 0 where the method grants the unit before all others.
        """
        up, under = self.at(held)
        return (weight * weight if self.squared else weight) * under, up

    def exponent(self, most: int) -> int:
        """Give an exponent for claims of rows that hold so many units at most.

        Two fractions with denominators up to q that differ do so by 1 / q^2 at least.
        """
        return 2 * max(self.at(0)[0], self.at(most + 1)[0], 1).bit_length()


def stationary(lean: int) -> Signposts:
    """Make the signposts that lie at the same place between all k and k + 1.

    Args:
        lean: 0 for k, 1 for halfway, 2 for k + 1.
    """

    def rounded(weights: Sequence[int], times: int, over: int) -> list[int]:
        twice, parts = 2 * times, 2 * over
        more = parts - 1 - lean * over
        return [(weight * twice + more) // parts for weight in weights]

    def claims(weights: Sequence[int], held: Sequence[int], exponent: int, less: int) -> list[int]:
        shift, more = exponent + 1, lean - 2 * less
        return [(w << shift) // (2 * k + more) for w, k in zip(weights, held, strict=True)]

    return Signposts(
        at=lambda k: (2 * k + lean, 2),
        rounded=rounded,
        claims=claims,
        first=0 if lean else 1,
        lean=lean,
    )


def halves_but_the_first(up: int, under: int) -> Signposts:
    """Make the signposts halfway between k and k + 1, but for the first, at up / under above 1/2.

    Raising the first keeps small rows out longer; nothing else changes.
    """
    halves = stationary(1)

    def at(k: int) -> Post:
        return halves.at(k) if k else (up, under)

    def rounded(weights: Sequence[int], times: int, over: int) -> list[int]:
        units = halves.rounded(weights, times, over)
        if min(units) > 1:
            return units
        for row in [row for row, unit in enumerate(units) if unit == 1]:
            units[row] = int(weights[row] * times * under > up * over)
        return units

    def claims(weights: Sequence[int], held: Sequence[int], exponent: int, less: int) -> list[int]:
        posts = [at(k - less) for k in held]
        return [(w * d << exponent) // n for w, (n, d) in zip(weights, posts, strict=True)]

    return Signposts(at=at, rounded=rounded, claims=claims)


def _geometric(weights: Sequence[int], times: int, over: int) -> list[int]:
    """Round x to k + 1 from x^2 = k (k + 1) on: just where (2k + 1)^2 <= 4 x^2 + 1."""
    square, parts = 4 * times * times, over * over
    units = [(isqrt(weight * weight * square // parts + 1) + 1) // 2 for weight in weights]
    return _without_zeros(weights, units)


def _geometric_claims(
    weights: Sequence[int], held: Sequence[int], exponent: int, less: int
) -> list[int]:
    more = 1 - 2 * less  # k (k - 1) is s(k - 1) squared
    return [(w * w << exponent) // (k * (k + more)) for w, k in zip(weights, held, strict=True)]


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


def _harmonic_claims(
    weights: Sequence[int], held: Sequence[int], exponent: int, less: int
) -> list[int]:
    more = 1 - 2 * less  # 2k (k - 1) / (2k - 1) is s(k - 1)
    return [
        (w * (2 * k + more) << exponent) // (2 * k * (k + more))
        for w, k in zip(weights, held, strict=True)
    ]


def _without_zeros(weights: Sequence[int], units: list[int]) -> list[int]:
    """Give nothing to the rows of no weight, where s(0) is 0."""
    if 0 in weights:
        return [unit if weight else 0 for weight, unit in zip(weights, units, strict=True)]
    return units


GEOMETRIC = Signposts(
    at=lambda k: (k * (k + 1), 1),
    rounded=_geometric,
    claims=_geometric_claims,
    first=1,
    squared=True,
)
"""The geometric mean of k and k + 1."""

HARMONIC = Signposts(
    at=lambda k: (2 * k * (k + 1), 2 * k + 1),
    rounded=_harmonic,
    claims=_harmonic_claims,
    first=1,
)
"""The harmonic mean of k and k + 1."""
