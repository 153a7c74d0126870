"""Sums of neighbours: runs of an order of positions, by sorted prefix sums."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from allokera.relations.bits import BIT, bits, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.prices import KIND
from allokera.relations.families.sums import Sum
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View, seeds

SMALL = 120
"""Positions up to which every end of a run, every pair and subset is tried."""

_MOST = 4000
"""Runs that are weighed at most."""

_CROWD = 40
"""Ends that fit a beginning by rounding: of more, only those that fit exactly are looked at."""

Run = tuple[int, int, int]
"""The place of a target in the order, and of the first and past the last part."""


def runs(view: View, order: Sequence[int], extra: int) -> Iterator[Claim]:
    """Weigh the runs of an order of positions that add up to another in some line.

    Args:
        extra: what it took to name the order.
    """
    count, one_of_them = len(order), naming(len(order))
    for at, begin, end in _fitting(view, order):
        gap = max(begin - at - 1, at - end)
        reaches = begin == 0 or end == count
        price = extra + one_of_them + BIT + (BIT if reaches else one_of_them)
        price += BIT + 2 * naming(gap + 1) if gap else 0
        claim = weigh_sum(
            view,
            Sum(order[at], tuple(sorted(order[begin:end]))),
            price,
            is_near=gap == 0 and extra <= KIND,
            is_run=extra == 0,
        )
        if claim:
            yield claim


def _fitting(view: View, order: Sequence[int]) -> list[Run]:
    """List the runs that add up in some line, those in more lines and by more bits first.

    A line with small numbers fits by chance.
    """
    worth: dict[Run, int] = defaultdict(int)
    count, lines = len(order), seeds(view, order)
    for line in lines:
        prefixes = _Prefixes(view, line, order)
        for at, place in enumerate(order):
            whole = view.values[line][place]
            if not whole:
                continue
            unit = view.units[line][place]
            for begin, end in prefixes.spans(at, whole):
                if begin < end - 1 and not begin <= at < end:
                    off, loose = prefixes.off(begin, end, whole)
                    if off <= loose + unit:
                        worth[at, begin, end] += bits(abs(whole), off + unit)
    most = _MOST if count <= SMALL else _MOST * SMALL // count
    return sorted(worth, key=lambda run: -worth[run])[:most]


class _Prefixes:
    """The sums of a line's first numbers, in an order, sorted to be found by bisection."""

    def __init__(self, view: View, line: int, order: Sequence[int]) -> None:
        values, units = view.values[line], view.units[line]
        self.sums, self.loose = [0], [0]
        for place in order:
            value = values[place] or 0
            self.sums.append(self.sums[-1] + value)
            self.loose.append(self.loose[-1] + (units[place] if value else 0))
        self.places = sorted(range(len(self.sums)), key=self.sums.__getitem__)
        self.keys = [self.sums[place] for place in self.places]

    def off(self, begin: int, end: int, whole: int) -> tuple[int, int]:
        """Say how far a run is off, and how far its parts' rounding may bring it."""
        return abs(self.sums[end] - self.sums[begin] - whole), self.loose[end] - self.loose[begin]

    def spans(self, at: int, whole: int) -> Iterator[tuple[int, int]]:
        """List the beginnings and ends that may give a target.

        In a long order the run begins or ends beside the target, or where the order does.
        """
        count = len(self.sums) - 1
        if count <= SMALL:
            for end in range(2, count + 1):
                for begin in self._near(self.sums[end] - whole):
                    yield begin, end
            return
        for end in {at, at - 1, count}:
            if end > 1:
                for begin in self._near(self.sums[end] - whole)[:_CROWD]:
                    yield begin, end
        for begin in {0, at + 1, at + 2}:
            if begin < count:
                for end in self._near(self.sums[begin] + whole)[:_CROWD]:
                    yield begin, end

    def _near(self, wanted: int) -> list[int]:
        slack = self.loose[-1]
        low, high = bisect_left(self.keys, wanted - slack), bisect_right(self.keys, wanted + slack)
        if high - low > _CROWD:
            low, high = bisect_left(self.keys, wanted), bisect_right(self.keys, wanted)
        return self.places[low:high]
