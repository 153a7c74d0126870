"""Totals of totals, totals among their parts, and columns in proportion, which state no sums."""

from random import Random

import pytest

from allokera.kronor.notation import UNDECIDED
from allokera.relations.laws.discovery import discover
from allokera.relations.laws.law import Law
from allokera.relations.rivals.algebra import Basis, equal_positions
from allokera.relations.sheet.reading import read_sheet


def laws_of(columns: list[list[int]]) -> list[Law]:
    rows = [[str(number) for number in row] for row in zip(*columns, strict=True)]
    return list(discover(*read_sheet(rows, UNDECIDED).views()).laws)


def drawn(random: Random, count: int, rows: int = 12) -> list[list[int]]:
    return [[random.randrange(10_000, 99_999) for _ in range(rows)] for _ in range(count)]


def added(*columns: list[int]) -> list[int]:
    return [sum(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("seed", range(5))
def test_a_total_of_totals_is_told_by_its_totals(seed: int) -> None:
    a, b, c, d, rest = drawn(Random(seed), 5)
    part = added(a, b, c, d)
    laws = laws_of([added(part, rest), part, a, b, c, d, rest])
    told = {(law.claim.target, law.claim.parts) for law in laws if law.claim.view.is_across}
    assert told == {(0, (1, 6)), (1, (2, 3, 4, 5))}


@pytest.mark.parametrize("seed", range(5))
def test_a_total_may_stand_among_its_parts(seed: int) -> None:
    a, b, c = drawn(Random(seed), 3)
    (law,) = [law for law in laws_of([a, added(a, b, c), b, c]) if law.claim.view.is_across]
    assert (law.claim.target, law.claim.parts, law.broken) == (1, (0, 2, 3), frozenset())


def test_columns_in_proportion_state_no_means_of_rows() -> None:
    random = Random("9")
    weights = [10 * random.randrange(10_000, 100_000) + random.randrange(10) for _ in range(60)]
    columns = [[weight * factor // 997 for weight in weights] for factor in (100, 200, 300, 550)]
    assert {law.claim.pattern.family for law in laws_of(columns)} == {"proportional"}


def test_three_equal_columns_are_known_to_be_equal() -> None:
    a, b = drawn(Random(4), 2)
    rows = [[str(number) for number in row] for row in zip(a, a, a, added(a, b), b, strict=True)]
    across, _ = read_sheet(rows, UNDECIDED).views()
    basis = Basis(equal_positions(across, across.used))
    claims = [law.claim for law in laws_of([a, a, a, added(a, b), b]) if law.claim.view.is_across]
    (claim,) = [each for each in claims if each.target == 3]
    assert basis.learn(claim)
    assert not basis.adds(claim)
    for place in range(3):
        others = (each for each in claims if each.target == 3 and place in each.parts)
        assert not any(map(basis.adds, others))
