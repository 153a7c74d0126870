"""The method of largest remainders (Hamilton 1792, Hare 1857, Niemeyer).

Every row gets the floor of its quota, and the units that remain go one each to the rows with the
largest remainders. The same answer in one rounding: every quota is rounded at one common *split*,
the smallest remainder that wins. A remainder at or above the split rounds up, one below it down
(Pukelsheim 2017, section 5.6).

Rows that a limit binds have it for their quota, a whole number, and no remainder. The others are
within their limits by their quotas, and so by the whole numbers next to them.
"""

from collections.abc import Sequence

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.limits import Limits, set_aside
from allokera.apportionment.selection import kth_largest


def largest_remainder(
    weights: Sequence[int], house: int, limits: Limits | None = None
) -> Apportionment:
    """Share out `house` units by largest remainder.

    The quota of row i is `weights[i] * house / sum(weights)`. Of rows with equal remainders at the
    split, the first in the list win, and the tie is reported.

    Args:
        weights: non-negative integers of any size, at least one of them positive.
        house: units to share out, zero or more.
        limits: some that can be kept.
    """
    if limits is not None:
        return _within(weights, house, limits)
    total = sum(weights)
    remainders = [weight * house % total for weight in weights]
    left = sum(remainders) // total
    if left == 0:
        return Apportionment(tuple([weight * house // total for weight in weights]), ())
    split = kth_largest(remainders, left)
    shift = total - split
    units = [(weight * house + shift) // total for weight in weights]
    surplus = sum(units) - house
    if surplus == 0:
        return Apportionment(tuple(units), ())
    contenders = _places_of(split, remainders)
    for row in contenders[-surplus:]:
        units[row] -= 1
    return Apportionment(tuple(units), (Tie(contenders, len(contenders) - surplus),))


def _within(weights: Sequence[int], house: int, limits: Limits) -> Apportionment:
    reserve = set_aside(weights, house, limits)
    units = list(limits.lower)
    for row in reserve.capped:
        units[row] = limits.upper[row]
    free = largest_remainder([weights[row] for row in reserve.rows], reserve.house)
    for row, count in zip(reserve.rows, free.units, strict=True):
        units[row] = count
    ties = tuple(
        Tie(tuple(reserve.rows[place] for place in tie.contenders), tie.places) for tie in free.ties
    )
    return Apportionment(tuple(units), ties, reserve.raised, reserve.capped)


def _places_of(value: int, values: Sequence[int]) -> tuple[int, ...]:
    places, place = [], -1
    for _ in range(values.count(value)):
        place = values.index(value, place + 1)
        places.append(place)
    return tuple(places)
