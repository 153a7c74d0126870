"""Tables in a pile: a pattern that holds in one block of lines, and is not looked for in vain."""

from collections.abc import Sequence
from dataclasses import replace
from math import log2
from random import Random

import pytest

from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import Claim, is_hopeless, weigh, weigh_anywhere
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import View
from relations.grids import large, view_of

PATTERN = Sum(2, (0, 1))
Line = list[int | None]
BLANK: Line = [None, None, None]


def lines(right: int, wrong: int, seed: str = "block") -> tuple[list[Line], list[Line]]:
    """Lines that add up, and lines that do not."""
    random = Random(seed)
    pairs = [(large(random), large(random)) for _ in range(right + wrong)]
    made: list[Line] = [[one, two, one + two] for one, two in pairs]
    for at in range(right, right + wrong):
        made[at] = [*pairs[at], pairs[at][0] + pairs[at][1] + 5_000 + 97 * at]
    return made[:right], made[right:]


def told(view: View) -> tuple[bool, set[int], set[int]]:
    claim = weigh_anywhere(view, PATTERN, 0)
    return claim.is_partial, set(claim.held), set(claim.off)


def test_a_pattern_that_holds_in_one_table_of_a_pile_is_of_that_table_alone() -> None:
    right, wrong = lines(6, 6)
    assert told(view_of([*right, BLANK, *wrong])) == (True, {*range(6)}, set())
    assert told(view_of([*wrong, BLANK, *right])) == (True, {*range(7, 13)}, set())
    middle = [*wrong[:3], BLANK, *right, BLANK, *wrong[3:]]
    assert told(view_of(middle)) == (True, {*range(4, 10)}, set())


def test_lines_without_a_gap_are_no_table_of_their_own() -> None:
    right, wrong = lines(6, 6)
    assert told(view_of([*right, *wrong])) == (False, {*range(6)}, {*range(6, 12)})
    assert told(view_of([*wrong[:3], BLANK, *right, *wrong[3:]]))[0] is False
    assert told(view_of([*wrong[:3], *right, BLANK, *wrong[3:]]))[0] is False


@pytest.mark.parametrize(("wrong", "is_partial"), [(4, False), (5, True)])
def test_a_block_is_looked_for_where_more_than_one_line_in_four_is_off(
    wrong: int, is_partial: bool
) -> None:
    right, off = lines(12, wrong)
    assert told(view_of([*right, BLANK, *off]))[0] is is_partial


@pytest.mark.parametrize(("right", "is_partial"), [(2, False), (3, True)])
def test_a_block_needs_three_lines_that_agree(right: int, is_partial: bool) -> None:
    agreeing, off = lines(right, 20)
    assert told(view_of([*agreeing, BLANK, *off]))[0] is is_partial


def test_a_block_may_hold_a_line_that_is_wrong() -> None:
    right, off = lines(8, 13)
    block = [*right[:4], off[0], *right[4:]]
    assert told(view_of([*block, BLANK, *off[1:]])) == (True, {0, 1, 2, 3, 5, 6, 7, 8}, {4})


@pytest.mark.parametrize(("smaller", "is_partial"), [(35, True), (31, False)])
def test_two_lines_outweigh_a_wrong_one_where_they_are_worth_twelve_bits(
    smaller: int, is_partial: bool
) -> None:
    """A line is worth log2(2 * 35 + 1), 6.1 bits, or log2(2 * 31 + 1), 5.98.

    Where they do not, the block begins behind the wrong line, and no gap sets it apart.
    """
    right, off = lines(6, 15)
    small: list[Line] = [[each, smaller, each + smaller] for each in (709, 823)]
    view = view_of([*small, off[0], *right, BLANK, *off[1:]])
    assert told(view)[0] is is_partial


def test_to_name_a_block_costs_its_first_and_its_last_line() -> None:
    right, off = lines(6, 9)
    view = view_of([*right, BLANK, *off])
    block, own = weigh_anywhere(view, PATTERN, 0), weigh(view.only(range(6)), PATTERN, 0)
    # of sixteen lines, four bits each
    assert own.score - block.score == 2 * 4 * BIT
    assert block.price == 2 * 4 * BIT


@pytest.mark.parametrize(
    ("count", "wrong", "is_vain"),
    [(64, 0, False), (64, 30, False), (64, 40, True), (63, 63, False)],
)
def test_where_most_of_some_lines_are_off_there_is_nothing_to_look_for(
    count: int, wrong: int, is_vain: bool
) -> None:
    right, off = lines(count - wrong, wrong)
    view = view_of([*off, *right])
    mixed = sorted(view.values, key=lambda line: (line[0] or 0) % 1009)
    assert is_hopeless(view_of(mixed), PATTERN) is is_vain


def test_a_target_with_gaps_may_hold_in_a_block() -> None:
    _, off = lines(0, 64)
    assert is_hopeless(view_of(off), PATTERN)
    assert is_hopeless(view_of([BLANK, *off, BLANK]), PATTERN)
    assert not is_hopeless(view_of([*off[:32], BLANK, *off[32:]]), PATTERN)


def weighed(rows: list[Line], pattern: Pattern = PATTERN, *, unit: int = 1) -> Claim:
    return weigh(view_of(rows, unit=unit), pattern, 0)


@pytest.mark.parametrize(
    ("line", "is_copy"),
    [
        ([2018, 8054, 10_072], True),
        ([-1009, -4027, -5036], True),
        ([2019, 8054, 10_073], True),
        ([2022, 8054, 10_076], False),
        ([2018, 8066, 10_084], False),
    ],
)
def test_a_line_is_another_made_larger_within_rounding(line: Line, is_copy: bool) -> None:
    claim = weighed([[1009, 4027, 5036], line, [x * 3 for x in (1009, 4027, 5036)]])
    assert claim.witnesses == ({0} if is_copy else {0, 1, 2})


@pytest.mark.parametrize(
    "pattern",
    [Sum(3, (0, 1, 2)), Mean(3, (0, 1, 2)), Ratio(3, (0, 1))],
    ids=["sum", "mean", "ratio"],
)
def test_a_claim_counts_the_parts_that_lines_lack(pattern: Pattern) -> None:
    view = view_of([[5, None, 7, 12], [None, None, 7, 7], [5, 6, 7, 18]])
    claim = replace(weigh(view, pattern, 0), held={0: 1, 1: 0, 2: 3})
    lacking = [sum(view.values[line][part] is None for part in pattern.parts) for line in range(3)]
    assert [claim.lacking(line) for line in range(3)] == lacking
    assert claim.most_lacking == lacking[0]
    assert claim.witnesses == {0, 2}
    assert claim.places == set(pattern.parts)
    assert claim.is_above is False


@pytest.mark.parametrize(("model", "is_copied"), [(0, True), (2, True), (3, False)])
def test_lines_are_compared_with_three_others(model: int, is_copied: bool) -> None:
    right, _ = lines(4, 0)
    copies: list[Line] = [[(each or 0) * times for each in right[model]] for times in range(2, 7)]
    found = weighed([*right, *copies]).witnesses
    assert found == ({*range(4)} if is_copied else {*range(9)})


def test_a_claim_without_witnesses_lacks_nothing() -> None:
    claim = weighed([[5, None, 5], [None, 7, 7]])
    assert claim.witnesses == frozenset()
    assert claim.most_lacking == 0


def test_a_total_that_is_nothing_is_not_given() -> None:
    claim = weighed([[1009, 4027, 5036], [0, 0, 0], [5, -5, 0], [7, 8, 99]])
    assert set(claim.held) == {0, 1, 2}
    assert claim.given == {0}


@pytest.mark.parametrize(
    ("target", "parts", "is_above"), [(0, (1, 2), True), (2, (0, 1), False), (1, (0, 2), False)]
)
def test_a_total_stands_above_its_parts_or_not(
    target: int, parts: tuple[int, ...], is_above: bool
) -> None:
    assert weigh(view_of([[10, 5, 5]]), Sum(target, parts), 0).is_above is is_above


def test_lines_that_agree_by_rounding_alone_are_counted_apart() -> None:
    claim = weighed([[1009, 4027, 5036], [1010, 4031, 5042], [3010, 4031, 7041]])
    assert (len(claim.held), claim.tight) == (3, 2)


@pytest.mark.parametrize(
    ("units_off", "cost"), [((), 0), ((1,), 1 + log2(3)), ((1, 0, 1), 1 + 2 * log2(3))]
)
def test_what_agrees_by_rounding_alone_costs_a_bit_and_its_width(
    units_off: Sequence[int], cost: float
) -> None:
    right, _ = lines(6, 0)
    exact = weighed(right)
    rough: list[Line] = [list(line) for line in right]
    for line, more in zip(rough, units_off, strict=False):
        line[2] = (line[2] or 0) + more
    claim = weighed(rough)
    assert len(claim.held) == 6
    assert abs((exact.score - claim.score) / BIT - cost) < 0.05


@pytest.mark.parametrize(("rough", "cost"), [(1, 3), (2, 6), (3, 9)])
def test_what_agrees_by_the_rounding_of_many_parts_costs_three_bits_a_line(
    rough: int, cost: int
) -> None:
    """Of nine numbers, four units off are still rounding; by its width a line would cost more."""
    random, rows = Random("wide"), list[Line]()
    for _ in range(6):
        parts = [2 * large(random) + 1 for _ in range(8)]
        rows.append([*parts, sum(parts)])
    pattern = Sum(8, tuple(range(8)))
    exact = weighed(rows, pattern)
    for row in rows[:rough]:
        row[8] = (row[8] or 0) + 4
    claim = weighed(rows, pattern)
    assert len(claim.held) == 6
    assert abs((exact.score - claim.score) / BIT - cost) < 0.05


def test_that_a_total_is_one_part_just_where_the_other_is_nothing_tells_as_well() -> None:
    right, _ = lines(4, 0)
    alone: list[Line] = [[large(Random(str(at))), 0, 0] for at in range(4)]
    for line in alone:
        line[2] = line[0]
    more, fewer = weighed([*right, *alone]), weighed(right)
    # which four of eight lines these are, less which number of lines it is: 70 ways of eight
    assert abs((more.score - fewer.score) / BIT - (log2(70) - log2(8))) < 0.05
    assert weighed(alone).score == 0
    assert more.witnesses == fewer.witnesses


def test_a_line_is_right_to_the_last_place_by_half_a_unit_of_its_own() -> None:
    """In twos a sum may be a unit off by its own rounding, and three by that of all."""
    rows: list[Line] = [[1008, 4026, 5034 + more] for more in (0, 1, -1, 2, 3)]
    claim = weighed(rows, unit=2)
    assert (set(claim.held), claim.tight) == ({0, 1, 2, 3, 4}, 3)
