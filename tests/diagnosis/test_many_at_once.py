"""Hundreds of cells that one slip made wrong: none is asked together with each other one."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis import likelihood
from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.hypothesis import Element
from allokera.diagnosis.likelihood import Explanation, Likelihood
from allokera.diagnosis.mistakes.events import Event
from allokera.diagnosis.mistakes.slips import chance_of_any
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import solve
from allokera.kronor.keying import Slip
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import network_of, summed


def lost_in(rows: int) -> tuple[Network, Event]:
    """A block in thousands whose last places rows do not tell, as all numbers are rounded."""
    random = Random("lost")
    right = summed([[random.randrange(200_000, 900_000) for _ in range(2)] for _ in range(rows)])
    numbers = [list(row) for row in right]
    for row in range(2, rows - 2):
        numbers[row][0] = (right[row][0] + 500) // 1000
    lost = tuple((row, 1) for row in range(2, rows - 2))
    return network_of(numbers), Event(Slip.THOUSANDTH, (), lost)


def explained(network: Network, chosen: frozenset[Element]) -> Explanation | None:
    return Likelihood(network, network.failing).explain(chosen)


@pytest.mark.parametrize("rows", [9, 90])
def test_lost_cells_of_one_column_are_not_tried_with_each_other(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each may be one of a few numbers; with all others, that is more than can be tried."""
    asked = list[int]()

    def counted(
        network: Network, unknown: Sequence[Cell], excused: Collection[Check], fixed: Changes
    ) -> dict[Cell, range] | None:
        asked.append(len(unknown))
        return solve(network, unknown, excused, fixed)

    monkeypatch.setattr(likelihood, "solve", counted)
    network, event = lost_in(rows)
    whole = frozenset({Element(frozenset(range(len(network.failing))), event=event)})
    found = explained(network, whole)
    assert found is not None
    assert asked == [rows - 4]
    assert {*found.options} == {*event.lost}
    for (row, _), options in found.options.items():
        total = network.printed((row, 3)) - network.printed((row, 2))
        assert {*options} == {total - 1, total, total + 1}


def test_a_wrong_cell_beside_lost_ones_is_tried_with_them() -> None:
    """In one row the other number is wrong as well: what is lost there hangs on what that is."""
    network, event = lost_in(9)
    numbers = [[value or 0 for value in row[1:]] for row in network.sheet.values]
    right = numbers[4][1]
    numbers[4][1] += 90_000
    network = network_of(numbers)
    elements = frozenset({Element(frozenset(), (4, 2)), Element(frozenset(range(9)), event=event)})
    found = explained(network, elements)
    assert found is not None
    assert found.mistakes == 2
    assert {*found.options[4, 2]} <= {*range(right - 10, right + 11)}
    assert right in found.options[4, 2]
    total = numbers[4][2]
    assert {*found.options[4, 1]} <= {*range(total - right - 12, total - right + 13)}


def test_of_two_wrong_cells_each_number_is_weighed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a long column each may be a hundred numbers, and any of them beside each of the other."""
    random = Random("pair")
    numbers = summed([[random.randrange(100, 400) for _ in range(2)] for _ in range(30)])
    numbers[30][0] += 150
    network = network_of(numbers)
    asked = list[tuple[Cell, int]]()

    def counted(network: Network, cell: Cell, value: int) -> Fraction:
        asked.append((cell, value))
        return chance_of_any(network, cell, value)

    monkeypatch.setattr(likelihood, "chance_of_any", counted)
    weighed = Likelihood(network, network.failing)
    pair = frozenset(Element(frozenset({0}), cell) for cell in ((30, 1), (30, 3)))
    found = weighed.explain(pair)
    assert found is not None
    assert weighed.explain(pair) == found
    assert len(asked) == len({*asked}) > 30
    assert {cell for cell, _ in asked} == {(30, 1), (30, 3)}
