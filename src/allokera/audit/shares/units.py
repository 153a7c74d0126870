"""Amounts printed in thousands or in millions where the rest is in kronor."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.shares.event import Amounts, Event, Happening
from allokera.kronor.amount import Amount
from allokera.kronor.keying import Slip

APART = 30
"""Amounts per weight that lie further apart than so many times are in different units."""

_NEAR = 3
"""A unit brings amounts per weight this near to others, in either direction: a tenth of `APART`, so
that no two powers of a thousand do."""

_LEAST, _MOST = Fraction(1, 2), Fraction(11, 10)
"""What a column comes to, as a part of its envelope: there may be much for administration, and a
little too much by rounding. A column in another unit is a thousand times off."""

POWERS = {
    Fraction(1_000): Slip.THOUSANDTH,
    Fraction(1_000_000): Slip.MILLIONTH,
    Fraction(1, 1_000): Slip.THOUSANDFOLD,
    Fraction(1, 1_000_000): Slip.MILLIONFOLD,
}
"""What a printed amount is to be multiplied by, and the slip that this puts right."""


def column_slip(amounts: Amounts, envelope: Amount | None, unit: int | None) -> Fraction:
    """Say what all amounts of a column are to be multiplied by; 1 where nothing shows a slip.

    The envelope shows it: the column sums to half of it at least and to little more than it at
    most, once it is brought to another unit, and to a thousandth or a thousandfold as it stands.
    Without one, the unit that is stated shows it: no amount is a multiple of it, and all are once
    the zeros are put back.

    Args:
        unit: kronor that the amounts are said to be multiples of, or None.
    """
    total = _sum(amounts)
    if envelope is not None:
        if total <= 0 or _is_within(Fraction(total), envelope):
            return Fraction(1)
        return next((power for power in POWERS if _is_within(total * power, envelope)), Fraction(1))
    read = [amount for amount in amounts if amount]
    if unit is not None and read and all(amount % unit for amount in read):
        for power in POWERS:
            if all(amount * power % unit == 0 for amount in read):
                return power
    return Fraction(1)


def unit_slip(
    amounts: Amounts, weights: Sequence[int | None], envelope: Amount | None
) -> Event | None:
    """Propose that rows are printed in thousands or millions, or with as many zeros too many.

    Args:
        envelope: kronor, where it is known: then the rows are brought to the unit in which the
            column comes nearest to it. Otherwise to that of most rows; of equal numbers, to that
            of the larger amounts, for zeros are forgotten more often than invented.
    """
    clusters = _clusters(amounts, weights)
    if len(clusters) < 2:
        return None
    options = [_brought_to(cluster, clusters, amounts) for cluster in clusters]
    if envelope is not None:
        near = [each for each in options if _is_within(Fraction(_sum(each.amounts)), envelope)]
        options = near or options
    best = max(options, key=lambda option: (-len(option.rows), _sum(option.amounts)))
    return best if len(best.rows) > 1 else None


def off_unit(amounts: Amounts, weights: Sequence[int | None]) -> dict[int, Fraction]:
    """Find the rows that are in another unit than most, and what brings each to that of most."""
    clusters = _clusters(amounts, weights)
    if len(clusters) < 2:
        return {}
    most = max(clusters, key=lambda cluster: len(cluster.rows))
    powers = ((cluster, _power(cluster.ratio, most.ratio)) for cluster in clusters)
    found = {row: power for cluster, power in powers if power for row in cluster.rows}
    return dict(sorted(found.items()))


class _Cluster(NamedTuple):
    """Rows with about the same amount per weight.

    Attributes:
        ratio: 2^64 kronor for a weight of one, in the middle row.
    """

    rows: tuple[int, ...]
    ratio: int


def _clusters(amounts: Amounts, weights: Sequence[int | None]) -> list[_Cluster]:
    """Group the rows by amount per weight, where the groups lie far apart."""
    # to 64 binary places: near enough to tell what lies thirty times apart
    ratios = sorted(
        ((amount << 64) // weight, row)
        for row, (amount, weight) in enumerate(zip(amounts, weights, strict=True))
        if amount and weight and amount > 0
    )
    groups: list[list[tuple[int, int]]] = []
    for ratio, row in ratios:
        if not groups or ratio > APART * groups[-1][-1][0]:
            groups.append([])
        groups[-1].append((ratio, row))
    return [_Cluster(tuple(row for _, row in group), group[len(group) // 2][0]) for group in groups]


def _brought_to(unit: _Cluster, clusters: Sequence[_Cluster], amounts: Amounts) -> Event:
    """Bring all rows to the unit of one group, where a power of a thousand does."""
    before, slips = list(amounts), {}
    for cluster in clusters:
        power = _power(cluster.ratio, unit.ratio)
        for row in cluster.rows if power is not None else ():
            assert power is not None
            moved = (amounts[row] or 0) * power
            if moved.denominator == 1:
                before[row], slips[row] = moved.numerator, POWERS[power]
    rows = tuple(sorted(slips))
    return Event(Happening.UNIT_SLIP, rows, tuple(slips[row] for row in rows), tuple(before))


def _power(ratio: int, reference: int) -> Fraction | None:
    """Find the power of a thousand that brings a ratio near another."""
    for power in POWERS:
        if reference < _NEAR * ratio * power < _NEAR * _NEAR * reference:
            return power
    return None


def _is_within(total: Fraction, envelope: Amount) -> bool:
    return _LEAST * envelope <= total <= _MOST * envelope


def _sum(amounts: Amounts) -> int:
    return sum(amount or 0 for amount in amounts)
