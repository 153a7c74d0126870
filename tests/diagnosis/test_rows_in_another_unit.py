"""Numbers of one row in another unit: two parts of a sum, whose total stands as it should."""

from collections.abc import Sequence
from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.mistakes.events import find_events
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet

ROW = 4


def network(scaled: Sequence[int], by: int, others: Sequence[int] = ()) -> Network:
    """Twelve rows of three parts and their sum; in one row some are so many times too large."""
    random, rows = Random("units"), []
    for row in range(12):
        parts = [1_000 * random.randrange(10, 90) for _ in range(3)]
        numbers = [*parts, sum(parts)]
        for place in scaled if row == ROW else others if row == ROW + 1 else ():
            numbers[place] *= by
        rows.append([f"Ort {row}", *map(str, numbers)])
    sheet = read_sheet(rows, notation_of_sheet(rows), without=(0,))
    return Network(sheet, [law_told(weigh(sheet.views()[0], Sum(4, (1, 2, 3)), 0))])


@pytest.mark.parametrize(
    ("scaled", "by", "slip"),
    [
        ((0, 1), 1_000, Slip.THOUSANDFOLD),
        ((1, 2), 1_000, Slip.THOUSANDFOLD),
        ((0, 1, 2), 1_000, Slip.THOUSANDFOLD),
        ((1, 2), 1_000_000, Slip.MILLIONFOLD),
    ],
)
def test_parts_beside_each_other_are_a_block(scaled: Sequence[int], by: int, slip: Slip) -> None:
    rows = network(scaled, by)
    blocks = [each for each in find_events(rows, rows.failing) if len(each.cells) == len(scaled)]
    (found,) = [each for each in blocks if each.slip is slip]
    assert found.cells == {(ROW, 1 + place) for place in scaled}
    assert all(number * by == rows.printed(cell) for cell, number in found.changes.items())


@pytest.mark.parametrize(
    ("scaled", "by", "others"),
    [
        ((0,), 1_000, ()),  # one is a wrong cell, and the others are no shorter than theirs
        ((0, 2), 1_000, ()),  # they do not stand beside each other
        ((0, 1), 100, ()),
        ((0, 1), 1_000, (1,)),  # another number of the column is as long
    ],
)
def test_what_is_no_block_of_a_row(scaled: Sequence[int], by: int, others: Sequence[int]) -> None:
    rows = network(scaled, by, others)
    assert [each for each in find_events(rows, rows.failing) if len(each.cells) > 1] == []


def test_two_parts_in_another_unit_are_a_rival_of_the_sum() -> None:
    """That the total lacks three noughts is likelier still, and not beyond doubt."""
    (found,) = diagnose(network((0, 1, 2), 1_000))
    total = (ROW, 4)
    assert found.is_likely([total])
    assert not found.is_sure([total])
