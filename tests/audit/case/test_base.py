"""The base column on trial: blamed where its rows are wrong everywhere, and not otherwise."""

from collections.abc import Sequence

import pytest

from allokera.audit.case.base import _by_key, base_slip
from allokera.audit.case.case import Brief, Case
from allokera.audit.case.keys import HeldKey
from allokera.audit.shares.event import Happening
from allokera.audit.shares.mending import Mending
from allokera.kronor.keying import Slip
from allokera.model import Basis
from audit.cases import case_of, table_of

Amounts = tuple[int | None, ...]
WEIGHTS = (11_297, 17_041, 23_663, 29_873, 35_419, 41_011, 47_387, 53_173)
FIRST = tuple(2_731 * weight // 1_000 for weight in WEIGHTS)
SECOND = tuple(7_919 * weight // 1_000 for weight in WEIGHTS)


def opened(
    weights: Sequence[object],
    first: Sequence[object] = FIRST,
    second: Sequence[object] | None = SECOND,
    **changes: object,
) -> Case:
    columns = {"base": weights, "one": first} | ({"two": second} if second is not None else {})
    brief = Brief(base="base", envelopes={}, rule="floor")
    return case_of(table_of(columns), brief._replace(**changes))  # type: ignore[arg-type]


def with_row(numbers: Sequence[int], row: int, number: object) -> list[object]:
    return [number if at == row else each for at, each in enumerate(numbers)]


def test_a_right_table_blames_nobody() -> None:
    case = opened(WEIGHTS)
    assert (case.base_event, case.base_mendings) == (None, {})
    assert not any(trial.accused for trial in case.trials)
    assert case.weights == WEIGHTS


@pytest.mark.parametrize("row", range(1, 8))
def test_a_base_amount_one_slip_from_what_all_columns_need_is_mended(row: int) -> None:
    digits = str(WEIGHTS[row])
    case = opened(with_row(WEIGHTS, row, int(digits[1] + digits[0] + digits[2:])))
    assert set(case.base_mendings) == {row}
    mending = case.base_mendings[row]
    assert WEIGHTS[row] in mending.allowed
    assert Slip.EXCHANGED in {each.slip for each in mending.candidates}
    if mending.suggestion is not None:
        assert case.weights == WEIGHTS
        assert not any(trial.accused for trial in case.trials)


def test_one_column_that_is_right_acquits_the_base() -> None:
    case = opened(WEIGHTS, with_row(FIRST, 3, 99_999))
    assert case.base_mendings == {}
    assert [trial.accused for trial in case.trials] == [(3,), ()]


def test_a_row_that_is_wrong_by_itself_in_every_column_is_not_the_bases() -> None:
    """Each is one slip from right, and no base amount makes both so."""
    one, two = str(FIRST[3]), str(SECOND[3])
    case = opened(
        WEIGHTS,
        with_row(FIRST, 3, int(one[1] + one[0] + one[2:])),
        with_row(SECOND, 3, int(two + "0")),
    )
    assert case.base_mendings == {}
    assert [trial.accused for trial in case.trials] == [(3,), (3,)]
    assert [trial.mendings[3].suggestion for trial in case.trials] == [FIRST[3], SECOND[3]]


def test_a_base_amount_far_from_right_is_blamed_where_other_amounts_are_too() -> None:
    case = opened(with_row(WEIGHTS, 3, 98_641))
    assert set(case.base_mendings) == {3}
    assert case.base_mendings[3].suggestion is None
    assert case.weights[3] is None
    assert WEIGHTS[3] in case.base_mendings[3].allowed


@pytest.mark.parametrize("cell", ["", "x", "..", "0"])
def test_a_base_amount_that_is_not_there_is_bounded_by_the_columns(cell: str) -> None:
    case = opened(with_row(WEIGHTS, 3, cell))
    assert set(case.base_mendings) == {3}
    assert WEIGHTS[3] in case.base_mendings[3].allowed
    assert len(case.base_mendings[3].allowed) < 20


def test_beside_one_column_no_amount_is_proposed_for_sure_where_the_base_may_be_wrong() -> None:
    digits = str(WEIGHTS[3])
    case = opened(with_row(WEIGHTS, 3, int(digits[1] + digits[0] + digits[2:])), second=None)
    (trial,) = case.trials
    assert (case.base_mendings, trial.accused) == ({}, (3,))
    assert trial.mendings[3].suggestion is None
    # no slip in the base explains an amount that is off by one in its own digits
    case = opened(WEIGHTS, with_row(FIRST, 3, int(f"9{FIRST[3]}")), None)
    (trial,) = case.trials
    assert trial.accused == (3,)


def test_a_column_whose_rows_contradict_each_other_says_nothing_of_the_base() -> None:
    """So one column is left, and no amount is proposed for sure in it."""
    mixed = (*SECOND[:4], *(3 * each for each in SECOND[4:]))
    digits = str(WEIGHTS[3])
    case = opened(with_row(WEIGHTS, 3, int(digits[1] + digits[0] + digits[2:])), FIRST, mixed)
    one, two = case.trials
    assert (one.accused, two.accused, case.base_mendings) == ((3,), (), {})
    assert one.mendings[3].suggestion is None
    assert not one.mendings[3].is_sure


def exchanged(numbers: Sequence[int], one: int, other: int) -> list[int]:
    found = list(numbers)
    found[one], found[other] = numbers[other], numbers[one]
    return found


def test_base_amounts_that_are_exchanged_are_so_in_every_column() -> None:
    case = opened(exchanged(WEIGHTS, 2, 5))
    assert case.base_event is not None
    assert case.base_event.happening is Happening.SWAPPED_ROWS
    assert (case.base_event.rows, case.base_event.slips) == ((2, 5), (Slip.SWAPPED,) * 2)
    assert case.weights == case.base_event.amounts == WEIGHTS
    assert not any(trial.accused or trial.event for trial in case.trials)


def test_two_pairs_of_base_amounts_are_exchanged_each_by_itself() -> None:
    case = opened(exchanged(exchanged(WEIGHTS, 1, 6), 2, 4))
    assert case.base_event is not None
    assert {*case.base_event.rows} == {1, 2, 4, 6}
    assert case.base_event.slips == (Slip.SWAPPED,) * 4
    assert case.weights == WEIGHTS


@pytest.mark.parametrize(
    "second",
    [SECOND, exchanged(SECOND, 2, 6), exchanged(SECOND, 1, 5)],
    ids=["in one", "other rows", "another other"],
)
def test_rows_exchanged_in_one_column_or_others_in_another_are_not_the_bases(
    second: Sequence[int],
) -> None:
    case = opened(WEIGHTS, exchanged(FIRST, 2, 5), second)
    assert case.base_event is None
    assert case.trials[0].event is not None
    assert case.trials[0].event.rows == (2, 5)


def test_beside_one_column_exchanged_rows_are_that_columns() -> None:
    case = opened(WEIGHTS, exchanged(FIRST, 2, 5), None)
    assert case.base_event is None
    assert case.trials[0].event is not None


def scaled(numbers: Sequence[int], rows: Sequence[int], times: int) -> Amounts:
    return tuple(each * times if row in rows else each for row, each in enumerate(numbers))


@pytest.mark.parametrize(
    ("rows", "columns", "is_found"),
    [
        ((1, 4), 2, True),
        ((1, 4), 1, False),
        ((1,), 2, False),
        ((), 2, False),
    ],
)
def test_base_amounts_in_another_unit_are_so_in_two_rows_and_two_columns_at_least(
    rows: Sequence[int], columns: int, is_found: bool
) -> None:
    event = base_slip(scaled(WEIGHTS, rows, 1_000), [FIRST, SECOND][:columns])
    assert (event is not None) is is_found
    if event is not None:
        assert (event.rows, event.amounts) == (tuple(rows), WEIGHTS)
        assert event.slips == (Slip.THOUSANDFOLD,) * 2
        assert event.happening is Happening.UNIT_SLIP


def test_rows_in_another_unit_in_one_column_are_not_the_bases() -> None:
    assert base_slip(WEIGHTS, [scaled(FIRST, (1, 4), 1_000), SECOND]) is None
    one, other = (scaled(each, (1, 4), 1_000) for each in (FIRST, SECOND))
    event = base_slip(WEIGHTS, [one, other])
    # as well the base may be a thousandth there; but it has no such whole number of kronor
    assert event is not None
    assert event.amounts == scaled(WEIGHTS, (1, 4), 1_000)
    mixed = [
        tuple(each // 1_000 if row in {1, 4} else each for row, each in enumerate(column))
        for column in (FIRST, SECOND)
    ]
    assert base_slip(WEIGHTS, mixed) is None


@pytest.mark.parametrize(
    ("by_columns", "kept"),
    [
        (range(5, 15), range(10, 15)),
        (range(12, 40), range(12, 20)),
        (range(19, 40), range(19, 20)),
        (range(5, 11), range(10, 11)),
        # none is given by both: then the columns are heard
        (range(5, 10), range(5, 10)),
        (range(20, 40), range(20, 40)),
    ],
)
def test_a_base_amount_is_what_columns_and_the_key_allow_or_else_the_columns(
    by_columns: range, kept: range
) -> None:
    case = opened(WEIGHTS)
    assert case.base is not None
    assert case.base.unit == 1
    by_key = Mending(range(10, 20), (), 0, 0)
    trial = case.trials[0]._replace(sheet=case.base, mendings={3: by_key})
    held = case._replace(keys=(HeldKey((), Basis.STATED, len(WEIGHTS), trial),))
    assert _by_key(held, 3, by_columns) == kept
    # of another row, or without a key, it says nothing
    assert _by_key(held, 4, by_columns) == _by_key(case, 3, by_columns) == by_columns
