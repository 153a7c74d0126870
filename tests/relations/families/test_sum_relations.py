"""Sums across, in every arrangement: what is found, and how the lines stand by it."""

from fractions import Fraction
from random import Random

import pytest

from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from relations.grids import (
    Grid,
    Row,
    Standing,
    added,
    found_in,
    large,
    laws_in,
    made,
    said,
    sheet_of,
    standing,
    to_places,
    with_cell,
)

SEEDS = ("a", "b", "c")
ROWS = 12
Cells = list[int | str]


def some(random: Random, count: int) -> list[int]:
    return [large(random) for _ in range(count)]


def total_right(random: Random) -> Cells:
    parts = some(random, 3)
    return [*parts, sum(parts)]


def total_left(random: Random) -> Cells:
    parts = some(random, 3)
    return [sum(parts), *parts]


def total_between(random: Random) -> Cells:
    one, two = some(random, 2)
    return [one, one + two, two]


def difference(random: Random) -> Cells:
    one, two = some(random, 2)
    return [one + two, one, two]


def change_below_nothing(random: Random) -> Cells:
    before, after = some(random, 2)
    return [before, after, after - before]


def parts_apart(random: Random) -> Cells:
    one, two = some(random, 2)
    return [one, large(random), two, large(random), one + two]


def balance(random: Random) -> Cells:
    opening, coming, going = some(random, 3)
    return [opening, coming, going // 9, opening + coming - going // 9]


def closing_first(random: Random) -> Cells:
    opening, coming, going = some(random, 3)
    return [opening + coming - going // 9, opening, coming, going // 9]


def unrounded(random: Random) -> Cells:
    parts = some(random, 3)
    return [(each + 5) // 10 for each in (*parts, sum(parts))]


def in_cents(random: Random) -> Cells:
    parts = some(random, 3)
    return [to_places(Fraction(each, 100), 2) for each in (*parts, sum(parts))]


def total_of_totals(random: Random) -> Cells:
    a, b, c, d = some(random, 4)
    return [a, b, a + b, c, d, c + d, a + b + c + d]


def beside_a_stranger(random: Random) -> Cells:
    return [large(random), *total_right(random), large(random)]


def with_blanks(random: Random) -> Cells:
    parts = [each if random.random() < 0.7 else 0 for each in some(random, 5)]
    return [*(each or "" for each in parts), sum(parts)]


FOUND: dict[Row, list[str]] = {
    total_right: ["3 = 0 + 1 + 2"],
    total_left: ["0 = 1 + 2 + 3"],
    total_between: ["1 = 0 + 2"],
    difference: ["0 = 1 + 2"],
    change_below_nothing: ["1 = 0 + 2"],
    parts_apart: ["4 = 0 + 2"],
    balance: ["3 = 0 + 1 - 2"],
    closing_first: ["3 = - 0 + 1 + 2"],
    unrounded: ["3 = 0 + 1 + 2"],
    in_cents: ["3 = 0 + 1 + 2"],
    total_of_totals: ["2 = 0 + 1", "5 = 3 + 4", "6 = 2 + 5"],
    beside_a_stranger: ["4 = 1 + 2 + 3"],
    with_blanks: ["5 = 0 + 1 + 2 + 3 + 4"],
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_a_sum_is_found_alone_and_every_row_agrees(row: Row, seed: str) -> None:
    grid = made(seed, ROWS, row)
    laws = laws_in(grid)
    assert sorted(laws) == FOUND[row]
    with_numbers = sum(any(cell != "" for cell in each[:-1]) for each in grid)
    for law in laws.values():
        assert law.claim.pattern.operator == "sum"
        assert law.claim.is_law
        assert standing(law) == Standing(with_numbers)
    assert found_in(grid).likely == ()


@pytest.mark.parametrize("column", range(4))
@pytest.mark.parametrize("row", [total_right, total_left, unrounded])
def test_one_row_of_twelve_that_is_wrong_is_broken(row: Row, column: int) -> None:
    grid = with_cell(made("one", ROWS, row), 4, column, lambda cell: added(cell, 900))
    (law,) = laws_in(grid).values()
    assert said(law.claim) == FOUND[row][0]
    assert standing(law) == Standing(ROWS - 1, broken=(4,))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (1, Standing(12)),
        (2, Standing(12)),
        (3, Standing(11, doubtful=(4,))),
        (-3, Standing(11, doubtful=(4,))),
        (90, Standing(11, broken=(4,))),
    ],
)
def test_among_a_dozen_rows_a_step_off_is_rounding(more: int, expected: Standing) -> None:
    """Four numbers may each be half a unit off; three units are more than that explains."""
    grid = with_cell(made("step", ROWS, total_right), 4, 3, lambda cell: added(cell, more))
    law = laws_in(grid)["3 = 0 + 1 + 2"]
    assert not law.is_exact
    assert standing(law) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (0, Standing(60)),
        (1, Standing(59, slight=(4,))),
        (-2, Standing(59, slight=(4,))),
        (9, Standing(59, broken=(4,))),
    ],
)
def test_where_sixty_rows_are_exact_a_step_off_is_slight(more: int, expected: Standing) -> None:
    grid = with_cell(made("step", 60, total_right), 4, 3, lambda cell: added(cell, more))
    law = laws_in(grid)["3 = 0 + 1 + 2"]
    assert law.is_exact
    assert standing(law) == expected


def five_parts(*, blank: str, in_rows: tuple[int, ...], more: int = 0) -> Grid:
    """Rows of five parts and their sum; some lack a part, and the first of these is wrong."""
    grid: Grid = made("withheld", ROWS, lambda random: [*some(random, 5), ""])
    for row in grid:
        row[5] = str(sum(int(cell) for cell in row[:5]))
    for place in in_rows:
        if place != in_rows[0]:
            grid[place][5] = added(grid[place][5], -int(grid[place][2]))
        grid[place][2] = blank
    grid[in_rows[0]][5] = added(grid[in_rows[0]][5], more)
    return grid


@pytest.mark.parametrize(
    ("blank", "rows", "expected"),
    [
        ("x", (4,), Standing(11)),
        ("x", (4, 7), Standing(11)),
        ("-", (4,), Standing(11)),
        ("-", (4, 7), Standing(11, broken=(4,))),
        ("..", (4, 7), Standing(11)),
    ],
    ids=[
        "withheld",
        "withheld again",
        "lacking alone",
        "lacking as another that agrees",
        "unknown",
    ],
)
def test_a_row_that_lacks_a_part_is_accused_where_another_lacks_as_much_and_agrees(
    blank: str, rows: tuple[int, ...], expected: Standing
) -> None:
    law = laws_in(five_parts(blank=blank, in_rows=rows))["5 = 0 + 1 + 2 + 3 + 4"]
    assert standing(law) == expected


@pytest.mark.parametrize(
    ("more", "is_silent"), [(0, True), (-150_000, False)], ids=["may be the rest", "exceeded"]
)
def test_what_is_withheld_may_be_the_rest_unless_the_known_parts_exceed_the_total(
    more: int, is_silent: bool
) -> None:
    across, _ = sheet_of(five_parts(blank="x", in_rows=(4,), more=more)).views()
    claim = weigh(across, Sum(5, (0, 1, 2, 3, 4)), 0)
    assert claim.silent == ({4} if is_silent else set())
    assert claim.off == (set() if is_silent else {4})


def test_the_sum_of_what_is_taken_away_is_reckoned_with_its_sign() -> None:
    (law,) = laws_in(made("sign", ROWS, balance)).values()
    pattern, view = law.claim.pattern, law.claim.view
    assert isinstance(pattern, Sum)
    assert pattern.taken_away == {2}
    assert [pattern.expected(view, line) for line in range(ROWS)] == list(view.columns[3])
