"""Rows exchanged, and blocks that moved: each proposed where it explains what is wrong, or not."""

from collections.abc import Sequence

import pytest

from allokera.audit.rounding.fit import Entry, Fit, fit
from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.event import Event, Happening, shifted_block, swapped_rows
from allokera.kronor.keying import Slip

Amounts = tuple[int | None, ...]
WEIGHTS = tuple(range(1_000, 2_200, 100))
RIGHT: Amounts = tuple(3 * weight for weight in WEIGHTS)


def factor_of(weights: Sequence[int] = WEIGHTS) -> Fit:
    found = fit(RULES[0], [Entry(row, w, 3 * w // 100) for row, w in enumerate(weights)])
    assert found is not None
    return found


def exactly(*units: int | None) -> list[range | None]:
    """What the others allow each row: one number of units, or nothing is known."""
    return [None if each is None else range(each, each + 1) for each in units]


@pytest.mark.parametrize(
    ("amounts", "units", "pairs"),
    [
        ((20, 10, 30), exactly(1, 2, None), [(0, 1)]),
        ((20, 10, 40, 30), exactly(1, 2, 3, 4), [(0, 1), (2, 3)]),
        ((20, 10, 30), exactly(1, 3, None), []),
        ((20, 10, 30), exactly(1, None, None), []),
        ((20, 15, 30), exactly(1, 2, None), []),
        ((20, None, 30), exactly(1, 2, None), []),
        ((10, 10, 30), exactly(1, 1, None), []),
        ((20, 10, 10), exactly(1, 2, 2), []),
        ((20, 30, 10), exactly(1, 2, 3), []),
        ((20, 10), [range(1, 3), range(1, 3)], [(0, 1)]),
        ((20, 10), [range(1, 30), range(1, 30)], [(0, 1)]),
        ((0, 10), exactly(1, 0), [(0, 1)]),
    ],
    ids=str,
)
def test_two_rows_are_exchanged_where_each_has_the_others_amount_and_no_third_has(
    amounts: Amounts, units: list[range | None], pairs: list[tuple[int, int]]
) -> None:
    event = swapped_rows(amounts, units, 10)
    if not pairs:
        assert event is None
        return
    before = list(amounts)
    for one, other in pairs:
        before[one], before[other] = amounts[other], amounts[one]
    rows = tuple(row for pair in pairs for row in pair)
    assert event == Event(Happening.SWAPPED_ROWS, rows, (Slip.SWAPPED,) * len(rows), tuple(before))


def moved(first: int, last: int, step: int) -> Amounts:
    """The amounts of some rows moved by one; the one that falls out is at the other end."""
    block = list(RIGHT[first : last + 1])
    block = [block[-1], *block[:-1]] if step == 1 else [*block[1:], block[0]]
    return (*RIGHT[:first], *block, *RIGHT[last + 1 :])


def shifts(
    amounts: Amounts, accused: Sequence[int], weights: Sequence[int | None] = WEIGHTS
) -> list[Event]:
    return list(shifted_block(amounts, weights, 100, factor_of(), accused))


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(("first", "last"), [(0, 3), (4, 8), (8, 11), (0, 11)])
def test_a_block_that_moved_by_a_row_is_put_back(first: int, last: int, step: int) -> None:
    accused = range(first, last + 1)
    (event,) = shifts(moved(first, last, step), accused)
    assert event == Event(
        Happening.SHIFTED_BLOCK, tuple(accused), (Slip.SHIFTED,) * len(accused), RIGHT
    )


@pytest.mark.parametrize(("last", "is_found"), [(5, False), (6, True)])
def test_two_rows_are_no_block(last: int, is_found: bool) -> None:
    assert bool(shifts(moved(4, last, 1), range(4, last + 1))) is is_found


def test_two_blocks_move_as_one_event() -> None:
    amounts = (*moved(0, 3, 1)[:6], *moved(6, 9, 1)[6:])
    (event,) = shifts(amounts, [0, 1, 2, 3, 6, 7, 8, 9])
    assert event.rows == (0, 1, 2, 3, 6, 7, 8, 9)
    assert event.amounts == RIGHT


def test_what_fell_out_is_left_open() -> None:
    amounts = list(moved(4, 8, 1))
    amounts[4] = 999_900
    (event,) = shifts(tuple(amounts), range(4, 9))
    assert event.rows == (4, 5, 6, 7, 8)
    assert event.amounts == (*RIGHT[:8], None, *RIGHT[9:])


def test_the_row_where_a_block_ends_stays_where_its_own_amount_stands_there() -> None:
    """A row fell out and another was put in further down: that one is right as it stands."""
    stood = (*RIGHT[:4], *RIGHT[5:9], RIGHT[8], *RIGHT[9:])
    (event,) = shifts(stood, range(4, 8))
    assert event.amounts == (*RIGHT[:4], None, *RIGHT[5:])


def test_rows_that_are_not_wrong_have_not_moved() -> None:
    assert shifts(moved(4, 8, 1), [0, 1, 2]) == []
    assert shifts(RIGHT, range(12)) == []


def test_amounts_that_are_no_whole_units_or_rows_without_a_weight_are_in_no_block() -> None:
    weights = [None if row == 6 else weight for row, weight in enumerate(WEIGHTS)]
    assert shifts(moved(5, 7, 1), range(5, 8), weights) == []
    odd = tuple(each + 1 if each else each for each in moved(4, 8, 1))
    assert shifts(odd, range(4, 9)) == []
