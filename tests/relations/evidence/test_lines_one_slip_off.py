"""Lines that one slip of a finger keeps from a pattern speak for it, less than those that agree."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from allokera.diagnosis.rates import KINDS
from allokera.relations.bits import BIT, LAW, LIKELY, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.evidence.prices import SLIP
from allokera.relations.evidence.slips import MOST, with_slips
from allokera.relations.families.constants import Constant
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import View
from relations.grids import view_of

Line = list[int | None]

PARTS = [
    (41_237, 73_911),
    (58_112, 20_457),
    (90_313, 64_870),
    (35_009, 81_543),
    (12_766, 47_398),
    (69_421, 93_257),
]


def sums(parts: Sequence[tuple[int, int]] = PARTS) -> list[Line]:
    return [[one, two, one + two] for one, two in parts]


def exchanged(rows: list[Line], one: int, other: int, column: int) -> list[Line]:
    rows = [[*row] for row in rows]
    rows[one][column], rows[other][column] = rows[other][column], rows[one][column]
    return rows


def claim_of(rows: list[Line], pattern: Pattern | None = None) -> Claim:
    return weigh(view_of(rows), Sum(2, (0, 1)) if pattern is None else pattern)


def told(rows: list[Line], *lines: int) -> int:
    """What lines tell, where they agree."""
    return sum(claim_of(rows).held[line] for line in lines)


@pytest.mark.parametrize("column", [0, 1, 2])
def test_two_lines_of_which_a_number_each_stands_exchanged_are_one_slip(column: int) -> None:
    """It is one of seven kinds of slips, and of exchanges one in three."""
    claim = claim_of(exchanged(sums(), 1, 4, column))
    found = with_slips(claim)
    price = SLIP + naming(3)
    assert found.slips == {1: price, 4: 0}
    assert found.score == claim.score + told(sums(), 1, 4) - price
    assert (found.held, found.off) == (claim.held, claim.off)


def test_what_no_exchange_mends_is_no_slip() -> None:
    rows = exchanged(sums(), 1, 4, 2)
    rows[4][2] = 17
    claim = claim_of(rows)
    assert with_slips(claim) is claim


def test_a_mistyped_number_is_named_as_the_diagnosis_weighs_it() -> None:
    """Of three cells, of seven kinds: of nine digits in six places, of five that are lost."""
    rows = sums()
    rows[0][2], rows[3][1] = 115_248, 8_543
    claim = claim_of(rows)
    found = with_slips(claim)
    assert found.slips == {at: SLIP + naming(3) + naming(ways) for at, ways in ((0, 54), (3, 5))}
    assert found.score == claim.score + told(sums(), 0, 3) - sum(found.slips.values())


def test_a_mistyped_running_total_is_in_two_lines() -> None:
    numbers = [70_954, 60_268, 48_605, 57_470]
    totals = [sum(numbers[: at + 1]) for at in range(len(numbers))]
    rows: list[Line] = [[*pair] for pair in zip(numbers, totals, strict=True)]
    rows[1][1] = 11_222
    claim = weigh(view_of(rows).lagged(1), Sum(1, (0, 3)))
    found = with_slips(claim)
    assert claim.off == found.slips.keys() == {1, 2}
    assert found.slips[2] == 0
    assert found.score > claim.score + 19 * BIT


def test_down_a_sheet_a_sum_may_stand_exchanged_with_a_part() -> None:
    def down(rows: list[Line]) -> View:
        return replace(view_of(rows), is_across=False)

    rows = sums()
    for line in (0, 5):
        rows[line][0], rows[line][2] = rows[line][2], rows[line][0]
    assert with_slips(weigh(down(rows), Sum(2, (0, 1)))).slips == {
        line: SLIP + naming(3) for line in (0, 5)
    }
    # what stands in two columns does not
    assert with_slips(weigh(down(exchanged(sums(), 1, 4, 2)), Sum(2, (0, 1)))).slips == {}


def test_a_quotient_is_mended_as_a_sum_is() -> None:
    sizes, amounts = (2_143, 20_578, 65_283, 14_889), (34_301, 34_005, 43_506, 78_782)
    rows: list[Line] = [
        [size, 1_000 * amount, (1_000_000 * amount + size // 2) // size]
        for size, amount in zip(sizes, amounts, strict=True)
    ]
    pattern = Ratio(2, (1, 0), factor=1_000)
    assert claim_of(rows, pattern).off == frozenset()
    found = with_slips(claim_of(exchanged(rows, 0, 3, 0), pattern))
    assert found.slips.keys() == {0, 3}


@pytest.mark.parametrize(("small", "is_slip"), [(6, False), (7, True)])
def test_a_slip_must_be_ten_to_one_with_its_name_paid(small: int, is_slip: bool) -> None:
    """Two lines of log2(2 * small + 1) bits, and two more in the second, less log2(7 * 3)."""
    rows = exchanged(sums([*PARTS[:4], (small, 5_003), (small + 1, 7_001)]), 4, 5, 2)
    assert bool(with_slips(claim_of(rows)).slips) is is_slip


def many(off: int, count: int) -> Claim:
    parts = [(3_100_013 + 791_919 * at * at, 5_002_021 + 1_047_229 * at) for at in range(count)]
    rows = sums(parts)
    for at in range(off):
        rows[at][2] = 10 * (rows[at][2] or 0) + 7
    return replace(claim_of(rows), score=LAW - 1)


@pytest.mark.parametrize(("off", "count"), [(MOST, 20), (MOST + 1, 20), (3, 6), (4, 6)])
def test_slips_are_looked_for_in_few_lines_and_where_half_agree(off: int, count: int) -> None:
    assert len(with_slips(many(off, count)).slips) == off * (off <= MOST and 2 * off <= count)


@pytest.mark.parametrize("score", [LIKELY - 1, LIKELY])
def test_slips_are_looked_for_where_something_looks_so(score: int) -> None:
    claim = replace(many(1, 6), score=score)
    assert bool(with_slips(claim).slips) is (score == LIKELY)


def test_a_law_that_few_lines_break_needs_none() -> None:
    assert with_slips(replace(many(1, 4), score=LAW)).slips == {}
    assert with_slips(replace(many(2, 7), score=LAW)).slips.keys() == {0, 1}
    once = with_slips(replace(many(2, 7), score=LAW))
    assert with_slips(once) is once


def test_what_was_fitted_is_not_mended() -> None:
    rows = [[1_000 + 137 * at, 0, 5_000] for at in range(6)]
    rows[0][2], rows[1][2] = 50, 500
    claim = replace(claim_of([[*row] for row in rows], Constant(2, (), 5_000)), score=LAW - 1)
    assert with_slips(claim) is claim


def test_kinds_of_slips_are_those_of_the_diagnosis() -> None:
    assert naming(KINDS) == SLIP
