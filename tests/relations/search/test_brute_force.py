"""Discovery against trying everything out: nothing that does not hold, and all that was put in."""

import pytest

from allokera.relations.laws.law import Law
from relations.brute_force import Planted, all_that_holds, table
from relations.grids import Grid, laws_in, said, standing

pytestmark = pytest.mark.slow

FAST, SLOW, EACH = 200, 2000, 50
NOTHING_PLANTED = {"nearly a sum", "nearly a quotient", "small", "series", "strangers"}


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        ([["2", "3", "5"], ["7", "4", "11"]], {"2 = 0 + 1", "1 = - 0 + 2", "0 = - 1 + 2"}),
        ([["1,4", "1,4", "3"], ["7,1", "4,0", "11"]], {"2 = 0 + 1"}),
        ([["6", "8", "0,75"], ["9", "8", "1,125"]], {"2 = 0 / 1", "0 = 1 * 2", "1 = 0 / 2"}),
        ([["31", "400", "7,8"], ["400", "31", "1290"]], {"2 = 0 / 1 * 100"}),
        ([["40", "50", "25"], ["50", "40", "-20"]], {"2 = (1 - 0) / 0 * 100"}),
        ([["40", "50", "0,25"], ["50", "40", "-0,2"]], {"2 = (1 - 0) / 0"}),
        ([["1", "10"], ["2", "21"], ["3", "34"], ["6", "65"]], {"down 3 = 0 + 1 + 2"}),
    ],
)
def test_what_is_tried_out_is_what_a_person_would_say(grid: Grid, expected: set[str]) -> None:
    assert expected <= all_that_holds(grid)


@pytest.mark.parametrize(
    "grid",
    [
        [["200", "300", "502"], ["70", "40", "110"]],
        [["31", "400", "8,9"], ["400", "31", "1290,3"]],
        [["40", "50", "0,35"], ["50", "40", "-0,2"]],
    ],
)
def test_what_holds_in_one_row_alone_is_not_said(grid: Grid) -> None:
    across = {each for each in all_that_holds(grid) if each.startswith("2 =")}
    assert across == set()


def without_a_row_off(planted: Planted) -> dict[str, Law]:
    """The sums and quotients of a table that no row contradicts; running totals are no such."""
    return {
        name: law
        for name, law in laws_in(planted.grid).items()
        if law.claim.pattern.family in {"sum", "ratio"}
        and not law.claim.view.lag
        and not any(standing(law)[1:])
    }


def check(seeds: range) -> None:
    found = 0
    for seed in seeds:
        planted = table(str(seed))
        laws = without_a_row_off(planted)
        assert laws.keys() <= all_that_holds(planted.grid), planted
        there = [
            said(law.claim)
            for law in laws.values()
            if {law.claim.target, *law.claim.parts} == planted.columns
        ]
        across = [name for name in there if not name.startswith("down")]
        assert planted.kind in NOTHING_PLANTED or len(across) == 1, planted
        found += len(across)
    assert 3 * found > len(seeds)


@pytest.mark.parametrize("first", range(0, FAST, EACH))
def test_what_is_found_holds_and_what_was_put_in_is_found(first: int) -> None:
    check(range(first, first + EACH))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(FAST, FAST + SLOW, EACH))
def test_so_it_is_in_two_thousand_tables(first: int) -> None:
    check(range(first, first + EACH))
