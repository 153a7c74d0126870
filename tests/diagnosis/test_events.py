"""Several cells that one slip made wrong: exchanged, a block moved by a row, in another unit."""

from dataclasses import replace
from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.mistakes.events import Event, Meant, find_events
from allokera.diagnosis.mistakes.exchanges import exchanged as exchanged_in
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed, swap

BODY: Numbers = [[310, 1_220, 57], [833, 744, 211], [515, 1_906, 98], [77, 441, 35]]


def drawn(seed: int, rows: int = 12) -> Numbers:
    random = Random(seed)
    return summed([[random.randrange(200_000, 900_000) for _ in range(2)] for _ in range(rows)])


def changed(*changes: tuple[int, int, int]) -> Network:
    numbers = [list(row) for row in summed(BODY)]
    for row, column, more in changes:
        numbers[row][column - 1] += more
    return network_of(numbers)


def exchanged(one: Cell, other: Cell, *changes: tuple[int, int, int]) -> Network:
    """Two numbers of a column stand in each other's place, and others are changed."""
    more = BODY[other[0]][other[1] - 1] - BODY[one[0]][one[1] - 1]
    return changed((*one, more), (*other, -more), *changes)


def events(network: Network, slip: Slip) -> list[dict[Cell, int]]:
    """List what puts blocks right, each once: an end may be told in two ways."""
    found = [each for each in find_events(network, network.failing) if each.slip is slip]
    return [dict(each) for each in dict.fromkeys(tuple(one.changes.items()) for one in found)]


def test_two_cells_of_a_column_are_exchanged_that_mend_all_around_one_of_them() -> None:
    network = exchanged((0, 2), (2, 2))
    assert find_events(network, network.failing) == [swap(network, (0, 2), (2, 2))]
    # around the other something else is wrong as well
    beside = exchanged((0, 2), (2, 2), (2, 1, 37))
    assert swap(beside, (0, 2), (2, 2)) in find_events(beside, beside.failing)
    # of both rows something else is wrong: neither is mended
    both = exchanged((0, 2), (2, 2), (2, 1, 37), (0, 1, 41))
    assert swap(both, (0, 2), (2, 2)) not in find_events(both, both.failing)


def blocks(*swapped: Cell) -> Network:
    """Three blocks of three rows and their sum, in two columns; two numbers stand exchanged."""
    rows = []
    for block in range(3):
        body = [[317 * (3 * block + at + 1) ** 2 + 91 * at, 5_003 - 419 * at] for at in range(3)]
        rows += [*body, [sum(column) for column in zip(*body, strict=True)]]
    (one, column), (other, _) = swapped
    rows[one][column - 1], rows[other][column - 1] = rows[other][column - 1], rows[one][column - 1]
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    down = sheet.views()[1]
    sums = (Sum(4 * block + 3, tuple(range(4 * block, 4 * block + 3))) for block in range(3))
    return Network(sheet, [law_told(weigh(down, each, 0)) for each in sums])


@pytest.mark.parametrize(
    ("one", "other"),
    [((1, 1), (6, 1)), ((0, 1), (7, 1)), ((3, 1), (11, 1)), ((5, 1), (7, 1))],
    ids=["parts", "a part and another's sum", "sums", "a part and its sum"],
)
def test_numbers_that_stand_exchanged_in_sums_down_a_column(one: Cell, other: Cell) -> None:
    network = blocks(one, other)
    assert swap(network, one, other) in find_events(network, network.failing)


def test_two_parts_of_one_sum_may_be_either_way() -> None:
    network = blocks((4, 1), (5, 1))
    assert network.failing == []
    assert find_events(network, []) == []


@pytest.mark.parametrize("count", [40, 41])
def test_of_many_failing_sums_none_is_looked_at(count: int) -> None:
    network = blocks((1, 1), (6, 1))
    many = (network.failing * count)[:count]
    assert bool([*exchanged_in(network, [], many)]) is (count == 40)


def test_numbers_of_two_columns_and_those_alike_are_not_exchanged() -> None:
    """To exchange what stands in two columns would mend both rows."""
    one, other = BODY[0][0], BODY[2][1]
    network = changed((0, 1, other - one), (2, 2, one - other))
    assert {check.line for check in network.failing if check.is_in_one_row} == {0, 2}
    assert find_events(network, network.failing) == []


def test_an_exchange_in_a_column_that_is_off_besides_is_seen_by_its_rows() -> None:
    """What the column comes to it does not change."""
    network = exchanged((0, 2), (2, 2), (3, 2, 60))
    assert find_events(network, network.failing) == [swap(network, (0, 2), (2, 2))]
    (wrong,) = {cell for each in diagnose(network) for cell in each.wrong} - {(0, 2), (2, 2)}
    assert wrong == (3, 2)


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("step", [1, -1])
def test_a_block_that_moved_by_a_row_is_put_back(step: int, column: int) -> None:
    """What was at its end is lost, and the first stands twice."""
    right = drawn(step, 12)
    numbers = [list(row) for row in right]
    rows = range(3, 8)
    for row in rows:
        numbers[row][column] = right[row - step][column]
    network = network_of(numbers)
    (block,) = events(network, Slip.SHIFTED)
    lost = rows[-1] if step == 1 else rows[0]
    assert block == {(row, column + 1): right[row][column] for row in rows if row != lost}
    found = [each for each in diagnose(network) if each.usual]
    for row in rows:
        cell = row, column + 1
        (own,) = (each for each in found if cell in each.suspects)
        assert own.event(cell) is Slip.SHIFTED
        assert own.is_sure([cell])
        if row == lost:
            # within rounding it may be one more, or less
            assert own.value(cell) in {None, right[row][column]}
        else:
            assert own.is_sure([cell], right[row][column])
    suspects = {cell for each in found for cell in each.suspects if each.is_likely([cell])}
    assert suspects == {(row, column + 1) for row in rows}


def test_of_neighbours_like_each_other_one_may_stand_within_a_block_that_moved() -> None:
    right = drawn(5, 12)
    for row in (5, 6):
        right[row][0] = 444_444
    right = summed([row[:2] for row in right[:-1]])
    numbers = [list(row) for row in right]
    for row in range(3, 8):
        numbers[row][0] = right[row + 1][0]
    (block,) = events(network_of(numbers), Slip.SHIFTED)
    assert block == {(row, 1): right[row][0] for row in (4, 6, 7)}


def test_a_block_in_thousands_is_told_to_the_last_place_where_sums_are_exact() -> None:
    """Rounded to thousands it has lost what the rows' sums still tell."""
    right = drawn(7, 30)
    numbers = [list(row) for row in right]
    for row in (4, 5, 6):
        numbers[row][0] = (right[row][0] + 500) // 1000
    found = network_of(numbers)
    exact = Network(found.sheet, [replace(law, is_exact=True) for law in found.laws])
    assert events(exact, Slip.THOUSANDTH) == [{(row, 1): right[row][0] for row in (4, 5, 6)}]
    (told,) = (each for each in diagnose(exact) if each.usual)
    for row in (4, 5, 6):
        assert told.is_sure([(row, 1)], right[row][0])
        assert told.event((row, 1)) is Slip.THOUSANDTH
    assert {*told.suspects[:3]} == {(4, 1), (5, 1), (6, 1)}
    assert not told.is_likely(told.suspects[3:])


def test_a_row_in_ones_is_told_by_its_columns() -> None:
    """Its own sum holds as printed; every column's is off."""
    right = drawn(9)
    numbers = [list(row) for row in right]
    numbers[4] = [1000 * number for number in right[4]]
    network = network_of(numbers)
    across = {(4, column): right[4][column - 1] for column in (1, 2, 3)}
    assert events(network, Slip.THOUSANDFOLD) == [across]
    (found,) = (each for each in diagnose(network) if each.usual)
    assert all(found.is_sure([cell], number) for cell, number in across.items())


def test_a_nought_between_is_of_no_unit_and_a_number_that_is_right_ends_a_block() -> None:
    right = drawn(11)
    right[5][0] = 0
    right = summed([row[:2] for row in right[:-1]])
    numbers = [list(row) for row in right]
    for row in (3, 4, 6, 8, 9):
        numbers[row][0] = right[row][0] * 1000
    assert events(network_of(numbers), Slip.THOUSANDFOLD) == [
        {(row, 1): right[row][0] for row in (3, 4, 6)},
        {(row, 1): right[row][0] for row in (8, 9)},
    ]


def test_one_cell_is_no_block() -> None:
    right = drawn(13)
    numbers = [list(row) for row in right]
    numbers[4][0] *= 1000
    network = network_of(numbers)
    assert find_events(network, network.failing) == []
    numbers[4][0] = right[5][0]
    network = network_of(numbers)
    assert find_events(network, network.failing) == []


def test_what_happened_to_one_cell_twice_explains_nothing() -> None:
    """Two events of one cell are no explanation, and one beside a wrong cell of it is none."""
    right = drawn(7)
    numbers = [list(row) for row in right]
    for row in (4, 5, 6):
        numbers[row][0] = right[row][0] * 1000
    network = network_of(numbers)
    (event,) = find_events(network, network.failing)
    assert event == Event(
        Slip.THOUSANDFOLD, tuple(((row, 1), Meant(right[row][0])) for row in (4, 5, 6))
    )
    for each in diagnose(network):
        for _, explanation in each.usual:
            assert explanation.mistakes == len(explanation.cells - {(4, 1), (5, 1), (6, 1)}) + (
                (4, 1) in explanation.cells
            )
