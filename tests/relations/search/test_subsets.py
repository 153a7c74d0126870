"""Which sums of any positions are weighed: those that three full lines show, the smallest first."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from allokera.relations.bits import BIT
from allokera.relations.families.sums import Sum
from allokera.relations.search.subsets import _adding_up, _sums, subsets
from relations.grids import large, view_of
from relations.search.strangers import adding, strangers

Line = list[int | None]

THREE: list[Line] = [
    [310, 420, 57, 1_004, 333],
    [833, 515, 71, 2_100, 441],
    [77, 911, 13, 1_555, 208],
]


def parts_of(rows: Sequence[Line], units: Sequence[int] = (1, 1, 1)) -> list[set[int]]:
    """The subsets of all but the last number of three lines that come to the last."""
    width = len(rows[0])
    view = replace(view_of(rows), units=[[unit] * width for unit in units])
    found = _adding_up(view, range(3), width - 1, range(width - 1))
    return [set(each) for each in found]


def test_two_parts_are_a_sum_and_one_is_none() -> None:
    assert parts_of([[*line, (line[1] or 0) + (line[3] or 0)] for line in THREE]) == [{1, 3}]
    assert parts_of([[*line, line[3]] for line in THREE]) == []


def test_each_of_the_three_lines_may_be_off_by_its_own_rounding_alone() -> None:
    """Of five numbers that may be parts half the units, and the total's own: 35 where of ten."""
    for coarse in range(3):
        units = [10 if line == coarse else 1 for line in range(3)]
        for off, is_found in ((35, True), (-35, True), (36, False), (-36, False)):
            rows: list[Line] = [
                [*numbers, sum(numbers[at] or 0 for at in (0, 2, 4)) + off * (line == coarse)]
                for line, numbers in enumerate(THREE)
            ]
            assert (parts_of(rows, units) == [{0, 2, 4}]) is is_found
            assert parts_of(rows) == []


def test_what_is_nothing_in_some_of_the_lines_is_a_part_as_well() -> None:
    rows: list[Line] = [[5, 0, 700], [0, 40, 800], [7, None, 0]]
    assert _sums(view_of(rows), range(3), [0, 1]) == [
        ((0, 0, 0), ()),
        ((5, 0, 7), (0,)),
        ((0, 40, 0), (1,)),
        ((5, 40, 7), (0, 1)),
    ]


def test_where_fifty_halves_fit_another_none_is_looked_at_but_others_are() -> None:
    """Of six fives fifty subsets come to 10, 15 or 20: within seven units of 15.

    With eleven there are 22 that come to 0, 5 or 10, and one is right in all lines.
    """
    fives: Line = [5] * 6
    nothing: Line = [0] * 5
    random = Random("crowd")
    others: list[Line] = [[large(random) for _ in range(7)] for _ in range(2)]
    for first, parts, is_found in ((11, {0, 8}, True), (1_000, {7, 8, 9}, False)):
        rows: list[Line] = [[first, *nothing, *fives, 15]]
        for line in others:
            numbers = [line[0], *nothing, *line[1:]]
            rows.append([*numbers, sum(numbers[at] or 0 for at in parts)])
        assert parts_of(rows) == ([parts] if is_found else [])


def test_the_three_lines_are_those_in_which_most_parts_are_something() -> None:
    """In the first three all parts but one are nothing: these show no sum."""
    view = strangers(6, adding(5, (0, 2, 4)))
    rows = [list(line) for line in view.values]
    rows[:3] = [[line[0], 0, 0, None, 0, line[0]] for line in rows[:3]]
    assert Sum(5, (0, 2, 4)) in {claim.pattern for claim in subsets(view_of(rows), range(6))}


def test_a_total_that_is_nothing_in_most_lines_is_none_and_the_next_is_looked_at() -> None:
    view = strangers(7, adding(6, (1, 3, 5)))
    rows = [[line[0] if at < 2 else 0, *line[1:]] for at, line in enumerate(view.values)]
    assert {claim.pattern for claim in subsets(view_of(rows), range(7))} == {Sum(6, (1, 3, 5))}


def test_the_twenty_smallest_sums_of_a_total_are_weighed() -> None:
    """Four columns of one number and six of another: 24 sums of two, and more of three."""
    random = Random("twenty")
    rows: list[Line] = []
    for _ in range(8):
        one, other, third = (large(random) for _ in range(3))
        rows.append([*[one] * 4, third, one - third, *[other] * 6, one + other])
    found = [claim.parts for claim in subsets(view_of(rows), range(13)) if claim.target == 12]
    assert len({*found}) == 20
    assert {len(parts) for parts in found} == {2}


def test_a_sum_costs_its_total_and_how_far_its_parts_stand_and_four_bits() -> None:
    """Of eight positions the total takes three bits."""
    for parts, target, far in (((0, 2, 4), 5, 5), ((3, 5, 7), 2, 5), ((0, 4, 6), 3, 3)):
        view = strangers(8, adding(target, parts))
        claims = {claim.pattern: claim for claim in subsets(view, range(8))}
        assert claims[Sum(target, parts)].price == (3 + far + 4) * BIT
