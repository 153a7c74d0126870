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
from allokera.apportionment.limits import Limits, Reserve, set_aside
from allokera.apportionment.selection import kth_largest
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

    def solve(weights: Sequence[int], house: int, limits: Limits | None = None) -> Apportionment:
        count = len(weights) - weights.count(0)
        if limits is None:
            if signposts.first and house < count:
                raise ProblemError(_too_small(house, count, count))
            reserve = Reserve(range(count), house, (house, sum(weights)), (), ())
        else:
            limits = within_firsts(signposts, weights, house, limits)
            reserve = set_aside(weights, house, limits)
        units = _start(signposts, weights, house, limits, reserve)
        ties: tuple[Tie, ...] = ()
        while (more := house - sum(units)) > 0:
            ties = _give(signposts, weights, units, more, limits)
        while (over := sum(units) - house) > 0:
            ties = _take(signposts, weights, units, over, limits)
        if limits is None:
            return Apportionment(tuple(units), ties)
        bound = _bound(signposts, weights, units, limits, reserve)
        return Apportionment(tuple(units), ties, *bound)

    return solve


def find_edge(
    signposts: Signposts, weights: Sequence[int], units: Sequence[int], limits: Limits | None
) -> Edge:
    """Find the claims that the common divisors of an apportionment lie between."""
    wanted = [signposts.claim(weights[row], units[row]) for row in _open(weights, units, limits)]
    held = [
        signposts.claim(weights[row], units[row] - 1)
        for row in _movable(signposts.first, units, limits)
    ]
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
        raise ProblemError(_too_small(house, sum(lower), len(weights) - weights.count(0)))
    return Limits(lower, limits.upper)


def _too_small(house: int, needed: int, count: int) -> str:
    return (
        f"the house of {house} is {needed - house} too small: this method gives each of the "
        f"{count} positive weights a unit"
    )


def _start(
    signposts: Signposts,
    weights: Sequence[int],
    house: int,
    limits: Limits | None,
    reserve: Reserve,
) -> list[int]:
    """Round all quotients by one divisor, near the answer.

    The first try is the divisor of the quotas, of a house moved by what the method's leaning costs.
    Limits, or a house too small, may lead that astray. The divisor of the quotas themselves never
    misses by more than a unit a row.
    """
    times, over = reserve.quotient
    leaning = (signposts.lean - 1) * len(reserve.rows)
    # of the rows left to proportion, `times` is the house and `over` the weight
    moved = (max(2 * times + leaning, 0), 2 * over) if reserve.rows else (times, over)
    units = _rounded(signposts, weights, moved, limits)
    if abs(sum(units) - house) > len(weights):
        units = _rounded(signposts, weights, (times, over), limits)
    return units


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


def _open(weights: Sequence[int], units: Sequence[int], limits: Limits | None) -> Sequence[int]:
    """List the rows that can have one unit more."""
    if limits is not None:
        return [row for row, unit in enumerate(units) if unit < limits.upper[row]]
    if 0 in weights:
        return [row for row, weight in enumerate(weights) if weight]
    return range(len(weights))


def _movable(first: int, units: Sequence[int], limits: Limits | None) -> Sequence[int]:
    """List the rows that can have one unit less."""
    if limits is not None:
        return [row for row, unit in enumerate(units) if unit > limits.lower[row]]
    return [row for row, unit in enumerate(units) if unit > first]


def _claims(
    signposts: Signposts, weights: Sequence[int], held: Sequence[int], shift: int
) -> Sequence[int]:
    """Say how strong every row's claim is to one unit more than it holds.

    A claim p/q becomes floor(p * 2^shift / q): with 2^shift at least the square of the greatest q,
    different claims become different integers in the same order, and equal ones equal ones.
    """
    if signposts.is_stationary:
        lean, doubled = signposts.lean, shift + 1
        return [
            (weight << doubled) // (2 * units + lean)
            for weight, units in zip(weights, held, strict=True)
        ]
    posts = map(signposts.at, held)
    if signposts.squared:
        return [
            (weight * weight * under << shift) // up
            for weight, (up, under) in zip(weights, posts, strict=True)
        ]
    return [
        (weight * under << shift) // up for weight, (up, under) in zip(weights, posts, strict=True)
    ]


def _give(
    signposts: Signposts,
    weights: Sequence[int],
    units: list[int],
    left: int,
    limits: Limits | None,
) -> tuple[Tie, ...]:
    """Give units to the greatest claims, of equal ones to the first rows.

    Fewer than `left` are given where so many rows are at their most.

    Returns:
        The tie at the least claim that was given a unit. What the start rounded up is held by
        greater claims.
    """
    rows = _open(weights, units, limits)
    shift = _shift(signposts, max(units) + left)
    keys = _keys(signposts, weights, units, rows, shift, held=0)
    enough = kth_largest(keys, min(left, len(rows)))
    first = [row for row, key in zip(rows, keys, strict=True) if key >= enough]
    least = min(_claim(signposts, weights[row], units[row], shift) for row in first)
    offers = []
    for row in first:
        most = left if limits is None else min(left, limits.upper[row] - units[row])
        for held in range(units[row], units[row] + most):
            claim = _claim(signposts, weights[row], held, shift)
            if claim < least:
                break
            offers.append((-claim, row))
    offers.sort()
    given = offers[:left]
    for _, row in given:
        units[row] += 1
    return _tie(offers, len(given), keeps=True)


def _take(
    signposts: Signposts,
    weights: Sequence[int],
    units: list[int],
    over: int,
    limits: Limits | None,
) -> tuple[Tie, ...]:
    """Take units from those held by the least claims, of equal ones from the last rows."""
    rows = _movable(signposts.first, units, limits)
    shift = _shift(signposts, max(units))
    keys = _keys(signposts, weights, units, rows, shift, held=1)
    enough = -kth_largest([-key for key in keys], min(over, len(rows)))
    last = [row for row, key in zip(rows, keys, strict=True) if key <= enough]
    most = max(_claim(signposts, weights[row], units[row] - 1, shift) for row in last)
    offers = []
    for row in last:
        least = signposts.first if limits is None else limits.lower[row]
        for held in range(units[row] - 1, max(least, units[row] - over) - 1, -1):
            claim = _claim(signposts, weights[row], held, shift)
            if claim > most:
                break
            offers.append((claim, -row))
    offers.sort()
    taken = offers[:over]
    for _, row in taken:
        units[-row] -= 1
    return _tie(offers, len(taken), keeps=False)


def _keys(
    signposts: Signposts,
    weights: Sequence[int],
    units: Sequence[int],
    rows: Sequence[int],
    shift: int,
    held: int,
) -> Sequence[int]:
    """Make numbers in the order of the rows' claims: of equal rows, the weights are.

    Args:
        held: 0 for the claims to one unit more, 1 for those by which the last is held.
    """
    own = [weights[row] for row in rows]
    count = [units[row] - held for row in rows]
    if min(count) == max(count):
        return own
    return _claims(signposts, own, count, shift)


def _claim(signposts: Signposts, weight: int, held: int, shift: int) -> int:
    return _claims(signposts, (weight,), (held,), shift)[0]


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
    greatest = max(signposts.at(0)[0], signposts.at(most + 1)[0], 1)
    return 2 * greatest.bit_length()


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
    edge = find_edge(signposts, weights, units, limits)
    times, over = reserve.quotient
    divisor = Fraction(over, times) ** (2 if signposts.squared else 1) if times else edge.held
    if divisor is None or (edge.wanted is not None and divisor < edge.wanted):
        divisor = edge.wanted
    if edge.held is not None and (divisor is None or divisor > edge.held):
        divisor = edge.held
    raised, capped = [], []
    for row, (weight, unit) in enumerate(zip(weights, units, strict=True)):
        if unit and unit == limits.lower[row]:
            claim, per = signposts.claim(weight, unit - 1)
            if not weight or (per and (divisor is None or claim < divisor * per)):
                raised.append(row)
                continue
        if weight and unit == limits.upper[row]:
            claim, per = signposts.claim(weight, unit)
            if not per or (divisor is not None and claim > divisor * per):
                capped.append(row)
    return tuple(raised), tuple(capped)


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
