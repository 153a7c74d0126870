"""Sums of two, balances and running totals: what a few lines show, and what they cost to name."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from allokera.relations.bits import BIT
from allokera.relations.families.sums import Sum
from allokera.relations.search.pairs import (
    _equal_pairs,
    _met,
    _often_adds,
    find_balances,
    find_running,
    pairs,
)
from relations.grids import large, said, view_of
from relations.search.strangers import Line, number, strangers

Two = tuple[int, int]


def met(line: Line, units: Sequence[int]) -> dict[tuple[int, int, int], int]:
    view = replace(view_of([line]), units=[units])
    return dict(_met(view, [0], range(len(line))))


def test_the_rounding_of_each_of_the_three_counts() -> None:
    """Half of each unit: of 20, 4 and 2 thirteen together, whichever stands where."""
    for units in ((20, 4, 2, 1), (4, 2, 20, 1), (2, 20, 4, 1)):
        for off, is_met in ((13, True), (-13, True), (14, False), (-14, False)):
            line: Line = [3_100, 4_200, 7_300 + off, 90_000]
            assert met(line, units) == ({(0, 1, 2): 1} if is_met else {})


def test_a_strangers_rounding_does_not_count() -> None:
    assert met([3_100, 4_200, 7_301, 90_000], (1, 1, 1, 5_000)) == {(0, 1, 2): 1}
    assert met([3_100, 4_200, 7_302, 90_000], (1, 1, 1, 500)) == {}


def test_two_come_to_each_of_several_that_are_alike() -> None:
    assert met([31_000, 42_000, 73_000, 73_000], (1, 1, 1, 1)) == {(0, 1, 2): 1, (0, 1, 3): 1}


def test_a_sum_of_two_costs_its_total_and_how_far_both_parts_stand() -> None:
    """Of eight positions the total takes three bits, the shape three; half as much again the way.

    It is near where the parts stand side by side, and one of them beside the total.
    """
    for parts, target, way, is_near in (
        ((0, 1), 2, 1, True),
        ((1, 2), 3, 1, True),
        ((4, 5), 3, 1, True),
        ((2, 6), 4, 2, False),
        ((3, 5), 4, 0, False),
        ((3, 7), 5, 2, False),
        ((1, 5), 3, 2, False),
        ((5, 6), 4, 1, True),
        ((4, 6), 2, 3, False),
        ((5, 6), 2, None, False),
    ):

        def change(line: Line, parts: Two = parts, target: int = target) -> None:
            line[target] = number(line, parts[0]) + number(line, parts[1])

        view = strangers(8, change)
        claims = {claim.pattern: claim for claim in pairs(view, range(8))}
        claim = claims[Sum(target, parts)]
        assert claim.is_near is is_near
        if way is not None:
            assert claim.price == 6 * BIT + 3 * way * BIT // 2


def balanced(lines: int, held: int, order: Sequence[int]) -> list[Line]:
    """One and another come to the same as two others, in some lines; in an order."""
    random = Random("balances")
    rows: list[Line] = []
    for at in range(lines):
        a, b, c = (100 * large(random) + random.randrange(100) for _ in range(3))
        numbers = [a, b + c, a + b + (at >= held) * (1_001 + 777 * at), c]
        rows.append([numbers[place] for place in order])
    return rows


def balances(rows: Sequence[Line]) -> dict[str, int]:
    return {said(claim): claim.price for claim in find_balances(view_of(rows), [])}


def test_a_balance_is_said_of_its_last_and_costs_four_names() -> None:
    """Of four positions each takes two bits. First and second come to third and fourth."""
    assert balances(balanced(8, 8, (0, 1, 2, 3))) == {"3 = 0 + 1 - 2": 8 * BIT}
    assert balances(balanced(8, 8, (0, 2, 3, 1))) == {"3 = - 0 + 1 + 2": 8 * BIT}
    assert balances(balanced(8, 8, (2, 0, 3, 1))) == {"3 = 0 - 1 + 2": 8 * BIT}


def test_a_balance_holds_in_half_of_three_lines_at_least() -> None:
    for lines, held, is_found in (
        (8, 4, True),
        (8, 3, False),
        (3, 3, True),
        (3, 2, True),
        (2, 2, False),
    ):
        assert bool(balances(balanced(lines, held, (0, 1, 2, 3)))) is is_found


def equal(line: Line, units: Sequence[int]) -> list[tuple[Two, Two]]:
    view = replace(view_of([line]), units=[units])
    return list(_equal_pairs(view, 0, range(len(line))))


def test_the_rounding_of_each_of_two_pairs_counts() -> None:
    """Half of each unit: of 20, 4, 2 and 2 fourteen together, whichever stands where."""
    for units in ((20, 4, 2, 2), (2, 20, 4, 2), (2, 2, 20, 4), (4, 2, 2, 20)):
        for off, is_equal in ((14, True), (-14, True), (15, False), (-15, False)):
            line: Line = [200, 310, 420, 530 + off]
            assert equal(line, units) == ([((0, 3), (1, 2))] if is_equal else [])


def test_two_pairs_have_no_number_in_common() -> None:
    assert equal([310, 420, 420, 9_000], (1, 1, 1, 1)) == []


def test_a_running_total_is_off_by_its_unit_and_half_of_the_numbers() -> None:
    """The total and the total before by half a unit each: ten and one of units 10 and 2."""
    for off, is_met in ((11, True), (-11, True), (12, False), (-12, False)):
        view = view_of([[31, 731 + off, 700], [42, 842 + off, 800]])
        view = replace(view, units=[[2, 10, 10]] * 2)
        assert _often_adds(view, range(2), 1, 0, 2) is is_met


def test_a_running_total_costs_two_names_and_its_direction() -> None:
    """Of four positions each takes two bits; up or down, and that it runs, two."""
    totals: list[int] = []

    def change(line: Line) -> None:
        totals.append(number(line, 2) + (totals[-1] if totals else 0))
        line[1] = totals[-1]

    (claim,) = find_running(strangers(4, change))
    assert (said(claim), claim.price) == ("1 = 2 + <1", 6 * BIT)


def test_a_running_total_of_small_numbers_is_no_law() -> None:
    """Five lines of three bits say no more than that it looks so."""
    assert find_running(view_of([[1, 1], [3, 4], [2, 6], [5, 11], [4, 15]])) == []
