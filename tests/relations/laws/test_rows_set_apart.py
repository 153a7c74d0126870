"""Rows, and numbers, of which a relation says nothing, though it might seem so."""

from collections.abc import Sequence
from random import Random

import pytest

from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.slips import find_slips
from allokera.relations.families.sums import Sum
from relations.grids import Grid, large, laws_in, standing, view_of


def goods(reduced: Sequence[int], wrong: Sequence[int] = (), rows: int = 16) -> Grid:
    """Number times price, reduced by so many per cent in some rows; some amounts are wrong."""
    random, grid = Random("goods"), Grid()
    for row in range(rows):
        number, price = random.randrange(10, 90), random.randrange(100, 900)
        percent = 20 if row in reduced else 0
        amount = number * price * (100 - percent) // 100 + 7_000 * (row in wrong)
        grid.append([*map(str, (number, price, percent or "", amount))])
    return grid


@pytest.mark.parametrize(
    ("reduced", "wrong", "broken"),
    [
        ((3, 9), (), ()),
        ((3,), (), ()),
        ((), (5,), (5,)),
        ((3, 9), (5,), (5,)),
    ],
)
def test_a_product_is_not_about_rows_with_a_reduction(
    reduced: Sequence[int], wrong: Sequence[int], broken: Sequence[int]
) -> None:
    (law,) = (law for name, law in laws_in(goods(reduced, wrong)).items() if " * " in name)
    assert standing(law).broken == tuple(broken)


def test_a_number_that_most_rows_agree_with_sets_no_row_apart() -> None:
    """Three rows hold one, and the product holds in two of them."""
    grid = goods((), (5,))
    for row in (2, 5, 11):
        grid[row][2] = "1"
    (law,) = (law for name, law in laws_in(grid).items() if " * " in name)
    assert standing(law).broken == (5,)


@pytest.mark.parametrize("classes", [(2, 2, 6), (2, 2, 2, 2, 2, 5, 2, 4), (2,) * 14 + (3, 5)])
def test_two_columns_in_proportion_tell_nothing_of_a_third(classes: Sequence[int]) -> None:
    """Half of an amount, beside a number that is two in most rows."""
    random, grid = Random("halves"), Grid()
    for each in classes:
        half = large(random)
        grid.append([*map(str, (2 * half, half, each))])
    found = laws_in(grid)
    assert not any(" / " in name or " * " in name for name in found)


def test_a_part_that_is_nothing_wherever_a_sum_holds_is_none() -> None:
    random, grid = Random("discount"), Grid()
    for row in range(12):
        net, tax = large(random), large(random)
        grid.append([*map(str, (15 if row % 2 else 0, net, tax, net + tax))])
    found = laws_in(grid)
    assert "3 = 0 + 1 + 2" not in found
    assert standing(found["3 = 1 + 2"]).broken == ()


@pytest.mark.parametrize(("part", "is_slip"), [(15, False), (15_000, True)])
def test_a_slip_leads_to_no_number_that_rounding_hides(part: int, is_slip: bool) -> None:
    """A thousand times too large: 15 beside amounts in hundreds, or nothing of them."""
    scale = 100
    rows: list[list[int | None]] = [
        [part * scale, 36_273 * scale, 9_068 * scale, (36_273 + 9_068 + part // 1_000) * scale]
    ]
    claim = weigh(view_of(rows, unit=4 * scale), Sum(3, (0, 1, 2)), 0)
    assert claim.off == {0}
    assert bool(find_slips(claim)[1]) is is_slip


@pytest.mark.parametrize(
    ("rate", "total", "is_broken"),
    [
        (("33,60", "33,67", "31,53"), "29,15", False),
        (("33,60", "33,67", "31,53"), "33,67", False),
        (("33,60", "33,67", "31,53"), "33,68", True),
        (("3360", "3367", "3153"), "2915", True),
    ],
)
def test_a_row_printed_finer_than_those_that_add_up_is_of_another_kind(
    rate: Sequence[str], total: str, is_broken: bool
) -> None:
    random, grid = Random("measures"), Grid()
    for _ in range(6):
        parts = [large(random) for _ in range(3)]
        grid.append([*map(str, parts), str(sum(parts))])
    grid.insert(3, [*rate, total])
    law = laws_in(grid)["3 = 0 + 1 + 2"]
    assert standing(law).broken == ((3,) if is_broken else ())
