"""One printed column read: amounts in ones, the unit that they are multiples of, digits keyed."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.report.report import Place
from allokera.audit.rounding.interval import Interval
from allokera.audit.shares.sheet import Sheet, infer_unit, other_units, read_sheet, rescaled
from allokera.model import Basis, Column


def sheet_of(
    *cells: str, unit: int | Fraction | None = None, worth: int = 1, is_back: bool = False
) -> Sheet:
    column = Column(name="Bidrag", heading="", cells=cells, unit=unit, worth=worth)
    return read_sheet(column, is_back=is_back)


@pytest.mark.parametrize(
    ("cells", "unit", "amounts", "one"),
    [
        (("12 000", "7 500"), None, (12_000, 7_500), Fraction(1)),
        (("12 000", "", "x"), None, (12_000, None, None), Fraction(1)),
        (("12,50", "7"), None, (1_250, 700), Fraction(1, 100)),
        (("12,5", "7"), None, (1_250, 700), Fraction(1, 100)),
        (("12,505", "7,25"), None, (12_505, 7_250), Fraction(1, 1_000)),
        (("12", "7"), Fraction(1, 2), (1_200, 700), Fraction(1, 100)),
        # finer than money has parts: no amount
        (("12,5055", "7"), None, (None, 7), Fraction(1)),
    ],
)
def test_amounts_are_whole_numbers_of_the_smallest_part_that_the_column_shows(
    cells: Sequence[str],
    unit: int | Fraction | None,
    amounts: tuple[int | None, ...],
    one: Fraction,
) -> None:
    sheet = sheet_of(*cells, unit=unit)
    assert (sheet.amounts, sheet.one) == (amounts, one)
    assert sheet.holds_amounts is (None not in amounts or cells[0] == "12 000")


@pytest.mark.parametrize(
    ("unit", "worth", "expected", "basis"),
    [
        (None, 1, 1_000, Basis.INFERRED),
        (None, 1_000, 1_000_000, Basis.INFERRED),
        (500, 1, 500, Basis.STATED),
        (1, 1, 1, Basis.STATED),
    ],
)
def test_a_unit_is_stated_or_inferred(
    unit: int | None, worth: int, expected: int, basis: Basis
) -> None:
    sheet = sheet_of("12 000", "7 000", "31 000", unit=unit, worth=worth)
    assert (sheet.unit, sheet.unit_basis, sheet.step) == (expected, basis, expected)
    assert sheet.worth == worth
    assert sheet.read == 50_000 * worth


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        ([2_000_000, 31_000_000], 1_000_000),
        ([2_000_000, 31_500_000], 1_000),
        ([2_000, 31_500], 1),
        ([2_000, 3_000, 4_000, 5_000, 6_500], 1_000),
        ([2_000, 3_000, 4_000, 6_500], 1),
        ([2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 1, 2], 1_000),
        ([2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 1, 2], 1),
        ([2_000, 0, None, 0, 1], 1),
        ([0, 0, None], 1),
        ([], 1),
        ([-2_000, 7_000], 1_000),
    ],
)
def test_all_but_one_amount_in_five_are_multiples_of_a_unit(
    amounts: Sequence[int | None], unit: int
) -> None:
    assert infer_unit(amounts, Fraction(1)) == unit


def test_units_are_of_kronor_where_ones_are_parts_of_one() -> None:
    assert infer_unit([200_000, 300_000], Fraction(1, 100)) == 100_000
    assert infer_unit([200_000, 300_100], Fraction(1, 100)) == 100
    assert infer_unit([200_000, 300_101], Fraction(1, 100)) == 1


@pytest.mark.parametrize(
    ("cells", "unit", "expected"),
    [
        (("12 500", "7 000", "31 500"), None, [5, 10, 50, 100, 500]),
        (("12 000", "7 000", "31 000"), None, []),
        (("20 000", "70 000", "30 000"), None, [5_000, 10_000]),
        (("25 000", "75 000", "30 000"), None, [5_000]),
        (("200 000", "700 000", "300 000"), None, [5_000, 10_000, 50_000, 100_000]),
        (("12 507", "7 011", "31 502"), None, []),
        # one in five is no multiple: what all are multiples of comes first
        (("10", "11", "30", "21", "50"), None, []),
        (("2 000", "3 000", "4 000", "8 000", "6 500"), None, [500]),
        (("2 000", "3 000", "4 000", "8 000", "6 507"), None, [1]),
        (("2 000", "3 000", "4 000", "8 000", "6 550"), None, [50]),
        (("2 000", "3 000", "4 000", "8 000", "6 510"), None, [10]),
        (("2 000", "3 000", "4 000", "8 000", "6 515"), None, [5]),
        (("2 000", "3 000", "4 000", "8 000", "6 100"), None, [100]),
        (("20 000", "70 000", "30 000"), 1_000, []),
        (("", "x"), None, []),
    ],
)
def test_other_units_are_coarser_or_what_all_amounts_are_multiples_of(
    cells: Sequence[str], unit: int | None, expected: list[int]
) -> None:
    assert [*other_units(sheet_of(*cells, unit=unit))] == expected


@pytest.mark.parametrize(
    ("cell", "worth", "expected"),
    [
        ("12 000", 1, ("12000", 1)),
        ("-12 000", 1, ("-12000", 1)),
        ("12", 1_000, ("12", 1_000)),
        ("12 mnkr", 1, ("12", 1_000_000)),
        ("164 000 00", 1, ("16400000", 1)),
        ("", 1, ("", 1)),
        ("abc", 1, ("", 1)),
    ],
)
def test_the_digits_that_were_keyed_are_told_and_what_the_last_is_worth(
    cell: str, worth: int, expected: tuple[str, int]
) -> None:
    assert sheet_of(cell, "31 000 000", worth=worth).keyed(0) == expected


def test_of_a_column_with_decimals_the_digits_are_those_of_its_parts() -> None:
    sheet = sheet_of("12,50", "7", "0,25")
    assert [sheet.keyed(row) for row in range(3)] == [("1250", 1), ("700", 1), ("25", 1)]
    assert [sheet.told(row) for row in range(3)] == [Fraction(25, 2), Fraction(7), Fraction(1, 4)]
    assert sheet.kronor(1_250) == Fraction(25, 2)
    assert sheet.in_ones(12) == 1_200 and sheet.in_ones(None) is None
    pool = Interval(Fraction(100), Fraction(250), lower_closed=False)
    assert sheet.kronor_between(pool) == Interval(Fraction(1), Fraction(5, 2), lower_closed=False)


def test_a_malformed_cell_counts_by_its_digits_and_a_blank_for_nothing() -> None:
    sheet = sheet_of("12 000", "164 000 00", "", "x", "-500")
    assert sheet.sum_of(range(5)) == 12_000 + 16_400_000 - 500
    assert sheet.sum_of([0, 4]) == 11_500
    assert sheet.sum_of([]) == 0
    assert sheet.read == 11_500
    assert sheet.told(1) is None and sheet.told(0) == 12_000


@pytest.mark.parametrize(
    ("cells", "expected"), [(("", "x"), False), (("", "1,5"), True), (("164 000 00",), True)]
)
def test_a_column_has_numbers_where_any_cell_has_digits(
    cells: Sequence[str], expected: bool
) -> None:
    assert sheet_of(*cells).has_numbers is expected


def test_what_is_paid_back_is_read_by_its_size_and_told_as_it_is() -> None:
    sheet = sheet_of("-12 000", "-7 000", is_back=True)
    assert (sheet.amounts, sheet.unit) == ((12_000, 7_000), 1_000)
    assert sheet.one == -1
    assert (sheet.read, sheet.told(0), sheet.step) == (-19_000, -12_000, 1_000)
    assert sheet.keyed(0) == ("12000", 1)


def test_a_column_in_another_unit_than_it_says_is_read_anew() -> None:
    plain = sheet_of("164", "53", "31")
    sheet = rescaled(plain, Fraction(1_000_000))
    assert sheet.amounts == (164_000_000, 53_000_000, 31_000_000)
    assert sheet.unit == sheet.worth == 1_000_000
    assert sheet.keyed(0) == ("164", 1_000_000)
    assert sheet.slip == 1_000_000 and plain.slip == 1
    stated = rescaled(sheet_of("164", "53", unit=1), Fraction(1_000))
    assert (stated.amounts, stated.unit) == ((164_000, 53_000), 1)
    back = rescaled(sheet_of("164 000", "53 500"), Fraction(1, 1_000))
    assert back.amounts == (164, None)


def test_a_place_is_a_cell_or_a_part_of_it() -> None:
    sheet = sheet_of("12 000", "7 500")
    assert sheet.place(1) == Place(1, "Bidrag", "7 500", 0, 5)
    assert sheet.place(0, (2, 3)) == Place(0, "Bidrag", "12 000", 2, 3)
