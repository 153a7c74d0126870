"""A block of a column that moved by a row: what its ends, its gaps and its neighbours tell."""

from collections.abc import Iterable
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.mistakes.events import Event, Meant, find_events
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import along_rows

ROWS = 14
BLOCK = range(3, 8)
Table = list[list[object]]


def parts(seed: int = 1, same: Iterable[int] = ()) -> list[int]:
    """Numbers of a column, none like another but of some rows."""
    random = Random(seed)
    numbers = random.sample(range(200_000, 900_000), ROWS)
    return [444_444 if row in {*same} else number for row, number in enumerate(numbers)]


def table(one: list[int]) -> Table:
    """A column, another, and their sum."""
    return [[own, other, own + other] for own, other in zip(one, parts(2), strict=True)]


def moved(one: list[int], step: int, rows: Iterable[int] = BLOCK) -> Table:
    """A table where the number of each row is found a step further on; the others are as before."""
    found = table(one)
    for row in rows:
        found[row][0] = one[row - step]
    return found


def shifts(rows: Table, *more: Sum, is_exact: bool = True) -> list[Event]:
    network = along_rows(rows, Sum(3, (1, 2)), *more, is_exact=is_exact)
    return [each for each in find_events(network, network.failing) if each.slip is Slip.SHIFTED]


def event(
    one: list[int], rows: Iterable[int], lost: int | None = None, stray: int | None = None
) -> Event:
    """A block with the numbers that are right."""
    return Event(
        Slip.SHIFTED,
        tuple(((row, 1), Meant(one[row])) for row in rows),
        () if lost is None else ((lost, 1),),
        None if stray is None else (stray, 1),
    )


@pytest.mark.parametrize("step", [1, -1])
def test_the_number_at_the_end_is_lost_or_wrong_by_itself(step: int) -> None:
    """The row beside the other end has the number that stands twice: nothing strays."""
    one = parts()
    *others, last = BLOCK[::step]
    found = shifts(moved(one, step))
    assert found == [event(one, sorted(others), last), event(one, sorted(others))]


@pytest.mark.parametrize("step", [1, -1])
def test_the_number_at_one_end_may_stand_at_the_other(step: int) -> None:
    one = parts()
    rows = moved(one, step)
    first, *_, last = BLOCK[::step]
    rows[first][0] = one[last]
    others = sorted({*BLOCK} - {last})
    ring = event(one, [*others, last])
    assert shifts(rows) == [event(one, others, last, first), event(one, others, None, first), ring]
    # with a number of no row there, it is no ring
    rows[first][0] = 777_777
    assert shifts(rows) == [event(one, others, last, first), event(one, others, None, first)]


@pytest.mark.parametrize("step", [1, -1])
def test_a_number_of_no_row_strays(step: int) -> None:
    """A row before that holds tells that this came from afar, as does one without a number; one
    that is off by itself may be an exception, whose number it is.
    """
    one = parts()
    first, *_, last = BLOCK[::step]
    others = sorted({*BLOCK} - {last})
    for before, is_off in (
        (None, False),
        (one[first - step] + 77, True),
        (one[first - step], False),
    ):
        rows = moved(one, step)
        rows[first][0] = 777_777
        rows[first - step][0] = "" if before is None else before
        (found,) = (each for each in shifts(rows) if each.lost)
        assert (found.open > 0) is is_off
        assert found._replace(open=Fraction(0)) == event(one, others, last, first)


@pytest.mark.parametrize("step", [1, -1])
def test_at_the_edge_of_a_table_there_is_no_row_before(step: int) -> None:
    """The last row is not beside the first."""
    one = parts()
    block = range(4) if step == 1 else range(ROWS - 4, ROWS)
    rows = table(one)
    for row in block:
        rows[row][0] = one[row - step] if row - step in range(ROWS) else 777_777
    first, *_, last = block[::step]
    others = sorted({*block} - {last})
    assert shifts(rows) == [event(one, others, last, first), event(one, others, None, first)]


@pytest.mark.parametrize("step", [1, -1])
def test_a_block_goes_on_to_the_edge_where_nothing_is_beside(step: int) -> None:
    """The last number has no row beside it: it is lost, or at the other end."""
    one = parts()
    block = range(ROWS - 4, ROWS) if step == 1 else range(4)
    *others, last = block[::step]
    assert shifts(moved(one, step, block)) == [
        event(one, sorted(others), last),
        event(one, sorted(others)),
    ]


@pytest.mark.parametrize("step", [1, -1])
def test_where_the_row_beside_holds_the_last_number_may_be_like_it_by_chance(step: int) -> None:
    """What is lost was the number of the row beside: or that is no more than likely."""
    last = BLOCK[::step][-1]
    one = parts(same=(last, last + step))
    others = sorted({*BLOCK} - {last})
    assert shifts(moved(one, step)) == [event(one, BLOCK), event(one, others, last)]


@pytest.mark.parametrize("step", [1, -1])
def test_of_two_cells_one_of_which_is_lost_both_make_a_block(step: int) -> None:
    one = parts()
    near, far = (4, 5)[::step]
    assert shifts(moved(one, step, (4, 5))) == [event(one, [near], far)]
    # one by itself is a wrong cell, though it is like the one beside
    same = parts(same=(5, 5 + step))
    assert shifts(moved(same, step, (5,))) == []


@pytest.mark.parametrize("step", [1, -1])
def test_a_block_goes_on_in_rows_that_would_hold_with_the_number_beside(step: int) -> None:
    """After the block there are floors, all alike; what is lost was the last of these."""
    floors = [5 + step * at for at in (1, 2, 3)]
    one = parts(same=floors)
    end = 5 + 4 * step
    block = sorted(5 + step * at for at in range(-2, 5))
    changed = {5 + step * at for at in (-2, -1, 0, 1)}
    assert event(one, sorted(changed), end) in shifts(moved(one, step, block))
    # a floor that is off by itself ends it
    rows = moved(one, step, block)
    rows[floors[1]][1] = 7
    assert not any(each.lost == ((end, 1),) for each in shifts(rows))


@pytest.mark.parametrize("step", [1, -1])
def test_of_two_sums_of_a_row_one_that_fails_says_that_its_number_was_lost(step: int) -> None:
    """The other gives what was written over it."""
    one = parts()
    *others, last = BLOCK[::step]
    rows = [[*row, own] for row, own in zip(moved(one, step), one, strict=True)]
    expected = [event(one, sorted(others), last), event(one, sorted(others))]
    for number, fails in ((one[last], 2), (one[last - step], 1)):
        rows[last][3] = number
        found = shifts(rows, Sum(4, (1,)))
        assert {*expected} <= {*found}
        assert event(one, sorted(others[:-1]), others[-1]) not in found
        network = along_rows(rows, Sum(3, (1, 2)), Sum(4, (1,)))
        assert sum(check.line == last for check in network.failing) == fails


@pytest.mark.parametrize("step", [1, -1])
def test_a_row_within_that_no_sum_tells_of_belongs_to_the_block(step: int) -> None:
    one = parts()
    rows = moved(one, step)
    rows[5][2] = ""
    *others, last = BLOCK[::step]
    told = sorted({*others} - {5})
    assert event(one, told, last) in shifts(rows)


@pytest.mark.parametrize("step", [1, -1])
def test_a_row_within_that_holds_as_it_is_parts_two_blocks(step: int) -> None:
    """It would not hold with the number beside it."""
    one = parts()
    rows = moved(one, step, range(2, 10))
    rows[6][0] = one[6]
    near, far = (range(2, 6), range(7, 10)) if step == 1 else (range(7, 10), range(2, 6))
    (*first, lost), (*second, last) = near[::step], far[::step]
    found = shifts(rows)
    assert event(one, sorted(first), lost) in found
    assert not any({(3, 1), (8, 1)} <= each.cells for each in found)
    assert any({(cell, 1) for cell in second} <= each.cells for each in found)
    assert last not in second


@pytest.mark.parametrize(("more", "rows"), [(1, {3, 4, 6}), (50, {3, 4, 5, 6})])
def test_a_row_within_that_holds_with_both_numbers_parts_nothing(more: int, rows: set[int]) -> None:
    """Of neighbours that differ by no more than rounding, either will do there."""
    one = parts()
    one[5] = one[4] + more
    found = shifts(moved(one, 1), is_exact=False)
    assert [{row for row, _ in each.changes} for each in found] == [rows, rows]


def running(amounts: list[int], totals: list[int], lag: int) -> Network:
    """A column of amounts, and their running total, from the top or from the bottom."""
    rows = [list(pair) for pair in zip(amounts, totals, strict=True)]
    return along_rows(rows, Sum(2, (1, 5)), lag=lag)


def totals_of(amounts: list[int], lag: int) -> list[int]:
    if lag == 1:
        return [sum(amounts[: row + 1]) for row in range(len(amounts))]
    return [sum(amounts[row:]) for row in range(len(amounts))]


@pytest.mark.parametrize("lag", [1, -1])
@pytest.mark.parametrize("step", [1, -1])
def test_a_running_total_that_moved_is_put_back_from_where_it_begins(step: int, lag: int) -> None:
    amounts = parts()
    right = totals_of(amounts, lag)
    printed = list(right)
    for row in BLOCK:
        printed[row] = right[row - step]
    network = running(amounts, printed, lag)
    lost = BLOCK[::step][-1]
    meant = tuple(((row, 2), Meant(right[row])) for row in BLOCK if row != lost)
    assert Event(Slip.SHIFTED, meant, ((lost, 2),)) in find_events(network, network.failing)
    (found,) = diagnose(network)
    cells: set[Cell] = {(row, 2) for row in BLOCK}
    assert all(found.is_sure([cell]) for cell in cells)
    assert all(found.is_sure([cell], each.number) for cell, each in meant)
    assert {*found.suspects[: len(cells)]} == cells
    assert not found.is_likely(found.suspects[len(cells) :])
