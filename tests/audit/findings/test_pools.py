"""What pool a row needs by its cell, which rows may bear witness, and of what there is no proof."""

from fractions import Fraction

import pytest

from allokera.audit.findings.proof.by_pools import _innocent, contradiction, prove
from allokera.audit.rounding.interval import Interval
from audit.findings.small import THRICE, TOTAL, TWICE, WEIGHTS, needed, opened, with_row

THOUSANDS = [1_000 * each for each in THRICE]


def pool(lower: int, upper: int, *, lower_closed: bool, upper_closed: bool) -> Interval:
    """The pools of which 307 in 2 116 come to between two amounts."""
    least, most = (Fraction(each * TOTAL, WEIGHTS[2]) for each in (lower, upper))
    return Interval(least, most, lower_closed, upper_closed)


@pytest.mark.parametrize(
    ("rule", "amount", "expected"),
    [
        ("half-up", 9_210_000, pool(9_209_500, 9_210_500, lower_closed=True, upper_closed=False)),
        ("floor", 9_210_000, pool(9_210_000, 9_211_000, lower_closed=True, upper_closed=False)),
        # no rounding to thousands gives a half: either end is as near as rounding can be
        ("half-up", 9_210_500, pool(9_210_000, 9_211_000, lower_closed=True, upper_closed=True)),
        ("floor", 9_210_500, pool(9_209_500, 9_211_500, lower_closed=True, upper_closed=True)),
    ],
)
def test_in_thousands_a_row_needs_a_pool_within_half_of_one_or_by_floors_within_one(
    rule: str, amount: int, expected: Interval
) -> None:
    case = opened(with_row(THOUSANDS, 2, amount), rule=rule)
    sheet = case.trials[0].sheet
    assert sheet.unit == 1_000
    own, _ = prove(case, sheet, 2)
    assert (own.interval, own.cells[0].read) == (expected, amount)


def test_the_digits_of_a_malformed_cell_are_kronor_where_others_show_halves() -> None:
    case = opened(with_row([f"{each},5" for each in THRICE], 2, "92 10"))
    sheet = case.trials[0].sheet
    assert (sheet.amounts[2], sheet.one, sheet.unit) == (None, Fraction(1, 100), 50)
    own, _ = prove(case, sheet, 2)
    assert own.cells[0].read == 9_210
    quarter = Fraction(TOTAL, 4 * WEIGHTS[2])
    middle = Fraction(9_210 * TOTAL, WEIGHTS[2])
    assert own.interval == Interval(middle - quarter, middle + quarter, upper_closed=False)


def test_rows_that_hold_the_pool_bear_witness_first_and_no_row_that_is_guilty_does() -> None:
    case = opened()
    (trial, _), fit = case.trials, case.trials[0].fit
    assert fit is not None
    held = fit._replace(lowest=(4,), highest=(2, 4))
    assert _innocent(trial, held, 0) == [4, 2, 1, 3, 5]
    assert _innocent(trial, held, 4) == [2, 0, 1, 3, 5]
    assert _innocent(trial, held._replace(certain=(2,), possible=(3,)), 0) == [4, 1, 5]
    wrong = opened(with_row(THRICE, 2, 9_210)).trials[0]
    assert {*wrong.mendings} == {2}
    assert _innocent(wrong, held, 0) == [4, 1, 3, 5]
    swapped = opened(with_row(with_row(THRICE, 1, THRICE[4]), 4, THRICE[1])).trials[0]
    assert swapped.event is not None
    assert _innocent(swapped, held, 0) == [2, 3, 5]


MIXED = (*THRICE[:3], *(5 * weight for weight in WEIGHTS[3:]))


def test_a_base_amount_is_proved_wrong_by_a_column_that_does_not_contradict_itself() -> None:
    case = opened(MIXED, TWICE, with_row(WEIGHTS, 2, 3_070))
    assert case.base is not None
    proof = prove(case, case.base, 2)
    assert [(each.cells[0].column, each.holds) for each in proof] == [("two", False), ("two", True)]
    assert proof[0].interval == needed(614, 3_070, case.total_weight)


@pytest.mark.parametrize(
    ("weight", "is_proved"), [(3_070, True), (1, True), (0, False), (-1, False)]
)
def test_of_a_base_amount_that_is_nothing_or_less_there_is_no_proof(
    weight: int, is_proved: bool
) -> None:
    case = opened(base=with_row(WEIGHTS, 2, weight))
    assert case.base is not None
    assert case.base.amounts[2] == weight
    assert bool(prove(case, case.base, 2)) is is_proved


def test_a_row_that_gets_nothing_contradicts_the_others_with_nothing() -> None:
    case = opened(with_row(MIXED, 0, 0))
    lowest, highest = contradiction(case, case.trials[0])
    assert [(each.cells[0].printed, each.cells[0].read) for each in (lowest, highest)] == [
        ("0", 0),
        ("3005", 3_005),
    ]


def test_of_a_base_amount_that_every_column_follows_there_is_no_proof() -> None:
    case = opened()
    assert case.base is not None
    assert [prove(case, case.base, row) for row in range(6)] == [()] * 6
