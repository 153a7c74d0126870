"""Columns and rows in another unit, and what an envelope holds besides."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.rounding.interval import Interval, point
from allokera.audit.shares.administration import common_amount, common_share, deduction
from allokera.audit.shares.sheet import infer_unit, other_units, read_sheet
from allokera.audit.shares.units import column_slip, off_unit, unit_slip
from allokera.kronor.keying import Slip
from allokera.model import Column

Amounts = tuple[int | None, ...]
FEW: Amounts = (20_000, None, 40_000)


@pytest.mark.parametrize(
    ("envelope", "power"),
    [
        (60_000, 1),
        (120_000, 1),
        (120_001, 1),
        (54_546, 1),
        (54_545, 1),
        (60_000_000, 1_000),
        (120_000_000, 1_000),
        (120_000_001, 1),
        (54_545_455, 1_000),
        (54_545_454, 1),
        (60_000_000_000, 1_000_000),
        (60, Fraction(1, 1_000)),
        (120, Fraction(1, 1_000)),
        (121, 1),
        (55, Fraction(1, 1_000)),
        (54, 1),
    ],
)
def test_a_column_is_in_another_unit_where_only_that_brings_it_near_its_envelope(
    envelope: int, power: Fraction
) -> None:
    """Near is from half of it to a tenth above."""
    assert column_slip(FEW, envelope, None) == power


@pytest.mark.parametrize(
    ("amounts", "unit", "power"),
    [
        ((20, 30, None, 0), 1_000, 1_000),
        ((20, 30), 20_000, 1_000_000),
        ((20_000, 30), 1_000, 1),
        ((20_000, 30_000), 1_000, 1),
        ((20, 30), None, 1),
        ((0, None), 1_000, 1),
        ((7, 11), 13_000, 1),
    ],
)
def test_a_column_is_in_another_unit_where_no_amount_is_a_multiple_of_what_is_stated(
    amounts: Amounts, unit: int | None, power: int
) -> None:
    assert column_slip(amounts, None, unit) == power


def test_nothing_is_in_no_unit() -> None:
    assert column_slip((0, None), 60_000, 1_000) == 1
    assert column_slip((-5, None), 60_000, None) == 1


WEIGHTS = (10, 20, 30, 40, 50)
RIGHT: Amounts = (10_000, 20_000, 30_000, 40_000, 50_000)


def slipped(*rows: int, power: Fraction = Fraction(1, 1_000)) -> Amounts:
    return tuple(
        int(amount * power) if row in rows and amount is not None else amount
        for row, amount in enumerate(RIGHT)
    )


@pytest.mark.parametrize(
    ("power", "slip"),
    [
        (Fraction(1, 1_000), Slip.THOUSANDTH),
        (Fraction(1_000), Slip.THOUSANDFOLD),
        (Fraction(1_000_000), Slip.MILLIONFOLD),
    ],
)
def test_rows_in_another_unit_are_brought_to_that_of_most(power: Fraction, slip: Slip) -> None:
    event = unit_slip(slipped(1, 3, power=power), WEIGHTS, None)
    assert event is not None
    assert (event.rows, event.slips, event.amounts) == ((1, 3), (slip, slip), RIGHT)
    assert off_unit(slipped(1, 3, power=power), WEIGHTS) == {1: 1 / power, 3: 1 / power}


def test_one_row_in_another_unit_is_a_wrong_cell_and_no_event() -> None:
    assert unit_slip(slipped(1), WEIGHTS, None) is None
    assert off_unit(slipped(1), WEIGHTS) == {1: Fraction(1_000)}
    assert unit_slip(RIGHT, WEIGHTS, None) is None
    assert off_unit(RIGHT, WEIGHTS) == {}


def test_of_two_halves_the_larger_amounts_are_in_the_right_unit_unless_the_envelope_says_so() -> (
    None
):
    amounts = slipped(0, 1)[:4]
    for envelope, rows in ((None, (0, 1)), (100_000, (0, 1)), (100, (2, 3))):
        event = unit_slip(amounts, WEIGHTS[:4], envelope)
        assert event is not None
        assert event.rows == rows


@pytest.mark.parametrize(("times", "is_apart"), [(29, False), (31, True)])
def test_amounts_that_lie_more_than_thirty_times_apart_are_in_different_units(
    times: int, is_apart: bool
) -> None:
    amounts = (1_000, 1_000, 1_000 * times, 1_000 * times)
    assert bool(unit_slip(amounts, (1,) * 4, None) or off_unit(amounts, (1,) * 4)) is False
    far = (1_000, 1_000, 1_000_000, 1_000_000)
    bridged = (*far, 1_000 * times, 1_000 * times * 29)
    assert bool(off_unit(bridged, (1,) * 6)) is is_apart


@pytest.mark.parametrize(
    ("ratio", "is_power"),
    [(334, True), (333, False), (2_999, True), (3_000, False), (3_001, False)],
)
def test_a_thousand_times_is_less_than_three_times_off_a_thousand(
    ratio: int, is_power: bool
) -> None:
    amounts = (1_000 * ratio,) * 3 + (1_000,) * 2
    assert bool(off_unit(amounts, (1,) * 5)) is is_power


@pytest.mark.parametrize(("few", "is_power"), [(2, True), (3, False), (1, True)])
def test_three_times_more_than_others_is_as_far_off(few: int, is_power: bool) -> None:
    """Beside thousands a two may stand for two thousand, and a three for nothing so large."""
    found = off_unit((1_000,) * 3 + (few,) * 2, (1,) * 5)
    assert found == (dict.fromkeys((3, 4), Fraction(1_000)) if is_power else {})


def test_rows_without_amount_or_weight_are_in_no_unit() -> None:
    event = unit_slip((*slipped(1, 3), 5, None, -7), (*WEIGHTS, None, 3, 2), None)
    assert event is not None
    assert event.rows == (1, 3)
    assert event.amounts[5:] == (5, None, -7)


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        ((3_000_000, 5_000_000), 1_000_000),
        ((3_000_000, 5_000_000, 7_000_000, 9_000_000, 11_000_001), 1_000_000),
        ((3_000_000, 5_000_000, 7_000_000, 9_000_001), 1),
        ((3_000, 5_000, None, 0), 1_000),
        ((3_000, 5_100), 1),
        ((0, 0), 1),
        ((None,), 1),
    ],
)
def test_a_unit_is_what_all_but_one_amount_in_five_are_multiples_of(
    amounts: Amounts, unit: int
) -> None:
    assert infer_unit(amounts, Fraction(1)) == unit


def units_of(amounts: Sequence[int], unit: int | None = None) -> list[int]:
    cells = tuple(map(str, amounts))
    return list(other_units(read_sheet(Column(name="a", heading="a", cells=cells, unit=unit))))


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((3_100, 5_200), [5, 10, 50, 100]),
        ((3_150, 5_200), [5, 10, 50]),
        ((30_000, 50_000), [5_000, 10_000]),
        ((3_000, 5_000, 7_000, 9_000, 11_500), [500]),
        ((3_000, 5_000, 7_000, 9_000, 11_450), [50]),
        ((3_000, 5_000, 7_000, 9_000, 11_410), [10]),
        ((3_000, 5_000, 7_000, 9_000, 11_405), [5]),
        ((3_001, 5_002), []),
        ((0, 0), []),
    ],
)
def test_other_units_are_those_that_nearly_all_are_multiples_of_or_all_where_some_are_not(
    amounts: Sequence[int], expected: list[int]
) -> None:
    found = units_of(amounts)
    assert [each for each in found if each > 1] == expected
    assert units_of(amounts, unit=1_000) == []


def test_a_deduction_is_the_envelope_without_the_pool() -> None:
    pool = Interval(Fraction(900), Fraction(950), lower_closed=True, upper_closed=False)
    found = deduction("a", 1_000, pool)
    assert found.amount == Interval(Fraction(50), Fraction(100), False, True)
    assert found.share == Interval(Fraction(1, 20), Fraction(1, 10), False, True)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([(24_400, 27_000)], 25_000),
        ([(24_400, 27_000), (26_000, 31_000)], 26_000),
        ([(24_400, 25_000), (26_000, 31_000)], None),
        ([(18_000, 23_000)], 20_000),
        ([(90_000, 130_000)], 100_000),
        ([(41_000, 60_000)], 50_000),
        ([(24_401, 24_409)], 24_405),
        ([(24_401, 24_404)], 24_402),
        ([(-300, 700)], 0),
        ([(-31_000, -18_000)], -20_000),
        ([(5, 5)], 5),
        ([(11_000, 19_000)], 15_000),
    ],
)
def test_the_simplest_amount_is_the_roundest_that_fits_all(
    ends: list[tuple[int, int]], expected: int | None
) -> None:
    deductions = [
        deduction("a", 10**6, Interval(Fraction(10**6 - most), Fraction(10**6 - least)))
        for least, most in ends
    ]
    assert common_amount(deductions) == expected
    assert (common_share(deductions) is None) is (expected is None)


def test_no_whole_amount_may_fit() -> None:
    half = deduction("a", 10, Interval(Fraction(91, 10), Fraction(92, 10)))
    assert common_amount([half]) is None
    assert common_share([half]) == Interval(Fraction(8, 100), Fraction(9, 100))
    assert common_share([half, deduction("b", 20, point(Fraction(91, 5)))]) is not None
