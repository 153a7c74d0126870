"""Sums that stand like others are one claim; of two claims that meet one stands, or both."""

from collections.abc import Sequence
from dataclasses import replace
from math import comb, factorial, log2
from random import Random

import pytest

from allokera.relations.bits import BIT, LAW, LIKELY, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.rivals.algebra import equal_positions
from allokera.relations.rivals.selection import independent, select, together
from allokera.relations.sheet.view import View
from relations.grids import large, said, view_of


def blocks(count: int, lines: int = 2) -> View:
    """Blocks of two numbers and their sum, side by side."""
    random = Random("blocks")
    rows: list[list[int | None]] = []
    for _ in range(lines):
        rows.append([])
        for _ in range(count):
            one, two = large(random), large(random)
            rows[-1] += [one, two, one + two]
    return view_of(rows)


def claims(view: View, count: int, score: int) -> list[Claim]:
    return [
        replace(weigh(view, Sum(3 * at + 2, (3 * at, 3 * at + 1)), 0), score=score, is_near=True)
        for at in range(count)
    ]


@pytest.mark.parametrize("count", [3, 4, 8])
def test_sums_together_are_worth_all_their_bits_less_the_ways_to_divide_them(count: int) -> None:
    view, least = blocks(count), None
    for score in range(BIT, 12 * BIT, 8):
        if together(claims(view, count, score), LAW):
            least = count * score
            break
    assert least is not None
    ways = log2(comb(least // BIT + 1, count - 1) / factorial(count))
    assert -0.1 <= (least - LAW) / BIT - max(0, ways) < 0.3 + 8 * count / BIT


@pytest.mark.parametrize(("count", "is_group"), [(2, False), (3, True)])
def test_two_sums_are_too_few_to_bear_each_other_out(count: int, is_group: bool) -> None:
    groups = together(claims(blocks(count), count, 15 * BIT), LAW)
    assert [len(group) for group in groups] == [count] * is_group


def priced(view: View, *patterns: Sum, score: int, price: int = 9 * BIT) -> list[Claim]:
    made = [weigh(view, pattern, price) for pattern in patterns]
    return [replace(each, score=score, is_near=True) for each in made]


@pytest.mark.parametrize(
    ("second", "is_group"),
    [
        (Sum(8, (6, 7)), True),  # of the same shape, further on
        (Sum(6, (3, 4, 5)), True),  # of another, where the first ends
        (Sum(7, (4, 5, 6)), False),
    ],
)
def test_a_sum_that_repeats_another_bears_it_out(second: Sum, is_group: bool) -> None:
    """Named by where it stands, at one of nine positions in one of two ways: 9 - 4.2 bits more."""
    view, first = blocks(3), Sum(2, (0, 1))
    held = {0: 1, 1: 1}

    def is_one(score: int) -> bool:
        two = [replace(each, held=held) for each in priced(view, first, second, score=score)]
        return [len(group) for group in together(two, LAW)] == [2]

    assert is_one(10 * BIT) is is_group
    assert not is_one(9 * BIT)
    # 20 bits may be shared between two in 21 ways
    least = next((score for score in range(9 * BIT, 12 * BIT, 8) if is_one(score)), 0)
    expected = (20 + log2(21) - 9 + log2(9)) / 2 if is_group else 0
    assert abs(least / BIT - expected) < 0.2
    # what was cheaper to name is not named anew
    cheap = priced(view, first, second, score=20 * BIT, price=naming(9) + BIT)
    assert together([replace(each, held=held) for each in cheap], LAW) == []


def test_positions_without_numbers_set_no_blocks_apart() -> None:
    view = view_of([[17, 25, 42, None, 31, 8, 39, 78]] * 2)
    first, second = Sum(2, (0, 1)), Sum(7, (4, 5, 6))
    held = {0: 1, 1: 1}
    two = [replace(each, held=held) for each in priced(view, first, second, score=15 * BIT)]
    assert [len(group) for group in together(two, LAW)] == [2]


@pytest.mark.parametrize(
    "change",
    [
        {"is_near": False},
        {"score": 0, "bonus": 0},
        {"held": {0: 1, 2: 1}},
        {"pattern": Sum(6, (7, 8))},
    ],
    ids=["far from its parts", "worth nothing", "in another line", "above its parts"],
)
def test_a_sum_that_stands_otherwise_is_none_of_them(change: dict[str, object]) -> None:
    view = blocks(3)
    *two, third = claims(view, 3, 15 * BIT)
    assert together([*two, third], LAW)
    assert together([*two, replace(third, **change)], LAW) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(("score", "is_one"), [(3 * BIT, False), (4 * BIT, True)])
def test_one_that_lacks_a_line_is_among_them_if_it_adds_more_than_it_takes_to_divide(
    score: int, is_one: bool
) -> None:
    """Of some fifty bits a third takes log2(50 / 2) - log2(3) more, about three bits."""
    *two, third = claims(blocks(3), 3, 24 * BIT)
    groups = together([*two, replace(third, held={0: 1}, score=score)], LAW)
    assert [[claim.target for claim in group] for group in groups] == [[2, 5, 8]] * is_one


def test_one_that_lacks_a_line_takes_the_place_of_none_and_stands_on_the_same_side() -> None:
    *two, third = claims(blocks(3), 3, 24 * BIT)
    lacking = replace(third, held={0: 1}, score=9 * BIT)
    above = replace(lacking, pattern=Sum(6, (7, 8)))
    assert together([*two, above], LAW) == []
    rival = replace(lacking, pattern=Sum(5, (4, 6)), fit=0)
    (group,) = together([*two, third, rival], LAW)
    assert len(group) == 3
    assert rival not in group


def test_of_two_sums_for_one_target_the_fitter_is_one_of_them() -> None:
    view = blocks(3)
    own = claims(view, 3, 15 * BIT)
    rival = replace(own[0], pattern=Sum(2, (1,)), fit=own[0].fit + 1)
    (group,) = together([*own, rival], LAW)
    assert {claim.pattern for claim in group} == {each.pattern for each in (rival, *own[1:])}


def test_a_sum_that_is_worth_less_than_nothing_takes_nothing_away() -> None:
    own = claims(blocks(4), 4, 15 * BIT)
    weak = replace(own[3], score=-100 * BIT, bonus=101 * BIT)
    (group,) = together([*own[:3], weak], LAW)
    assert len(group) == 4


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (((1, 2, 3), (1, 2, 3), (4, 5, 6)), [(0, 1)]),
        (((1, 2, 3), (4, 5, 6), (1, 2, 3), (1, 2, 3)), [(0, 2), (0, 3)]),
        (((1, 2, 0), (1, 2, 0)), []),
        (((1, 2, None), (1, 2, None)), []),
        (((1, 2, 3), (1, 2, 4)), []),
    ],
)
def test_two_positions_with_the_same_three_numbers_are_equal(
    columns: Sequence[Sequence[int | None]], expected: list[tuple[int, int]]
) -> None:
    view = view_of(list(zip(*columns, strict=True)))
    assert equal_positions(view, range(len(columns))) == expected


def chosen(view: View, *pool: Claim) -> set[str]:
    return {said(claim) for claim in select(view, pool)}


def account(random: Random) -> list[int | None]:
    """Two ways to divide a whole, the second in three; a total of the first two of these."""
    whole, one = 10 * large(random), large(random)
    a, b = large(random), large(random)
    return [one, whole - one, whole, a, b, whole - a - b, a + b]


def found(*patterns: Sum, rows: int = 8, **changes: object) -> tuple[View, list[Claim]]:
    random = Random("account")
    view = view_of([account(random) for _ in range(rows)])
    made = [weigh(view, pattern, 0) for pattern in patterns]
    return view, [replace(each, **changes) for each in made]  # type: ignore[arg-type]


FIRST, SECOND, COARSE = Sum(2, (0, 1)), Sum(2, (3, 4, 5)), Sum(2, (5, 6))
INNER = Sum(6, (3, 4))


def test_a_second_way_of_three_parts_stands_where_it_stands_beside_its_total() -> None:
    view, (first, second) = found(FIRST, SECOND)
    assert chosen(view, first, second) == {"2 = 0 + 1"}
    near = replace(second, is_near=True)
    assert chosen(view, first, near) == {"2 = 0 + 1", "2 = 3 + 4 + 5"}


@pytest.mark.parametrize(
    "change", [{"score": LAW - 1}, {"is_partial": True}], ids=["no law", "of a block alone"]
)
def test_a_second_way_must_be_a_law_of_all_lines(change: dict[str, object]) -> None:
    view, (first, second) = found(FIRST, SECOND)
    second = replace(second, is_near=True, **change)  # type: ignore[arg-type]
    assert chosen(view, first, second) == {"2 = 0 + 1"}


def test_a_second_way_of_two_parts_stands_wherever_it_is_unless_more_lines_break_it() -> None:
    view, (first, coarse) = found(FIRST, COARSE)
    assert chosen(view, first, coarse) == {"2 = 0 + 1", "2 = 5 + 6"}
    worse = replace(coarse, fit=first.fit - 1, off=frozenset({0}))
    assert chosen(view, first, worse) == {"2 = 0 + 1"}


def test_the_same_way_with_totals_in_place_of_parts_is_said_once() -> None:
    view, (second, inner, coarse) = found(SECOND, INNER, COARSE, is_near=True)
    simple = replace(coarse, fit=second.fit + 1)
    assert chosen(view, second, inner, simple) == {"2 = 5 + 6", "6 = 3 + 4"}


@pytest.mark.parametrize(("silent", "stands"), [(2, True), (3, False)])
def test_a_second_way_speaks_of_three_lines_in_four(silent: int, stands: bool) -> None:
    view, (first, second) = found(FIRST, SECOND)
    held = {line: told for line, told in second.held.items() if line >= silent}
    second = replace(second, is_near=True, held=held, score=LAW, fit=first.fit - 1)
    assert ("2 = 3 + 4 + 5" in chosen(view, first, second)) is stands


def test_a_sum_is_not_turned_around() -> None:
    view, (first, back) = found(FIRST, Sum(0, (1, 2), frozenset({1})))
    assert chosen(view, first, replace(back, fit=first.fit - 1)) == {"2 = 0 + 1"}
    fitter = replace(back, fit=first.fit + 1)
    assert chosen(view, first, fitter) == {"0 = - 1 + 2"}


def test_what_adds_a_total_to_its_own_parts_is_no_sum() -> None:
    random = Random("twice")
    rows: list[list[int | None]] = []
    for _ in range(8):
        a, b = large(random), large(random)
        rows.append([a, b, a + b, 2 * (a + b)])
    view = view_of(rows)
    inner, twice = weigh(view, Sum(2, (0, 1)), 0), weigh(view, Sum(3, (0, 1, 2)), 0)
    assert chosen(view, inner, twice) == {"2 = 0 + 1"}
    # unless the total is no law, and holds in less than half as many lines
    for lines, stands in ((3, "3 = 0 + 1 + 2"), (4, "2 = 0 + 1")):
        weak = replace(inner, held=dict.fromkeys(range(lines), 1), score=LIKELY)
        assert chosen(view, weak, twice) == {stands}


def test_of_two_equal_targets_the_first_that_is_named_has_the_parts() -> None:
    random = Random("equal")
    rows: list[list[int | None]] = []
    for _ in range(8):
        a, b = large(random), large(random)
        rows.append([a, b, a + b, a + b])
    view = view_of(rows)
    one, other = weigh(view, Sum(2, (0, 1)), 0), weigh(view, Sum(3, (0, 1)), 0)
    assert chosen(view, one, other) == {"2 = 0 + 1"}
    assert chosen(view, replace(one, fit=other.fit - 1), other) == {"3 = 0 + 1"}
    # unless it is worth far less: then it is the accident
    for short, both in ((0, False), (1, True)):
        poor = replace(one, score=other.score - LAW - short)
        assert (chosen(view, poor, other) == {"2 = 0 + 1", "3 = 0 + 1"}) is both


def test_what_follows_from_others_is_left_out() -> None:
    view, (first, coarse, second, inner) = found(FIRST, COARSE, SECOND, INNER)
    assert independent(view, [second, inner], [coarse, first]) == [first]
    # of those that are kept the fittest come first
    fitter = replace(second, fit=coarse.fit + 1)
    assert independent(view, [], [coarse, fitter]) == [fitter, coarse]
