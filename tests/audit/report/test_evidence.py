"""What a row says of a pool, put as evidence: in whole kronor, of these cells and no more."""

from fractions import Fraction

from allokera.audit.report.evidence import CellReport, Evidence, Quantity, of_pool
from allokera.audit.rounding.interval import Interval

CELL = CellReport(None, "one", "12", (2, 1), 12)


def test_a_pool_is_told_in_whole_kronor_by_the_cells_that_are_shown() -> None:
    pool = Interval(Fraction(7, 2), Fraction(9, 2), lower_closed=True, upper_closed=False)
    found = of_pool(pool, (CELL,), relation=3, holds=True)
    assert found == Evidence(
        quantity=Quantity.POOL,
        lower=Fraction(7, 2),
        upper=Fraction(9, 2),
        cells=(CELL,),
        holds=True,
        relation=3,
        more=0,
        lower_closed=True,
        upper_closed=False,
        places=0,
        worth=1,
    )
    assert found.interval == pool


def test_two_rows_that_contradict_each_other_hold_neither() -> None:
    pool = Interval(Fraction(3), Fraction(4), lower_closed=False)
    found = of_pool(pool, (), relation=None)
    assert (found.holds, found.relation, found.interval) == (None, None, pool)


def test_a_number_that_may_be_its_own_ends_is_of_no_relation_unless_one_is_told() -> None:
    found = Evidence(Quantity.NUMBER, Fraction(3), Fraction(4), (CELL,), holds=False)
    assert (found.relation, found.more, found.places, found.worth) == (None, 0, 0, 1)
    assert found.interval == Interval(Fraction(3), Fraction(4))
    assert not CELL.is_mended


def test_what_is_bounded_is_called_so_by_those_who_read_a_report_by_machine() -> None:
    assert {each.name: str(each) for each in Quantity} == {"POOL": "pool", "NUMBER": "number"}
