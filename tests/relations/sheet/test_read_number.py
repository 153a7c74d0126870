"""Printed numbers as digits and places, and what `.` and `,` mean in a sheet."""

import pytest

from allokera.kronor.notation import Notation
from allokera.relations.sheet.numbers import NOTHING, notation_of_sheet, read_number
from relations.grids import sheet_of

COMMA = Notation(grouping=frozenset("."), decimal=frozenset(","))
POINT = Notation(grouping=frozenset(","), decimal=frozenset("."))

BY_COMMA = [
    ("0", (0, 0)),
    ("12", (12, 0)),
    ("-12", (-12, 0)),
    ("12,50", (1250, 2)),
    ("-0,5", (-5, 1)),
    ("0,00", (0, 2)),
    ("1 234", (1234, 0)),
    ("1\u00a0234\u00a0567", (1234567, 0)),
    ("1.234", (1234, 0)),
    ("1.234.567,8", (12345678, 1)),
    (",5", (5, 1)),
    ("(12)", (-12, 0)),
    ("(1 234,5)", (-12345, 1)),
    ("12,5 %", (125, 1)),
    ("12 %", (12, 0)),
    ("0,00 %", (0, 2)),
    (" 12 ", (12, 0)),
    ("\u221212", (-12, 0)),
]
BY_POINT = [
    ("12.50", (1250, 2)),
    ("1,234", (1234, 0)),
    ("1,234.5", (12345, 1)),
    (".5", (5, 1)),
    ("-1,234", (-1234, 0)),
    ("(0.25)", (-25, 2)),
]


@pytest.mark.parametrize(("text", "expected"), BY_COMMA, ids=repr)
def test_a_number_with_a_decimal_comma(text: str, expected: tuple[int, int]) -> None:
    assert read_number(text, COMMA) == expected


@pytest.mark.parametrize(("text", "expected"), BY_POINT, ids=repr)
def test_a_number_with_a_decimal_point(text: str, expected: tuple[int, int]) -> None:
    assert read_number(text, POINT) == expected


@pytest.mark.parametrize("text", [*sorted(NOTHING), " ", "x", "n/a", "abc", "1-2-3", "9 " * 40])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text, COMMA) is None
    assert read_number(text, POINT) is None


@pytest.mark.parametrize(
    ("grid", "decimal", "grouping"),
    [
        ([["a", "12,5"], ["b", "1.234,5"]], ",", "."),
        ([["a", "12.5"], ["b", "1,234.5"]], ".", ","),
        ([["a", "1.234.567"], ["b", "12,5"]], ",", "."),
        ([["a", "12"], ["b", "13"]], "", ""),
    ],
)
def test_the_notation_of_a_sheet_is_what_its_cells_show(
    grid: list[list[str]], decimal: str, grouping: str
) -> None:
    told = notation_of_sheet(grid)
    assert told.decimal == frozenset(decimal)
    assert told.grouping == frozenset(grouping)


@pytest.mark.parametrize(("mark", "other"), [(".", ","), (",", ".")])
def test_what_a_person_says_of_a_sheet_is_taken(mark: str, other: str) -> None:
    told = notation_of_sheet([["12,5"], ["12.5"]], mark)
    assert told == Notation(frozenset(other), frozenset(mark), is_given=True)


def test_all_numbers_of_a_sheet_are_brought_to_one_scale() -> None:
    sheet = sheet_of([["1,25", "3", "x"], ["0,5", "", "7,1"]])
    assert sheet.decimals == 2
    assert sheet.values == [[125, 300, None], [50, None, 710]]
    assert sheet.units == [[1, 100, 1], [10, 1, 10]]
    assert sheet.places == [[2, 0, 0], [1, 0, 1]]


def test_a_row_of_years_holds_no_numbers() -> None:
    sheet = sheet_of([["2019", "2020", "2021"], ["2019", "2020", "2200"]])
    assert sheet.values == [[None] * 3, [2019, 2020, 2200]]


def test_codes_with_a_nought_before_them_are_no_numbers() -> None:
    assert [row[0] for row in sheet_of([["0114", "17"], ["1280", "29"]]).values] == [None, None]
