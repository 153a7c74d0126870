"""A number is written as the other cells of its column are; what stands around it stays."""

from fractions import Fraction

import pytest

from allokera.kronor.amount import Amount
from allokera.model import Column
from allokera.source.table import respelling
from allokera.source.table.respelling import respell


def written(number: Amount, *cells: str, worth: int = 1, row: int = 0) -> str:
    column = Column(name="x", heading="x", cells=cells, years=(), worth=worth, quotation="")
    return respell(column, row, number)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (("1 00", "2 000", "3.000"), " "),
        (("1 00", "2 000", "3.000", "4.000.000"), "."),
        (("1 00", "2.000", "3.000.000", "4 000"), "."),
        (("1 00", "2\u2009000"), "\u2009"),
        (("1 00", "2'000'000"), "'"),
        (("1 00", "2000", "3 000", "4000"), ""),
        (("1 00", "2 000", "30", "400", "999"), " "),
        (("1 00", "2 000", "-3000", "-4000"), ""),
        (("1 00", "2 000", "1000", "1000"), ""),
        (("1 00", "2000,5", "3000,5", "4 000"), " "),
        (("1 000", "2000"), ""),
        (("2000", "1 000"), " "),
        (("1 00", "x", ""), ""),
        (("1 00", "5 00"), " "),
        (("1 00", "5,5", "2.000,5"), "."),
    ],
)
def test_groups_are_parted_as_in_most_other_cells(cells: tuple[str, ...], mark: str) -> None:
    assert written(1_234_567, *cells) == f"1{mark}234{mark}567"


@pytest.mark.parametrize(
    ("number", "cells", "expected"),
    [
        (Fraction(123_456_789, 100), ("1 000,50", "2 000,25"), "1 234 567,89"),
        (Fraction(123_456_789, 100), ("1,000.50", "2,000.25"), "1,234,567.89"),
        (Fraction(5), ("1 000,50", "2 000,25", "7"), "5,00"),
        (Fraction(-5), ("-1 000,50", "-2 000,25"), "-5,00"),
        (Fraction(5, 2), ("1 000", "2 000"), "2,5"),
        (Fraction(51, 20), ("1,5", "2,5"), "2,55"),
        (Fraction(5), ("1 000", "2 000"), "5"),
        (5, ("1,5", "2,5"), "5"),
    ],
)
def test_a_number_with_parts_has_the_decimals_of_its_column(
    number: Amount, cells: tuple[str, ...], expected: str
) -> None:
    assert written(number, *cells) == expected


def test_the_cell_itself_has_no_vote() -> None:
    assert written(5_000, "1 000", "2.000.000", "3 000", row=1) == "5 000"
    assert written(5_000, "1.000.000", "2.000.000", "3 000", row=2) == "5.000"


@pytest.mark.parametrize(
    ("cell", "number", "expected"),
    [
        ("100", 5, "5"),
        (" 1 00 ", 5_000, " 5 000 "),
        ("1 00*", 5_000, "5 000*"),
        ("1 00 *", 5_000, "5 000 *"),
        ("1 00\u00b9", 5_000, "5 000\u00b9"),
        ("1 00 1)", 5_000, "5 000 1)"),
        ("1 00 kr", 5_000, "5 000 kr"),
        ("1 00 kr*", 5_000, "5 000 kr*"),
        ("1 O0", 5_000, "5 000"),
        ("O00", 5_000, "5 000"),
        ("10O", 5_000, "5 000"),
        ("-100", 5_000, "5 000"),
        ("(100)", 5_000, "5 000"),
        (" -100 ", 5_000, " 5 000 "),
        ("12x34", 5_000, "5 000"),
        ("-", 5_000, "5 000"),
        ("", 5_000, "5 000"),
        ("  ", 5_000, "  5 000"),
        ("1 00", 0, "0"),
    ],
)
def test_what_stands_around_a_number_stays(cell: str, number: int, expected: str) -> None:
    assert written(number, cell, "2 000") == expected


@pytest.mark.parametrize(
    ("cell", "worth", "number", "expected"),
    [
        ("53 mnkr", 1, 54_000_000, "54 mnkr"),
        ("53 mnkr", 1, 54_500_000, "54 500 000"),
        ("53 mnkr", 1_000, 54_000, "54 mnkr"),
        ("53 mnkr", 1_000, 54_500, "54 500"),
        ("53", 1_000, 54, "54"),
        ("53 kr", 1_000, 54, "54 000 kr"),
        ("5 tkr", 1_000_000, 2, "2 000 tkr"),
    ],
)
def test_a_cells_own_word_says_what_a_one_is_worth(
    cell: str, worth: int, number: int, expected: str
) -> None:
    assert written(number, cell, "2 000", worth=worth) == expected


def test_a_column_is_looked_through_once_for_all_its_cells() -> None:
    cells = tuple(f"{number} 000" for number in range(1, 60))
    respelling._votes.cache_clear()
    assert {written(5_000, *cells, row=row) for row in range(59)} == {"5 000"}
    assert respelling._votes.cache_info().misses == 1


def test_the_only_cell_with_groups_has_no_others_to_follow() -> None:
    assert written(5_000, "1 000", "7") == "5000"
    assert written(5_000, "1 000", "7 000") == "5 000"
