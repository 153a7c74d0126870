"""What a claim is worth: its lines' bits, less what it takes to name it and its exceptions."""

from collections.abc import Sequence
from math import comb, log2

import pytest

from allokera.relations.bits import BIT, LAW, LIKELY
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from relations.grids import Grid, found_in, large, laws_in, made, said, sheet_of

PATTERN = Sum(2, (0, 1))
SMALL = ((24, 713), (23, 409), (25, 888), (26, 509), (22, 951), (27, 322))
"""Pairs whose smaller number tells between 5 and 6 bits: 2 * 24 + 1 is less than 64."""


def sums(pairs: Sequence[tuple[int, int]], off: int = 0) -> Grid:
    """Rows of two numbers and their sum; the last ones are off."""
    first = len(pairs) - off
    return [
        [str(a), str(b), str(a + b + 99 * (place >= first))] for place, (a, b) in enumerate(pairs)
    ]


def weighed(grid: Grid, price: int = 0) -> Claim:
    across, _ = sheet_of(grid).views()
    return weigh(across, PATTERN, price)


def many(rows: int) -> list[tuple[int, int]]:
    grid = made("many", rows, lambda random: [large(random), large(random)])
    return [(int(a), int(b)) for a, b in grid]


def test_a_line_of_a_sum_is_worth_all_parts_but_the_largest() -> None:
    for rows in range(1, 7):
        told = sum(log2(2 * small + 1) for small, _ in SMALL[:rows])
        assert 0 <= told * BIT - weighed(sums(SMALL[:rows])).score < 3 * rows


@pytest.mark.parametrize(("threshold", "name"), [(LAW, "is_law"), (LIKELY, "is_likely")])
def test_a_claim_is_worth_its_threshold_to_the_last_fraction_of_a_bit(
    threshold: int, name: str
) -> None:
    worth = weighed(sums(SMALL)).score
    for short in (0, 1):
        claim = weighed(sums(SMALL), worth - threshold + short)
        assert claim.score == threshold - short
        stands = {"is_law": claim.is_law, "is_likely": claim.likely >= claim.least}
        assert stands[name] is (not short)


@pytest.mark.parametrize(
    ("rows", "is_law", "is_likely"),
    [(1, False, False), (2, False, True), (4, False, True), (5, True, False)],
)
def test_a_sheet_one_row_short_has_no_law_or_nothing_likely(
    rows: int, is_law: bool, is_likely: bool
) -> None:
    """A row is worth 5.6 bits, and it takes 3.6 to name a run of neighbours among three columns."""
    found = found_in(sums(SMALL[:rows]))
    assert [said(law.claim) for law in found.laws] == ["2 = 0 + 1"] * is_law
    assert [said(claim) for claim in found.likely] == ["2 = 0 + 1"] * is_likely


def test_to_name_what_is_said_takes_nothing() -> None:
    across, _ = sheet_of(sums(SMALL)).views()
    said_to_hold = weigh(across, PATTERN)
    assert (said_to_hold.price, said_to_hold.score) == (0, weighed(sums(SMALL)).score)


def test_a_heading_makes_a_row_likely_and_no_law() -> None:
    for rows in (1, 4):
        found = found_in(sums(SMALL[:rows]), ["women", "men", "total"])
        assert not found.laws
        assert [said(claim) for claim in found.likely] == ["2 = 0 + 1"]


@pytest.mark.parametrize("off", [1, 2, 5])
def test_exceptions_cost_what_it_takes_to_name_them(off: int) -> None:
    rows = many(20)
    held = weighed(sums(rows[: 20 - off])).score
    cost = held - weighed(sums(rows, off)).score
    assert 0 <= cost - log2(comb(20, off)) * BIT < 3


@pytest.mark.parametrize(("off", "is_mostly_off"), [(5, False), (6, True)])
def test_more_than_one_line_in_four_that_is_off_is_mostly_off(
    off: int, is_mostly_off: bool
) -> None:
    assert weighed(sums(many(20), off)).is_mostly_off is is_mostly_off


def test_a_line_said_again_is_worth_nothing() -> None:
    rows = many(5)
    assert weighed(sums(rows * 3)).score == weighed(sums(rows)).score
    turned = [(two, one) for one, two in rows]
    assert weighed(sums([*rows, *turned])).score == weighed(sums(rows)).score


@pytest.mark.parametrize("times", [7, 10, 1000])
def test_a_sum_of_multiples_is_worth_no_more_than_that_of_what_they_are_multiples_of(
    times: int,
) -> None:
    larger = [(times * one, times * two) for one, two in SMALL]
    assert weighed(sums(larger)).score == weighed(sums(SMALL)).score


def test_a_sum_of_one_part_and_nothing_is_worth_nothing() -> None:
    assert weighed(sums([(one, 0) for one, _ in many(12)])).score == 0


def test_lines_that_are_one_another_made_larger_are_one_witness() -> None:
    one = weighed(sums([(1009, 4027)]))
    more = weighed(sums([(1009 * times, 4027 * times) for times in (1, 2, 3, 5, 7)]))
    assert more.score == one.score
    assert more.witnesses == {0}


@pytest.mark.parametrize(("own", "is_law"), [(2, False), (3, True)])
def test_where_half_of_the_lines_are_others_made_larger_there_is_no_law(
    own: int, is_law: bool
) -> None:
    two = [(10_007, 43_331), (28_657, 60_013)]
    copies = [(3 * one, 3 * other) for one, other in two]
    grid = sums([*two, (98_317, 51_407), *copies] if own == 3 else [*two, *copies])
    assert weighed(grid).is_law is is_law
    assert ("2 = 0 + 1" in laws_in(grid)) is is_law


def test_a_claim_fits_by_the_bits_of_the_targets_that_it_gives() -> None:
    """Less what it takes to name it; a bit a line that agrees by rounding alone."""
    totals = [one + two for one, two in SMALL]
    exact = weighed(sums(SMALL))
    given = sum(log2(2 * total + 1) for total in totals)
    # half a bit for two parts, named among two
    assert 0 <= (given - 0.5) * BIT - exact.fit < 3 * len(SMALL) + 1
    assert weighed(sums(SMALL), 77).fit == exact.fit - 77
    rough = sums(SMALL)
    for row in rough[:2]:
        row[2] = str(int(row[2]) + 1)
    again = weighed(rough)
    assert len(again.held) == len(SMALL)
    assert 2 * BIT - 4 < exact.fit - again.fit <= 2 * BIT + 4
    assert (exact.is_near, exact.is_partial, exact.bonus, exact.least) == (False, False, 0, LIKELY)


@pytest.mark.parametrize(("copies", "is_law"), [(2, True), (3, False), (4, True)])
def test_beside_more_copies_than_lines_those_alone_are_a_law(copies: int, is_law: bool) -> None:
    """Where just half are copies nobody knows which: there is none."""
    rows = many(3)
    larger = [(3 * one, 3 * two) for one, two in rows] + [(7 * rows[0][0], 7 * rows[0][1])]
    assert weighed(sums([*rows, *larger[:copies]])).is_law is is_law
