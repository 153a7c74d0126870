"""Grids: cells past the end, rows as people number them, sizes, and texts put into others."""

import pytest

from allokera.errors import SourceError
from allokera.source.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    WIDE,
    Grid,
    ParsedGrid,
    check_size,
    splice,
)

GRID = Grid(rows=[["a", "b"], ["c"]], lines=[3, 7])


def test_past_the_end_of_a_row_there_is_nothing() -> None:
    cells = [GRID.cell(row, column) for row in (0, 1) for column in (0, 1, 2)]
    assert cells == ["a", "b", "", "c", "", ""]


def test_rows_are_numbered_by_their_lines_or_from_one() -> None:
    assert [GRID.number(row) for row in (0, 1)] == [3, 7]
    assert [GRID._replace(lines=()).number(row) for row in (0, 1)] == [1, 2]


@pytest.mark.parametrize(
    ("rows", "consistent", "is_sure"), [(1, 1, False), (10, 9, False), (10, 10, True), (2, 2, True)]
)
def test_a_grid_is_sure_where_nearly_all_its_rows_are_alike(
    rows: int, consistent: int, is_sure: bool
) -> None:
    parsed = ParsedGrid(Grid([["a"]] * rows), None, consistent, ())
    assert parsed.is_sure == is_sure


def test_sizes_are_bounded() -> None:
    check_size("t", WIDE, MOST_CELLS)
    check_size("t", MOST_COLUMNS, MOST_CELLS // 2)
    with pytest.raises(SourceError, match=r"^t: row too wide: most=1000$"):
        check_size("t", MOST_COLUMNS + 1, 1)
    with pytest.raises(SourceError, match=r"^t: table too large: most=200000$"):
        check_size("t", 1, MOST_CELLS + 1)
    with pytest.raises(SourceError, match=r"^t: table too large: most=100000$"):
        check_size("t", WIDE + 1, MOST_CELLS // 2 + 1)


def test_texts_are_put_in_places_in_any_order() -> None:
    assert splice("abcdef", [(4, 5, "E"), (0, 2, ""), (6, 6, "!")]) == "cdEf!"
    assert splice("abc", []) == "abc"
