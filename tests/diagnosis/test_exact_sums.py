"""That sums are exact where numbers were added as printed tells which of their numbers is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from allokera.diagnosis.hypothesis import Element, Hypothesis
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.relations.bits import BIT, odds
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Group, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, summed

ROWS = 6
OFF = 2
"""Beyond what rounding leaves of two parts, and within that of six."""


def body() -> Numbers:
    random = Random("exact")
    return summed([[random.randrange(1_000, 9_000) for _ in range(2)] for _ in range(ROWS)])


def network(numbers: Numbers, exactness: int, withheld: Sequence[Cell] = ()) -> Network:
    """Sums along rows and down columns, all of these exact by so many bits."""
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(numbers)]
    for row, column in withheld:
        texts[row][column] = "x"
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across, down = sheet.views()
    rows = law_told(weigh(across, Sum(3, (1, 2)), 0))
    columns = law_told(weigh(down, Sum(ROWS, tuple(range(ROWS))), 0))
    return Network(sheet, [rows, replace(columns, group=Group(3, exactness=exactness))])


def wrong(cell: Cell) -> Hypothesis:
    return frozenset({Element(frozenset(), cell)})


EXCEPTION: Hypothesis = frozenset({Element(frozenset({0}))})


def chance(numbers: Numbers, chosen: Hypothesis, told: int, withheld: Sequence[Cell] = ()) -> float:
    """How likely a hypothesis is with so many bits of exactness, beside none."""
    found = []
    for exactness in (told, 0):
        each = network(numbers, exactness, withheld)
        explained = Likelihood(each, each.failing).explain(chosen)
        assert explained is not None
        found.append(explained.likelihood)
    return float(Fraction(found[0], found[1]))


@pytest.mark.parametrize("told", [3 * BIT, 10 * BIT])
def test_what_leaves_a_sum_inexact_is_as_rare_as_that_all_are_exact_by_accident(told: int) -> None:
    """A part is two too large: its column comes to two too much, and the other one does not."""
    numbers = body()
    numbers[2][0] += OFF
    rare = 1 / float(odds(told))
    assert chance(numbers, EXCEPTION, told) == pytest.approx(rare)
    # numbers that leave it inexact are among those that were added up
    assert 0.5 < chance(numbers, wrong((2, 1)), told) < 1
    # that two columns are inexact then is no rarer than that one is
    for cell in ((2, 2), (2, 3)):
        assert 0.5 * rare < chance(numbers, wrong(cell), told) <= rare


def test_where_another_sum_is_inexact_all_are_as_rare() -> None:
    """Then it says nothing: numbers were rounded after they were added, or two are wrong."""
    numbers = body()
    numbers[2][0] += OFF
    numbers[ROWS][1] += 1
    numbers[ROWS][2] += 1
    each = network(numbers, 9 * BIT)
    assert each.inexact(each.laws[1].group) == 3
    rare = 1 / float(odds(9 * BIT))
    for chosen in (wrong((2, 1)), wrong((2, 2)), EXCEPTION):
        assert 0.5 * rare < chance(numbers, chosen, 9 * BIT) <= rare * 1.0001


def test_a_sum_of_what_is_withheld_may_be_exact() -> None:
    numbers = body()
    numbers[2][0] += OFF
    beside = [(4, 1)]
    rows = network(numbers, 9 * BIT, beside)
    assert rows.inexact(rows.laws[1].group) == 0
    assert chance(numbers, EXCEPTION, 9 * BIT, beside) == pytest.approx(1)
    assert chance(numbers, wrong((2, 2)), 9 * BIT, beside) < 0.01


def test_the_more_exact_sums_are_the_less_likely_is_what_leaves_one_inexact() -> None:
    """A slip away from what is printed stands a number that is exact within rounding alone."""
    numbers = body()
    right = numbers[2][0]
    numbers[2][0] = int(str(right + 1)[1:] + str(right + 1)[0])
    told = [chance(numbers, wrong((2, 1)), bits * BIT) for bits in range(0, 24, 2)]
    assert all(later <= before * 1.0001 for before, later in pairwise(told))
    assert told[-1] < told[0]
