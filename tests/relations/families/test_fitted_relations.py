"""Factors, with a fixed amount or a bound; the same to each; totals that run on."""

from fractions import Fraction
from itertools import accumulate
from math import ceil, floor
from random import Random

import pytest

from allokera.relations.families.constants import Constant
from allokera.relations.families.fitted import Fitted
from relations.grids import (
    Grid,
    Row,
    Standing,
    added,
    large,
    laws_in,
    made,
    said,
    standing,
    to_places,
    with_cell,
)

FACTOR = Fraction(317, 1009)
FIXED, LEAST, MOST = 5000, 9000, 21_000
ROWS = 20
Numbers = list[int]


def fine(random: Random) -> int:
    return 10 * large(random) + random.randrange(10)


def nearest(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def to_the_nearest(random: Random) -> Numbers:
    weight = fine(random)
    return [weight, nearest(weight * FACTOR)]


def rounded_down(random: Random) -> Numbers:
    weight = fine(random)
    return [weight, floor(weight * FACTOR)]


def rounded_up(random: Random) -> Numbers:
    weight = fine(random)
    return [weight, ceil(weight * FACTOR)]


def of_rounded_weights(random: Random) -> Numbers:
    weight = fine(random)
    return [(weight + 500) // 1000, nearest(weight * FACTOR)]


def with_a_fixed_amount(random: Random) -> Numbers:
    weight = large(random)
    return [weight, nearest(FIXED + weight * FACTOR)]


def at_least(random: Random) -> Numbers:
    weight = large(random)
    return [weight, max(LEAST, nearest(weight * FACTOR))]


def at_most(random: Random) -> Numbers:
    weight = large(random)
    return [weight, min(MOST, nearest(weight * FACTOR))]


FOUND: dict[Row, str] = {
    to_the_nearest: "1 = proportional 0",
    rounded_down: "1 = proportional 0",
    rounded_up: "1 = proportional 0",
    of_rounded_weights: "1 = proportional 0",
    with_a_fixed_amount: "1 = affine 0",
    at_least: "1 = bounded 0",
    at_most: "1 = bounded 0",
}


def fitted(grid: Grid) -> Fitted:
    """The pattern of the only law of a sheet."""
    (law,) = laws_in(grid).values()
    assert isinstance(law.claim.pattern, Fitted)
    return law.claim.pattern


@pytest.mark.parametrize("seed", ["a", "b", "c"])
@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_a_factor_is_found_alone_and_every_row_agrees(row: Row, seed: str) -> None:
    laws = laws_in(made(seed, ROWS, row))
    assert list(laws) == [FOUND[row]]
    assert standing(laws[FOUND[row]]) == Standing(ROWS)


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_what_was_used_lies_within_what_is_fitted(row: Row) -> None:
    """The factor and the fixed amount that made the table, and a bound to the unit."""
    pattern = fitted(made("within", ROWS, row))
    factor = 1000 * FACTOR if row is of_rounded_weights else FACTOR
    slopes = [slope for _, slope in pattern.corners]
    heights = [height for height, _ in pattern.corners]
    assert min(slopes) <= factor <= max(slopes)
    assert min(heights) <= (2 * FIXED if row is with_a_fixed_amount else 0) <= max(heights)
    assert pattern.floor == (2 * LEAST if row is at_least else None)
    assert pattern.cap == (2 * MOST if row is at_most else None)
    assert pattern.free == {"proportional": 1}.get(pattern.operator, 2)


@pytest.mark.parametrize(
    ("row", "shift"), [(to_the_nearest, 0), (rounded_down, 1), (rounded_up, -1)]
)
def test_the_way_of_rounding_is_found(row: Row, shift: int) -> None:
    pattern = fitted(made("shift", 100, row))
    assert (pattern.shift, pattern.is_loose) == (shift, False)


def test_rounded_weights_are_counted_in() -> None:
    assert fitted(made("loose", ROWS, of_rounded_weights)).is_loose


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_what_is_expected_is_printed_within_rounding(row: Row) -> None:
    grid = made("expected", ROWS, row)
    (law,) = laws_in(grid).values()
    slack = 500 * FACTOR if row is of_rounded_weights else 1
    for line, (_, printed) in enumerate(grid):
        expected = law.claim.pattern.expected(law.claim.view, line)
        assert expected is not None
        assert abs(expected - int(printed)) <= slack


def with_rows_off(row: Row, rows: int, off: int) -> tuple[Grid, tuple[int, ...]]:
    """Add something large of its own to the amounts of some rows."""
    random, grid = Random("off"), made("rows", rows, row)
    lines = tuple(sorted(random.sample(range(rows), off)))
    for line in lines:
        grid[line][1] = added(grid[line][1], random.randrange(500, 9000))
    return grid, lines


@pytest.mark.parametrize(
    ("row", "off"),
    [(to_the_nearest, 10), (rounded_down, 10), (with_a_fixed_amount, 4), (at_least, 5)],
)
def test_rows_that_are_off_are_broken(row: Row, off: int) -> None:
    grid, lines = with_rows_off(row, 32, off)
    laws = laws_in(grid)
    assert list(laws) == [FOUND[row]]
    assert standing(laws[FOUND[row]]) == Standing(32 - off, broken=lines)


def test_all_shares_of_a_whole_are_of_a_factor_that_the_sheet_gives() -> None:
    weights = [int(cell) for cell, _ in made("shares", ROWS, to_the_nearest)]
    for power in (100, 1000):
        shares = [to_places(Fraction(power * each, sum(weights)), 2) for each in weights]
        grid = [[str(each), share] for each, share in zip(weights, shares, strict=True)]
        law = laws_in(grid)["1 = proportional 0"]
        assert law.is_share
    (other,) = laws_in(made("shares", ROWS, to_the_nearest)).values()
    assert not other.is_share


def test_columns_in_proportion_are_linked_by_as_few_pairs_as_it_takes() -> None:
    def row(random: Random) -> Numbers:
        weight = fine(random)
        return [weight, *(nearest(weight * FACTOR * k) for k in (2, 3, 5))]

    laws = laws_in(made("linked", ROWS, row))
    assert len(laws) == 3
    assert {law.claim.pattern.operator for law in laws.values()} == {"proportional"}
    assert {law.claim.target for law in laws.values()} | {0} == {0, 1, 2, 3}


@pytest.mark.parametrize("off", [0, 1, 3])
def test_the_same_to_each_is_a_constant_and_who_has_another_is_broken(off: int) -> None:
    grid = made("constant", ROWS, lambda random: [large(random), 2500])
    lines = tuple(range(4, 4 + off))
    for line in lines:
        grid[line][1] = str(2600 + line)
    (law,) = laws_in(grid).values()
    assert said(law.claim) == "1 = constant"
    assert isinstance(law.claim.pattern, Constant)
    assert law.claim.pattern.value == 2500
    assert standing(law) == Standing(ROWS - off, broken=lines)


def running(rows: int) -> Grid:
    numbers = [int(cell) for (cell,) in made("running", rows, lambda random: [large(random)])]
    return [[str(a), str(b)] for a, b in zip(numbers, accumulate(numbers), strict=True)]


@pytest.mark.parametrize("rows", [8, 14])
def test_a_running_total_is_found_down_and_up(rows: int) -> None:
    """The total before the first row is nothing."""
    for grid, name in ((running(rows), "1 = 0 + <1"), (running(rows)[::-1], "1 = 0 + >1")):
        laws = laws_in(grid)
        assert list(laws) == [name]
        assert standing(laws[name]) == Standing(rows)
    turned = [row[::-1] for row in running(rows)]
    assert list(laws_in(turned)) == ["0 = 1 + <0"]


def test_a_number_of_a_running_total_that_is_wrong_is_broken() -> None:
    law = laws_in(with_cell(running(14), 5, 0, lambda cell: added(cell, 900)))["1 = 0 + <1"]
    assert standing(law) == Standing(13, broken=(5,))
