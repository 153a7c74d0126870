"""Parts that rounding hides: a factor printed finer than the amounts is no part of a sum."""

from random import Random

import pytest

from allokera.relations.families.sums import Sum
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View
from relations.grids import sheet_of


def amounts(*, factor: str, is_added: bool = False) -> View:
    """Two amounts, a factor, and their sum, with the factor added to it or without."""
    random, rows = Random(7), []
    for _ in range(20):
        one, two = random.randrange(10_000, 99_999), random.randrange(10_000, 99_999)
        more = round(float(factor.replace(",", "."))) if is_added else 0
        rows.append([str(one), str(two), factor, str(one + two + more)])
    return sheet_of(rows).views()[0]


def parts(
    view: View, minus: frozenset[int] = frozenset(), *, is_near: bool = False, is_run: bool = False
) -> tuple[int, ...]:
    target, all_parts = (0, (1, 2, 3)) if minus else (3, (0, 1, 2))
    found = weigh_sum(view, Sum(target, all_parts, minus), 0, is_near=is_near, is_run=is_run)
    assert found is not None
    return found.parts


@pytest.mark.parametrize(
    ("factor", "expected"),
    [
        ("0,85", (0, 1)),
        ("1,5", (0, 1)),  # with all four numbers' rounding a sum may be 1.55 off
        ("1", (0, 1, 2)),  # as whole as the amounts: one of them may have been added
    ],
)
def test_what_is_finer_and_below_rounding_is_left_out(
    factor: str, expected: tuple[int, ...]
) -> None:
    assert parts(amounts(factor=factor)) == expected


def test_what_is_taken_away_is_left_out_with_its_sign() -> None:
    assert parts(amounts(factor="0,85"), minus=frozenset({1, 2})) == (1, 3)


def test_a_part_with_which_lines_agree_better_is_one() -> None:
    assert parts(amounts(factor="1,4", is_added=True)) == (0, 1, 2)


def test_beside_its_neighbours_it_is_a_part() -> None:
    assert parts(amounts(factor="0,85"), is_near=True) == (0, 1, 2)
    assert parts(amounts(factor="0,85"), is_run=True) == (0, 1, 2)


def test_where_one_part_is_left_there_is_no_sum() -> None:
    assert weigh_sum(amounts(factor="0,85"), Sum(1, (0, 2)), -10_000) is None
