"""Means: of all columns or of those that are printed, across and down."""

from fractions import Fraction
from random import Random

import pytest

from allokera.relations.families.means import Mean
from relations.grids import (
    Grid,
    Row,
    Standing,
    large,
    laws_in,
    made,
    standing,
    to_places,
    with_cell,
)

ROWS = 12
Cells = list[int | str]


def mean_right(random: Random) -> Cells:
    parts = [large(random) for _ in range(4)]
    return [*parts, to_places(Fraction(sum(parts), 4), 1)]


def mean_left(random: Random) -> Cells:
    return mean_right(random)[::-1]


def beside_a_stranger(random: Random) -> Cells:
    return [large(random), *mean_right(random)]


def some_printed(random: Random) -> list[int | None]:
    return [large(random) if at < 2 or random.random() < 0.6 else None for at in range(5)]


def mean_of_printed(random: Random) -> Cells:
    parts = some_printed(random)
    there = [each for each in parts if each is not None]
    shown = to_places(Fraction(sum(there), len(there)), 1)
    return [*("" if each is None else each for each in parts), shown]


def mean_of_all(random: Random) -> Cells:
    parts = some_printed(random)
    shown = to_places(Fraction(sum(each or 0 for each in parts), len(parts)), 1)
    return [*("" if each is None else each for each in parts), shown]


FOUND: dict[Row, str] = {
    mean_right: "4 = mean 0, 1, 2, 3",
    mean_left: "0 = mean 1, 2, 3, 4",
    beside_a_stranger: "5 = mean 1, 2, 3, 4",
    mean_of_printed: "5 = mean 0, 1, 2, 3, 4",
    mean_of_all: "5 = mean of all 0, 1, 2, 3, 4",
}


@pytest.mark.parametrize("seed", ["a", "b", "c"])
@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_a_mean_is_found_alone_and_every_row_agrees(row: Row, seed: str) -> None:
    laws = laws_in(made(seed, ROWS, row))
    assert list(laws) == [FOUND[row]]
    law = laws[FOUND[row]]
    assert law.claim.pattern.operator == "mean"
    assert standing(law) == Standing(ROWS)
    assert law.is_exact


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("0,0", Standing(ROWS)),
        ("0,1", Standing(ROWS - 1, slight=(4,))),
        ("0,5", Standing(ROWS - 1, slight=(4,))),
        ("900,0", Standing(ROWS - 1, broken=(4,))),
    ],
)
def test_a_mean_that_is_off_is_slight_within_its_parts_rounding_and_broken_beyond(
    more: str, expected: Standing
) -> None:
    def change(cell: str) -> str:
        number = Fraction(cell.replace(",", ".")) + Fraction(more.replace(",", "."))
        return to_places(number, 1)

    laws = laws_in(with_cell(made("off", ROWS, mean_right), 4, 4, change))
    assert standing(laws["4 = mean 0, 1, 2, 3"]) == expected


def test_the_mean_of_rows_stands_below_them() -> None:
    random = Random("rows")
    rows = [[large(random) for _ in range(5)] for _ in range(6)]
    means = [to_places(Fraction(sum(column), 6), 1) for column in zip(*rows, strict=True)]
    grid: Grid = [*([str(each) for each in row] for row in rows), means]
    laws = laws_in(grid)
    assert list(laws) == ["down 6 = mean 0, 1, 2, 3, 4, 5"]
    assert standing(laws["down 6 = mean 0, 1, 2, 3, 4, 5"]) == Standing(5)


@pytest.mark.parametrize(("row", "of_all"), [(mean_of_printed, False), (mean_of_all, True)])
def test_a_mean_expects_what_is_printed_before_it_is_rounded(row: Row, of_all: bool) -> None:
    (law,) = laws_in(made("expected", ROWS, row)).values()
    pattern, view = law.claim.pattern, law.claim.view
    assert isinstance(pattern, Mean)
    assert pattern.of_all is of_all
    for line, number in enumerate(view.columns[5]):
        expected = pattern.expected(view, line)
        assert expected is not None and number is not None
        assert 2 * abs(expected - number) <= 1
