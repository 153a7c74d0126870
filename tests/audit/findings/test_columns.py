"""What the report says of each column: its pool, its rows, its sums, its envelope."""

from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.findings.columns import column_reports
from allokera.audit.report.column import ColumnReport, RuleVerdict, State
from allokera.audit.rounding.interval import point
from allokera.model import Basis
from audit.findings.small import (
    ENVELOPES,
    THRICE,
    TOTAL,
    WEIGHTS,
    needed,
    opened,
    who,
    with_row,
)

BASE = ColumnReport(
    name="base",
    state=State.NOT_APPLICABLE,
    unit=1,
    worth=Fraction(1),
    unit_basis=Basis.INFERRED,
    rules=(),
    rule=None,
    pool=None,
    pool_by_base=None,
    binding=(),
    rows=6,
    agreeing=6,
    consistent=True,
    certain=(),
    possible=(),
    pinned=0,
    sum=TOTAL,
    mended_sum=TOTAL,
    envelope=2_150,
    administration=point(2_150 - TOTAL),
)
# the largest row tells the pool best
POOL = needed(3 * 601, 601)
ONE = ColumnReport(
    name="one",
    state=State.CHECKED,
    unit=1,
    worth=Fraction(1),
    unit_basis=Basis.INFERRED,
    rules=(RuleVerdict("half-up", consistent=True),),
    rule="half-up",
    pool=POOL,
    pool_by_base=POOL._replace(lower_closed=False),
    binding=(who(5), who(5)),
    rows=6,
    agreeing=6,
    consistent=True,
    certain=(),
    possible=(),
    # by the next largest the largest may be a krona less, or more
    pinned=5,
    sum=3 * TOTAL,
    mended_sum=3 * TOTAL,
    envelope=None,
    administration=None,
    needs=tuple((who(row), needed(3 * weight, weight)) for row, weight in enumerate(WEIGHTS)),
)
TWO_POOL = needed(2 * 601, 601)
TWO = replace(
    ONE,
    name="two",
    pool=TWO_POOL,
    pool_by_base=TWO_POOL._replace(lower_closed=False),
    sum=2 * TOTAL,
    mended_sum=2 * TOTAL,
    envelope=4_300,
    administration=TWO_POOL.taken_from(4_300),
    needs=tuple((who(row), needed(2 * weight, weight)) for row, weight in enumerate(WEIGHTS)),
)


def test_of_a_right_table_all_is_said_of_every_column() -> None:
    assert column_reports(opened()) == (BASE, ONE, TWO)


def test_a_row_that_is_wrong_is_left_out_of_the_pool_and_mended_in_the_sum() -> None:
    base, one, two = column_reports(opened(with_row(THRICE, 2, 9_210)))
    assert (base, two) == (BASE, TWO)
    assert one == replace(
        ONE,
        rules=(RuleVerdict("half-up", consistent=False),),
        agreeing=5,
        consistent=False,
        certain=(who(2),),
        sum=3 * TOTAL - 921 + 9_210,
        needs=(*ONE.needs[:2], (who(2), needed(9_210, 307)), *ONE.needs[3:]),
    )


def test_a_cell_that_cannot_be_read_is_no_row_and_counts_for_nothing() -> None:
    _, one, _ = column_reports(opened(with_row(THRICE, 2, "x")))
    assert one == replace(
        ONE,
        rows=5,
        agreeing=5,
        consistent=False,
        sum=3 * TOTAL - 921,
        needs=(*ONE.needs[:2], *ONE.needs[3:]),
        pinned=4,
        mended_sum=one.mended_sum,
        pool_by_base=one.pool_by_base,
    )
    _, one, _ = column_reports(opened(["x", "", "..", "x", "", "x"]))
    assert (one.state, one.rule, one.pool, one.binding) == (State.NOT_CHECKED, None, None, ())
    assert (one.rows, one.agreeing, one.pinned, one.needs) == (0, 0, 0, ())
    assert (one.sum, one.mended_sum, one.consistent) == (None, None, False)


def test_rows_that_contradict_each_other_tell_no_pool() -> None:
    """Three follow one factor and three another: who is wrong is open."""
    mixed = (*THRICE[:3], *(5 * weight for weight in WEIGHTS[3:]))
    _, one, _ = column_reports(opened(mixed))
    assert (one.state, one.consistent, one.pool, one.pool_by_base) == (
        State.CHECKED,
        False,
        None,
        None,
    )
    assert (one.agreeing, one.rows, one.certain, one.possible) == (3, 6, (), ())
    assert (one.binding, one.pinned) == ((), 0)


@pytest.mark.parametrize("cell", ["x", ""])
def test_a_base_amount_that_cannot_be_read_may_be_mended_by_the_columns(cell: str) -> None:
    base, one, _ = column_reports(opened(base=with_row(WEIGHTS, 2, cell)))
    # 921 of three a head, and 614 of two, leave few others
    assert base == replace(
        BASE,
        rows=base.rows,
        agreeing=5,
        consistent=False,
        certain=(who(2),),
        sum=TOTAL - 307,
        mended_sum=base.mended_sum,
        administration=point(Fraction(2_150) - Fraction(base.mended_sum or 0)),
    )
    assert base.mended_sum in {TOTAL, TOTAL - 307}
    assert one.consistent


def test_where_no_cell_of_the_base_can_be_read_it_has_no_sum() -> None:
    base, *_ = column_reports(opened(base=["x"] * 6))
    assert (base.sum, base.mended_sum, base.rows) == (None, None, 0)


def test_an_envelope_is_that_of_its_column() -> None:
    reports = column_reports(opened(envelopes={}))
    assert [(each.envelope, each.administration) for each in reports] == [(None, None)] * 3
    assert [each.envelope for each in column_reports(opened())] == [
        ENVELOPES["base"],
        None,
        ENVELOPES["two"],
    ]
