"""A sheet of repayments states what one of payments would."""

import pytest

from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet


@pytest.mark.parametrize(
    ("grid", "sign", "first"),
    [
        ([["a", "-5", "-6"], ["b", "-7", "0"]], -1, 5),
        ([["a", "-5", "-6"], ["b", "-7", "1"]], 1, -5),
        ([["a", "5", "6"], ["b", "7", "8"]], 1, 5),
        ([["a", "0", "0"], ["b", "0", "0"]], 1, 0),
        ([["a", "x"], ["b", "y"]], 1, None),
    ],
)
def test_signs_are_turned_where_no_number_is_above_zero(
    grid: list[list[str]], sign: int, first: int | None
) -> None:
    sheet = read_sheet(grid, notation_of_sheet(grid))
    assert sheet.sign == sign
    assert sheet.values[0][1] == first
