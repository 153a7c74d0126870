"""Columns whose rows were rounded together, so that they sum to a house.

A row of such a column may miss its own rounding by a unit and be right: the sum had to match. Two
ways are known from practice: the largest remainders take the units left over, or the largest
recipients do.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from allokera.apportionment import LARGEST_REMAINDER, apportion
from allokera.audit.rounding.fit import Entry, Fit
from allokera.audit.rounding.rules import RULES, Rule
from allokera.audit.rounding.sweep import End

LARGEST_REMAINDER_RULE, RESIDUAL_RULE = "largest-remainder", "residual-to-largest"
"""Their names, as documents carry them."""

AROUND = 3
"""Units beyond a column's own pool where a house is looked for, on either side."""

MANY = 24
"""Where more houses would have to be tried, the rows are too coarse to tell."""


def largest_remainder_fits(
    entries: Sequence[Entry], weights: Mapping[int, int], near: Fit
) -> tuple[Fit, ...]:
    """Find the houses whose apportionments by largest remainder explain most entries.

    Args:
        entries: the rows that can be read, at least one.
        weights: of all rows, by row; positive.
        near: what independent rounding makes of them: the house is looked for around its pool.

    Returns:
        The house nearest to the printed sum first; none where none near explains more than half.
    """
    total, printed = sum(weights.values()), sum(entry.units for entry in entries)
    houses = {printed} if len(entries) == len(weights) else set()
    if any(_is_near(entry, near, total) for entry in _left_out(entries, near)):
        houses.update(_houses(near, total))
    wrong = {house: _differing(entries, weights, house) for house in houses if house >= 0}
    fewest = min((len(rows) for rows in wrong.values()), default=len(entries))
    if 2 * fewest >= len(entries):
        return ()
    return tuple(
        _at_house(_rule(weights, house), entries, (house, total), wrong[house])
        for house in sorted(wrong, key=lambda house: abs(house - printed))
        if len(wrong[house]) == fewest
    )


def residual_to_largest_fit(entries: Sequence[Entry]) -> Fit | None:
    """Explain a column by half-up rounding, and the largest recipients taking what is left.

    Either the largest takes all of it, or the largest few a unit each. Only a column that is
    explained wholly is: the rows that take a unit are otherwise told by nothing.
    """
    weights = [entry.weight for entry in entries]
    house, total = sum(entry.units for entry in entries), sum(weights)
    alone = [(2 * weight * house + total) // (2 * total) for weight in weights]
    moved = {
        place: entry.units - units
        for place, (entry, units) in enumerate(zip(entries, alone, strict=True))
        if entry.units != units
    }
    if not moved:
        return None
    largest = sorted(range(len(weights)), key=lambda place: -weights[place])
    few = set(moved) == set(largest[: len(moved)]) and set(moved.values()) in ({1}, {-1})
    if not (few or set(moved) == {largest[0]}):
        return None
    usual = RULES[0]
    rule = usual._replace(name=RESIDUAL_RULE)
    return _at_house(rule, entries, (house, total), ())


def _houses(near: Fit, total: int) -> range:
    low, high = near.hull
    first = low.numerator * total // low.denominator - AROUND
    last = high.numerator * total // high.denominator + AROUND
    return range(first, last + 1) if last - first <= MANY else range(0)


def _left_out(entries: Sequence[Entry], near: Fit) -> Iterator[Entry]:
    rows = {*near.certain, *near.possible}
    return (entry for entry in entries if entry.row in rows)


def _is_near(entry: Entry, near: Fit, total: int) -> bool:
    """Whether a row misses its quota by so little that rounding together may explain it."""
    low, high = near.hull
    least = low.numerator * entry.weight // low.denominator
    most = high.numerator * entry.weight // high.denominator
    reach = 1 + AROUND * entry.weight // total
    return least - reach <= entry.units <= most + 1 + reach


def _differing(entries: Sequence[Entry], weights: Mapping[int, int], house: int) -> tuple[int, ...]:
    """List the rows that an apportionment gives other units; a tie may have gone either way."""
    answer = apportion([*weights.values()], house, LARGEST_REMAINDER)
    rows = [*weights]
    tied = {rows[place] for tie in answer.ties for place in tie.contenders}
    due = dict(zip(rows, answer.units, strict=True))
    return tuple(
        entry.row
        for entry in entries
        if entry.units != due[entry.row]
        and not (entry.row in tied and abs(entry.units - due[entry.row]) == 1)
    )


def _rule(weights: Mapping[int, int], house: int) -> Rule:
    """Make the rule that largest remainder comes to at one house: a common point to round up at."""
    total = sum(weights.values())
    units = apportion([*weights.values()], house, LARGEST_REMAINDER).units
    remainders = [
        weight * house % total
        for weight, given in zip(weights.values(), units, strict=True)
        if given > weight * house // total
    ]
    point = Fraction(min(remainders), total) if remainders else Fraction(1)

    def signposts(k: int) -> tuple[int, int, int, int]:
        parts = point.denominator
        low = (k - 1) * parts + point.numerator
        return low, low + parts, parts, parts

    return Rule(LARGEST_REMAINDER_RULE, signposts, RULES[0].closed)


def _at_house(
    rule: Rule, entries: Sequence[Entry], factor_of: tuple[int, int], wrong: tuple[int, ...]
) -> Fit:
    factor = End(*factor_of, closed=True), End(*factor_of, closed=True)
    return Fit(
        rule=rule,
        entries=len(entries),
        depth=len(entries) - len(wrong),
        certain=wrong,
        possible=(),
        rival=0,
        factor=factor,
        places=1,
        hull=factor,
        slack=0,
        lowest=(),
        highest=(),
    )
