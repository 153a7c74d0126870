"""What the search for sums does from level to level: orders, pools, totals in place of parts."""

from dataclasses import replace
from random import Random

import pytest

from allokera.relations.bits import BIT, LIKELY
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.priors import NAMED
from allokera.relations.families.sums import Sum
from allokera.relations.search.sums import _orders, _Pool, _shifted, _with_totals
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View
from relations.grids import large, said, view_of

Line = list[int | None]


def totals(lines: int = 12) -> View:
    """Two parts and their sum, two others and theirs, the sum of all; a stranger."""
    random, rows = Random("levels"), list[Line]()
    for _ in range(lines):
        a, b, c, d, e = (large(random) for _ in range(5))
        rows.append([a, b, a + b, c, d, c + d, a + b + c + d, e])
    return view_of(rows)


VIEW = totals()


def claim(target: int, *parts: int, near: bool = False, view: View = VIEW) -> Claim:
    return replace(weigh(view, Sum(target, parts), 0), is_near=near)


def test_what_was_added_up_is_left_out_and_what_was_twice_and_totals() -> None:
    found = [claim(2, 0, 1), claim(5, 3, 4), claim(6, 2, 5)]
    assert _orders(range(8), found) == [
        ([2, 5, 6, 7], 3 * BIT),
        ([2, 5, 6, 7], 3 * BIT),
        ([6, 7], 4 * BIT),
        ([0, 1, 3, 4, 7], 8 * BIT),
    ]
    # parts that are no total's: of a sum whose target nobody adds up they stay in the second
    assert _orders(range(4), [claim(2, 0, 1)]) == [
        ([2, 3], 3 * BIT),
        ([0, 1, 2, 3], 3 * BIT),
        ([2, 3], 4 * BIT),
        ([0, 1, 3], 8 * BIT),
    ]
    assert _orders(range(2), []) == [([0, 1], 3 * BIT)] * 2 + [([0, 1], 4 * BIT), ([0, 1], 8 * BIT)]


def test_a_total_stands_in_place_of_all_its_parts() -> None:
    long = claim(6, 0, 1, 3, 4)
    for found, expected in (
        ([long, claim(2, 0, 1, near=True)], {"6 = 2 + 3 + 4"}),
        ([long, claim(2, 0, 1)], set()),
        ([long, claim(5, 3, 4, near=True)], {"6 = 0 + 1 + 5"}),
        ([long], set()),
        # no total stands in place of a part that it is itself, nor of parts that others lack
        ([claim(6, 0, 1, 2), claim(2, 0, 1, near=True)], set()),
        ([claim(6, 0, 3, 4), claim(2, 0, 1, near=True)], set()),
        ([long, claim(6, 0, 1, near=True)], set()),
    ):
        claims = [*_with_totals(VIEW, found)]
        assert {said(each) for each in claims} == expected
        assert all(each.is_near and each.price == long.price for each in claims)


def test_a_total_above_its_parts_is_none_for_one_below() -> None:
    turned = view_of([[line[2], line[0], line[1], *line[3:]] for line in VIEW.values])
    long = claim(6, 1, 2, 3, 4, view=turned)
    above = claim(0, 1, 2, near=True, view=turned)
    assert above.is_above and not long.is_above
    assert [*_with_totals(turned, [long, above])] == []


def test_of_the_same_sum_the_one_that_is_named_more_simply_is_kept() -> None:
    pool = _Pool(VIEW)
    dear, cheap = (weigh(VIEW, Sum(2, (0, 1)), price) for price in (900, 100))
    pool.add([dear])
    assert pool.has_changed
    pool.has_changed = False
    pool.add([cheap])
    assert pool.has_changed and [*pool.strong.values()] == [cheap]
    pool.has_changed = False
    pool.add([dear])
    assert not pool.has_changed and [*pool.strong.values()] == [cheap]


@pytest.mark.parametrize(("short", "is_strong"), [(0, True), (1, False)])
def test_what_is_not_likely_waits_for_others(short: int, is_strong: bool) -> None:
    pool, plain = _Pool(VIEW), claim(2, 0, 1)
    pool.add([replace(plain, score=LIKELY - short)])
    assert bool(pool.strong) is pool.has_changed is is_strong
    assert [said(each) for each in pool.select()] == ["2 = 0 + 1"] * is_strong


def test_three_weak_sums_of_one_shape_bear_each_other_out() -> None:
    """Each is worth four bits, all three twelve, less what divides these."""
    random, rows = Random("weak"), list[Line]()
    for _ in range(3):
        a, b, c, d, e, f = (large(random) for _ in range(6))
        rows.append([a, b, a + b, c, d, c + d, e, f, e + f])
    view = view_of(rows)
    weak = [
        replace(claim(target, target - 2, target - 1, near=True, view=view), score=4 * BIT)
        for target in (2, 5, 8)
    ]
    for count, expected in ((3, {"2 = 0 + 1", "5 = 3 + 4", "8 = 6 + 7"}), (2, set())):
        pool = _Pool(view)
        pool.add(weak[:count])
        assert {said(each) for each in pool.select()} == expected


@pytest.mark.parametrize(
    ("score", "is_near", "name", "is_found"),
    [
        (LIKELY, False, "", True),
        (LIKELY - 1, False, "", False),
        (BIT, True, "", True),
        (BIT - 1, True, "", False),
        (LIKELY - NAMED, False, "Summa", True),
        (LIKELY - NAMED - 1, False, "Summa", False),
        (BIT - NAMED, True, "total", True),
    ],
)
def test_a_sum_is_worth_weighing_where_it_is_likely_or_a_bit_beside_its_parts(
    score: int, is_near: bool, name: str, is_found: bool
) -> None:
    view = view_of(VIEW.values, names=["", "", name, *[""] * 5])
    worth = weigh(view, Sum(2, (0, 1)), 0).score
    found = weigh_sum(view, Sum(2, (0, 1)), worth - score, is_near=is_near)
    assert (found is not None) is is_found
    if found is not None:
        bonus = NAMED if name else 0
        assert (found.score, found.bonus, found.is_near) == (score, bonus, is_near)
        assert found.fit == weigh(view, Sum(2, (0, 1)), worth - score).fit + bonus


def test_parts_that_hold_no_number_where_a_sum_holds_are_none() -> None:
    rows: list[Line] = [[*line[:3], None, 0, line[2]] for line in VIEW.values]
    for row in rows:
        row[3] = None
        row[5] = (row[0] or 0) + (row[1] or 0)
    view = view_of(rows)
    pattern = Sum(5, (0, 1, 3, 4))
    for is_run, parts in ((False, (0, 1)), (True, (0, 1, 4))):
        found = weigh_sum(view, pattern, 0, is_run=is_run)
        assert found is not None
        assert found.pattern == Sum(5, parts)
    assert weigh_sum(view, Sum(2, (0, 3)), 0) is None


def test_a_total_that_is_a_part_itself_does_not_keep_others_from_taking_their_parts_place() -> None:
    rows = [[*line[:6], 2 * (line[2] or 0) + (line[5] or 0)] for line in VIEW.values]
    view = view_of(rows)
    long, inner = claim(6, 0, 1, 2, 3, 4, view=view), claim(2, 0, 1, near=True, view=view)
    other = claim(5, 3, 4, near=True, view=view)
    assert [said(each) for each in _with_totals(view, [long, inner, other])] == [
        "6 = 0 + 1 + 2 + 5"
    ]


def test_a_shape_is_shifted_within_a_line_and_two_shapes_cost_a_bit_more() -> None:
    """Of a line that were closed to a ring the first would be the sum of the last two."""
    random, rows = Random("shifted"), list[Line]()
    for _ in range(12):
        a, b, c, d = (large(random) for _ in range(4))
        # down: 2 = 3 + 4; and, were it a ring, 7 = 0 + 1
        rows.append([a, b, c + d, c, d, large(random), large(random), a + b])
    down = view_of(rows)
    found = [*_shifted(down, [claim(2, 3, 4, view=down)])]
    assert [(said(each), each.price, each.least) for each in found] == [
        ("2 = 3 + 4", 3 * BIT, LIKELY // 2)
    ]
    up = view_of([line[::-1] for line in rows])
    assert [said(each) for each in _shifted(up, [claim(5, 3, 4, view=up)])] == ["5 = 3 + 4"]
    ring = view_of([[line[-1], *line[:-1]] for line in up.values])
    assert [said(each) for each in _shifted(ring, [claim(6, 4, 5, view=ring)])] == ["6 = 4 + 5"]
    both = [claim(2, 3, 4, view=down), claim(7, 0, 1, view=down)]
    assert {said(each): each.price for each in _shifted(down, both)} == {
        "2 = 3 + 4": 4 * BIT,
        "7 = 0 + 1": 4 * BIT,
    }


def test_a_sum_stands_apart_from_its_parts_where_nobody_says_otherwise() -> None:
    worth = weigh(VIEW, Sum(2, (0, 1)), 0).score
    assert weigh_sum(VIEW, Sum(2, (0, 1)), worth - BIT) is None
    found = weigh_sum(VIEW, Sum(2, (0, 1)), 0)
    assert found is not None and not found.is_near
