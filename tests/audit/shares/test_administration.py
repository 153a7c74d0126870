"""What an envelope holds besides the pool: one amount for all columns, the roundest that fits."""

from fractions import Fraction

import pytest

from allokera.audit.rounding.interval import Interval
from allokera.audit.shares.administration import (
    Deduction,
    common_amount,
    common_share,
    deduction,
)


def between(low: int, high: int, *, low_closed: bool = True, high_closed: bool = True) -> Interval:
    return Interval(Fraction(low), Fraction(high), low_closed, high_closed)


def test_a_pool_is_taken_from_its_envelope() -> None:
    found = deduction("Bidrag", 1_000, between(900, 950, high_closed=False))
    assert found.column == "Bidrag"
    assert found.amount == between(50, 100, low_closed=False)
    assert found.share == Interval(Fraction(1, 20), Fraction(1, 10), lower_closed=False)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (between(-3, 7), 0),
        (between(0, 7), 0),
        (between(0, 7, low_closed=False), 5),
        (between(3, 9), 5),
        (between(6, 9), 6),
        (between(7, 7), 7),
        (between(14, 23), 20),
        (between(11, 19), 15),
        (between(11, 14), 12),
        (between(11, 11), 11),
        (between(180, 260), 200),
        (between(4_100, 6_300), 5_000),
        (between(4_100, 4_900), 4_500),
        (between(990, 1_010), 1_000),
        (between(1_990, 5_010), 5_000),
        (between(-260, -180), -200),
        (between(-9, -6), -6),
        (between(100, 900, low_closed=False), 500),
    ],
)
def test_the_roundest_amount_that_fits_is_told(interval: Interval, expected: int) -> None:
    assert common_amount([Deduction("a", interval, interval)]) == expected


def test_between_two_whole_kronor_there_is_none() -> None:
    narrow = Interval(Fraction(71, 10), Fraction(79, 10))
    assert common_amount([Deduction("a", narrow, narrow)]) is None
    opened = between(7, 8, low_closed=False, high_closed=False)
    assert common_amount([Deduction("a", opened, opened)]) is None


def test_all_columns_must_share_the_amount_or_the_share() -> None:
    one = Deduction("a", between(40, 60), Interval(Fraction(1, 20), Fraction(3, 20)))
    other = Deduction("b", between(55, 90), Interval(Fraction(1, 10), Fraction(1, 5)))
    far = Deduction("c", between(61, 90), Interval(Fraction(1, 4), Fraction(1, 2)))
    assert common_amount([one, other]) == 60
    assert common_share([one, other]) == Interval(Fraction(1, 10), Fraction(3, 20))
    assert common_amount([one, far]) is None
    assert common_share([one, far]) is None
