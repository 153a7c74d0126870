"""What an apportionment needs, and limits: what every row gets at least and at most.

With limits, a method keeps one divisor, or one quota, for all rows that no limit binds. The quota
of a row is its weight over a divisor common to all, or its limit where that lies beyond it; the
common divisor is the one by which the quotas sum to the house.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment.messages import ApportionmentMessages
from allokera.errors import ProblemError


class Limits(NamedTuple):
    """The least and the most units of every row.

    Attributes:
        lower: zero or more.
        upper: one more than the house where there is none; for a row without weight, its least.
    """

    lower: Sequence[int]
    upper: Sequence[int]


class Reserve(NamedTuple):
    """What is left to proportion when the rows that limits bind are set aside.

    Attributes:
        rows: those of some weight that are not set aside, in order.
        house: the units left to them.
        quotient: the units that a weight of 1 is due, as a fraction, the numerator zero or more: a
            row of weight w is due w times that, or its limit where that lies beyond it.
        raised: the rows whose quota is their least, in proportion being less.
        capped: the rows whose quota is their most, in proportion being more.
    """

    rows: Sequence[int]
    house: int
    quotient: tuple[int, int]
    raised: tuple[int, ...]
    capped: tuple[int, ...]


def check_problem(weights: Sequence[int], house: int) -> None:
    """Check weights and a house.

    Raises:
        ProblemError: they are no integers, one is negative, or all weights are zero.
    """
    total = sum(weights)
    if type(total) is not int or type(house) is not int:
        raise ProblemError(ApportionmentMessages.not_integers)
    if house < 0:
        raise ProblemError(ApportionmentMessages.negative_house, house=house)
    if min(weights, default=0) < 0:
        row = next(row for row, weight in enumerate(weights, start=1) if weight < 0)
        raise ProblemError(ApportionmentMessages.negative_weight, row=row, weight=weights[row - 1])
    if total == 0:
        raise ProblemError(ApportionmentMessages.no_weight)


def check_limits(
    weights: Sequence[int],
    house: int,
    lower: Sequence[int] | None,
    upper: Sequence[int | None] | None,
) -> Limits:
    """Complete limits, and check that they can be kept.

    Args:
        weights: checked already, as is the house.
        lower: the least of every row; None for nothing.
        upper: the most of every row, None for no limit; None for no limits at all.

    Raises:
        ProblemError: no apportionment keeps them; the message says by how many units.
    """
    least = [0] * len(weights) if lower is None else list(lower)
    stated = [None] * len(weights) if upper is None else list(upper)
    if len(least) != len(weights) or len(stated) != len(weights):
        raise ProblemError(ApportionmentMessages.limits_not_one_a_weight)
    for row, (low, high) in enumerate(zip(least, stated, strict=True), start=1):
        if type(low) is not int or low < 0 or (high is not None and type(high) is not int):
            raise ProblemError(ApportionmentMessages.limit_no_integer, row=row)
        if high is not None and high < low:
            raise ProblemError(
                ApportionmentMessages.least_above_most, row=row, least=low, over=low - high
            )
    beyond = house + 1
    most = [
        low if not weight else beyond if high is None else min(high, beyond)
        for weight, low, high in zip(weights, least, stated, strict=True)
    ]
    if sum(least) > house:
        raise ProblemError(ApportionmentMessages.house_below_least, house=house, least=sum(least))
    if sum(most) < house:
        raise ProblemError(ApportionmentMessages.house_above_most, house=house, most=sum(most))
    return Limits(least, most)


def set_aside(weights: Sequence[int], house: int, limits: Limits) -> Reserve:
    """Set aside the rows that limits bind, until proportion keeps all others within theirs.

    Where proportion breaks limits on both sides, the rows of the side that it breaks by more are
    bound first: binding them moves the others' quotas away from their limits on that side. Of
    limits that can be kept, some row is always left: were all below their least, the least of all
    would be more than is left, and likewise above.
    """
    lower, upper = limits
    rows = [row for row, weight in enumerate(weights) if weight]
    raised = [row for row, weight in enumerate(weights) if not weight and lower[row]]
    capped: list[int] = []
    left, total = house - sum(lower[row] for row in raised), sum(weights)
    while True:
        below = [row for row in rows if weights[row] * left < lower[row] * total]
        above = [row for row in rows if weights[row] * left > upper[row] * total]
        if not below and not above:
            return Reserve(rows, left, (left, total), tuple(sorted(raised)), tuple(sorted(capped)))
        short = sum(lower[row] * total - weights[row] * left for row in below)
        over = sum(weights[row] * left - upper[row] * total for row in above)
        bound, side, aside = (below, lower, raised) if short >= over else (above, upper, capped)
        aside += bound
        left -= sum(side[row] for row in bound)
        total -= sum(weights[row] for row in bound)
        gone = set(bound)
        rows = [row for row in rows if row not in gone]


def find_quotas(weights: Sequence[int], house: int, limits: Limits | None) -> list[Fraction]:
    """Give every row's quota: the exact units that it is due, within its limits."""
    if limits is None:
        total = sum(weights)
        return [Fraction(weight * house, total) for weight in weights]
    reserve = set_aside(weights, house, limits)
    times, over = reserve.quotient
    quotas = [Fraction(weight * times, over) for weight in weights]
    for row in reserve.raised:
        quotas[row] = Fraction(limits.lower[row])
    for row in reserve.capped:
        quotas[row] = Fraction(limits.upper[row])
    return quotas
