"""Which runs of neighbours are weighed, in which order, and what it costs to name one."""

from dataclasses import replace

from allokera.relations.bits import BIT
from allokera.relations.families.sums import Sum
from allokera.relations.search.runs import _fitting, runs
from relations.grids import view_of
from relations.search.strangers import adding, strangers

Line = list[int | None]


def fitting(*lines: Line, unit: int = 1) -> list[tuple[int, int, int]]:
    return _fitting(view_of(lines, unit=unit), range(len(lines[0])))


def test_a_run_has_two_parts_and_lies_to_one_side_of_its_total() -> None:
    """A total, as its place, and the first and past the last of its parts."""
    assert fitting([3_100, 4_200, 7_300, 90_000]) == [(2, 0, 2)]
    assert fitting([90_000, 7_300, 3_100, 4_200]) == [(1, 2, 4)]
    assert fitting([7_300, 3_100, 4_200, 90_000]) == [(0, 1, 3)]
    assert fitting([90_000, 3_100, 4_200, 7_300]) == [(3, 1, 3)]
    # one number is no sum, nor is one that is a part of itself
    assert fitting([3_100, 3_100, 90_000]) == []
    assert fitting([3_100, 4_200, -4_200, 90_000]) == []
    assert fitting([3_100, -3_100, 90_000, 60_000, 5_000]) == []
    # what is nothing is the sum of nothing
    assert fitting([3_100, -3_100, 0, 90_000]) == []
    assert fitting([3_100, -3_100, None, 90_000]) == []


def test_a_run_is_off_by_all_units_of_its_own_numbers_at_most() -> None:
    """Three of one unit, and the total's; the stranger's rounding has no say."""
    for more, is_met in ((0, True), (4, True), (-4, True), (5, False), (-5, False)):
        line: Line = [3_100, 4_200, 5_700, 13_000 + more, 90_000]
        assert fitting(line) == ([(3, 0, 3)] if is_met else [])
    one: Line = [3_100, 4_200, 5_700, 13_000 + 31, 90_000]
    view = replace(view_of([one]), units=[[1, 1, 1, 28, 1]])
    assert _fitting(view, range(5)) == [(3, 0, 3)]
    assert _fitting(replace(view, units=[[1, 1, 1, 27, 1]]), range(5)) == []


def test_those_that_add_up_in_more_lines_come_first_then_those_of_larger_numbers() -> None:
    small: Line = [31, 42, 73, 9_000, 310, 425, 5_003]
    large: Line = [310_007, 422_003, 90_000, 7_000, 500_000, 900_001, 1_400_001]
    # of one line each: the larger numbers tell more
    assert fitting(small, large) == [(6, 4, 6), (2, 0, 2)]
    # in two lines what is small tells more than what is larger in one
    again: Line = [51, 22, 73, 9_000, 310, 425, 5_003]
    larger: Line = [70_001, 20_003, 40_000, 9_500, 301, 402, 703]
    assert fitting(small, again, larger) == [(2, 0, 2), (6, 4, 6)]


def test_what_fits_exactly_comes_before_what_is_off() -> None:
    assert fitting([3_100, 4_200, 7_302, 90_000, 3_001, 4_305, 7_306]) == [(6, 4, 6), (2, 0, 2)]
    assert fitting([3_100, 4_200, 7_300, 90_000, 3_001, 4_305, 7_308]) == [(2, 0, 2), (6, 4, 6)]


def test_four_thousand_are_weighed_at_most_and_of_twice_as_many_positions_half_of_these() -> None:
    """A one to each side in turns: half of all runs come to a one."""
    for count, most in ((120, 4_000), (160, 3_000), (240, 2_000)):
        assert len(fitting([(-1) ** place for place in range(count)])) == most


def test_a_run_costs_what_it_takes_to_name_its_total_and_its_ends() -> None:
    """Of eight positions each takes three bits; which side, one; an end of the order, one."""
    for first, stop, target, price in (
        (2, 5, 5, 3 + 1 + 3),
        (0, 3, 3, 3 + 1 + 1),
        (5, 8, 4, 3 + 1 + 1),
        # how many stand between, from one on: a bit, and twice as many as that number has
        (2, 5, 6, 3 + 1 + 3 + 1 + 2),
        (3, 6, 1, 3 + 1 + 3 + 1 + 2),
        (1, 4, 7, 3 + 1 + 3 + 1 + 4),
        (4, 7, 0, 3 + 1 + 3 + 1 + 4),
        (0, 3, 6, 3 + 1 + 1 + 1 + 4),
    ):
        view = strangers(8, adding(target, range(first, stop)))
        for extra in (0, 3 * BIT):
            found = {claim.pattern: claim for claim in runs(view, view.used, extra)}
            claim = found[Sum(target, tuple(range(first, stop)))]
            assert claim.price == price * BIT + extra
            assert claim.is_near is (target in {stop, first - 1})
