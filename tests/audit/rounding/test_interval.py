"""Intervals with open and closed ends: what belongs to them, and what becomes of them."""

from fractions import Fraction
from itertools import product

import pytest

from allokera.audit.rounding.interval import Interval, point

NUMBERS = [Fraction(half, 2) for half in range(-6, 15)]
ENDS = [Interval(Fraction(1), Fraction(4), *closed) for closed in product((True, False), repeat=2)]
OTHERS = [
    Interval(Fraction(low), Fraction(high), *closed)
    for low, high in ((0, 1), (0, 2), (1, 4), (2, 3), (4, 6), (3, 6), (5, 6))
    for closed in product((True, False), repeat=2)
]


def members(interval: Interval) -> set[Fraction]:
    """Which of some numbers belong to it, by its ends as they read."""
    return {
        number
        for number in NUMBERS
        if (number >= interval.lower if interval.lower_closed else number > interval.lower)
        and (number <= interval.upper if interval.upper_closed else number < interval.upper)
    }


@pytest.mark.parametrize("interval", ENDS)
def test_an_end_belongs_to_it_where_it_is_closed(interval: Interval) -> None:
    assert {number for number in NUMBERS if interval.holds(number)} == members(interval)


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("interval", ENDS)
def test_what_two_share_belongs_to_both(interval: Interval, other: Interval) -> None:
    met = interval.meet(other)
    assert met == other.meet(interval)
    assert members(met) == members(interval) & members(other)
    # with halves between, none of these are empty but those that hold no number tried
    assert met.is_empty is (not members(met))


@pytest.mark.parametrize("interval", ENDS)
def test_factors_and_differences_take_every_number_along(interval: Interval) -> None:
    for factor in (Fraction(1, 2), 1, -1, Fraction(-1, 2)):
        assert members(interval.times(factor)) >= {
            number * factor for number in members(interval) if number * factor in NUMBERS
        }
        assert interval.times(factor).times(1 / Fraction(factor)) == interval
    assert members(interval.taken_from(3)) == {
        3 - number for number in members(interval) if 3 - number in NUMBERS
    }
    assert interval.taken_from(3).taken_from(3) == interval


@pytest.mark.parametrize("interval", [*ENDS, *OTHERS])
@pytest.mark.parametrize("unit", [1, 2, 3])
def test_its_multiples_are_those_that_belong_to_it(interval: Interval, unit: int) -> None:
    assert [*interval.multiples(unit)] == [
        number for number in range(-12, 13) if number % unit == 0 and interval.holds(number)
    ]


def test_a_point_holds_itself_and_nothing_else() -> None:
    assert members(point(3)) == {Fraction(3)}
    assert not point(3).is_empty
    assert point(3)._replace(upper_closed=False).is_empty
    assert point(3)._replace(lower_closed=False).is_empty
    assert Interval(Fraction(3), Fraction(2)).is_empty
