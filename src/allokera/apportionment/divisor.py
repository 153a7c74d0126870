"""The divisor methods: every weight over one common divisor, rounded at the method's signposts.

A row with k units has a claim of w / s(k) to one more, and holds its last by a claim of
w / s(k - 1). An apportionment is right if and only if no claim to one more is greater than a claim
by which a unit is held, for then every divisor between the two gives it (Balinski & Young 1982,
appendix A; Pukelsheim 2017, chapter 4). With limits the same holds among the claims that limits
leave: a row at its most claims no more, and a row at its least loses none.

So one rounding near the answer is right for its own sum; what the house is more goes to the
greatest claims, what it is less is taken from the least. The cost does not depend on the house.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.claims import movable_rows, open_rows, serve
from allokera.apportionment.limits import Limits, Reserve, set_aside
from allokera.apportionment.messages import ApportionmentMessages
from allokera.apportionment.signposts import Signposts
from allokera.errors import ProblemError


class Edge(NamedTuple):
    """The claims that a common divisor must lie between.

    Where the method's signposts are given by their squares, these are squares of divisors.

    Attributes:
        wanted: the greatest claim to one unit more; None where no row can have one.
        held: the least claim by which a unit is held; None where no row can lose one.
    """

    wanted: Fraction | None
    held: Fraction | None


def divisor_method(
    signposts: Signposts,
) -> Callable[[Sequence[int], int, Limits | None], Apportionment]:
    """Make the method that rounds at signposts.

    What it makes raises a ProblemError where the house is smaller than the number of positive
    weights and the method gives each of them a unit.
    """
    first = signposts.first

    def solve(weights: Sequence[int], house: int, limits: Limits | None = None) -> Apportionment:
        reserve = None
        if limits is None:
            count = len(weights) - weights.count(0)
            if first and house < count:
                raise _too_small(house, count, count)
            units = _start(signposts, weights, house, None, (house, sum(weights)), count)
        else:
            limits = within_firsts(signposts, weights, house, limits)
            reserve = set_aside(weights, house, limits)
            units = _start(signposts, weights, house, limits, reserve.quotient, len(reserve.rows))
        ties: tuple[Tie, ...] = ()
        while off := house - sum(units):
            ties = serve(signposts, weights, units, abs(off), limits, 1 if off > 0 else -1)
        if limits is None or reserve is None:
            return Apportionment(tuple(units), ties)
        bound = _bound(signposts, weights, units, limits, reserve)
        return Apportionment(tuple(units), ties, *bound)

    return solve


def find_edge(
    signposts: Signposts, weights: Sequence[int], units: Sequence[int], limits: Limits | None
) -> Edge:
    """Find the claims that the common divisors of an apportionment lie between."""
    wanted = (
        signposts.claim(weights[row], units[row]) for row in open_rows(weights, units, limits)
    )
    held = (
        signposts.claim(weights[row], units[row] - 1)
        for row in movable_rows(signposts, units, limits)
    )
    return Edge(
        max((Fraction(*claim) for claim in wanted), default=None),
        min((Fraction(*claim) for claim in held), default=None),
    )


def within_firsts(
    signposts: Signposts, weights: Sequence[int], house: int, limits: Limits
) -> Limits:
    """Put the unit that the method gives to every positive weight among the limits.

    Raises:
        ProblemError: the house is too small for that.
    """
    if not signposts.first:
        return limits
    lower = [
        max(low, min(1, high)) if weight else low
        for weight, low, high in zip(weights, *limits, strict=True)
    ]
    if sum(lower) > house:
        raise _too_small(house, sum(lower), len(weights) - weights.count(0))
    return Limits(lower, limits.upper)


def _too_small(house: int, needed: int, count: int) -> ProblemError:
    return ProblemError(
        ApportionmentMessages.house_below_firsts, house=house, needed=needed, count=count
    )


def _start(
    signposts: Signposts,
    weights: Sequence[int],
    house: int,
    limits: Limits | None,
    quotient: tuple[int, int],
    count: int,
) -> list[int]:
    """Round all quotients by one divisor, near the answer.

    The first try is the divisor of the quotas, of a house moved by what the method's leaning costs.
    Limits, or a house too small, may lead that astray. The divisor of the quotas themselves never
    misses by more than a unit a row.

    Args:
        quotient: what a weight of 1 is due: of the rows left to proportion, house over weight.
        count: how many those are.
    """
    times, over = quotient
    leaning = (signposts.lean - 1) * count
    if leaning:
        moved = max(2 * times + leaning, 0), 2 * over
        units = _rounded(signposts, weights, moved, limits)
        if abs(sum(units) - house) <= len(weights):
            return units
    return _rounded(signposts, weights, quotient, limits)


def _rounded(
    signposts: Signposts, weights: Sequence[int], quotient: tuple[int, int], limits: Limits | None
) -> list[int]:
    units = signposts.rounded(weights, *quotient)
    if limits is not None:
        return [
            min(max(unit, low), high)
            for unit, low, high in zip(units, limits.lower, limits.upper, strict=True)
        ]
    first = signposts.first
    if min(units) < first:
        return [max(u, first if weight else 0) for weight, u in zip(weights, units, strict=True)]
    return units


def _bound(
    signposts: Signposts,
    weights: Sequence[int],
    units: Sequence[int],
    limits: Limits,
    reserve: Reserve,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """List the rows that the divisor gives less than their least, and more than their most.

    The divisor is that of the quotas, or the nearest to it that gives these units.
    """
    if _is_free(signposts, weights, units):
        return (), ()
    divisor = _nearest(find_edge(signposts, weights, units, limits), signposts, reserve.quotient)

    def is_raised(row: int, unit: int) -> bool:
        if not unit or unit != limits.lower[row]:
            return False
        claim, per = signposts.claim(weights[row], unit - 1)
        return not weights[row] or (per > 0 and (divisor is None or claim < divisor * per))

    def is_capped(row: int, unit: int) -> bool:
        if not weights[row] or unit != limits.upper[row]:
            return False
        claim, per = signposts.claim(weights[row], unit)
        return not per or (divisor is not None and claim > divisor * per)

    raised = tuple(row for row, unit in enumerate(units) if is_raised(row, unit))
    capped = {row for row, unit in enumerate(units) if is_capped(row, unit)}
    return raised, tuple(sorted(capped.difference(raised)))


def _nearest(edge: Edge, signposts: Signposts, quotient: tuple[int, int]) -> Fraction | None:
    """Find the divisor nearest to that of the quotas, between the ends; None for infinity."""
    times, over = quotient
    divisor = Fraction(over, times) ** (2 if signposts.squared else 1) if times else None
    if edge.held is not None and (divisor is None or divisor > edge.held):
        divisor = edge.held
    if edge.wanted is not None and divisor is not None and divisor < edge.wanted:
        divisor = edge.wanted
    return divisor


def _is_free(signposts: Signposts, weights: Sequence[int], units: Sequence[int]) -> bool:
    """Whether the units are those of the method without any limits."""
    if any(bool(weight) < min(unit, 1) for weight, unit in zip(weights, units, strict=True)):
        return False
    if signposts.first and not all(
        unit for weight, unit in zip(weights, units, strict=True) if weight
    ):
        return False
    wanted, held = find_edge(signposts, weights, units, None)
    return wanted is None or held is None or wanted <= held
