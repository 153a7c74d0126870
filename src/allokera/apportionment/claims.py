"""Giving out the last few units by claims, or taking them back, until the sum is the house.

A unit goes to the row with the greatest claim, and is taken from the row that holds one by the
least claim. All claims are first computed roughly; only those near the limit are compared exactly.
"""

from collections.abc import Sequence

from allokera.apportionment.answer import Tie
from allokera.apportionment.limits import Limits
from allokera.apportionment.selection import kth_largest
from allokera.apportionment.signposts import Signposts

ROUGHLY = 8
"""Binary digits more than those of units that claims are first weighed with: few are equal so."""


def serve(
    signposts: Signposts,
    weights: Sequence[int],
    units: list[int],
    count: int,
    limits: Limits | None,
    step: int,
) -> tuple[Tie, ...]:
    """Give units to the greatest claims, or take them from the least by which they are held.

    Of equal claims, the first rows have the unit: they are given it first, and lose it last. Fewer
    than `count` are moved where too few rows can have more, or less, at once.

    Args:
        count: units to move.
        step: 1 to give, -1 to take.

    Returns:
        The tie where the queue is cut: what the rounding gave is held by other claims than these.
    """
    less = 0 if step > 0 else 1
    rows = movable_rows(signposts, units, limits) if less else open_rows(weights, units, limits)
    row_weights, held = (weights, units) if len(rows) == len(units) else _at(rows, weights, units)
    most = max(held)
    if held[0] == most and min(held) == most:
        near, _ = _nearest(
            row_weights, count, step
        )  # of rows that hold as much, the heavier claim more
    else:
        roughly = most.bit_length() + ROUGHLY
        near, edge = _nearest(signposts.claims(row_weights, held, roughly, less), count, step)
        if len(near) == count:
            row_weights, held = _at(near, row_weights, held)
            if _claim_once(signposts, row_weights, held, roughly, edge, step):
                for place in near:
                    units[rows[place]] += step
                return ()
    rows = [rows[place] for place in near]
    offers = _offers(signposts, (rows, *_at(rows, weights, units)), count, limits, step)
    if len(offers) > count:
        offers.sort()
    for _, row in offers[:count]:
        units[abs(row)] += step
    return _tie(offers, count, step)


def open_rows(weights: Sequence[int], units: Sequence[int], limits: Limits | None) -> Sequence[int]:
    """List the rows that can have one unit more."""
    if limits is not None:
        return [row for row, unit in enumerate(units) if unit < limits.upper[row]]
    if 0 in weights:
        return [row for row, weight in enumerate(weights) if weight]
    return range(len(weights))


def movable_rows(
    signposts: Signposts, units: Sequence[int], limits: Limits | None
) -> Sequence[int]:
    """List the rows that can have one unit less."""
    if limits is not None:
        return [row for row, unit in enumerate(units) if unit > limits.lower[row]]
    if min(units) > signposts.first:
        return range(len(units))
    return [row for row, unit in enumerate(units) if unit > signposts.first]


def _claim_once(
    signposts: Signposts,
    row_weights: Sequence[int],
    held: Sequence[int],
    roughly: int,
    edge: int,
    step: int,
) -> bool:
    """Whether rows whose claims come first are done with them, by rough claims alone.

    Rough claims that differ do so in the right order, so that no more need be known then.

    Args:
        edge: the last of their claims.
    """
    less = 0 if step > 0 else 1
    if min(held) - 2 * less < signposts.first:
        return False
    again = signposts.claims(row_weights, [units + step for units in held], roughly, less)
    return max(again) < edge if step > 0 else min(again) > edge


def _offers(
    signposts: Signposts,
    near: tuple[Sequence[int], Sequence[int], Sequence[int]],
    count: int,
    limits: Limits | None,
    step: int,
) -> list[tuple[int, int]]:
    """List the claims of some rows, as far as the queue is served, and those equal to the last.

    Args:
        near: the rows, with their weights and units.

    Returns:
        Numbers in the order of service, with rows; both with the sign that `step` gives.
    """
    rows, row_weights, held = near
    less = 0 if step > 0 else 1
    exponent = signposts.exponent(max(held) + count)
    claims = signposts.claims(row_weights, held, exponent, less)
    kept, edge = _nearest(claims, count, step)
    offers: list[tuple[int, int]] = []
    for _ in range(count):
        offers += [(-step * claims[each], step * rows[each]) for each in kept]
        held = [units + step for units in held]
        kept = [
            each for each in kept if _has_room(signposts, rows[each], held[each] - less, limits)
        ]
        if not kept:
            break
        rows, row_weights, held = [rows[each] for each in kept], *_at(kept, row_weights, held)
        claims = signposts.claims(row_weights, held, exponent, less)
        kept = [each for each, claim in enumerate(claims) if step * claim >= step * edge]
    return offers


def _nearest(values: Sequence[int], k: int, step: int) -> tuple[list[int], int]:
    """Find the places of the k greatest values, or least, with the equals of the last, and that."""
    count = len(values)
    edge = kth_largest(values, min(k, count) if step > 0 else max(count + 1 - k, 1))
    if k == 1 and values.count(edge) == 1:
        return [values.index(edge)], edge
    if step > 0:
        return [place for place, value in enumerate(values) if value >= edge], edge
    return [place for place, value in enumerate(values) if value <= edge], edge


def _at(
    places: Sequence[int], one: Sequence[int], other: Sequence[int]
) -> tuple[list[int], list[int]]:
    return [one[place] for place in places], [other[place] for place in places]


def _has_room(signposts: Signposts, row: int, below: int, limits: Limits | None) -> bool:
    """Whether a row may be given, or may lose, the unit above so many."""
    if limits is None:
        return below >= signposts.first
    return limits.lower[row] <= below < limits.upper[row]


def _tie(offers: Sequence[tuple[int, int]], cut: int, step: int) -> tuple[Tie, ...]:
    """Find the rows with exactly equal claims on both sides of a cut.

    Args:
        offers: claims with their rows, in the order in which they are served.
    """
    if len(offers) <= cut or offers[cut][0] != offers[cut - 1][0]:
        return ()
    claim = offers[cut][0]
    before = sum(each == claim for each, _ in offers[:cut])
    rows = sorted(abs(row) for each, row in offers if each == claim)
    return (Tie(tuple(rows), before if step > 0 else len(rows) - before),)
