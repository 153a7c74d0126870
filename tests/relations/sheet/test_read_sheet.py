"""Which cells of a sheet hold numbers: no headings, years, codes, and no column that counts."""

from collections.abc import Sequence

import pytest

from allokera.kronor.notation import UNDECIDED
from allokera.relations.sheet.numbers import notation_of_sheet, read_number
from allokera.relations.sheet.reading import read_sheet
from relations.grids import sheet_of

COMMA = notation_of_sheet([["12,5"]])


def column(*cells: str) -> list[list[str]]:
    return [[cell] for cell in cells]


def is_read(grid: Sequence[Sequence[str]]) -> bool:
    return any(value is not None for row in sheet_of([*map(list, grid)]).values for value in row)


@pytest.mark.parametrize(
    ("cells", "is_number"),
    [
        (("1", "2", "3"), False),
        (("0", "1", "2"), False),
        (("2", "3", "4"), True),
        (("1", "2"), True),
        (("1", "2", "4"), True),
        (("1", "2", "3", "4", "6"), True),
        (("1", "2", "3", "4", "5", "9"), False),
        (("1", "2", "3", "4", "8", "9", "11"), True),
        (("1", "2", "3", "4", "5", "6", "8", "9", "10", "12", "13"), False),
        (("1", "2", "3", "4", "5", "6", "8", "9", "11", "12", "14"), True),
        (("1,0", "2,0", "3,0"), False),
        (("0,1", "0,2", "0,3"), True),
        (("1", "", "2", "3"), False),
        (("3", "2", "1"), True),
    ],
    ids=str,
)
def test_a_column_that_counts_up_numbers_its_rows(cells: Sequence[str], is_number: bool) -> None:
    """Of few all steps are by one, of more than five numbers eight in ten."""
    assert is_read(column(*cells)) is is_number


@pytest.mark.parametrize(
    ("cells", "is_number"),
    [
        (("0114", "2584"), False),
        (("01", "25"), False),
        (("114", "2584"), True),
        (("0", "25"), True),
        (("0,5", "25"), True),
        (("-01", "25"), True),
    ],
    ids=str,
)
def test_a_column_of_codes_has_a_nought_before_a_number(
    cells: Sequence[str], is_number: bool
) -> None:
    assert is_read(column(*cells)) is is_number


@pytest.mark.parametrize(
    ("row", "is_number"),
    [
        (("1900", "1925"), False),
        (("2075", "2100"), False),
        (("1900", "1926"), True),
        (("1899", "2000"), True),
        (("2000", "2101"), True),
        (("2019",), True),
        (("2019", "x", "2020"), False),
        (("2019", "15", "2020"), True),
        (("2019,0", "2020,0"), False),
        (("2019,5", "2020,5"), True),
        (("201,9", "202,0"), True),
        (("1 930", "1 970"), True),
        (("1930", "1 970"), True),
    ],
    ids=str,
)
def test_a_row_of_two_or_more_years_and_nothing_else_is_a_heading(
    row: Sequence[str], is_number: bool
) -> None:
    assert is_read([row, ["x"] * len(row)]) is is_number


def test_headings_and_columns_that_are_known_to_hold_no_numbers_are_not_read() -> None:
    grid = [["17", "25", "31"], ["41", "57", "66"], ["78", "93", "11"]]
    sheet = read_sheet(grid, UNDECIDED, headings={0}, without={1})
    assert sheet.values == [[None, None, None], [41, None, 66], [78, None, 11]]
    # what is no number is a heading, and a label
    assert list(sheet.labels) == ["17; 25; 31", "57", "93"]


def test_a_short_row_ends_in_empty_cells() -> None:
    sheet = read_sheet([["17"], ["41", "57"]], UNDECIDED)
    assert sheet.texts == [["17", ""], ["41", "57"]]
    assert sheet.values == [[17, None], [41, 57]]
    nothing = read_sheet([], UNDECIDED)
    assert (nothing.values, nothing.names, nothing.decimals) == ([], [], 0)
    assert nothing.below_zero == frozenset()
    assert read_sheet([["x"]], UNDECIDED).decimals == 0


def test_a_row_is_called_by_its_first_three_texts_and_a_column_by_its_first_six() -> None:
    grid = [
        [" Ale ", "x", "Bohus", "y"],
        ["12", "x", "", "y"],
        *[[f"a{line}", "", "7", "z"] for line in range(6)],
    ]
    sheet = sheet_of(grid)
    assert list(sheet.labels)[:3] == ["Ale; x; Bohus", "x", "a0"]
    assert list(sheet.names) == [
        "Ale; 12; a0; a1; a2; a3",
        "x; x",
        "Bohus; 7; 7; 7; 7",
        "y; y; z; z; z; z",
    ]


@pytest.mark.parametrize(
    ("cell", "name"), [("99", "99"), ("999", ""), ("Year 2020", ""), ("Q3", "Q3")]
)
def test_what_holds_three_digits_in_a_row_is_no_heading(cell: str, name: str) -> None:
    assert list(sheet_of([[cell]]).names) == [name]


def test_names_that_are_given_go_before_what_stands_at_the_top() -> None:
    grid = [["a", "b", "c"], ["12", "13", "14"]]
    assert list(sheet_of(grid, ["first", ""]).names) == ["first", "b; 13", "c; 14"]


def test_what_binary_fractions_leave_is_rounded_off() -> None:
    sheet = read_sheet([["0,30000000000000004", "0,1250000005"], ["7", "-0,3000000000001"]], COMMA)
    assert sheet.decimals == 9
    assert sheet.values == [[300_000_000, 125_000_001], [7 * 10**9, -300_000_000]]
    assert sheet.places == [[9, 9], [0, 9]]
    assert sheet.units == [[1, 1], [10**9, 1]]


@pytest.mark.parametrize(("letters", "is_number"), [(60, True), (61, False)])
def test_a_cell_of_more_than_sixty_letters_is_no_number(letters: int, is_number: bool) -> None:
    text = f"1{' ' * (letters - 3)}%"
    assert len(text) == letters - 1
    text = f"({'1' * 20}{' ' * (letters - 22)})"
    assert len(text) == letters
    assert (read_number(text, COMMA) is not None) is is_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 234*", (1234, 0)),
        ("12 Points", (12, 0)),
        ("12 p", (12, 0)),
        ("12,50 %", (1250, 2)),
        ("1 234,00", (123400, 2)),
        ("12,50 kr", None),
        ("0*", (0, 0)),
        ("--", None),
        ("(-12)", (-12, 0)),
        ("()", None),
        ("%", None),
    ],
)
def test_what_stands_behind_a_number_is_no_part_of_it(
    text: str, expected: tuple[int, int] | None
) -> None:
    assert read_number(text, COMMA) == expected
