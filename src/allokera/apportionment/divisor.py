"""The divisor methods: every weight over one common divisor, rounded at the method's signposts.

A method is its signposts: `s(k)` lies between k and k + 1, and a quotient above it is rounded to
k + 1. A row with k units has a claim of w / s(k) to one more, and holds its last by a claim of
w / s(k - 1). An apportionment is right if and only if no claim to one more is greater than a claim
by which a unit is held, for then every divisor between the two gives it (Balinski & Young 1982,
appendix A; Pukelsheim 2017, chapter 4).

So one rounding near the answer is right for its own sum; what the house is more goes to the
greatest claims, what it is less is taken from the least. The cost does not depend on the house.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.problem import check_problem
from allokera.apportionment.selection import kth_largest
from allokera.errors import ProblemError


class Signposts(NamedTuple):
    """Where a method rounds up.

    Attributes:
        lean: where the signposts lie between k and k + 1: 0 at k, 1 halfway, 2 at k + 1.
        bent: the signpost as a fraction, numerator and denominator, or its square, where it lies
            there only on the whole; None where all lie just there.
        squared: whether `bent` gives squares.
    """

    lean: int = 1
    bent: Callable[[int], tuple[int, int]] | None = None
    squared: bool = False

    def at(self, k: int) -> tuple[int, int]:
        """Give the signpost between k and k + 1 as a fraction, or its square."""
        return (2 * k + self.lean, 2) if self.bent is None else self.bent(k)

    @property
    def first(self) -> int:
        """Units that every positive weight has, whatever the divisor: 1 where s(0) is 0."""
        return 1 if self.at(0)[0] == 0 else 0


def divisor_method(signposts: Signposts) -> Callable[[Sequence[int], int], Apportionment]:
    """Make the method that rounds at signposts.

    What it makes raises a ProblemError where the problem is none, or where the house is smaller
    than the number of positive weights and the method gives each of them a unit.
    """

    def solve(weights: Sequence[int], house: int) -> Apportionment:
        check_problem(weights, house)
        count = len(weights) - weights.count(0)
        if signposts.first and house < count:
            raise ProblemError(
                f"the house of {house} is {count - house} too small: this method gives each of "
                f"the {count} positive weights a unit"
            )
        units = _start(signposts, weights, house)
        left = house - sum(units)
        ties: tuple[Tie, ...] = ()
        while left > 0:
            left, ties = _give(signposts, weights, units, left)
        while left < 0:
            left, ties = _take(signposts, weights, units, -left)
        return Apportionment(tuple(units), ties)

    return solve


def _start(signposts: Signposts, weights: Sequence[int], house: int) -> list[int]:
    """Round all quotients by one divisor, near the answer.

    It is that of the quotas, of a house moved by what the method's leaning costs: in units, twice.
    """
    total, at, first = sum(weights), signposts.bent, signposts.first
    moved = max(2 * house + (signposts.lean - 1) * (len(weights) - weights.count(0)), 0)
    parts = 2 * total
    if at is None:
        below = signposts.lean * total
        units = [-((below - weight * moved) // parts) for weight in weights]
        if min(units) < first:
            units = [
                max(each, first if weight else 0)
                for each, weight in zip(units, weights, strict=True)
            ]
        return units
    units = []
    for weight in weights:
        product = weight * moved
        whole = product // parts
        up, under = at(whole)
        if signposts.squared:
            above = product * product * under > up * parts * parts
        else:
            above = product * under > up * parts
        units.append(whole + above if whole or not weight else max(above, first))
    return units


def _claims(
    signposts: Signposts, weights: Sequence[int], units: Sequence[int], shift: int
) -> list[int]:
    """Say how strong every row's claim is to one unit more than so many.

    A claim p/q becomes floor(p * 2^shift / q): with 2^shift at least the square of the greatest q,
    different claims become different integers in the same order, and equal ones equal ones. A claim
    that the method grants before all others, to a first unit, is given as -1.
    """
    lean = signposts.lean
    if signposts.bent is None and (lean or min(units, default=1)):
        doubled = shift + 1
        return [
            (weight << doubled) // (2 * held + lean)
            for weight, held in zip(weights, units, strict=True)
        ]
    posts = map(signposts.at, units)
    if signposts.squared:
        return [
            (weight * weight * under << shift) // up if up else -1
            for weight, (up, under) in zip(weights, posts, strict=True)
        ]
    return [
        (weight * under << shift) // up if up else -1
        for weight, (up, under) in zip(weights, posts, strict=True)
    ]


def _give(
    signposts: Signposts, weights: Sequence[int], units: list[int], left: int
) -> tuple[int, tuple[Tie, ...]]:
    """Give units to the greatest claims, of equal ones to the first rows.

    Returns:
        How many are left where every row was given one and more are to come; and the tie at the
        least claim that was given a unit. What the start rounded up is held by greater claims.
    """
    shift = _shift(signposts, max(units) + left)
    claims = _claims(signposts, weights, units, shift)
    count = len(weights) - weights.count(0)
    least = kth_largest([claim for claim in claims if claim], min(left, count))
    offers = []
    for row, first_claim in enumerate(claims):
        held, claim = units[row], first_claim
        while claim >= least and weights[row] and held - units[row] < left:
            offers.append((-claim, row))
            held += 1
            (claim,) = _claims(signposts, [weights[row]], [held], shift)
    offers.sort()
    given = offers[:left]
    for _, row in given:
        units[row] += 1
    return left - len(given), _tie(offers, len(given), keeps=True)


def _take(
    signposts: Signposts, weights: Sequence[int], units: list[int], over: int
) -> tuple[int, tuple[Tie, ...]]:
    """Take units from those held by the least claims, of equal ones from the last rows."""
    first = signposts.first
    shift = _shift(signposts, max(units))
    rows = [row for row, held in enumerate(units) if held > first]
    claims = _claims(
        signposts, [weights[row] for row in rows], [units[row] - 1 for row in rows], shift
    )
    most = -kth_largest([-claim for claim in claims], min(over, len(rows)))
    offers = []
    for row, last_claim in zip(rows, claims, strict=True):
        held, claim = units[row] - 1, last_claim
        while claim <= most:
            offers.append((claim, -row))
            if held == first or units[row] - held >= over:
                break
            held -= 1
            (claim,) = _claims(signposts, [weights[row]], [held], shift)
    offers.sort()
    taken = offers[:over]
    for _, row in taken:
        units[-row] -= 1
    return len(taken) - over, _tie(offers, len(taken), keeps=False)


def _tie(offers: Sequence[tuple[int, int]], cut: int, *, keeps: bool) -> tuple[Tie, ...]:
    """Find the rows with exactly equal claims on both sides of a cut.

    Args:
        offers: claims with their rows, in the order in which they are served.
        keeps: whether those before the cut have the unit, or those behind it.
    """
    claim = offers[cut - 1][0]
    if cut == len(offers) or offers[cut][0] != claim:
        return ()
    before = sum(each == claim for each, _ in offers[:cut])
    rows = sorted(abs(row) for each, row in offers if each == claim)
    return (Tie(tuple(rows), before if keeps else len(rows) - before),)


def _shift(signposts: Signposts, most: int) -> int:
    return 2 * max(signposts.at(most + 1)[0], 1).bit_length()
