"""Sums of two positions that stand anywhere near: parts of a total, differences, changes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from allokera.relations.bits import BIT, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.prices import KIND, distance
from allokera.relations.evidence.slips import with_slips
from allokera.relations.families.sums import Sum
from allokera.relations.rivals.selection import independent
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View, seeds

_REACH = 12
"""How far apart the positions may stand where there are many."""

_FEW = 16
"""Positions up to which sums with one part taken away, and running totals, are looked for."""

_MOST = 4_000
"""Sums of two that are weighed at most, those that hold in most lines first."""

Triple = tuple[int, int, int]


def pairs(view: View, positions: Sequence[int]) -> Iterator[Claim]:
    """Weigh the sums of two; near places cost less to name."""
    lines, count = seeds(view, positions), len(positions)
    found = sorted(_met(view, lines, positions).items(), key=lambda each: (-each[1], each[0]))
    for (first, second, at), _ in found[:_MOST]:
        far = naming(abs(first - at)) + naming(abs(second - at))
        is_beside = abs(second - first) == 1 and min(abs(first - at), abs(second - at)) == 1
        parts = tuple(sorted((positions[first], positions[second])))
        claim = weigh_sum(
            view,
            Sum(positions[at], parts),
            naming(count) + KIND + distance(far),
            is_near=is_beside,
        )
        if claim:
            yield claim


def _met(view: View, lines: Sequence[int], positions: Sequence[int]) -> dict[Triple, int]:
    """Count the lines in which two of a line's numbers come to a third."""
    count = len(positions)
    reach = count if count <= 3 * _REACH else _REACH
    met: dict[Triple, int] = defaultdict(int)
    for line in lines:
        values, units = view.values[line], view.units[line]
        here = [
            (place, value, units[position])
            for place, position in enumerate(positions)
            if (value := values[position])
        ]
        ranked = sorted((value, place, unit) for place, value, unit in here)
        keys = [value for value, _, _ in ranked]
        most = max(unit for _, _, unit in here)
        for at, (one, value, unit) in enumerate(here):
            for two, other, step in here[at + 1 :]:
                if two >= one + reach:
                    break
                wanted, wide = value + other, unit + step
                index = bisect_left(keys, wanted - (wide + most) // 2)
                while index < len(keys) and 2 * (keys[index] - wanted) <= wide + most:
                    whole, target, own = ranked[index]
                    is_other = target not in {one, two}
                    is_right = 2 * abs(whole - wanted) <= wide + own
                    if is_other and is_right and one - reach <= target < one + 2 * reach:
                        met[one, two, target] += 1
                    index += 1
    return met


def find_balances(view: View, known: Sequence[Claim]) -> list[Claim]:
    """Find sums with one part taken away: two pairs that come to the same.

    Args:
        known: sums that were found; what follows from them is left out.
    """
    positions = view.used
    if len(positions) > _FEW:
        return []
    lines, price = seeds(view, positions), 4 * naming(len(positions))
    met: dict[tuple[tuple[int, int], tuple[int, int]], int] = defaultdict(int)
    for line in lines:
        for one, two in _equal_pairs(view, line, positions):
            met[one, two] += 1
    found = []
    for (one, two), count in met.items():
        if 2 * count >= len(lines) > 2:
            left, right = (two, one) if max(two) > max(one) else (one, two)
            target = max(left)
            minus = {*left} - {target}
            pattern = Sum(target, tuple(sorted({*right} | minus)), frozenset(minus))
            claim = weigh_sum(view, pattern, price)
            if claim and claim.is_law:
                found.append(claim)
    return independent(view, known, found)


def _equal_pairs(
    view: View, line: int, positions: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """List pairs of pairs of a line's numbers that come to the same."""
    values, units = view.values[line], view.units[line]
    sums = sorted(
        (first + second, one, two)
        for one, two in combinations(positions, 2)
        if (first := values[one]) and (second := values[two])
    )
    slack = 2 * max(units)
    for place, (total, a, b) in enumerate(sums):
        for other, c, d in sums[place + 1 :]:
            if other - total > slack:
                break
            loose = units[a] + units[b] + units[c] + units[d]
            if len({a, b, c, d}) == 4 and 2 * (other - total) <= loose:
                yield min((a, b), (c, d)), max((a, b), (c, d))


def find_running(view: View) -> list[Claim]:
    """Find pairs of positions of which one adds up the other, line by line, down or up."""
    positions = view.used
    if len(view.values) <= 4 or len(positions) > _FEW:
        return []
    found, lines = [], seeds(view, positions)
    for lag in (1, -1):
        both = view.lagged(lag)
        for number in positions:
            for total in positions:
                before = total + view.width
                if total == number or not _often_adds(both, lines, total, number, before):
                    continue
                pattern = Sum(total, (number, before))
                claim = weigh_sum(both, pattern, 2 * naming(len(positions)) + 2 * BIT)
                if claim and (claim := with_slips(claim)).is_law:
                    found.append(claim)
    return found


def _often_adds(view: View, lines: Sequence[int], total: int, number: int, before: int) -> bool:
    """Whether in most of some lines a number and the total before come to the total.

    One wrong total is in two lines.
    """
    met = known = 0
    for line in lines:
        values, units = view.values[line], view.units[line]
        whole, own, last = values[total], values[number], values[before]
        if whole is not None and own is not None and last is not None:
            known += 1
            met += 2 * abs(whole - own - last) <= 2 * units[total] + units[number]
    return met > 0 and 2 * (met + 1) > known > 1
