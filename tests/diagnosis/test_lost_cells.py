"""Cells whose number an event has lost: what may stand there, and how surely laws tell it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.diagnosis.hypothesis import Element
from allokera.diagnosis.likelihood import FEW, Explanation, Likelihood
from allokera.diagnosis.mistakes.events import Event, Meant
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import along_rows

RIGHT = [[313 + 97 * row, 224 + 53 * row, 537 + 150 * row] for row in range(10)]
LOST: Cell = (4, 1)


def good_in(network: Network, *counts: int) -> Network:
    """The same, as if its laws held in so many of ten lines."""
    laws = [
        replace(law, good=frozenset(range(count)), broken=frozenset(range(count, 10)))
        for law, count in zip(network.laws, counts, strict=True)
    ]
    return Network(network.sheet, laws)


@pytest.mark.parametrize(("counts", "sure"), [((9, 9), 9), ((7, 9), 9), ((9, 7), 9), ((6, 7), 7)])
def test_it_is_told_as_surely_as_the_best_of_its_laws_holds(
    counts: tuple[int, int], sure: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers share that by how exact sums are elsewhere."""
    monkeypatch.setattr(
        Network, "likelihood_of_exactness", lambda _, __, number: Fraction(number - 700)
    )
    rows = [[*row, row[0]] for row in RIGHT]
    network = good_in(along_rows(rows, Sum(3, (1, 2)), Sum(4, (1,))), *counts)
    weighed = Likelihood(network, network.failing)
    total, options = weighed._of(LOST, range(701, 704), {LOST})
    assert total == 1
    assert options == {700 + at: Fraction(sure, 10) * Fraction(at, 6) for at in (1, 2, 3)}
    # one that is wrong by itself is weighed by what mistakes do
    assert weighed._of(LOST, range(701, 704), set()) == weighed._of_mistake(LOST, range(701, 704))


@pytest.mark.parametrize(("count", "told"), [(1, 1), (FEW, FEW), (FEW + 1, 0)])
def test_of_many_numbers_none_is_told(count: int, told: int) -> None:
    network = along_rows(RIGHT, Sum(3, (1, 2)))
    total, options = Likelihood(network, [])._of(LOST, range(500, 500 + count), {LOST})
    assert total == 1
    assert {*options} == {*range(500, 500 + told)}
    assert sum(options.values(), Fraction(0)) == bool(told)


def explained(
    rows: list[list[int]], event: Event, wrong: Sequence[Cell] = (), excused: Sequence[int] = ()
) -> Explanation | None:
    """What a set of one event, wrong cells and exceptions comes to; rows are exceptions by line."""
    network = along_rows(rows, Sum(3, (1, 2)))
    lines = [check.line for check in network.failing]
    elements = {Element(frozenset(), event=event)}
    elements |= {Element(frozenset(), cell) for cell in wrong}
    elements |= {Element(frozenset({lines.index(line)})) for line in excused}
    return Likelihood(network, network.failing).explain(frozenset(elements))


def moved() -> tuple[list[list[int]], Event]:
    """Rows 3 and 4 hold the numbers of 2 and 3; what was in row 4 is lost."""
    rows = [list(row) for row in RIGHT]
    rows[3][0], rows[4][0] = RIGHT[2][0], RIGHT[3][0]
    return rows, Event(Slip.SHIFTED, (((3, 1), Meant(RIGHT[3][0])),), (LOST,))


def test_an_event_explains_its_cells_and_what_was_lost_is_what_sums_leave() -> None:
    rows, event = moved()
    found = explained(rows, event)
    assert found is not None
    assert found.mistakes == 1
    assert found.cells == {(3, 1), LOST}
    assert found.events == {(3, 1): Slip.SHIFTED, LOST: Slip.SHIFTED}
    assert found.options[3, 1] == {RIGHT[3][0]: 1}
    assert found.options[LOST].keys() == {RIGHT[4][0]}
    # of two events on one cell, or a cell that is wrong besides, nothing is said
    assert explained(rows, event, [LOST]) is None
    assert explained(rows, event, [(3, 1)]) is None


def test_where_what_was_meant_does_not_fit_something_else_there_is_wrong_as_well() -> None:
    rows, event = moved()
    rows[3][1] += 40
    assert explained(rows, event) is None
    assert explained(rows, event, wrong=[(7, 2)]) is None
    both = explained(rows, event, wrong=[(3, 2)])
    assert both is not None
    assert both.mistakes == 2
    assert RIGHT[3][1] in both.options[3, 2]
    beside = explained(rows, event, excused=[3])
    assert beside is not None
    assert [check.line for (check,) in beside.exceptions] == [3]


def test_where_no_number_may_stand_in_a_lost_cell_there_is_no_explanation() -> None:
    """None is below nothing where no other is."""
    rows, event = moved()
    rows[4][1] = rows[4][2] + 1_000
    assert explained(rows, event) is None
    assert explained(rows, event, excused=[4]) is not None
