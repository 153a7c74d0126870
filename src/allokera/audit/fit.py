"""One column under one rounding rule: the common factor, and the rows that it does not explain."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import count
from math import isqrt
from typing import NamedTuple

from allokera.audit.interval import Interval
from allokera.audit.rules import Rule, Signposts
from allokera.audit.sweep import Deepest, End, Span, deepest

MOST_PLACES = 30
"""Decimals that roots are told apart by, at most."""

ENDLESS = 10**40
"""More than any weight: where nothing bounds one."""


class Entry(NamedTuple):
    """What one row says: so many whole units, printed for such a weight.

    Attributes:
        row: the row's place in the table.
        weight: positive.
        units: the printed amount in units of the column.
    """

    row: int
    weight: int
    units: int


Positions = dict[tuple[Signposts, int], list[Span | None]]
"""Where signposts lie for some entries, by slack: five of the ten rules have the same."""


class Fit(NamedTuple):
    """The best explanation of a column's entries by one rule.

    Attributes:
        entries: how many were to be explained.
        depth: how many one factor explains.
        certain: rows that no best factor explains.
        possible: rows that some best factors explain and others do not.
        rival: how many entries the next best explanation covers.
        factor: units for a weight of one, from the first best place: its two ends, in the measure
            of the rule (squares, where it compares by squares).
        places: how many best places there are.
        hull: the same from the first of them to the last.
        slack: what the weights are rounded to, where their own rounding is counted in: a weight w
            stands for all from w - slack / 2 to w + slack / 2. 0 takes them as they are.
        lowest: the rows that hold the factor up: its lower end is theirs.
        highest: the rows that hold it down.
    """

    rule: Rule
    entries: int
    depth: int
    certain: tuple[int, ...]
    possible: tuple[int, ...]
    rival: int
    factor: tuple[End, End]
    places: int
    hull: tuple[End, End]
    slack: int
    lowest: tuple[int, ...]
    highest: tuple[int, ...]

    @property
    def suspects(self) -> int:
        """How many entries the best explanation leaves out."""
        return self.entries - self.depth


def fit(
    rule: Rule,
    entries: Sequence[Entry],
    within: int = 0,
    slack: int = 0,
    known: Positions | None = None,
) -> Fit | None:
    """Find the factor that explains most entries by a rule; None where it explains none.

    Args:
        within: explanations count that cover so many entries fewer than the best.
        slack: what the weights are rounded to, where their own rounding counts.
        known: where the signposts of other rules lie for the same entries, and now this one's.
    """
    covered = factor_spans(rule, entries, slack, known)
    kept = [(entry, span) for entry, span in zip(entries, covered, strict=True) if span]
    if not kept:
        return None
    impossible = [entry.row for entry, span in zip(entries, covered, strict=True) if not span]
    found = _meeting([span for _, span in kept]) or deepest([span for _, span in kept], within)
    start, stop = found.regions[0]
    lowest = [entry for entry, (first, _) in kept if first == start]
    highest = [entry for entry, (_, last) in kept if last == stop]
    furthest = next(entry for entry, (_, last) in kept if last == found.regions[-1][1])
    low = _end_of(rule, lowest[0], slack, 0)
    return Fit(
        rule=rule,
        entries=len(entries),
        depth=found.depth,
        certain=tuple(sorted([*impossible, *(kept[place][0].row for place in found.certain)])),
        possible=tuple(kept[place][0].row for place in found.possible),
        rival=found.rival,
        factor=(low, _end_of(rule, highest[0], slack, 1)),
        places=len(found.regions),
        hull=(low, _end_of(rule, furthest, slack, 1)),
        slack=slack,
        lowest=tuple(entry.row for entry in lowest),
        highest=tuple(entry.row for entry in highest),
    )


def factor_spans(
    rule: Rule, entries: Sequence[Entry], slack: int = 0, known: Positions | None = None
) -> list[Span | None]:
    """Number the positions on the line that the factors of entries cover.

    Returns:
        One span an entry; None where the rule rounds nothing to so many units.
    """
    known = {} if known is None else known
    if (rule.signposts, slack) not in known:
        known[rule.signposts, slack] = _positions(rule, entries, slack)
    positions = known[rule.signposts, slack]
    if isinstance(rule.closed, tuple):
        up, down = not rule.closed[0], not rule.closed[1]
        return [
            (ends[0] + up, ends[1] - down)
            if ends is not None and ends[0] + up <= ends[1] - down
            else None
            for ends in positions
        ]
    covered: list[Span | None] = []
    for entry, ends in zip(entries, positions, strict=True):
        if ends is None:
            covered.append(None)
            continue
        from_low, to_high = rule.closed(entry.units)
        first, last = ends[0] + (not from_low), ends[1] - (not to_high)
        covered.append((first, last) if first <= last else None)
    return covered


def _positions(rule: Rule, entries: Sequence[Entry], slack: int) -> list[Span | None]:
    """Number the ends of what entries cover, closed ends taken for granted.

    An end p/q becomes the integer floor(p * 2^s / q). With 2^s at least the square of the greatest
    denominator, different ends are at least 1 / q^2 apart, so they become different integers in the
    same order, and equal ends equal ones. The integer doubled stands for the end itself, and one
    more for what follows up to the next end: so closed and open ends sort exactly, as plain
    integers. This is most of the work of an audit.
    """
    ends = [rule.signposts(entry.units) for entry in entries]
    # twice the weights, so that half the slack stays whole; a negative end goes the other way
    more = [2 * entry.weight + slack for entry in entries]
    less = [max(2 * entry.weight - slack, 1) for entry in entries]
    if rule.squared:
        more, less = [each * each for each in more], [each * each for each in less]
    parts = max((max(each[2:]) for each in ends if each), default=1)
    shift = 2 * (parts * max(more, default=1)).bit_length()
    return [
        (
            2 * ((each[0] << shift) // (each[2] * (high if each[0] >= 0 else low))),
            2 * ((each[1] << shift) // (each[3] * (low if each[1] >= 0 else high))),
        )
        if each
        else None
        for each, high, low in zip(ends, more, less, strict=True)
    ]


def _end_of(rule: Rule, entry: Entry, slack: int, side: int) -> End:
    ends = row_factor(rule, entry.weight, entry.units, slack)
    assert ends is not None, "an entry that covers something has ends"
    return ends[side]


def only(rule: Rule, weight: int, units: int, slack: int = 0) -> Fit | None:
    """Make the fit of one row alone; None where the rule rounds nothing to so many units."""
    ends = row_factor(rule, weight, units, slack)
    if ends is None:
        return None
    return Fit(rule, 1, 1, (), (), 0, ends, 1, ends, slack, (), ())


def row_factor(rule: Rule, weight: int, units: int, slack: int = 0) -> tuple[End, End] | None:
    """Say which factors a row allows: the rule's pre-image over the weight; None for none."""
    ends = rule.preimage(units)
    if ends is None:
        return None
    low = _over(rule, End(ends.lower, ends.lower_denominator, ends.lower_closed), weight, slack)
    high = _over(rule, End(ends.upper, ends.upper_denominator, ends.upper_closed), weight, -slack)
    return low, high


def _over(rule: Rule, end: End, weight: int, slack: int) -> End:
    """Divide an end by a weight, moved by half the slack; a negative end by one moved back."""
    if not slack:
        return End(
            end.numerator, end.denominator * (weight**2 if rule.squared else weight), end.closed
        )
    double = max(2 * weight + (slack if end.numerator >= 0 else -slack), 1)
    if rule.squared:
        return End(4 * end.numerator, end.denominator * double**2, end.closed)
    return End(2 * end.numerator, end.denominator * double, end.closed)


def allowed_units(found: Fit, weight: int) -> range:
    """List the numbers of units that a fit's factor allows for a weight: they follow each other."""
    low = _floor_at(found.rule, found.factor[0], 2 * weight - found.slack)
    high = _floor_at(found.rule, found.factor[1], 2 * weight + found.slack)
    near_low = (units for units in range(low - 1, low + 3) if allows(found, weight, units))
    near_high = (units for units in range(high + 2, high - 2, -1) if allows(found, weight, units))
    first, last = next(near_low, None), next(near_high, None)
    return range(0) if first is None or last is None else range(first, last + 1)


def kronor_for(found: Fit, weight: int, unit: int) -> Interval:
    """Say what a factor is worth in kronor for a weight: the pool, for the sum of all weights.

    Where the ends are square roots, these are the outermost decimals between them: whole kronor, if
    there are two.
    """
    low, high = found.factor
    if not found.rule.squared:
        scale = weight * unit
        return Interval(
            Fraction(low.numerator * scale, low.denominator),
            Fraction(high.numerator * scale, high.denominator),
            low.closed,
            high.closed,
        )
    return next(
        each
        for places in count()
        if (each := _between_roots(low, high, weight * unit, 10**places)).lower < each.upper
        or places == MOST_PLACES
    )


def _between_roots(low: End, high: End, factor: int, parts: int) -> Interval:
    """Find the first and the last multiple of 1 / parts between two roots, times a factor."""
    scale = (factor * parts) ** 2
    first = isqrt(low.numerator * scale // low.denominator)
    while _at(low, first, scale) < 0 or (_at(low, first, scale) == 0 and not low.closed):
        first += 1
    last = isqrt(high.numerator * scale // high.denominator)
    while _at(high, last, scale) > 0 or (_at(high, last, scale) == 0 and not high.closed):
        last -= 1
    return Interval(Fraction(first, parts), Fraction(last, parts))


def allowed_weights(found: Fit, units: int) -> range:
    """List the weights that a fit's factor allows so many units; without end where it may be 0."""
    own = row_factor(found.rule, 1, units)
    if own is None:
        return range(0)
    low, high = found.factor
    if high.numerator <= 0:
        return range(1, ENDLESS) if allows(found, 1, units) else range(0)
    first = max(1, _quotient(found.rule, own[0], high))
    last = ENDLESS - 1 if low.numerator <= 0 else _quotient(found.rule, own[1], low) + 1
    while first <= last and not allows(found, first, units):
        first += 1
    while last >= first and not allows(found, last, units):
        last -= 1
    return range(first, last + 1)


def _quotient(rule: Rule, dividend: End, divisor: End) -> int:
    """Divide two ends, rounded down."""
    numerator = dividend.numerator * divisor.denominator
    quotient = numerator // (dividend.denominator * divisor.numerator)
    return isqrt(max(quotient, 0)) if rule.squared else quotient


def _meeting(covered: Sequence[Span]) -> Deepest | None:
    """Find where all meet, without sorting; None where they do not."""
    region = max(first for first, _ in covered), min(last for _, last in covered)
    if region[0] > region[1]:
        return None
    return Deepest(depth=len(covered), regions=(region,), certain=(), possible=(), rival=0)


def _floor_at(rule: Rule, end: End, double: int) -> int:
    """Multiply an end by half of a doubled weight, rounded down."""
    if rule.squared:
        return isqrt(end.numerator * double * double // (4 * end.denominator))
    return end.numerator * double // (2 * end.denominator)


def allows(found: Fit, weight: int, units: int) -> bool:
    """Whether a fit's factor allows so many units for a weight."""
    if found.slack:
        own = row_factor(found.rule, weight, units, found.slack)
        return own is not None and all(
            _precedes(*pair) for pair in ((found.factor[0], own[1]), (own[0], found.factor[1]))
        )
    ends, (low, high) = found.rule.signposts(units), found.factor
    if ends is None:
        return False
    scale = weight * weight if found.rule.squared else weight
    left, right = low[0] * ends[3] * scale, ends[1] * low[1]
    if left > right or (left == right and not (low[2] and found.rule.closed_at(units)[1])):
        return False
    left, right = ends[0] * high[1], high[0] * ends[2] * scale
    return left < right or (left == right and high[2] and found.rule.closed_at(units)[0])


def _precedes(lower: End, upper: End) -> bool:
    """Whether something lies between a lower and an upper end."""
    left = lower.numerator * upper.denominator
    right = upper.numerator * lower.denominator
    return left < right or (left == right and lower.closed and upper.closed)


def _at(end: End, kronor: int, scale: int) -> int:
    """Compare an amount, squared, with a squared end: negative, zero or positive."""
    return kronor * kronor * end.denominator - end.numerator * scale
