"""Sums of any of the nearest positions, by meeting in the middle on three lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from allokera.relations.bits import BIT, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.prices import SUBSET
from allokera.relations.families.sums import Sum
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View, seeds

_HALF = 7
"""Positions in each half of those whose subsets are tried."""

_LINES = 3
"""Lines on which subsets must add up to be weighed."""

_MOST = 20
"""Subsets that are weighed for one target and side, the smallest first."""

_CROWD = 50
"""Halves that fit another: more say that the numbers are small, and nothing else."""

Total = tuple[int, ...]
Subset = tuple[int, ...]


def subsets(view: View, order: Sequence[int]) -> Iterator[Claim]:
    """Weigh sums of subsets of an order."""
    lines, price = seeds(view, order), naming(len(order))
    for at, target in enumerate(order):
        told = [line for line in lines if view.values[line][target]]
        if len(told) < _LINES:
            continue
        before, behind = (
            order[max(0, at - 2 * _HALF) : at][::-1],
            order[at + 1 : at + 1 + 2 * _HALF],
        )
        around = [*before[:_HALF], *behind[:_HALF]]
        for side in (before, behind, around):
            fullest = sorted(
                told, key=lambda line: -sum(bool(view.values[line][place]) for place in side)
            )
            for parts in sorted(_adding_up(view, fullest[:_LINES], target, side), key=len)[:_MOST]:
                far = max(abs(order.index(part) - at) for part in parts)
                pattern = Sum(target, tuple(sorted(parts)))
                if claim := weigh_sum(view, pattern, price + SUBSET + far * BIT):
                    yield claim


def _adding_up(
    view: View, lines: Sequence[int], target: int, side: Sequence[int]
) -> Iterator[Subset]:
    """List the subsets of a side that come to the target in all of three lines."""
    middle = len(side) // 2
    left, right = (_sums(view, lines, half) for half in (side[:middle], side[middle:]))
    right.sort()
    firsts = [total[0] for total, _ in right]
    wanted = [view.values[line][target] or 0 for line in lines]
    loose = [
        sum(view.units[line][place] for place in side) // 2 + view.units[line][target]
        for line in lines
    ]
    for total, chosen in left:
        rest = wanted[0] - total[0]
        low, high = bisect_left(firsts, rest - loose[0]), bisect_right(firsts, rest + loose[0])
        if high - low >= _CROWD:
            continue
        for other, also in right[low:high]:
            if len(chosen) + len(also) > 1 and all(
                abs(one + two - whole) <= slack
                for one, two, whole, slack in zip(total, other, wanted, loose, strict=True)
            ):
                yield (*chosen, *also)


def _sums(view: View, lines: Sequence[int], half: Sequence[int]) -> list[tuple[Total, Subset]]:
    """List all subsets of a few positions, with what they come to in each line."""
    found: list[tuple[Total, Subset]] = [((0,) * _LINES, ())]
    for place in half:
        more = tuple(view.values[line][place] or 0 for line in lines)
        if any(more):
            found += [
                (tuple(a + b for a, b in zip(total, more, strict=True)), (*chosen, place))
                for total, chosen in found
            ]
    return found
