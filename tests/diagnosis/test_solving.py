"""What wrong cells must be: just the numbers with which all their checks hold."""

import sys
from collections.abc import Mapping
from itertools import product
from random import Random

import pytest

from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import count, solve
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import EVERYTHING
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import DIVISION, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import Sheet, read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, drawn, network_of, summed

HIGHEST, NEAR = 200, 8
"""No cell of a tiny table, mended, is larger; of one that is right, none is so far off."""


def fitting(network: Network, numbers: Mapping[Cell, range]) -> set[tuple[int, ...]]:
    """All numbers of some cells with which every check around them holds, by trying."""
    cells = tuple(numbers)
    around = {check for cell in cells for check in network.of(cell)}
    return {
        values
        for values in product(*numbers.values())
        if all(check.holds(dict(zip(cells, values, strict=True))) for check in around)
    }


def cells_of(numbers: Numbers) -> list[Cell]:
    return [(row, place + 1) for row, each in enumerate(numbers) for place in range(len(each))]


@pytest.mark.parametrize("turn", range(8))
def test_one_cell_may_be_just_what_its_checks_allow(turn: int) -> None:
    numbers = drawn(Random(f"one {turn}"), 1)
    network = network_of(numbers)
    for cell in cells_of(numbers):
        found = solve(network, [cell], ())
        tried = {value for (value,) in fitting(network, {cell: range(HIGHEST)})}
        assert set(found[cell] if found else ()) == tried


@pytest.mark.parametrize("turn", range(6))
def test_two_cells_are_bound_by_what_the_other_may_be(turn: int) -> None:
    """Nothing that fits is left out, and the ends fit with some number of the other."""
    random = Random(f"two {turn}")
    numbers = drawn(random, 0)
    network = network_of(numbers)
    row, column = random.randrange(len(numbers)), random.randrange(1, len(numbers[0]))
    one, other = (row, column), (row, column + 1)
    ends = {cell: network.printed(cell) for cell in (one, other)}
    tried = fitting(
        network, {cell: range(max(0, at - NEAR), at + NEAR) for cell, at in ends.items()}
    )
    found = solve(network, [one, other], ())
    assert found is not None
    for at, cell in enumerate((one, other)):
        assert {values[at] for values in tried} == {*found[cell]}
    # where one is held by nothing else, it makes up for whatever the other may be
    alone = [check for check in network.of(one) if other not in check.places]
    loose = solve(network, [one, other], alone)
    assert loose is not None
    shared = next(check for check in network.of(one) if other in check.places)
    sides = [shared.allowed(one, {other: value}) or (0, 0) for value in found[other]]
    low, high = min(low for low, _ in sides), max(high for _, high in sides)
    assert loose[one] == range(max(0, low), high + 1)


def test_what_another_cell_is_taken_for_is_reckoned_with() -> None:
    network = network_of(summed([[11, 22], [33, 44], [5, 6]]))
    across, down = ([check] for check in network.of((0, 2)))
    assert solve(network, [(0, 2)], down) == {(0, 2): range(21, 24)}
    assert solve(network, [(0, 2)], across) == {(0, 2): range(20, 25)}
    assert solve(network, [(0, 2)], down, {(0, 1): 1}) == {(0, 2): range(31, 34)}
    assert solve(network, [(0, 2)], (), {(0, 1): 1}) is None


def test_a_check_that_is_excused_binds_nothing() -> None:
    network = network_of(summed([[11, 22], [33, 44], [5, 6]]))
    solved = solve(network, [(0, 1)], network.of((0, 1)))
    assert solved is not None
    assert (solved[0, 1].start, solved[0, 1].stop) == (0, EVERYTHING + 1)


def sheet_of(rows: Numbers) -> Sheet:
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    return read_sheet(texts, notation_of_sheet(texts), without=(0,))


def across(sheet: Sheet, pattern: Sum | Ratio | Fitted) -> Law:
    return law_told(weigh(sheet.views()[0], pattern, 0))


def test_below_nothing_a_number_may_be_where_one_printed_is() -> None:
    rows = [[11, 22, 33], [90, -70, 20], [5, 6, 11]]
    for first, least in ((-70, -EVERYTHING), (70, 0)):
        rows[1] = [90, first, 90 + first]
        sheet = sheet_of(rows)
        network = Network(sheet, [across(sheet, Sum(3, (1, 2)))])
        solved = solve(network, [(0, 2)], network.of((0, 2)))
        assert solved is not None
        assert solved[0, 2].start == least


def test_numbers_are_of_the_unit_of_their_column() -> None:
    """Whole thousands: a cell may be one of these, though its sum has ones."""
    random = Random("thousands")
    rows = [[1_000 * random.randrange(10, 99), random.randrange(10_000, 99_999)] for _ in range(9)]
    sheet = sheet_of([[*row, sum(row)] for row in rows])
    network = Network(sheet, [across(sheet, Sum(3, (1, 2)))])
    solved = solve(network, [(4, 1)], ())
    assert solved == {(4, 1): range(rows[4][0], rows[4][0] + 501, 1_000)}
    assert solve(network, [(4, 1)], (), {(4, 2): rows[4][1] + 700}) in (
        None,
        {(4, 1): range(rows[4][0] - 1_000, rows[4][0], 1_000)},
    )


def test_two_cells_of_a_quotient_are_bound_by_its_ends() -> None:
    """An amount and a quotient, beside a number of people that stands."""
    rows = [[each * heads, heads, each] for each, heads in ((12, 40), (33, 70), (57, 31), (88, 11))]
    sheet = sheet_of(rows)
    network = Network(
        sheet, [across(sheet, Ratio(3, (1, 2), DIVISION)), across(sheet, Sum(1, (2, 3)))]
    )
    ratio, _ = network.of((1, 1))
    others = [check for check in network.of((1, 1)) if check is not ratio]
    alone = ratio.allowed((1, 3), {(1, 1): 70 * 40})
    assert alone is not None
    solved = solve(network, [(1, 1), (1, 3)], others)
    assert solved is not None
    assert solved[1, 3].start == 0
    assert {33, 40} <= {*range(solved[1, 3].start, min(solved[1, 3].stop, 99))}


def test_so_many_numbers_are_counted_as_no_length_can_be() -> None:
    assert count(range(0, sys.maxsize * 10, 10)) == sys.maxsize
    assert count(range(0, sys.maxsize * 30, 10)) == 3 * sys.maxsize
    assert count(range(5, 5)) == count(range(9, 5)) == 0
    assert count(range(0, 21, 10)) == 3
    assert count(range(0, 20, 10)) == 2
