"""Of hundreds of suspects: how many are said, so that one is wrong, and how long that takes."""

from collections.abc import Callable, Collection
from fractions import Fraction

import pytest

from allokera.audit.findings.suspects import _fewest, several
from allokera.audit.report.report import Severity
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.relations.sheet.view import Cell
from audit.findings.test_suspects import diagnosis, failing

CELLS = [(row, 1) for row in range(300)]


def at_least(count: int) -> Callable[[Collection[Cell]], bool]:
    return lambda cells: len(cells) >= count


@pytest.mark.parametrize("count", [2, 3, 150, 299, 300])
def test_as_few_of_the_first_are_taken_as_will_do(count: int) -> None:
    assert _fewest(CELLS, at_least(count)) == CELLS[:count]


def test_two_at_least_are_several_and_where_all_will_not_do_it_is_none() -> None:
    assert _fewest(CELLS, at_least(1)) == CELLS[:2]
    assert _fewest(CELLS, at_least(301)) == []
    assert _fewest(CELLS[:1], at_least(1)) == []
    assert _fewest([], at_least(0)) == []


def test_of_hundreds_it_is_asked_of_a_few_how_surely_one_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One cell of a long column is wrong, and nothing says which."""
    each = Fraction(1, len(CELLS))
    unsure = diagnosis([failing()] * 2, *((each, [cell]) for cell in CELLS))
    asked = list[int]()

    def is_sure(own: Diagnosis, cells: Collection[Cell]) -> bool:
        asked.append(len(cells))
        return wanted(own, cells)

    wanted = Diagnosis.is_sure
    monkeypatch.setattr(Diagnosis, "is_sure", is_sure)
    assert several(unsure) == (CELLS, Severity.ERROR)
    assert len(asked) < 12
