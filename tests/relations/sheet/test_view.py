"""A view: where its cells are, which lines are left, and which are looked at first."""

from dataclasses import replace

import pytest

from allokera.relations.sheet.view import View, seeds
from relations.grids import sheet_of, view_of

GRID = [["1", "2", ""], ["4", "", ""], ["7", "8", ""], ["x", "secret number", ".."]]


def test_across_and_down_are_one_sheet_seen_two_ways() -> None:
    across, down = sheet_of(GRID, ["a", "b", "c"]).views()
    assert across.columns == tuple(map(tuple, down.values))
    assert down.columns == tuple(map(tuple, across.values))
    assert (across.is_across, down.is_across) == (True, False)
    assert (list(across.names), across.width) == (["a", "b", "c"], 3)
    assert (list(down.labels), down.width) == (["a", "b", "c"], 4)
    assert (across.used, down.used) == ((0, 1), (0, 1, 2))
    for line in range(4):
        for place in range(3):
            assert across.cell(line, place) == down.cell(place, line) == (line, place)


@pytest.mark.parametrize(
    ("text", "is_withheld"),
    [("x", True), ("abcd", True), ("abcde", False), ("", False), ("..", True), (" - ", False)],
)
def test_a_text_of_up_to_four_letters_stands_in_place_of_a_number(
    text: str, is_withheld: bool
) -> None:
    across, down = sheet_of([["1", "2"], [text, "5"]]).views()
    assert across.withheld[1][0] is down.withheld[0][1] is is_withheld
    assert across.withheld[0] == [False, False]


@pytest.mark.parametrize(
    ("column", "has_gaps"),
    [
        ((1, 2, 3), False),
        ((None, 2, 3), False),
        ((1, None, 3), True),
        ((None, 1, None), False),
        ((1, None, None), False),
        ((None, None, None), False),
    ],
)
def test_a_gap_is_a_line_without_a_number_between_lines_with_one(
    column: tuple[int | None, ...], has_gaps: bool
) -> None:
    assert view_of([[5, each] for each in column]).has_gaps(1) is has_gaps


def numbered(lines: int, width: int = 2) -> View:
    view = view_of([[10 * line + place for place in range(width)] for line in range(lines)])
    return replace(view, labels=[str(line) for line in range(lines)])


@pytest.mark.parametrize(
    ("lines", "most", "kept"),
    [(10, 5, [0, 2, 4, 6, 8]), (11, 5, [0, 3, 6, 9]), (10, 10, [*range(10)]), (3, 10, [0, 1, 2])],
)
def test_a_sample_is_spread_over_all_lines(lines: int, most: int, kept: list[int]) -> None:
    sample = numbered(lines).sample(most)
    assert list(sample.labels) == [str(line) for line in kept]
    assert sample.values == [[10 * line, 10 * line + 1] for line in kept]
    assert len(sample.units) == len(sample.withheld) == len(kept)


def test_only_some_lines_keep_their_numbers() -> None:
    view = numbered(4).only([1, 3])
    assert view.columns == ((None, 10, None, 30), (None, 11, None, 31))
    assert numbered(4).lagged(1).only([2]).columns[2] == (None, None, 10, None)


@pytest.mark.parametrize(
    ("lag", "third"), [(1, (None, 0, 10, 20)), (-1, (10, 20, 30, None)), (2, (None, None, 0, 10))]
)
def test_beside_a_line_stand_the_numbers_of_another(
    lag: int, third: tuple[int | None, ...]
) -> None:
    plain = replace(numbered(4), units=[[7, 7]] * 4, withheld=[[True, True]] * 4)
    view = plain.lagged(lag)
    assert view.columns[2] == third
    assert [row[:2] for row in view.values] == plain.values
    assert [row[2] for row in view.units] == [7 if each is not None else 1 for each in third]
    assert [row[3] for row in view.withheld] == [each is not None for each in third]
    assert view.used == (0, 1)
    assert view.cell(2, 1) == (2, 1)
    assert view.cell(2, 2) == (2 - lag, 0)
    assert view.cell(2, 3) == (2 - lag, 1)


def test_a_sheet_without_lines_has_empty_columns() -> None:
    assert replace(numbered(1), values=[]).columns == ((), ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (5, [0, 1, 2, 3, 4]),
        (8, [0, 1, 2, 3, 4, 5, 6]),
        (14, [0, 1, 2, 3, 4, 5, 6]),
        (16, [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14]),
        (70, [0, 5, 10, 15, 20, 25, 30, 40, 50, 60]),
    ],
)
def test_of_lines_that_are_alike_the_first_are_looked_at_and_some_of_all(
    lines: int, expected: list[int]
) -> None:
    assert seeds(view_of([[5, 6, 7]] * lines), (0, 1, 2)) == expected


def test_lines_with_most_numbers_but_noughts_are_looked_at_first() -> None:
    poor, rich = [5, 0, None, 6], [5, 6, 7, 8]
    view = view_of([*[poor] * 7, *[rich] * 7])
    assert seeds(view, (0, 1, 2, 3)) == [*range(7, 14)]
    # by the two positions where all lines are alike, the first are
    assert seeds(view, (0, 3)) == [*range(7)]


def test_a_line_with_one_number_tells_nothing() -> None:
    assert seeds(view_of([[5, 0, None], [5, 6, None], [None, 0, 0]]), (0, 1, 2)) == [1]


def test_of_tables_one_above_another_the_fuller_does_not_take_all() -> None:
    view = view_of([*[[5, 6, 7]] * 20, *[[5, 6, None]] * 20])
    found = seeds(view, (0, 1, 2))
    assert min(found) < 20 <= max(found)
    assert sum(line < 20 for line in found) > sum(line >= 20 for line in found)
