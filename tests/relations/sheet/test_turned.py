"""Columns of what is paid back: none of their numbers is above zero."""

import pytest

from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import Sheet, read_sheet


def sheet_of(*rows: str) -> Sheet:
    grid = [row.split(";") for row in rows]
    return read_sheet(grid, notation_of_sheet(grid))


@pytest.mark.parametrize(
    ("rows", "below"),
    [
        (("a;-5;-6", "b;-7;0"), {1, 2}),
        (("a;-5;-6", "b;-7;1"), {1}),
        (("a;5;6", "b;7;8"), set()),
        (("a;0;0", "b;0;0"), set()),
        (("a;x;-1", "b;-2;-3"), {1, 2}),
    ],
)
def test_columns_below_zero(rows: tuple[str, ...], below: set[int]) -> None:
    assert sheet_of(*rows).below_zero == below


def test_turning_a_column_keeps_the_others_and_turns_back() -> None:
    sheet = sheet_of("a;-5;-6", "b;;7")
    turned = sheet.turn(frozenset({1}))
    assert [row[1:] for row in turned.values] == [[5, -6], [None, 7]]
    assert turned.turned == {1}
    assert turned.turn(frozenset({1})).values == [list(row) for row in sheet.values]
