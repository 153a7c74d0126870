"""Sum rows: which rows are the sums of which, above or below, in all columns or in some."""

from collections.abc import Callable, Collection
from random import Random

import pytest

from relations.grids import Grid, Standing, added, large, laws_in, standing, with_cell

COLUMNS = 4
Numbers = list[list[int]]
Rows = Callable[[Random], Numbers]


def block(random: Random, rows: int, columns: int = COLUMNS) -> Numbers:
    return [[large(random) for _ in range(columns)] for _ in range(rows)]


def total(rows: Numbers) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def printed(rows: Numbers) -> Grid:
    return [[str(each) for each in row] for row in rows]


def below(random: Random) -> Numbers:
    rows = block(random, 6)
    return [*rows, total(rows)]


def above(random: Random) -> Numbers:
    return below(random)[::-1]


def with_strangers_around(random: Random) -> Numbers:
    return [*block(random, 1), *below(random), *block(random, 1)]


def nested(random: Random) -> Numbers:
    blocks = [block(random, rows) for rows in (3, 4, 5)]
    whole = total([total(rows) for rows in blocks])
    return [*(row for rows in blocks for row in (*rows, total(rows))), whole]


def nested_above(random: Random) -> Numbers:
    return nested(random)[::-1]


def difference_of_rows(random: Random) -> Numbers:
    income, cost = block(random, 2)
    return [*block(random, 2), income, cost, [a - b for a, b in zip(income, cost, strict=True)]]


SIX = "0 + 1 + 2 + 3 + 4 + 5"
FOUND: dict[Rows, list[str]] = {
    below: [f"down 6 = {SIX}"],
    above: ["down 0 = 1 + 2 + 3 + 4 + 5 + 6"],
    with_strangers_around: ["down 7 = 1 + 2 + 3 + 4 + 5 + 6"],
    nested: [
        "down 14 = 9 + 10 + 11 + 12 + 13",
        "down 15 = 3 + 8 + 14",
        "down 3 = 0 + 1 + 2",
        "down 8 = 4 + 5 + 6 + 7",
    ],
    nested_above: [
        "down 0 = 1 + 7 + 12",
        "down 1 = 2 + 3 + 4 + 5 + 6",
        "down 12 = 13 + 14 + 15",
        "down 7 = 8 + 9 + 10 + 11",
    ],
    difference_of_rows: ["down 2 = 3 + 4"],
}


@pytest.mark.parametrize("seed", ["a", "b", "c"])
@pytest.mark.parametrize("rows", FOUND, ids=lambda rows: rows.__name__)
def test_sum_rows_are_found_and_every_column_agrees(rows: Rows, seed: str) -> None:
    laws = laws_in(printed(rows(Random(seed))))
    assert sorted(laws) == FOUND[rows]
    for law in laws.values():
        assert standing(law) == Standing(COLUMNS)
        assert law.claim.view.is_across is False


@pytest.mark.parametrize("rows", [below, above])
def test_the_column_that_a_sum_row_misses_is_broken(rows: Rows) -> None:
    grid = with_cell(printed(rows(Random("wrong"))), 2, 1, lambda cell: added(cell, 900))
    (law,) = laws_in(grid).values()
    assert standing(law) == Standing(COLUMNS - 1, broken=(1,))


def with_other_columns(means: Collection[int], columns: int) -> Grid:
    """A sheet whose last row adds up some columns, and holds about the mean of the others."""
    random = Random("others")
    rows = block(random, 6, columns)
    last = [large(random) if at in means else each for at, each in enumerate(total(rows))]
    return printed([*rows, last])


@pytest.mark.parametrize("means", [(3,), (1, 4), (0, 2, 5)], ids=str)
def test_a_sum_row_that_adds_up_some_columns_alone_accuses_no_other(means: tuple[int, ...]) -> None:
    laws = laws_in(with_other_columns(means, 7))
    assert list(laws) == [f"down 6 = {SIX}"]
    assert standing(laws[f"down 6 = {SIX}"]) == Standing(7 - len(means))


def test_a_sum_row_of_a_single_column_is_no_law() -> None:
    assert laws_in([[row[0]] for row in printed(below(Random("one")))]) == {}


def test_what_a_name_states_is_held_to_although_half_of_the_columns_are_off() -> None:
    grid = [["a", *row] for row in printed(below(Random("named")))]
    grid[-1][0] = "Total"
    for column in (1, 3):
        grid = with_cell(grid, 6, column, lambda cell: added(cell, 900))
    law = laws_in(grid)[f"down 6 = {SIX}"]
    assert law.is_stated
    assert standing(law) == Standing(2, broken=(1, 3))


@pytest.mark.parametrize("wrong", [1, 2, 3])
def test_a_block_whose_neighbours_have_their_sums_has_its_own_presumed(wrong: int) -> None:
    """A single column says too little of one block; five in a pile bear each other out."""
    random = Random("presumed")
    blocks = [block(random, 4, 1) for _ in range(5)]
    grid = printed([row for rows in blocks for row in (*rows, total(rows))])
    grid = with_cell(grid, 5 * wrong + 4, 0, lambda cell: added(cell, 7_000))
    told = {law.claim.target: (law.claim.parts, standing(law)) for law in laws_in(grid).values()}
    assert told == {
        5 * at + 4: (
            tuple(range(5 * at, 5 * at + 4)),
            Standing(0, broken=(0,)) if at == wrong else Standing(1),
        )
        for at in range(5)
    }
