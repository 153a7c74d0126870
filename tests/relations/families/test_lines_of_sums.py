"""How far a line is off a sum or a quotient, how far it may be, and what it tells."""

from collections.abc import Sequence

import pytest

from allokera.relations.bits import bits
from allokera.relations.evidence.pattern import Measure
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio
from allokera.relations.families.sums import Sum
from relations.measures import Line, measured, tells

SUM, BALANCE = Sum(3, (0, 1, 2)), Sum(3, (0, 1, 2), frozenset({2}))


SUMS_OFF: Sequence[tuple[Sum, int, Line, int, int, bool]] = [
    (SUM, 1, (100, 30, 7, 137), 0, 4, True),
    (SUM, 1, (100, 30, 7, 139), 4, 4, True),
    (SUM, 1, (100, 30, 7, 135), 4, 4, True),
    (SUM, 1, (100, 30, 7, 140), 6, 4, False),
    (SUM, 1, (100, 30, 0, 131), 2, 3, True),
    (SUM, 1, (100, 30, 0, 132), 4, 3, False),
    (SUM, 1, (100, 30, None, 131), 2, 3, True),
    (SUM, 1, (-100, 30, 7, -63), 0, 4, True),
    (BALANCE, 1, (100, 30, 7, 123), 0, 4, True),
    (BALANCE, 1, (100, 30, 7, 125), 4, 4, True),
    (BALANCE, 1, (100, 30, 7, 126), 6, 4, False),
    (SUM, 10, (100, 30, 70, 220), 40, 40, True),
    (SUM, 10, (100, 30, 70, 221), 42, 40, False),
    (SUM, 5, (100, 30, 70, 220), 40, 40, True),
    (SUM, 5, (100, 30, 70, 221), 42, 40, False),
    (SUM, 3, (99, 30, 69, 210), 24, 24, True),
    (SUM, 3, (99, 30, 69, 213), 30, 24, False),
]


def test_a_sum_may_be_off_by_half_a_unit_of_each_number_but_noughts() -> None:
    """Offices that round to threes and fives do so at random: then by a whole unit each."""
    for pattern, unit, line, off, wide, holds in SUMS_OFF:
        found = measured(pattern, line, unit=unit)
        assert (found.off, found.wide, found.tight, found.holds) == (off, wide, unit, holds)
        assert found.size == 2 * abs(line[3] or 0)
        if holds:
            assert found.is_rough is (off > 0)


@pytest.mark.parametrize(("off_by", "wide"), [(0, 8), (1, 8), (2, 8)])
def test_fives_of_the_last_decimal_place_are_no_rounding_at_random(off_by: int, wide: int) -> None:
    found = measured(SUM, (100, 30, 70, 200 + off_by), unit=2, one=10)
    assert found.wide == wide


AT_RANDOM: Sequence[tuple[int, int]] = [(50, 400), (30, 240), (20, 80), (5, 20)]


def test_whole_fives_and_threes_are_rounded_at_random_where_numbers_have_decimals() -> None:
    """In tenths fifty is five, and thirty three: then every number may be a whole step off."""
    for unit, wide in AT_RANDOM:
        found = measured(SUM, (20 * unit, 6 * unit, 14 * unit, 41 * unit), unit=unit, one=10)
        assert (found.off, found.wide, found.holds) == (2 * unit, wide, True)


@pytest.mark.parametrize(("whole", "is_silent"), [(0, False), (5, True)])
def test_a_sum_of_nothing_is_nothing_or_says_nothing(whole: int, is_silent: bool) -> None:
    found = measured(SUM, (None, None, None, whole), unit=3)
    assert found == Measure(0, 3, 3, 0, is_silent=is_silent)


SILENT: Sequence[tuple[Line, int | None, bool]] = [
    ((100, 30, None, 500), 2, True),
    ((100, 30, None, 500), None, False),
    ((100, 30, None, 90), 2, False),
    ((100, -30, None, 10), 2, True),
    ((100, 0, None, 90), 2, False),
    ((100, 0, None, 110), 2, True),
    ((None, None, None, 0), None, False),
    ((None, None, None, 5), None, True),
]


def test_a_sum_is_silent_where_what_is_withheld_may_be_the_rest() -> None:
    for line, withheld, is_silent in SILENT:
        assert measured(SUM, line, withheld=withheld).is_silent is is_silent


SUMS_TELL: Sequence[tuple[Sum, Line, float, float]] = [
    (SUM, (1009, 311, 47, 1367), 2 * 358 + 1, 2 * 358 + 1),
    (SUM, (1009, 311, 47, 1368), (2 * 358 + 1) / 3, 2 * 358 + 1),
    (SUM, (1009, 0, 47, 1056), 2 * 47 + 1, 2 * 47 + 1),
    (SUM, (1010, 310, 50, 1370), 2 * 36 + 1, 2 * 36 + 1),
    (BALANCE, (1009, 311, 47, 1273), 2 * 264 + 1, 2 * 264 + 1),
    (BALANCE, (311, 1009, 47, 1273), 2 * 264 + 1, 2 * 264 + 1),
    (BALANCE, (1009, 311, 311 - 47, 1056), 2 * 47 + 1, 2 * 47 + 1),
    (BALANCE, (-1009, -311, 47, -1367), 2 * 358 + 1, 2 * 358 + 1),
    (SUM, (7000, 7000, 7000, 21_000), 2 * 2 + 1, 2 * 2 + 1),
    (SUM, (7000, 7, 0, 7007), 3, 3),
]


def test_a_sum_tells_all_parts_but_the_largest_in_steps_that_all_share() -> None:
    for pattern, line, told, sure in SUMS_TELL:
        found = measured(pattern, line)
        assert tells(found.told, told)
        assert tells(found.sure, sure)
        assert tells(found.given, 2 * abs(line[3] or 0) + 1)
        assert found.key is not None


def test_what_a_balance_leaves_within_the_rounding_of_its_parts_tells_nothing() -> None:
    """Of four parts two units: that they leave two, or one, is rounding; three are more."""
    balance = Sum(4, (0, 1, 2, 3), frozenset({3}))
    for taken, left, tells_something in ((179, 2, False), (178, 3, True), (180, 1, False)):
        found = measured(balance, (100, 50, 30, taken, left))
        assert found.holds and found.is_rough
        assert (found.told > 0) is tells_something
    # to the last place it tells
    assert measured(balance, (100, 50, 30, 178, 2)).told > 0


@pytest.mark.parametrize(("off", "quotient"), [(0, 2 * 47 + 1), (1, 2 * 48 / 4), (2, 2 * 49 / 4)])
def test_of_four_numbers_alike_in_twos_rounding_leaves_what_they_differ_by(
    off: int, quotient: float
) -> None:
    """That a balance of years holds within four is one in 24, and to the last place one in 95."""
    found = measured(BALANCE, (1009, 311, 311 - 47, 1056 + off))
    assert found.holds
    assert tells(found.told, quotient)


def test_what_two_are_taken_from_is_no_balance() -> None:
    """A whole less two: that it is near the whole says nothing."""
    rest = Sum(3, (0, 1, 2), frozenset({1, 2}))
    assert tells(measured(rest, (10_090, 31, 47, 10_012)).told, 2 * 78 + 1)
    # nor one of four parts
    four = Sum(4, (0, 1, 2, 3), frozenset({3}))
    assert tells(measured(four, (10_090, 31, 47, 52, 10_116)).told, 2 * 130 + 1)


ALONE: Sequence[tuple[Sum, Line, bool]] = [
    (SUM, (1009, 0, None, 1009), True),
    (SUM, (0, 0, 0, 0), False),
    (BALANCE, (1009, 50, 50, 1009), False),
    (BALANCE, (1009, 0, 0, 1009), True),
]


def test_a_sum_of_one_part_tells_nothing() -> None:
    for pattern, line, is_alone in ALONE:
        found = measured(pattern, line)
        assert (found.holds, found.told, found.key, found.is_alone) == (True, 0, None, is_alone)


@pytest.mark.parametrize(
    ("parts", "within"),
    [(1, (1, 1)), (2, (3, 4)), (3, (2, 3)), (4, (115, 192)), (5, (11, 20)), (6, (5_887, 11_520))],
)
def test_that_a_sum_is_right_to_the_last_place_is_an_accident_of_so_many(
    parts: int, within: tuple[int, int]
) -> None:
    """Uniform errors of so many numbers come to less than half as often: Irwin and Hall, 1927."""
    line = [*(1_009 + 311 * place for place in range(parts)), 0]
    line[-1] = sum(line)
    pattern = Sum(parts, tuple(range(parts)))
    assert pattern.exactness(measured(pattern, tuple(line))) == bits(within[1], within[0])


def test_of_more_than_three_hundred_parts_so_many_are_reckoned_with() -> None:
    found = measured(SUM, (1, 2, 3, 6))._replace(tight=1, wide=2)
    bits_of = {
        count: Sum(count, tuple(range(count))).exactness(found) for count in (280, 300, 301, 999)
    }
    assert bits_of[280] < bits_of[300] == bits_of[301] == bits_of[999]


def test_parts_that_are_coarser_than_their_sum_make_it_less_of_an_accident() -> None:
    """Of two parts in hundreds one is rounded to as much, at least, as fifty times the sum is."""
    pattern = Sum(2, (0, 1))
    found = measured(pattern, (4_900, 3_100, 8_000))._replace(tight=1, wide=201)
    assert pattern.exactness(found) == bits(200, 2)


def test_two_lines_are_the_same_where_their_numbers_are_in_whatever_order() -> None:
    one, other = measured(SUM, (1009, 311, 47, 1367)), measured(SUM, (47, 1009, 311, 1367))
    assert one.key == other.key
    assert one.key != measured(SUM, (1009, 312, 46, 1367)).key


QUOTIENTS_OFF: Sequence[tuple[str, int, Line, int, int, int]] = [
    (DIVISION, 1, (10, 3, 3), 2, 3, 7),
    (DIVISION, 1, (11, 3, 3), 4, 3, 7),
    (DIVISION, 1, (13, 3, 3), 8, 3, 7),
    (DIVISION, 1, (-10, 3, -3), 2, 3, 7),
    (DIVISION, 1, (-10, -3, 3), 2, 3, 7),
    (DIVISION, 100, (10, 30, 33), 20, 30, 163),
    (CHANGE, 1, (10, 42, 3), 4, 10, 15),
    (CHANGE, 1, (10, 45, 3), 10, 10, 15),
    (CHANGE, 1, (10, 48, 3), 16, 10, 15),
    (CHANGE, 100, (50, 40, -20), 0, 50, 230),
    (PRODUCT, 1, (12, 7, 84), 0, 1, 20),
    (PRODUCT, 1, (12, 7, 93), 18, 1, 20),
    (PRODUCT, 1, (12, 7, 95), 22, 1, 20),
    (PRODUCT, 100, (250, 30, 75), 0, 100, 380),
    (PRODUCT, 1, (-12, 7, -84), 0, 1, 20),
]


def test_a_quotient_may_be_off_by_its_own_rounding_or_by_that_of_all() -> None:
    for kind, factor, line, off, tight, wide in QUOTIENTS_OFF:
        found = measured(Ratio(2, (0, 1), kind, factor), line)
        assert (found.off, found.tight, found.wide) == (off, tight, wide)
        assert found.holds is (off <= wide)
        if found.holds:
            assert found.is_rough is (off > tight)


NO_QUOTIENTS: Sequence[tuple[str, Line]] = [
    (DIVISION, (0, 30, 0)),
    (DIVISION, (30, 30, 1)),
    (DIVISION, (40, 1, 40)),
    (CHANGE, (40, 40, 0)),
    (CHANGE, (1, 40, 39)),
    (PRODUCT, (0, 40, 0)),
    (PRODUCT, (30, 30, 900)),
]


def test_a_quotient_of_nothing_of_itself_or_by_one_tells_nothing() -> None:
    for kind, line in NO_QUOTIENTS:
        found = measured(Ratio(2, (0, 1), kind), line)
        assert (found.holds, found.told, found.key) == (True, 0, None)


@pytest.mark.parametrize(("product", "holds"), [(12_341, True), (12_342, False)])
def test_a_product_that_is_off_by_all_roundings_still_tells(product: int, holds: bool) -> None:
    """300 by 40, all in twos: off by the rounding of both, and its own."""
    found = measured(Ratio(2, (0, 1), PRODUCT), (300, 40, product), unit=2)
    assert (found.holds, found.told > 0, found.is_rough) == (holds, holds, holds)


def test_a_quotient_that_agrees_by_all_roundings_and_is_as_small_as_these_tells_nothing() -> None:
    found = measured(Ratio(2, (0, 1)), (5, 3, 1))
    assert (found.holds, found.is_rough, found.told, found.sure) == (True, True, 0, 0)


def test_so_many_of_a_hundred_are_as_many_per_cent() -> None:
    plain = measured(Ratio(2, (0, 1), DIVISION, 100), (40, 100, 40))
    assert (plain.holds, plain.told, plain.key) == (True, 0, None)
    assert measured(Ratio(2, (0, 1), DIVISION, 100), (40, 80, 50)).told > 0


QUOTIENTS_TELL: Sequence[tuple[str, Line, int, float]] = [
    # the number, to its last place: 4,31 of 431 / 100 and a unit each way
    (DIVISION, (1_294_000, 300_100, 431), 100, 432),
    # half of that, and less, where it agrees by the parts' rounding alone
    (DIVISION, (1_294_933, 300_100, 431), 100, 215.6),
    (CHANGE, (200_000, 800_700, 300), 100, 301),
    (PRODUCT, (123_456, 7, 864_192), 1, 864_193),
    (PRODUCT, (7, 123_456, 864_192), 1, 864_193),
    (PRODUCT, (700, 123_000, 86_100_000), 1, 86_100_001),
]


def test_a_quotient_tells_its_size_in_units() -> None:
    for kind, line, one, told in QUOTIENTS_TELL:
        found = measured(Ratio(2, (0, 1), kind), line, one=one)
        assert found.holds
        assert tells(found.told, told)
        assert found.key == line[2]


@pytest.mark.parametrize(
    ("first", "second", "told"), [(1200, 400, 1201), (1248, 416, 1249), (1250, 625, 1251)]
)
def test_a_whole_quotient_tells_as_much_as_its_numerator_has_digits(
    first: int, second: int, told: float
) -> None:
    found = measured(Ratio(2, (0, 1)), (first, second, first // second), one=1)
    assert found.off == 0
    assert tells(found.told, told)
