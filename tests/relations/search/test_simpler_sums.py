"""Sums put more simply: with totals for their parts, shifted, without parts that are nothing."""

from dataclasses import replace
from random import Random

import pytest

from allokera.relations.bits import BIT, LAW, LIKELY
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.priors import NAMED
from allokera.relations.families.sums import Sum
from allokera.relations.search.sums import _orders, _shifted, _with_totals, find_sums
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View
from relations.grids import large, said, view_of

Line = list[int | None]
LINES = 8


def drawn(width: int, *sums: Sum, lines: int = LINES) -> View:
    random, rows = Random("simpler"), list[Line]()
    for _ in range(lines):
        row: Line = [large(random) for _ in range(width)]
        for each in sums:
            row[each.target] = sum(row[part] or 0 for part in each.parts)
        rows.append(row)
    return view_of(rows)


def claimed(view: View, *sums: Sum, **changes: object) -> list[Claim]:
    made = [weigh(view, each, 0) for each in sums]
    return [replace(each, **changes) for each in made]  # type: ignore[arg-type]


INNER, LONG, SHORT = Sum(3, (1, 2)), Sum(5, (0, 1, 2, 4)), Sum(5, (0, 3, 4))


def test_a_total_stands_in_place_of_all_its_parts() -> None:
    view = drawn(6, INNER, LONG)
    inner, long = claimed(view, INNER, LONG)
    near = replace(inner, is_near=True)
    (found,) = _with_totals(view, [near, long])
    assert (found.pattern, found.is_near, found.price) == (SHORT, True, long.price)


@pytest.mark.parametrize(
    ("inner", "change"),
    [
        (INNER, {"is_near": False}),
        (Sum(3, (1, 4, 2)), {}),
        (Sum(0, (1, 2)), {}),
        (Sum(5, (1, 2)), {}),
        (Sum(3, (0, 1, 2, 4)), {}),
    ],
    ids=["far from its parts", "adds nothing", "a part itself", "the same target", "all of them"],
)
def test_what_is_no_total_of_some_of_the_parts_takes_no_place(
    inner: Sum, change: dict[str, object]
) -> None:
    view = drawn(6, INNER, LONG)
    (near,) = claimed(view, inner, is_near=True)
    (long,) = claimed(view, LONG)
    found = {claim.pattern for claim in _with_totals(view, [replace(near, **change), long])}  # type: ignore[arg-type]
    assert SHORT not in found


def test_a_shape_that_is_a_law_is_looked_for_at_every_place_where_it_fits() -> None:
    first, again, last = Sum(2, (0, 1)), Sum(6, (4, 5)), Sum(9, (7, 8))
    view = drawn(10, first, again, last)
    found = {claim.pattern for claim in _shifted(view, claimed(view, first))}
    assert found == {first, again, last}
    assert set(_shifted(view, claimed(view, first, score=LAW - 1))) == set()
    taken = replace(first, minus=frozenset({0}))
    assert set(_shifted(view, claimed(view, taken, score=LAW))) == set()
    # of a total before its parts as well
    before = Sum(7, (8, 9))
    view = drawn(10, Sum(0, (1, 2)), before)
    found = {claim.pattern for claim in _shifted(view, claimed(view, Sum(0, (1, 2))))}
    assert found == {Sum(0, (1, 2)), before}
    between = Sum(1, (0, 2))
    view = drawn(6, between, Sum(4, (3, 5)))
    found = {claim.pattern for claim in _shifted(view, claimed(view, between))}
    assert found == {between, Sum(4, (3, 5))}


@pytest.mark.parametrize(("shapes", "is_found"), [(59, True), (60, False)])
def test_of_sixty_shapes_none_is_typical(shapes: int, is_found: bool) -> None:
    view = drawn(70, Sum(2, (0, 1)))
    (law,) = claimed(view, Sum(2, (0, 1)))
    others = [replace(law, pattern=Sum(2, (0, 2 + at))) for at in range(1, shapes)]
    assert bool(list(_shifted(view, [law, *others]))) is is_found


@pytest.mark.parametrize(
    ("score", "is_near", "least", "is_found"),
    [
        (LIKELY, False, LIKELY, True),
        (LIKELY - 1, False, LIKELY, False),
        (BIT, True, LIKELY, True),
        (BIT - 1, True, LIKELY, False),
        (LIKELY // 2, False, LIKELY // 2, True),
    ],
)
def test_a_sum_counts_from_a_score_on_that_is_lower_where_it_stands_near(
    score: int, is_near: bool, least: int, is_found: bool
) -> None:
    pattern = Sum(2, (0, 1))
    view = drawn(3, pattern)
    worth = weigh(view, pattern, 0).score
    found = weigh_sum(view, pattern, worth - score, is_near=is_near, least=least)
    assert (found is not None) is is_found
    if found is not None:
        assert (found.score, found.is_near, found.least, found.bonus) == (score, is_near, least, 0)


@pytest.mark.parametrize(("score", "is_found"), [(0, True), (-1, False)])
def test_a_heading_that_says_sum_is_worth_as_much_as_makes_it_likely(
    score: int, is_found: bool
) -> None:
    pattern = Sum(2, (0, 1))
    view = replace(drawn(3, pattern), names=["a", "b", "Summa"])
    plain = weigh(view, pattern, 0)
    found = weigh_sum(view, pattern, plain.score - score)
    assert (found is not None) is is_found
    if found is not None:
        assert (found.bonus, found.score) == (NAMED, score)
        assert found.fit == plain.fit - (plain.score - score) + NAMED
        assert not found.is_law


@pytest.mark.parametrize(
    ("third", "is_run", "parts"),
    [
        (None, True, (0, 1)),
        (None, False, (0, 1)),
        (0, True, (0, 1, 2)),
        (0, False, (0, 1)),
        (5, False, (0, 1, 2)),
    ],
)
def test_a_part_without_a_number_is_none_and_one_of_nothing_only_in_a_run(
    third: int | None, is_run: bool, parts: tuple[int, ...]
) -> None:
    rows: list[Line] = [
        [*row[:2], third, sum(each or 0 for each in row[:2]) + (third or 0)]
        for row in (list(line) for line in drawn(2).values)
    ]
    found = weigh_sum(view_of(rows), Sum(3, (0, 1, 2)), 0, is_run=is_run)
    assert found is not None
    assert found.parts == parts


def test_a_sum_of_one_part_is_none() -> None:
    rows: list[Line] = [[row[0], None, row[0]] for row in drawn(1).values]
    assert weigh_sum(view_of(rows), Sum(2, (0, 1)), -LAW) is None


def test_what_was_added_up_is_left_out_or_the_totals_are() -> None:
    view = drawn(8, Sum(2, (0, 1)), Sum(5, (2, 3, 4)))
    claims = claimed(view, Sum(2, (0, 1)), Sum(5, (2, 3, 4)))
    orders = _orders(range(8), claims)
    assert [list(order) for order, _ in orders] == [
        [2, 5, 6, 7],
        [2, 3, 4, 5, 6, 7],
        [5, 6, 7],
        [0, 1, 3, 4, 6, 7],
    ]
    assert [extra for _, extra in orders] == [3 * BIT, 3 * BIT, 4 * BIT, 8 * BIT]


@pytest.mark.parametrize("depth", [2, 3, 4, 5])
def test_totals_of_totals_are_found_level_by_level(depth: int) -> None:
    """Each total is of the one before it and of two numbers more."""
    more = (Sum(3 * at + 2, (3 * at - 1, 3 * at, 3 * at + 1)) for at in range(1, depth))
    sums = [Sum(2, (0, 1)), *more]
    view = drawn(3 * depth, *sums)
    assert {said(claim) for claim in find_sums(view)} == {said(weigh(view, s, 0)) for s in sums}


@pytest.mark.parametrize("lines", [3, 4])
def test_a_total_amid_parts_that_stand_apart_is_looked_for_in_four_lines(lines: int) -> None:
    pattern = Sum(4, (0, 2, 6))
    view = drawn(8, pattern, lines=lines)
    found = {claim.pattern for claim in find_sums(view)}
    assert (pattern in found) is (lines == 4)
