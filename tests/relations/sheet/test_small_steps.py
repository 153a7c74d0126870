"""What a sheet makes of its cells, step by step: scales, years, running numbers, headings."""

from collections.abc import Sequence

import pytest

from allokera.relations.sheet.numbers import Printed
from allokera.relations.sheet.reading import (
    _are_years,
    _count_up,
    _heading,
    _is_withheld,
    _raise,
    _scaled,
)
from allokera.relations.sheet.view import seeds
from relations.grids import sheet_of, view_of

COUNTED: Sequence[tuple[Sequence[int], int, bool]] = [
    ([1, 2, 3], 1, True),
    ([0, 1, 2], 1, True),
    ([10, 20, 30], 10, True),
    ([1, 2], 1, False),
    ([2, 3, 4], 1, False),
    ([1, 3, 5], 1, False),
    ([], 1, False),
    # of six or more four steps in five are enough, of fewer all
    ([1, 2, 3, 4, 6], 1, False),
    ([1, 2, 3, 4, 5, 7], 1, True),
    ([1, 2, 3, 5, 6, 8], 1, False),
    ([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13], 1, True),
    ([1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 14], 1, False),
]


def test_a_column_numbers_its_rows_where_nearly_all_of_many_count_up() -> None:
    for numbers, one, expected in COUNTED:
        assert _count_up(numbers, one) is expected


HEADINGS: Sequence[tuple[Sequence[Printed | None], bool]] = [
    ([Printed(2018, 0), Printed(2019, 0)], True),
    ([Printed(1900, 0), Printed(1925, 0)], True),
    ([Printed(2100, 0), Printed(2075, 0)], True),
    ([Printed(2018, 0), Printed(1992, 0)], False),
    ([Printed(1899, 0), Printed(2019, 0)], False),
    ([Printed(2018, 0), Printed(2101, 0)], False),
    ([Printed(2018, 0), None, Printed(2019, 0)], True),
    ([Printed(2018, 0)], False),
    ([None], False),
    ([Printed(20180, 1), Printed(2019, 0)], True),
    ([Printed(20185, 1), Printed(2019, 0)], False),
    ([Printed(2018, 0), Printed(17, 0)], False),
]


def test_two_years_and_nothing_else_are_a_heading() -> None:
    for row, expected in HEADINGS:
        texts = ["" if cell is None else str(cell.digits) for cell in row]
        assert _are_years(row, texts) is expected


def test_numbers_are_brought_to_one_scale_and_dust_is_rounded_off() -> None:
    """Of three decimals two are kept: a half of the last is rounded up."""
    cells = [
        [Printed(7, 0), Printed(125, 1), None],
        [Printed(12_345, 3), Printed(-12_344, 3), None],
    ]
    values, units, places = _scaled(cells, 2)
    assert values == [[700, 1_250, None], [1_235, -1_234, None]]
    assert units == [[100, 10, 1], [1, 1, 1]]
    assert places == [[0, 1, 0], [2, 2, 0]]


def test_nine_decimals_are_kept() -> None:
    for text, decimals, digits in (
        ("0,123456789", 9, 123_456_789),
        ("0,1234567894", 9, 123_456_789),
        ("0,1234567895", 9, 123_456_790),
        ("0,12345678", 8, 12_345_678),
    ):
        sheet = sheet_of([[text]])
        assert (sheet.decimals, sheet.values) == (decimals, [[digits]])


def test_what_stands_at_the_top_of_a_column_is_its_heading_and_long_numbers_are_not() -> None:
    texts = [["Kr "], [""], [" per head"], ["12"], ["1234"], ["x"], ["too far down"]]
    assert _heading(texts, 0) == "Kr; per head; 12; x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x", True), ("n.a.", True), (" x ", True), ("xxxx", True), ("xxxxx", False)]
    + [("..", True), ("\u2026", True)]
    + [(text, False) for text in ("", "-", ".", " \u2013 ")],
)
def test_a_short_text_stands_in_place_of_a_number(text: str, expected: bool) -> None:
    assert _is_withheld(text) is expected


def test_units_are_raised_of_the_multiples_of_a_step_alone() -> None:
    values: list[list[int | None]] = [[20, 25, None], [30, 40, 50]]
    units = [[1, 1, 1], [1, 5, 1]]
    _raise(values, units, 1, 10)
    assert units == [[10, 1, 1], [10, 5, 10]]


def test_the_fullest_lines_are_looked_at_and_of_very_many_some_of_all() -> None:
    full, half = [1, 2, 3, 4], [1, 2, None, 0]
    assert seeds(view_of([full, half, full]), range(4)) == [0, 1, 2]
    assert seeds(view_of([full, half, full]), range(4), 2) == [0, 2]
    many = seeds(view_of([half] * 10 + [full] * 30), range(4))
    assert {*many} & {*range(10)} and len({*many} & {*range(10, 40)}) >= 7
