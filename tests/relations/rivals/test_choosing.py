"""Claims that compete, made by hand: which of them stand."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from allokera.relations.bits import BIT, LAW
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.rivals.algebra import Basis
from allokera.relations.rivals.selection import (
    _Chosen,
    _divides,
    _is_accident,
    _is_second_way,
    select,
)
from relations.grids import said, view_of

LINES = range(8)
VIEW = view_of([[100 + 10 * place + line for place in range(12)] for line in LINES])
"""Twelve positions, no number of which is nothing."""


def claim(
    target: int,
    *parts: int,
    lines: Iterable[int] = LINES,
    fit: int = 0,
    score: int = LAW,
    off: int = 0,
    is_near: bool = False,
) -> Claim:
    plain = weigh(VIEW, Sum(target, parts), 0)
    return replace(
        plain,
        held=dict.fromkeys(lines, BIT),
        off=frozenset(range(100, 100 + off)),
        fit=fit,
        score=score,
        is_near=is_near,
    )


def chosen(*claims: Claim) -> _Chosen:
    found = _Chosen()
    for each in claims:
        found.take(each)
    return found


def names(*pool: Claim) -> set[str]:
    return {said(each) for each in select(VIEW, pool)}


def test_of_rivals_for_a_target_the_one_that_explains_most_stands() -> None:
    more, less = claim(3, 1, 2, fit=2), claim(3, 1, 4, fit=1)
    assert names(more, less) == names(less, more) == {"3 = 1 + 2"}
    # of two that explain as much, the one of fewer parts
    longer = claim(3, 4, 5, 6, fit=2)
    assert names(longer, more) == {"3 = 1 + 2"}
    # in lines of their own both stand, if they share no part
    first, second = claim(3, 1, 2, lines=range(4)), claim(3, 4, 5, lines=range(4, 8))
    assert names(first, second) == {"3 = 1 + 2", "3 = 4 + 5"}
    shared = claim(3, 2, 5, lines=range(4, 8), fit=-1)
    assert names(first, shared) == {"3 = 1 + 2"}


def test_a_claim_is_not_turned_around_where_both_speak_of_a_line() -> None:
    stands = chosen(claim(3, 1, 2, lines=range(4)))
    assert stands.admits(claim(1, 3, 5, lines=range(3, 8))) is False
    # nor are its parts, or some of them, added up to the same once more
    assert stands.admits(claim(3, 2, 5)) is False
    assert stands.admits(claim(1, 3, 5, lines=range(4, 8)))
    assert stands.admits(claim(1, 4, 5))


@pytest.mark.parametrize(
    ("score", "lines", "expected"),
    [(LAW, LINES, False), (LAW + 1, LINES, True), (LAW, range(4, 8), True)],
)
def test_the_same_parts_are_not_added_up_twice_but_by_a_claim_that_is_far_likelier(
    score: int, lines: Iterable[int], expected: bool
) -> None:
    stands = chosen(claim(3, 1, 2, lines=range(4), score=0))
    assert stands.admits(claim(4, 1, 2, lines=lines, score=score)) is expected


def test_a_total_is_not_added_to_its_own_parts() -> None:
    total, twice = claim(3, 1, 2, fit=2), claim(6, 2, 3, fit=1)
    assert chosen(total, twice).counting_twice() == {id(twice)}
    assert names(total, twice) == {"3 = 1 + 2"}
    apart = claim(6, 4, 3, fit=1)
    assert chosen(total, apart).counting_twice() == set()
    elsewhere = claim(6, 2, 3, lines=range(4, 8))
    assert chosen(claim(3, 1, 2, lines=range(4)), elsewhere).counting_twice() == set()


@pytest.mark.parametrize(
    ("score", "lines", "law", "expected"),
    [
        (LAW - 1, range(3), LAW, True),
        (LAW - 1, range(4), LAW, False),
        (LAW, range(3), LAW, False),
        (LAW - 1, range(3), LAW - 1, False),
    ],
)
def test_a_total_of_few_lines_that_is_no_law_is_none_beside_a_law(
    score: int, lines: Iterable[int], law: int, expected: bool
) -> None:
    total, sum_of = claim(3, 1, 2, lines=lines, score=score), claim(6, 2, 3, score=law)
    assert _is_accident(total, sum_of) is expected
    assert chosen(total, sum_of).counting_twice() == {id(total if expected else sum_of)}


def test_a_total_may_be_divided_in_a_second_way_of_two_parts() -> None:
    first, second = claim(3, 0, 1, 2, fit=2), claim(3, 4, 5, fit=1)
    assert names(first, second) == {"3 = 0 + 1 + 2", "3 = 4 + 5"}
    # not where it is no law, of one block, or off in more lines
    for other in (
        replace(second, score=LAW - 1),
        replace(second, is_partial=True),
        claim(3, 4, 5, fit=1, off=1),
    ):
        assert names(first, other) == {"3 = 0 + 1 + 2"}


def test_a_second_way_of_more_parts_stands_right_beside_its_total() -> None:
    first = claim(3, 1, 2, fit=2)
    for is_near in (False, True):
        other = claim(3, 4, 5, 6, fit=1, is_near=is_near)
        assert names(first, other) == {"3 = 1 + 2", *(["3 = 4 + 5 + 6"] if is_near else [])}


def test_a_second_way_says_something_of_three_lines_in_four() -> None:
    first = claim(3, 0, 1, 2, fit=2)
    for count, is_second in ((6, True), (5, False)):
        other = claim(3, 4, 5, lines=range(count), fit=1)
        assert names(first, other) == {"3 = 0 + 1 + 2", *(["3 = 4 + 5"] if is_second else [])}
        # lines that are off are spoken of as well
        other = claim(3, 4, 5, lines=range(count - 1), fit=1, off=1)
        wide = replace(first, off=frozenset({200}))
        assert ("3 = 4 + 5" in names(wide, other)) is (4 * count >= 3 * 9)


def test_a_second_way_is_no_first_one_with_parts_in_place_of_totals() -> None:
    first, inner = claim(9, 3, 6, fit=3), claim(3, 1, 2, fit=2)
    finer, other = claim(9, 1, 2, 6), claim(9, 7, 8, 10)
    stands = chosen(first, inner)
    assert _divides(finer, first, stands) and _divides(first, finer, stands)
    assert _divides(other, first, stands) is False
    # totals of totals are looked through once more
    deeper = chosen(first, claim(3, 4, 5), claim(4, 1, 2))
    assert _divides(claim(9, 1, 2, 5, 6), first, deeper)
    # half of the parts is enough
    half = claim(9, 1, 2, 7, 8)
    assert _divides(half, first, stands)
    assert _divides(claim(9, 1, 7, 8, 10), first, stands) is False


def test_a_second_way_of_two_parts_is_new_and_off_in_no_more_lines() -> None:
    first, total = claim(9, 1, 2, 3, off=1), claim(4, 6, 7)
    stands, basis = chosen(first, total), Basis([])
    for each in (first, total):
        basis.learn(each)
    for other, is_second in (
        (claim(9, 5, 8, off=1), True),
        (claim(9, 5, 8, off=2), False),
        (claim(9, 5, 8, 10, off=1), False),
        # one of the two is a total itself
        (claim(9, 4, 5, off=1), True),
        # it adds up a total and one of its parts
        (claim(9, 4, 7, off=1), False),
        # it shares a part with the first, in the same lines
        (claim(9, 1, 8, off=1), False),
        # it says something of half of the lines
        (claim(9, 5, 8, lines=range(4)), False),
    ):
        assert _is_second_way(other, stands, basis) is is_second
    basis.learn(claim(9, 5, 8))
    assert _is_second_way(claim(9, 5, 8, off=1), stands, basis) is False
    # three parts beside their total need not be new
    assert _is_second_way(claim(9, 5, 8, 10, is_near=True), stands, basis) is True
