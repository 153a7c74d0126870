"""Rows that another rule explains: below a threshold, or printed to a coarser unit."""

from fractions import Fraction
from random import Random

import pytest

from allokera.audit.shares.exempt import _noughts, exempt_rows
from allokera.relations.laws.law import Law
from relations.grids import Grid, laws_in

FACTOR = Fraction(317, 1009)
ROWS = 30


def grid_of(weights: list[int]) -> Grid:
    return [[str(weight), str(int(2 * weight * FACTOR + 1) // 2)] for weight in weights]


def drawn(seed: str = "exempt") -> list[int]:
    random = Random(seed)
    return [random.randrange(200_000, 900_000) for _ in range(ROWS)]


def law_of(grid: Grid) -> Law:
    (law,) = (law for law in laws_in(grid).values() if law.claim.pattern.family == "proportional")
    return law


def exempt(grid: Grid) -> set[int]:
    return set(exempt_rows(law_of(grid)))


@pytest.mark.parametrize(
    ("weights", "expected"),
    [((1_000, 150_000), {0, 1}), ((1_000, 199_000), {0, 1}), ((1_000, 500_000), set())],
)
def test_rows_of_nothing_are_below_a_threshold_where_all_others_are_above_it(
    weights: tuple[int, ...], expected: set[int]
) -> None:
    grid = grid_of([*weights, *drawn()[2:]])
    for row in range(2):
        grid[row][1] = "0"
    assert law_of(grid).claim.off == {0, 1}
    assert exempt(grid) == expected


def test_a_row_of_the_least_weight_of_all_others_is_not_below_it() -> None:
    weights = drawn()
    weights[0] = min(weights[1:])
    grid = grid_of(weights)
    grid[0][1] = "0"
    assert exempt(grid) == set()
    grid[0][0] = str(min(weights[1:]) - 1)
    assert exempt(grid) == {0}


def coarsely(cell: str, step: int, side: int = 0) -> str:
    """Round to a step, or to one some steps further up; never to a multiple of ten of them."""
    nearest = (2 * int(cell) + step) // (2 * step) + side
    return str((nearest + (nearest % 10 == 0) * side) * step)


@pytest.mark.parametrize(
    ("column", "step", "side", "count", "is_exempt"),
    [
        (1, 1_000, 0, 4, True),
        (1, 1_000, 0, 1, False),
        (1, 1_000, 2, 4, False),
        (1, 10_000, 0, 3, True),
        (0, 10_000, 0, 4, True),
        (0, 10_000, 2, 4, False),
    ],
)
def test_rows_in_a_coarser_unit_are_exempt_where_it_explains_them_beyond_coincidence(
    column: int, step: int, side: int, count: int, is_exempt: bool
) -> None:
    grid = grid_of(drawn())
    for row in range(count):
        cell = coarsely(grid[row][column], step, side)
        grid[row][column] = cell
    law = law_of(grid)
    off = {row for row in range(count) if row in law.claim.off}
    assert off
    assert exempt(grid) == (off if is_exempt else set())


def test_a_row_without_an_amount_or_noughts_is_not_exempt() -> None:
    grid = grid_of(drawn())
    grid[3][1] = str(int(grid[3][1]) + 5_003)
    grid[5][1] = "x"
    assert law_of(grid).claim.off == {3}
    assert exempt(grid) == set()


@pytest.mark.parametrize(
    ("row", "step", "farther", "is_exempt"),
    [(5, 1_000, 0, True), (5, 1_000, 1, False), (4, 10_000, 0, False)],
)
def test_one_step_off_is_no_slip_where_others_are_in_that_unit(
    row: int, step: int, farther: int, is_exempt: bool
) -> None:
    """The factor may be fitted to coarse rows as well, and lean to one side."""
    grid = grid_of(drawn())
    for coarse in range(4):
        grid[coarse][1] = coarsely(grid[coarse][1], 1_000)
    steps, rest = divmod(int(grid[row][1]), step)
    wrong_way = steps + 1 + farther if 2 * rest < step else steps - farther
    assert wrong_way % 10
    grid[row][1] = str(wrong_way * step)
    assert (row in exempt(grid)) == is_exempt


def test_a_row_of_nothing_is_no_coarser_than_others_by_any_bit() -> None:
    """Four rows are in thousands; a fifth, of a large weight, got nothing."""
    grid = grid_of(drawn())
    for row in range(4):
        grid[row][1] = coarsely(grid[row][1], 1_000)
    coarse = exempt(grid)
    largest = max(range(4, ROWS), key=lambda row: int(grid[row][0]))
    grid[largest][1] = "0"
    law = law_of(grid)
    assert largest in law.claim.off
    assert exempt(grid) == coarse
    assert [_noughts(law, line) for line in (largest, 5)] == [0, 0]
    assert all(_noughts(law, line) > 0 for line in coarse)
