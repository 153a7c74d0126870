"""Rows that were rounded together: by largest remainders, or with the rest to the largest."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.apportionment import apportion
from allokera.audit.rounding.fit import Entry, Fit, fit
from allokera.audit.rounding.reconciled import (
    LARGEST_REMAINDER_RULE,
    RESIDUAL_RULE,
    _is_near,
    largest_remainder_fits,
    residual_to_largest_fit,
)
from allokera.audit.rounding.rules import RULES
from allokera.audit.rounding.sweep import End

WEIGHTS = (9_979, 50_725, 6_755, 21_979, 16_673, 11_545, 8_525, 11_298)


def entries_of(units: Sequence[int | None], weights: Sequence[int] = WEIGHTS) -> list[Entry]:
    return [
        Entry(row, weight, each)
        for row, (weight, each) in enumerate(zip(weights, units, strict=True))
        if each is not None
    ]


def fits(units: Sequence[int | None], weights: Sequence[int] = WEIGHTS) -> tuple[Fit, ...]:
    entries = entries_of(units, weights)
    near = fit(RULES[0], entries)
    assert near is not None
    return largest_remainder_fits(entries, dict(enumerate(weights)), near)


def house_of(found: Fit) -> Fraction:
    """The house of a fit: its factor, for all weights."""
    low, high = found.factor
    assert low == high
    return Fraction(low.numerator, low.denominator) * sum(WEIGHTS)


@pytest.mark.parametrize("house", [40, 101, 137, 500, 1_003])
def test_an_apportionment_is_explained_wholly_and_by_its_house(house: int) -> None:
    units = apportion(WEIGHTS, house).units
    (found, *_) = fits(units)
    assert house_of(found) == house
    assert (found.depth, found.entries, found.certain) == (8, 8, ())
    assert found.rule.name == LARGEST_REMAINDER_RULE
    # the rule rounds every quota as the apportionment did
    for weight, own in zip(WEIGHTS, units, strict=True):
        ends = found.rule.preimage(own)
        assert ends is not None
        quota = Fraction(weight * house, sum(WEIGHTS))
        assert Fraction(ends.lower, ends.lower_denominator) <= quota
        assert quota < Fraction(ends.upper, ends.upper_denominator)


@pytest.mark.parametrize("row", range(8))
def test_a_row_that_is_wrong_is_left_out(row: int) -> None:
    units = [*apportion(WEIGHTS, 500).units]
    units[row] += 40
    found = fits(units)
    assert [each.certain for each in found] == [(row,)] * len(found)
    assert 500 in {house_of(each) for each in found} or not found


@pytest.mark.parametrize("row", range(8))
def test_a_row_that_cannot_be_read_is_none_of_the_rows_and_has_its_quota(row: int) -> None:
    units: list[int | None] = [*apportion(WEIGHTS, 503).units]
    units[row] = None
    assert all(each.entries == 7 for each in fits(units))


def between(low: Fraction, high: Fraction, near: Fit) -> Fit:
    """The same fit, as if the rows left the factor more room."""
    ends = [End(each.numerator, each.denominator, closed=True) for each in (low, high)]
    return near._replace(hull=(ends[0], ends[1]))


def one_unread(house: int = 52) -> tuple[list[Entry], Fit]:
    """An apportionment one row of which cannot be read; another does not round by itself."""
    entries = entries_of([None, *apportion(WEIGHTS, house).units[1:]])
    near = fit(RULES[0], entries)
    assert near is not None and near.suspects == 1
    return entries, near


@pytest.mark.parametrize(("more", "is_found"), [(0, True), (1, False)])
def test_houses_are_tried_up_to_so_many(more: int, is_found: bool) -> None:
    """Of a pool between two houses three more are tried on either side: in all 25.

    Between more of them the rows are too coarse to tell.
    """
    entries, near = one_unread()
    total = sum(WEIGHTS)
    last = 44 + 24 - 2 * 3 + more
    wide = between(Fraction(44, total), Fraction(last, total), near)
    found = largest_remainder_fits(entries, dict(enumerate(WEIGHTS)), wide)
    assert (52 in {house_of(each) for each in found}) is is_found


@pytest.mark.parametrize(
    ("low", "high", "is_found"),
    [
        (55, 60, True),
        (56, 60, False),
        (44, 49, True),
        (44, 48, False),
    ],
)
def test_a_house_is_looked_for_a_little_beyond_the_pool(
    low: int, high: int, is_found: bool
) -> None:
    entries, near = one_unread()
    total = sum(WEIGHTS)
    wide = between(Fraction(low, total), Fraction(high, total), near)
    found = largest_remainder_fits(entries, dict(enumerate(WEIGHTS)), wide)
    assert (52 in {house_of(each) for each in found}) is is_found


@pytest.mark.parametrize(
    ("weight", "units", "expected"),
    [
        (10, 22, False),
        (10, 23, True),
        (10, 27, True),
        (10, 28, False),
        (40, 95, False),
        (40, 96, True),
        (40, 105, True),
        (40, 106, False),
    ],
)
def test_a_row_a_unit_beyond_its_rounded_quota_is_near_and_a_large_one_farther(
    weight: int, units: int, expected: bool
) -> None:
    """Of a house of 245 to 255 a tenth is due 24.5 to 25.5, two fifths 98 to 102.

    The largest may miss that by its part of the houses tried beyond the pool.
    """
    _, some = one_unread()
    near = between(Fraction(245, 100), Fraction(255, 100), some)
    assert _is_near(Entry(0, weight, units), near, 100) is expected


def test_where_no_row_that_is_left_out_is_near_the_printed_sum_alone_is_a_house() -> None:
    """One row cannot be read: then there is no such sum, and no house to try."""
    entries, _ = one_unread()
    far = [each._replace(units=each.units + 40 * (each.row == 5)) for each in entries]
    near = fit(RULES[0], far)
    assert near is not None and near.certain == (5,)
    assert largest_remainder_fits(far, dict(enumerate(WEIGHTS)), near) == ()


def test_houses_that_explain_as_many_are_told_the_nearest_to_the_printed_sum_first() -> None:
    several = 0
    for house in range(40, 60):
        for row in range(8):
            units = [*apportion(WEIGHTS, house).units]
            units[row] += 2
            found = fits(units)
            away = [abs(house_of(each) - sum(units)) for each in found]
            assert away == sorted(away)
            assert len({each.depth for each in found}) <= 1
            several += len(found) > 1
    assert several


@pytest.mark.parametrize(("wrong", "is_found"), [(3, True), (4, False)])
def test_more_than_half_of_the_rows_must_be_explained(wrong: int, is_found: bool) -> None:
    units = [*apportion(WEIGHTS, 500).units]
    for row in range(wrong):
        units[row] += 9 if row % 2 else -9
    if sum(units) != 500:
        units[0] += 500 - sum(units)
    assert bool(fits(units)) is is_found


def test_a_tie_may_have_gone_either_way() -> None:
    weights = (10, 10, 10, 30)
    for units in ((2, 1, 1, 3), (1, 2, 1, 3), (1, 1, 2, 3)):
        assert all(found.certain == () for found in fits(units, weights)), units


def residual(units: Sequence[int], weights: Sequence[int] = WEIGHTS) -> Fit | None:
    return residual_to_largest_fit(entries_of(units, weights))


def alone(house: int) -> list[int]:
    total = sum(WEIGHTS)
    return [(2 * weight * house + total) // (2 * total) for weight in WEIGHTS]


def off(house: int) -> int:
    return house - sum(alone(house))


HOUSES = [house for house in range(40, 700) if off(house)]
TWO_OFF = [house for house in HOUSES if abs(off(house)) == 2]


@pytest.mark.parametrize("house", HOUSES[::25])
def test_the_largest_may_take_all_that_is_left(house: int) -> None:
    units = alone(house)
    units[1] += off(house)
    found = residual(units)
    assert found is not None
    assert (found.rule.name, found.depth, found.certain) == (RESIDUAL_RULE, 8, ())
    assert house_of(found) == house


@pytest.mark.parametrize("house", TWO_OFF[:4])
def test_the_largest_two_may_take_a_unit_each_and_no_others(house: int) -> None:
    for rows, is_found in (((1, 3), True), ((1, 4), False), ((3, 4), False), ((2, 2), False)):
        units = alone(house)
        for row in rows:
            units[row] += off(house) // 2
        assert (residual(units) is not None) is is_found


@pytest.mark.parametrize("house", [house for house in range(40, 120) if not off(house)][:4])
def test_where_nothing_is_left_nobody_takes_it(house: int) -> None:
    assert residual(alone(house)) is None
    one, other = alone(house), alone(house)
    one[1], one[3] = one[1] + 1, one[3] - 1
    other[2], other[3] = other[2] + 1, other[3] - 1
    assert residual(one) is None
    assert residual(other) is None
