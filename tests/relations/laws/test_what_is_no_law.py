"""What must not be found: sheets that say nothing, or say the same again and again."""

from collections.abc import Sequence
from random import Random

import pytest

from relations.grids import Grid, Row, found_in, large, laws_in, made, said

ROWS = 16
SEEDS = ("a", "b", "c", "d")


def of_similar_size(random: Random) -> Sequence[int]:
    return [large(random) for _ in range(6)]


def of_any_size(random: Random) -> Sequence[int]:
    return [random.randrange(10 ** random.randrange(1, 7)) for _ in range(6)]


def with_decimals(random: Random) -> Sequence[str]:
    return [f"{random.randrange(100)},{random.randrange(10)}" for _ in range(6)]


def one_column(random: Random) -> Sequence[int]:
    return [large(random)]


def all_nought(_: Random) -> Sequence[int]:
    return [0] * 5


def three_words(_: Random) -> Sequence[str]:
    return ["a", "", ".."]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "row",
    [of_similar_size, of_any_size, with_decimals, one_column, all_nought, three_words],
    ids=lambda row: row.__name__,
)
def test_a_sheet_that_says_nothing_has_no_law_and_nothing_likely(row: Row, seed: str) -> None:
    assert found_in(made(seed, ROWS, row)) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["a", "b"])
def test_small_whole_numbers_in_many_columns_make_no_law(seed: str) -> None:
    grid = made(seed, ROWS, lambda random: [random.randrange(10) for _ in range(12)])
    assert laws_in(grid) == {}


@pytest.mark.parametrize("grid", [[], [["5"]], [["5"], ["6"]], [["5", "6", "11"]]], ids=str)
def test_a_sheet_too_small_to_say_anything_has_no_law(grid: Grid) -> None:
    assert laws_in(grid) == {}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("divisor", [1, 997], ids=["exact", "rounded"])
def test_columns_in_proportion_have_no_sum_or_quotient(divisor: int, seed: str) -> None:
    """10 + 20 = 30 of the same weight is one line said again."""

    def row(random: Random) -> Sequence[int]:
        weight = large(random)
        return [weight * each // divisor for each in (10, 20, 30, 50)]

    laws = laws_in(made(seed, 9, row))
    assert len(laws) == 3
    assert {law.claim.pattern.operator for law in laws.values()} <= {"proportional", "affine"}


@pytest.mark.parametrize("columns", [2, 4, 6])
def test_a_sum_row_of_columns_half_of_which_are_others_doubled_is_no_law(columns: int) -> None:
    """A column of its own more, and it is one."""
    random = Random("doubled")
    halves = [[large(random) for _ in range(5)] for _ in range(columns // 2 + 1)]
    table = [[*half, sum(half)] for half in halves]
    *some, another = table
    columns_of = [each for half in some for each in (half, [2 * cell for cell in half])]
    for more, is_law in (([], False), ([another], True)):
        grid = [[str(cell) for cell in row] for row in zip(*columns_of, *more, strict=True)]
        down = {name for name in laws_in(grid) if name.startswith("down")}
        assert bool(down) is is_law
        likely = {said(claim) for claim in found_in(grid).likely}
        assert "down 5 = 0 + 1 + 2 + 3 + 4" in down | likely


@pytest.mark.parametrize("factors", [(1, 2), (1, 3), (1, 2, 7)], ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_rows_that_are_others_made_larger_bring_no_law(seed: str, factors: tuple[int, ...]) -> None:
    base = [[int(cell) for cell in row] for row in made(seed, 6, of_similar_size)]
    grid = [[str(cell * factor) for cell in row] for row in base for factor in factors]
    assert laws_in(grid) == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_three_rows_are_too_few_for_a_factor(seed: str) -> None:
    def row(random: Random) -> Sequence[int]:
        weight = 10 * large(random)
        return [weight, weight * 317 // 1009]

    assert laws_in(made(seed, 3, row)) == {}
    assert list(laws_in(made(seed, 5, row))) == ["1 = proportional 0"]


@pytest.mark.parametrize("seed", SEEDS)
def test_three_rows_of_small_numbers_are_too_few_for_a_sum(seed: str) -> None:
    def row(random: Random) -> Sequence[int]:
        one, two = random.randrange(10, 40), random.randrange(10, 40)
        return [one, two, one + two]

    assert laws_in(made(seed, 3, row)) == {}
    assert list(laws_in(made(seed, 12, row))) == ["2 = 0 + 1"]


def test_where_all_numbers_are_equal_each_column_is_a_constant_and_no_more() -> None:
    laws = laws_in([["777"] * 5 for _ in range(ROWS)])
    assert sorted(laws) == [f"{column} = constant" for column in range(5)]


def test_a_column_that_counts_its_rows_is_no_part_of_a_law() -> None:
    grid = [[str(at), str(at * 317), str(at * 318)] for at in range(1, ROWS)]
    assert all(0 not in {law.claim.target, *law.claim.parts} for law in laws_in(grid).values())


def test_a_total_that_parts_give_has_no_fixed_amount_besides() -> None:
    """By its weight alone it has: then nothing else gives it."""
    random, rows = Random("fixed"), list[list[int]]()
    for _ in range(20):
        weight, part = 100 * large(random) + random.randrange(100), large(random)
        total = 700_001 + (2 * 317 * weight + 1009) // (2 * 1009)
        rows.append([weight, part, total, total - part])
    alone = [[str(row[0]), str(row[2])] for row in rows]
    assert "1 = affine 0" in laws_in(alone)
    whole = laws_in([[str(cell) for cell in row] for row in rows])
    assert [name for name in whole if "affine" in name] == []
    assert len(whole) == 1


def test_a_total_that_is_the_same_everywhere_is_no_constant_where_parts_give_it() -> None:
    random, rows = Random("same"), list[list[str]]()
    for _ in range(20):
        part = large(random)
        rows.append([str(part), str(1_000_003 - part), "1000003"])
    assert set(laws_in(rows)) == {"2 = 0 + 1"}
    assert set(laws_in([row[1:] for row in rows])) == {"1 = constant"}
