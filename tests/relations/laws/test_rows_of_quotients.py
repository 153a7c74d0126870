"""Quotients do not add up: a row of them is none of a sum across, that it looks so is enough."""

from fractions import Fraction

import pytest

from allokera.relations.laws.law import Law
from relations.grids import Grid, laws_in, to_places

HEADS = [31_402, 12_110, 12_260, 15_301, 25_900]
AMOUNTS = [1_210_117, 803_229, 700_481, 911_023, 1_500_209]
MORE = [[12, 5, 7, 9, 31], [1_013, 404, 611, 903, 776], [77, 41, 90, 112, 63], [9, 4, 2, 8, 6]]


def measures(places: int, *, last: str = "") -> Grid:
    """Measures in rows, five recipients and their sums in columns; amounts by head, last."""
    rows = [[*numbers, sum(numbers)] for numbers in (HEADS, AMOUNTS, *MORE)]
    by_head = [
        to_places(Fraction(amount, heads), places)
        for amount, heads in zip(rows[1], rows[0], strict=True)
    ]
    by_head[-1] = last or by_head[-1]
    return [[str(each) for each in row] for row in rows] + [by_head]


def across(grid: Grid) -> Law:
    (law,) = [
        law
        for law in laws_in(grid).values()
        if law.claim.view.is_across and law.claim.target == len(HEADS)
    ]
    return law


@pytest.mark.parametrize("places", [2, 1])
def test_a_row_of_quotients_is_none_of_the_sum(places: int) -> None:
    law = across(measures(places))
    assert law.lines == {0, 1, 2, 3, 4, 5}
    assert law.broken == law.doubtful == frozenset()


def test_a_row_that_is_no_quotient_breaks_it() -> None:
    grid = measures(2)
    grid[-1] = ["3817", "6606", "5710", "5954", "5792", "4841"]
    assert across(grid).broken == {6}
