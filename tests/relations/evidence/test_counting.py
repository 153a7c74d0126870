"""What a line counts beside others: copies, roundings, fitted numbers, and lines that are tried."""

from math import log2
from random import Random

from allokera.relations.bits import BIT, LAW
from allokera.relations.evidence.claim import _is_scaled, is_hopeless, weigh
from allokera.relations.families.constants import Constant
from allokera.relations.families.sums import Sum
from relations.grids import large, view_of

Line = list[int | None]
PATTERN = Sum(2, (0, 1))


def sums(count: int, more: int = 0) -> list[Line]:
    random = Random("weights")
    pairs = [(large(random), large(random)) for _ in range(count)]
    return [[one, two, one + two + more] for one, two in pairs]


def test_a_line_is_another_made_larger_within_the_rounding_of_both() -> None:
    """Of a hundred fifty, where five are of ten: by half a unit, and by ten times half of its own.

    With units of one it may be 44 to 56, with four and two 36 to 64.
    """
    for unit, step, least, most in ((1, 1, 44, 56), (4, 2, 36, 64), (4, 1, 41, 59)):
        for value, is_copy in ((least, True), (most, True), (least - 1, False), (most + 1, False)):
            for sign in (1, -1):
                line = (sign * 100, ((sign * value, unit),))
                assert _is_scaled(line, (10, ((5, step),))) is is_copy
    assert not _is_scaled((100, ((50, 1), (70, 1))), (10, ((5, 1), (5, 1))))


def test_where_half_of_the_lines_are_copies_a_claim_is_just_no_law() -> None:
    rows = sums(3)
    copies: list[Line] = [[3 * (each or 0) for each in line] for line in rows]
    assert weigh(view_of([*rows, *copies]), PATTERN, 0).score == LAW - 1


def test_a_constant_costs_one_of_its_lines_and_which_it_is() -> None:
    """Of eight lines one is fitted: seven tell, less three bits."""
    claim = weigh(view_of([[48_000]] * 8), Constant(0, (), 48_000), 0)
    assert abs(claim.score / BIT - (7 * log2(2 * 48_000) - 3)) < 0.1


def test_lines_that_all_agree_by_rounding_alone_cost_their_width() -> None:
    """Of nine numbers, four units off each: nine times as wide, and a bit once for all."""
    random, exact, rough = Random("wide"), list[Line](), list[Line]()
    for _ in range(6):
        parts: Line = [2 * large(random) + 1 for _ in range(8)]
        total = sum(each or 0 for each in parts)
        exact.append([*parts, total])
        rough.append([*parts, total + 4])
    pattern = Sum(8, tuple(range(8)))
    cost = weigh(view_of(exact), pattern, 0).score - weigh(view_of(rough), pattern, 0).score
    assert abs(cost / BIT - (6 * log2(9) + 1)) < 0.05


def test_that_totals_are_one_part_where_the_other_is_nothing_tells_beside_rounding_too() -> None:
    """Which four of eight lines these are, less which number of lines it is."""
    rough, random = sums(4, more=1), Random("alone")
    alone: list[Line] = [[number, 0, number] for number in (large(random) for _ in range(4))]
    more = weigh(view_of([*rough, *alone]), PATTERN, 0).score
    fewer = weigh(view_of(rough), PATTERN, 0).score
    assert abs((more - fewer) / BIT - (log2(70) - log2(8))) < 0.05


def test_more_than_half_of_every_other_line_of_64_must_be_off_to_be_hopeless() -> None:
    right, off = sums(64), sums(64, more=5_000)
    for wrong, is_vain in ((16, False), (17, True)):
        rows = [off[at] if at % 2 or at < 2 * wrong else right[at] for at in range(64)]
        assert is_hopeless(view_of(rows), PATTERN) is is_vain
