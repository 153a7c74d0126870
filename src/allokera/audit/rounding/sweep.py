"""The point that most intervals share, by one sweep over their ends.

Intervals on a line meet all together as soon as they meet two by two (Helly 1923). So the fewest
rows that must be wrong are those outside a point of greatest depth, and every contradiction can be
shown by two rows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from allokera.relations.peaks import Span, peaks


class Deepest(NamedTuple):
    """Where most intervals meet.

    Attributes:
        depth: how many do.
        regions: the places where that many meet, from left to right; all of them.
        certain: intervals that cover none of the regions, ascending.
        possible: intervals that cover some of the regions and not others, ascending.
        rival: how many meet in the next best place that is not part of a better one: another
            explanation of the same intervals; 0 where there is none.
    """

    depth: int
    regions: tuple[Span, ...]
    certain: tuple[int, ...]
    possible: tuple[int, ...]
    rival: int


class End(NamedTuple):
    """An interval's end, exactly: `numerator / denominator`, and whether it belongs to it."""

    numerator: int
    denominator: int
    closed: bool


def deepest(covered: Sequence[Span], within: int = 0) -> Deepest:
    """Find where most intervals meet, in time n log n.

    Args:
        covered: at least one span.
        within: regions count where so many fewer meet, too, if they are not part of a deeper one.
    """
    found = peaks(covered)
    top = max(depth for depth, _ in found)
    regions = tuple(region for depth, region in found if depth >= top - within)
    starts = [start for start, _ in regions]
    stops = [stop for _, stop in regions]
    covers = [bisect_right(stops, last) - bisect_left(starts, first) for first, last in covered]
    return Deepest(
        depth=top,
        regions=regions,
        certain=tuple(row for row, count in enumerate(covers) if count <= 0),
        possible=tuple(row for row, count in enumerate(covers) if 0 < count < len(regions)),
        rival=max((depth for depth, _ in found if depth < top - within), default=0),
    )
