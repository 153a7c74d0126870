"""One column under one rounding rule: the common factor, and the rows that it does not explain."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.audit.rounding.rules import Rule, Signposts
from allokera.audit.rounding.sweep import Deepest, End, deepest
from allokera.relations.peaks import Span


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
        # the two ends lie apart, by any rule and weight: what is left is never empty
        return [None if ends is None else (ends[0] + up, ends[1] - down) for ends in positions]
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


def _meeting(covered: Sequence[Span]) -> Deepest | None:
    """Find where all meet, without sorting; None where they do not."""
    region = max(first for first, _ in covered), min(last for _, last in covered)
    if region[0] > region[1]:
        return None
    return Deepest(depth=len(covered), regions=(region,), certain=(), possible=(), rival=0)
