"""What a few lines show before all are held against it: what adds up, within rounding."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from allokera.relations.bits import BIT, naming
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.ratios import CHANGE, DIVISION, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.search.means import _fitting as means_of
from allokera.relations.search.means import _look
from allokera.relations.search.pairs import _equal_pairs, _met, _often_adds
from allokera.relations.search.ratios import _patterns
from allokera.relations.search.runs import _Prefixes
from allokera.relations.search.subsets import _adding_up, _sums
from allokera.relations.search.sums import _shifted
from allokera.relations.sheet.view import View, seeds
from relations.grids import large, view_of

Line = list[int | None]


@pytest.mark.parametrize(("unit", "reach"), [(1, 1), (10, 15), (100, 150)])
def test_two_numbers_come_to_a_third_within_the_rounding_of_all_three(
    unit: int, reach: int
) -> None:
    for more, is_met in ((0, True), (reach, True), (reach + 1, False), (-reach, True)):
        line: Line = [3_100, 4_200, 7_300 + more, 90_000]
        met = _met(view_of([line], unit=unit), [0], range(4))
        assert ((0, 1, 2) in met) is is_met


def test_each_line_in_which_two_come_to_a_third_is_counted_and_noughts_are_nothing() -> None:
    lines: list[Line] = [[31, 42, 73], [310, 420, 730], [31, 42, 99], [0, 42, 42], [None, 7, 7]]
    assert dict(_met(view_of(lines), range(5), range(3))) == {(0, 1, 2): 2}
    # whatever is the sum of two others; no number is its own part
    assert dict(_met(view_of([[73, 31, 42, 62]]), [0], range(4))) == {(1, 2, 0): 1}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ([310, 420, 200, 530], {((0, 1), (2, 3))}),
        ([310, 420, 200, 532], {((0, 1), (2, 3))}),
        ([310, 420, 200, 533], set()),
        ([310, 420, 200, 528], {((0, 1), (2, 3))}),
        ([310, 420, 200, 527], set()),
        ([310, 420, 0, 730], set()),
        ([310, 420, None, 730], set()),
        ([200, 310, 420, 530], {((0, 3), (1, 2))}),
    ],
)
def test_two_pairs_come_to_the_same_within_the_rounding_of_all_four(
    line: Line, expected: set[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    assert {*_equal_pairs(view_of([line]), 0, range(4))} == expected


def test_of_many_pairs_all_near_each_other_are_compared() -> None:
    """Six numbers in steps: each sum is had in several ways."""
    line: Line = [100, 210, 330, 460, 600, 750]
    expected = set()
    for one, other in combinations(combinations(range(6), 2), 2):
        sums = [sum(line[at] or 0 for at in pair) for pair in (one, other)]
        if len({*one, *other}) == 4 and abs(sums[0] - sums[1]) <= 2:
            expected.add((one, other))
    assert {*_equal_pairs(view_of([line]), 0, range(6))} == expected


@pytest.mark.parametrize(
    ("offs", "expected"),
    [
        ([0, 0, 0], True),
        ([1, -1, 1], True),
        ([2, 2, 2], False),
        ([2, 2, 0], True),
        ([2, 2, 2, 0], False),
        ([0, 0, 2], True),
        ([0, 2], True),
        ([0, 0], True),
        ([0], False),
        ([], False),
    ],
)
def test_a_running_total_adds_in_most_of_two_lines_at_least(
    offs: Sequence[int], expected: bool
) -> None:
    """A number, the total, and the total before: a unit and a half of three roundings.

    One wrong total is in two lines.
    """
    lines: list[Line] = [[31, 731 + off, 700] for off in offs]
    view = view_of([*lines, [None, 5, 6], [5, None, 6], [5, 6, None]])
    assert _often_adds(view, range(len(view.values)), 1, 0, 2) is expected


PLAIN: Line = [310, 420, 57, 1_004, 333]


def test_a_run_is_known_by_its_ends_and_how_far_it_is_off() -> None:
    view = view_of([PLAIN])
    prefixes = _Prefixes(view, 0, range(5))
    assert prefixes.sums == [0, 310, 730, 787, 1_791, 2_124]
    assert prefixes.loose == [0, 1, 2, 3, 4, 5]
    assert prefixes.off(1, 4, 1_481) == (0, 3)
    assert prefixes.off(1, 4, 1_480) == prefixes.off(1, 4, 1_482) == (1, 3)
    blank = _Prefixes(view_of([[310, None, 0, 7]]), 0, range(4))
    assert (blank.sums, blank.loose) == ([0, 310, 310, 310, 317], [0, 1, 1, 1, 2])


@pytest.mark.parametrize(
    ("whole", "is_near"),
    [(1_481, True), (1_486, True), (1_476, True), (1_487, False), (1_475, False)],
)
def test_ends_of_a_run_are_near_within_the_rounding_of_all(whole: int, is_near: bool) -> None:
    prefixes = _Prefixes(view_of([PLAIN]), 0, range(5))
    assert ((1, 4) in {*prefixes.spans(0, whole)}) is is_near


@pytest.mark.parametrize(("count", "are_all"), [(40, True), (41, False)])
def test_of_a_crowd_of_ends_those_alone_that_fit_exactly_are_looked_at(
    count: int, are_all: bool
) -> None:
    """A number, and then so many of one or two units: all are near each other."""
    line: Line = [1_000_000, *[1] * (count - 1)]
    prefixes = _Prefixes(view_of([line]), 0, range(count))
    wanted = prefixes.sums[count // 2]
    near = [place for place in prefixes._near(wanted) if place]
    assert near == (list(range(1, count + 1)) if are_all else [count // 2])


THREE: list[Line] = [
    [310, 420, 57, 1_004, 333, 0],
    [833, 515, 71, 2_100, 441, 0],
    [77, 911, 13, 1_555, 208, 0],
]


def with_target(*more: int) -> View:
    """The first, the third and the fifth come to the last, and something more."""
    rows = [
        [*line[:5], sum(line[at] or 0 for at in (0, 2, 4)) + off]
        for line, off in zip(THREE, more, strict=True)
    ]
    return view_of(rows)


@pytest.mark.parametrize(
    ("more", "is_found"),
    [
        ((0, 0, 0), True),
        ((3, 0, 0), True),
        ((4, 0, 0), False),
        ((0, 3, -3), True),
        ((0, 4, 0), False),
        ((0, 0, -4), False),
    ],
)
def test_some_numbers_add_up_in_three_lines_within_the_rounding_of_half_a_side(
    more: tuple[int, int, int], is_found: bool
) -> None:
    """Of five numbers that may be parts, two units and the target's own: three."""
    found = [{*each} for each in _adding_up(with_target(*more), [0, 1, 2], 5, range(5))]
    assert ({0, 2, 4} in found) is is_found
    assert all(len(each) > 1 for each in found)


def test_all_subsets_of_a_few_positions_are_listed_without_those_that_are_nothing() -> None:
    view = view_of([[1, 10, 0], [2, 20, 0], [3, 30, 0]])
    assert sorted(_sums(view, [0, 1, 2], [0, 1, 2])) == [
        ((0, 0, 0), ()),
        ((1, 2, 3), (0,)),
        ((10, 20, 30), (1,)),
        ((11, 22, 33), (0, 1)),
    ]


def ratios(line: Line, *, one: int = 1, reach: int = 12, unit: int = 1) -> set[Ratio]:
    view = view_of([line], one=one, unit=unit)
    return {*_patterns(view, 0, range(len(line)), reach)}


@pytest.mark.parametrize(
    ("line", "one", "pattern", "is_found"),
    [
        ([700, 100, 7], 1, Ratio(2, (0, 1), DIVISION), True),
        ([750, 100, 7], 1, Ratio(2, (0, 1), DIVISION), True),
        ([763, 100, 7], 1, Ratio(2, (0, 1), DIVISION), False),
        ([630, 900, 70], 1, Ratio(2, (0, 1), DIVISION, 100), True),
        ([63, 900, 70], 1, Ratio(2, (0, 1), DIVISION, 1000), True),
        ([500, 900, 80], 1, Ratio(2, (0, 1), CHANGE, 100), True),
        ([900, 500, -44], 1, Ratio(2, (0, 1), CHANGE, 100), True),
        ([-700, 100, -7], 1, Ratio(2, (0, 1), DIVISION), True),
        ([700, 100, -7], 1, Ratio(2, (0, 1), DIVISION), False),
        ([70_000, 10_000, 700], 100, Ratio(2, (0, 1), DIVISION), True),
        # a change by a hundred times is looked for, and by more it is a quotient
        ([10_100, 100, 100], 1, Ratio(2, (1, 0), CHANGE), True),
        ([10_200, 100, 101], 1, Ratio(2, (1, 0), CHANGE), False),
        ([10_200, 100, 102], 1, Ratio(2, (0, 1), DIVISION), True),
        # by a one nothing is divided
        ([700, 100, 700], 100, Ratio(2, (0, 1), DIVISION), False),
        ([700, 0, 7], 1, Ratio(2, (0, 1), DIVISION), False),
    ],
)
def test_quotients_are_looked_for_among_the_numbers_of_a_line(
    line: Line, one: int, pattern: Ratio, is_found: bool
) -> None:
    assert (pattern in ratios(line, one=one)) is is_found


@pytest.mark.parametrize(("reach", "is_found"), [(3, True), (2, False)])
def test_a_quotient_stands_within_reach_of_its_target(reach: int, is_found: bool) -> None:
    line: Line = [7, None, None, 100, None, 700]
    assert (Ratio(0, (3, 3), DIVISION) in ratios(line, reach=reach)) is False
    near: Line = [7, None, 100, 700]
    assert (Ratio(0, (3, 2), DIVISION) in ratios(near, reach=reach)) is is_found


def test_of_many_numerators_nearly_right_the_six_smallest_are_looked_at() -> None:
    line: Line = [7, 100, 703, 697, 702, 698, 701, 699, 700]
    found = {each.parts[0] for each in ratios(line) if each.target == 0 and each.parts[1] == 1}
    assert {line[place] for place in found} == {697, 698, 699, 700, 701, 702}


def test_what_was_found_is_weighed_once_more_further_on() -> None:
    """Tables repeat themselves; before the first position there is none."""
    random = Random("shifted")
    rows: list[Line] = []
    for _ in range(12):
        a, b, c, d = (large(random) for _ in range(4))
        rows.append([c + d, a, b, a + b, large(random), c, d])
    view = view_of(rows)
    claims = [
        weigh(view, pattern, 0)
        for pattern in (Sum(3, (1, 2)), Sum(0, (1, 4)), Sum(3, (1, 2), frozenset({2})))
    ]
    assert [claim.is_law for claim in claims] == [True, False, False]
    found = {claim.pattern: claim for claim in _shifted(view, claims)}
    assert {*found} == {Sum(3, (1, 2))}
    # one shape, at one of seven positions
    assert found[Sum(3, (1, 2))].price == naming(7)
    again = view_of([[*row, (row[5] or 0) + (row[6] or 0)] for row in rows])
    assert {claim.pattern for claim in _shifted(again, claims)} == {
        Sum(3, (1, 2)),
        Sum(7, (5, 6)),
    }


def test_a_shape_that_stands_twice_is_looked_for_and_beside_itself_is_named_by_the_side() -> None:
    random = Random("beside")
    row: Line = []
    for filler in range(2):
        for _ in range(3):
            a, b = large(random), large(random)
            row += [a, b, a + b]
        row += [large(random)] * (1 - filler)
    view = view_of([row])
    first, second, third, _, apart, _ = (Sum(at + 2, (at, at + 1)) for at in (0, 3, 6, 10, 13, 16))
    one, other = (replace(weigh(view, pattern, 0), score=BIT) for pattern in (first, apart))
    assert set(_shifted(view, [one])) == set()
    prices = {claim.pattern: claim.price for claim in _shifted(view, [one, other])}
    anywhere = naming(19)
    # before and behind the one at 13 to 15, and behind the one at 0 to 2: of two a side
    assert prices == {
        first: anywhere,
        second: 2 * BIT,
        third: anywhere,
        Sum(12, (10, 11)): 2 * BIT,
        apart: anywhere,
        Sum(18, (16, 17)): 2 * BIT,
    }


def test_a_line_of_a_mean_tells_something_where_its_numbers_lie_three_units_apart() -> None:
    """A mean is off by its own rounding, twice counted, and by that of its parts."""
    view = view_of([[310, None, 57, 1_004]], unit=2)
    line = _look(view, 0, range(4))
    assert (line.sums, line.counts) == ([0, 310, 310, 367, 1_371], [0, 1, 1, 2, 3])
    assert (line.unit, line.tells) == (2, True)
    # of units that differ the coarsest may move it, and the finest says what it tells
    mixed = view_of([[50, None, 53, 50]])
    alike = _look(replace(mixed, units=[[10, 1, 1, 1]]), 0, range(4))
    assert (alike.unit, alike.tells) == (10, False)
    apart = _look(view_of([[50, None, 54, 50]]), 0, range(4))
    assert (apart.unit, apart.tells) == (1, True)


@pytest.mark.parametrize(
    ("off", "is_found"), [(0, True), (1, True), (2, False), (-1, True), (-2, False)]
)
def test_a_mean_is_met_within_its_own_rounding_and_that_of_its_parts(
    off: int, is_found: bool
) -> None:
    """A unit each way: half of one of its own, half of one of its parts."""
    numbers: Line = [310, 421, 57, 1_004, 448 + off]
    line = _look(view_of([numbers]), 0, range(5))
    found = {(begin, end): rest for begin, end, *rest in means_of([line], 4, 4, 5)}
    assert ((0, 4) in found) is is_found
    if is_found:
        assert found[0, 4] == [[line], False]


def test_a_mean_stands_beside_its_parts_or_others_stand_between() -> None:
    parts: Line = [310, 421, 57, 1_004]
    for line, at, run, has_gap in (
        ([*parts, 448], 4, (0, 4), False),
        ([448, *parts], 0, (1, 5), False),
        ([*parts, 9_999, 448], 5, (0, 4), True),
        ([448, 9_999, *parts], 0, (2, 6), True),
    ):
        looked_at = _look(view_of([line]), 0, range(len(line)))
        found = {(each[0], each[1]): each[3] for each in means_of([looked_at], at, at, len(line))}
        assert found[run] is has_gap


def test_lines_with_most_numbers_are_looked_at_first() -> None:
    """Two lines more than seven: the emptiest of them are not looked at."""
    random = Random("seeds")
    full: list[Line] = [[large(random) for _ in range(3)] for _ in range(7)]
    view = view_of([[1, None, 5], *full, [1, 0, 5]])
    assert seeds(view, range(3)) == list(range(1, 8))
    assert seeds(view_of([[1, None, 0], [1, 2, None], [0, 0, 0]]), range(3)) == [1]
