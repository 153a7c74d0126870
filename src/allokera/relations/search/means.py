"""Where means are looked for: runs that end near the target, with its totals between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from allokera.relations.bits import LIKELY, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.prices import GAP, KIND
from allokera.relations.evidence.priors import MEAN, NAMED
from allokera.relations.families.means import Mean
from allokera.relations.sheet.view import Number, View, seeds

_GAP = 5
"""Positions that may stand between a mean and its parts."""

_MOST, _EDGE = 60, 3
"""Positions up to which all are tried as means; of more, those so named, or so near an end."""


_LONG = 1_000
"""Positions above which a run begins, or ends, where the order does."""


class _Line(NamedTuple):
    """A line to look at: its numbers, their sums and counts, and whether it can tell anything."""

    values: Sequence[Number]
    units: Sequence[int]
    sums: Sequence[int]
    counts: Sequence[int]
    unit: int
    tells: bool


def find_means(view: View) -> list[Claim]:
    """Find means of runs of neighbours, of all or of those that are printed."""
    everything = view.used
    count = len(everything)
    chosen = seeds(view, everything)
    lines = [_look(view, line, everything) for line in chosen]
    best: dict[int, Claim] = {}
    for at, target in enumerate(everything):
        bonus = NAMED if MEAN.search(view.names[target]) else 0
        if count > _MOST and _EDGE <= at < count - _EDGE and not bonus:
            continue
        told = [line for line in lines if line.values[target] is not None and line.tells]
        for begin, end, hits, gap in _fitting(told, target, at, count):
            price = 2 * naming(count) + KIND + (GAP if gap else 0)
            if hits < len(chosen) // 3:
                continue
            for of_all in (False, True):
                pattern = Mean(target, everything[begin:end], of_all)
                claim = replace(weigh(view, pattern, price), bonus=bonus)
                if claim.likely >= LIKELY and (
                    target not in best or claim.likely > best[target].likely
                ):
                    best[target] = claim
    return list(best.values())


def _look(view: View, line: int, everything: Sequence[int]) -> _Line:
    values, units = view.values[line], view.units[line]
    sums, counts = [0], [0]
    for place in everything:
        sums.append(sums[-1] + (values[place] or 0))
        counts.append(counts[-1] + (values[place] is not None))
    here = [value for place in everything if (value := values[place]) is not None]
    own = [units[place] for place in everything]
    # a mean is off by its own rounding, twice counted, and by that of its parts
    tells = max(here) - min(here) > 3 * min(own)
    return _Line(values, units, sums, counts, max(own), tells)


def _fitting(
    lines: Sequence[_Line], target: int, at: int, count: int
) -> Iterator[tuple[int, int, int, bool]]:
    """List runs whose mean is the target's in some line.

    Returns:
        The first part and past the last, as places; in how many lines; and whether others stand
        between target and parts.
    """
    for edge in range(at - _GAP + 1, at + _GAP + 1):
        is_before = edge <= at
        others = range(edge - 2) if is_before else range(edge + 3, count + 1)
        if count > _LONG:  # of very many, a mean is of all before it, or behind it
            others = others[:1] if is_before else others[-1:]
        if not others:
            continue
        met = [0] * len(others)
        for line in lines:
            whole = 2 * (line.values[target] or 0)
            unit = line.units[target] + line.unit
            total, seen = line.sums[edge], line.counts[edge]
            for place, other in enumerate(others):
                size = line.counts[other] - seen
                off = abs(whole * size - 2 * (line.sums[other] - total))
                if off <= abs(size) * unit and abs(size) > 1:
                    met[place] += 1
        for place, other in enumerate(others):
            if met[place]:
                begin, end = min(other, edge), max(other, edge)
                yield begin, end, met[place], edge not in {at, at + 1}
