"""Which cells of a failing relation another relation clears: those that cannot be what it needs."""

from fractions import Fraction

import pytest

from allokera.audit.findings.proof.by_relations import against
from allokera.audit.rounding.interval import Interval
from allokera.diagnosis.check import NONE
from audit.findings.sums import COLUMNS, ONE, TOTAL, TWO, opened


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
