"""Where means are looked for: runs that end near the target, with its totals between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from allokera.relations.bits import LIKELY, bits, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.prices import GAP, KIND
from allokera.relations.evidence.priors import MEAN, NAMED
from allokera.relations.families.means import Mean
from allokera.relations.sheet.view import MOST_PLACES, Number, View, seeds

_GAP = 5
"""Positions that may stand between a mean and its parts."""

_MOST, _EDGE = 60, 3
"""Positions up to which all are tried as means; of more, those so named, or so near an end."""


_LONG = 1_000
"""Positions above which a run begins, or ends, where the order does."""


class _Line(NamedTuple):
    """A line to look at: its numbers, their sums and counts, and whether it can tell anything."""

    values: Sequence[Number]
    numbers: Sequence[Number]
    units: Sequence[int]
    sums: Sequence[int]
    counts: Sequence[int]
    unit: int
    least: int
    tells: bool


def find_means(view: View) -> list[Claim]:
    """Find means of runs of neighbours, of all or of those that are printed."""
    everything = view.used
    count = len(everything)
    chosen = seeds(view, everything)
    lines = [_look(view, line, everything) for line in chosen]
    told = [line for line in lines if line.tells]
    printed = [[values[place] for place in everything] for values in view.values]
    gapped = [numbers for numbers in printed if 0 < numbers.count(None) < len(numbers)]
    # where binary fractions are kept, a mean may be off by more than `_fitting` allows
    are_all = view.one != 10**MOST_PLACES and len(told) == sum(map(_has_number, printed))
    best: dict[int, Claim] = {}
    for at, target in enumerate(everything):
        bonus = NAMED if MEAN.search(view.names[target]) else 0
        if count > _MOST and _EDGE <= at < count - _EDGE and not bonus:
            continue
        here = [line for line in told if line.values[target] is not None]
        for begin, end, fitting, gap in _fitting(here, target, at, count):
            price = 2 * naming(count) + KIND + (GAP if gap else 0)
            if len(fitting) < len(chosen) // 3:
                continue
            if are_all and _most(here, fitting, begin, end) + bonus < price + LIKELY:
                continue
            # without a blank, both readings are one
            has_blank = any(None in numbers[begin:end] for numbers in gapped)
            for of_all in (False, True) if has_blank else (False,):
                claim = weigh(view, Mean(target, everything[begin:end], of_all), price)
                likely = claim.score + bonus
                if likely >= LIKELY and (target not in best or likely > best[target].likely):
                    best[target] = replace(claim, bonus=bonus)
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
    numbers = [values[place] for place in everything]
    return _Line(values, numbers, units, sums, counts, max(own), min(own), tells)


def _has_number(numbers: Sequence[Number]) -> bool:
    return any(number is not None for number in numbers)


def _most(lines: Sequence[_Line], fitting: Sequence[_Line], begin: int, end: int) -> int:
    """Say how many bits lines may tell of the mean of a run: spreads, in steps of two roundings.

    Args:
        fitting: those that agree; with a blank for nought, others that have one may as well.
    """
    most = 0
    for line in lines:
        run = line.numbers[begin:end]
        if line in fitting or None in run:
            numbers = [number for number in run if number is not None]
            most += bits(max(numbers) - min(numbers), 2 * line.least) if numbers else 0
    return most


def _fitting(
    lines: Sequence[_Line], target: int, at: int, count: int
) -> Iterator[tuple[int, int, list[_Line], bool]]:
    """List runs whose mean is the target's in some line.

    Returns:
        The first part and past the last, as places; the lines; and whether others stand between
        target and parts.
    """
    for edge in range(at - _GAP + 1, at + _GAP + 1):
        is_before = edge <= at
        others = range(edge - 1) if is_before else range(edge + 2, count + 1)
        if count > _LONG:  # of very many, a mean is of all before it, or behind it
            others = others[:1] if is_before else others[-1:]
        if not others:
            continue
        met: list[list[_Line]] = [[] for _ in others]
        for line in lines:
            whole = 2 * (line.values[target] or 0)
            unit = line.units[target] + line.unit
            sums, counts = line.sums, line.counts
            total, seen = sums[edge], counts[edge]
            for place, other in enumerate(others):
                size = counts[other] - seen
                off = abs(whole * size - 2 * (sums[other] - total))
                if off <= abs(size) * unit and abs(size) > 1:
                    met[place].append(line)
        for place, other in enumerate(others):
            if met[place]:
                begin, end = min(other, edge), max(other, edge)
                yield begin, end, met[place], edge not in {at, at + 1}
