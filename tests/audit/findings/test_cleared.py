"""Which cells of a failing relation another relation clears: those that cannot be what it needs."""

from fractions import Fraction

import pytest

from allokera.audit.case.case import Case
from allokera.audit.findings.proof.by_relations import against, broken_lines
from allokera.audit.rounding.interval import Interval
from allokera.diagnosis.check import NONE, Changes
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import Cell
from audit.findings.sums import COLUMNS, ONE, TOTAL, TWO, opened
from audit.findings.test_proofs import case_with


def shown(case: Case, cell: Cell, mended: Changes) -> list[tuple[Cell | None, bool | None]]:
    """What is shown against a cell of the third row by that row alone: cells, and if they hold."""
    (row,) = [each for each in case.network.failing if each.is_in_one_row and each.line == 2]
    return [(each.cells[0].cell, each.holds) for each in against(case, [row], cell, mended)]


@pytest.mark.parametrize(
    ("more", "cleared"),
    [(2, []), (3, []), (4, []), (5, [ONE, TWO]), (-3, []), (-4, []), (-5, [ONE, TWO])],
)
def test_a_cell_is_cleared_where_what_it_must_be_is_not_what_the_failing_relation_needs(
    more: int, cleared: list[tuple[int, int]]
) -> None:
    """Its row leaves a number one off in either direction, its column of seven three.

    So where the total is four off, either part may be what is wrong; where it is five off, neither.
    """
    case = opened((2, "S", COLUMNS["S"][2] + more))
    (row,) = [each for each in case.network.failing if each.is_in_one_row]
    own, *shown = against(case, [row], TOTAL, NONE)
    assert (own.cells[0].cell, own.holds) == (TOTAL, False)
    assert [each.cells[0].cell for each in shown] == cleared
    for each in shown:
        printed = each.cells[0].read
        assert isinstance(printed, int)
        assert (each.holds, each.relation) == (True, 2)
        assert each.interval == Interval(Fraction(printed - 3), Fraction(printed + 3))


def test_a_relation_that_fails_itself_clears_no_cell() -> None:
    case = opened((2, "S", 9_421))
    assert shown(case, TOTAL, NONE) == [(TOTAL, False), (ONE, True), (TWO, True)]
    # the total of the first column is wrong as well, and by another number
    also = opened((2, "S", 9_421), (6, "A", sum(COLUMNS["A"]) + 900))
    assert shown(also, TOTAL, NONE) == [(TOTAL, False), (TWO, True)]


def test_a_relation_that_one_of_the_accused_cells_is_in_clears_no_cell() -> None:
    """The second column holds, but only with a number that is said to be wrong, too."""
    case = opened((2, "S", 9_421))
    assert shown(case, TOTAL, {(4, 2): 9_350}) == [(TOTAL, False), (ONE, True)]
    assert shown(case, TOTAL, {ONE: 7_515}) == [(TOTAL, False), (TWO, True)]


def test_where_no_number_of_a_cell_would_mend_what_fails_a_sum_that_holds_clears_it() -> None:
    """No weight is paid less than the least of 1 000; the weights add up."""
    weights = [301, 407, 611, 703, 809, 907, 1_013]
    amounts = [max(1_000, 2 * each) for each in weights]
    amounts[3] = 406
    columns = {"W": [*weights, sum(weights)], "Y": [*amounts, 2 * sum(weights)]}
    twice = (Fraction(0), Fraction(2))
    case = case_with(
        {name: list(map(str, numbers)) for name, numbers in columns.items()},
        (Fitted(2, (1,), corners=(twice, twice), floor=2_000), True),
        (Sum(7, tuple(range(7))), False),
    )
    (check,) = [each for each in case.network.failing if each.is_in_one_row]
    assert check.allowed((3, 1)) is None
    own, weight = against(case, [check], (3, 2), NONE)
    assert (own.cells[0].cell, own.holds) == ((3, 2), False)
    assert (weight.cells[0].cell, weight.holds, weight.relation) == ((3, 1), True, 2)
    assert weight.interval.holds(703)


def test_of_a_cell_in_the_third_row_and_the_third_column_what_the_row_gives_is_shown() -> None:
    """Both its lines are the third, one of each law."""
    case = opened((3, "S", 9_118))
    across, down = case.survey.laws
    cell = (3, 3)
    assert {(each.law, each.line) for each in case.network.of(cell)} == {(across, 3), (down, 3)}
    (found,) = broken_lines(case, across, [3])
    assert (found.cells[0].cell, found.relation, found.interval.holds(118)) == (cell, 1, True)
