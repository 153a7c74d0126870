"""Factors fitted: from how many lines on, with what way of rounding, fixed amount or bound."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from random import Random

import pytest

from allokera.relations.bits import LAW, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.families.fitted import Fitted
from allokera.relations.search.fitted import _Draft, _fit, find_fitted, is_share
from relations.grids import large, view_of

Line = list[int | None]
FACTOR = Fraction(317, 1009)
Amount = Callable[[int], int]


def nearest(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def lines_of(count: int, amount: Amount, seed: str = "fit") -> list[Line]:
    random, rows = Random(seed), list[Line]()
    for _ in range(count):
        weight = 100 * large(random) + random.randrange(100)
        rows.append([weight, amount(weight)])
    return rows


def fitted(rows: list[Line]) -> Claim | None:
    """The claim by which the second column follows the first."""
    found = [claim for claim in find_fitted(view_of(rows), ()) if claim.parts == (0,)]
    assert len(found) <= 1
    return found[0] if found else None


def way(claim: Claim | None) -> tuple[str, int, bool] | None:
    if claim is None:
        return None
    assert isinstance(claim.pattern, Fitted)
    return claim.pattern.operator, claim.pattern.shift, claim.pattern.is_loose


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (lambda w: nearest(w * FACTOR), ("proportional", 0, False)),
        (lambda w: floor(w * FACTOR), ("proportional", 1, False)),
        (lambda w: ceil(w * FACTOR), ("proportional", -1, False)),
        (lambda w: nearest(w * FACTOR + 700_001), ("affine", 0, False)),
        (lambda w: nearest(w * FACTOR - 700_001), ("affine", 0, False)),
        (lambda w: max(1_500_000, nearest(w * FACTOR)), ("bounded", 0, False)),
        (lambda w: min(1_500_000, nearest(w * FACTOR)), ("bounded", 0, False)),
        (lambda w: nearest(10**7 - w * FACTOR), None),
        (lambda w: -nearest(w * FACTOR), None),
    ],
    ids=["nearest", "down", "up", "fixed", "taken off", "least", "most", "falls", "below"],
)
def test_the_way_an_amount_follows_a_weight_is_found(
    amount: Amount, expected: tuple[str, int, bool] | None
) -> None:
    claim = fitted(lines_of(60, amount))
    assert way(claim) == expected
    if claim is not None:
        assert claim.off == frozenset()
        assert claim.score >= LAW
        assert isinstance(claim.pattern, Fitted)
        slopes = [slope for _, slope in claim.pattern.corners]
        assert min(slopes) <= FACTOR <= max(slopes)


@pytest.mark.parametrize(("bound", "kind"), [(1_500_000, "floor"), (1_500_001, "cap")])
def test_a_bound_is_the_least_or_the_most(bound: int, kind: str) -> None:
    chosen: Amount = (
        (lambda w: max(bound, nearest(w * FACTOR)))
        if kind == "floor"
        else (lambda w: min(bound, nearest(w * FACTOR)))
    )
    claim = fitted(lines_of(40, chosen))
    assert claim is not None and isinstance(claim.pattern, Fitted)
    bounds = {"floor": claim.pattern.floor, "cap": claim.pattern.cap}
    assert bounds == {"floor": None, "cap": None, kind: 2 * bound}


@pytest.mark.parametrize(("count", "is_found"), [(3, False), (4, True)])
def test_four_lines_are_the_fewest_for_a_factor(count: int, is_found: bool) -> None:
    assert bool(fitted(lines_of(count, lambda w: nearest(w * FACTOR)))) is is_found


@pytest.mark.parametrize(("at_bound", "is_found"), [(1, False), (2, True)])
def test_a_bound_stands_twice_at_least(at_bound: int, is_found: bool) -> None:
    rows = lines_of(20, lambda w: nearest(w * FACTOR))
    least = min(amount or 0 for _, amount in rows)
    for row in rows[:at_bound]:
        row[0], row[1] = (row[0] or 0) // 50, least // 2
    claim = fitted(rows)
    assert claim is not None and isinstance(claim.pattern, Fitted)
    assert (claim.pattern.operator == "bounded") is is_found
    assert len(claim.off) == (0 if is_found else at_bound)


@pytest.mark.parametrize(("fixed", "is_fit"), [(0, False), (700_001, True), (-700_001, True)])
def test_a_fixed_amount_that_may_be_nothing_is_none(fixed: int, is_fit: bool) -> None:
    view = view_of(lines_of(20, lambda w: nearest(w * FACTOR + fixed)))
    draft = _Draft(Fitted(1, (0,), has_fixed=True), None)
    claim = _fit(view, draft, range(20), 0)
    # rounded down, or up, what is in proportion is half a unit off
    operator, shift, _ = way(claim) or ("", 0, False)
    assert (operator, shift == 0) == ("affine", is_fit)
    if is_fit:
        assert claim is not None and isinstance(claim.pattern, Fitted)
        heights = [height for height, _ in claim.pattern.corners]
        assert min(heights) <= 2 * fixed <= max(heights)


@pytest.mark.parametrize("known", [0, 1])
def test_what_others_give_has_no_fixed_amount(known: int) -> None:
    view = view_of(lines_of(20, lambda w: nearest(w * FACTOR + 700_001)))
    assert find_fitted(view, ())
    assert find_fitted(view, {known}) == []


def test_lines_without_a_weight_say_nothing() -> None:
    rows = lines_of(20, lambda w: nearest(w * FACTOR))
    rows += [[None, 5], [0, 9_999], [-70, 123_456], [800_000, None]]
    claim = fitted(rows)
    assert claim is not None
    assert set(claim.held) == {*range(20)}
    assert claim.off == frozenset()


@pytest.mark.parametrize(("different", "is_found"), [(3, False), (4, True)])
def test_four_different_numbers_are_the_fewest(different: int, is_found: bool) -> None:
    some = lines_of(different, lambda w: nearest(w * FACTOR))
    assert bool(fitted([*map(list, some * 6)])) is is_found


def test_positions_in_proportion_are_linked_once() -> None:
    random, rows = Random("linked"), list[Line]()
    for _ in range(20):
        weight = 100 * large(random) + random.randrange(100)
        rows.append([nearest(weight * FACTOR * k) for k in (1, 2, 3, 5)])
    pairs = [{claim.target, *claim.parts} for claim in find_fitted(view_of(rows), ())]
    assert len(pairs) == 3
    assert set().union(*pairs) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("power", "more", "expected"),
    [(1, 0, True), (100, 0, True), (1000, 0, True), (10, 0, False), (100, 1, False)],
)
def test_parts_of_one_per_cent_and_per_mille_are_shares(
    power: int, more: int, expected: bool
) -> None:
    """In thousandths, so that a part of one has places to tell it by."""
    weights = [100 * large(Random(str(at))) for at in range(20)]
    total = sum(weights)
    scale = 10**6
    rows: list[Line] = [
        [
            weight * scale,
            nearest(Fraction(weight * power * scale, total) * (1 + Fraction(more, 100))),
        ]
        for weight in weights
    ]
    view = view_of(rows, one=scale)
    (claim,) = (each for each in find_fitted(view, ()) if each.parts == (0,))
    assert is_share(claim) is expected


def test_two_families_in_proportion_are_linked_each_by_itself() -> None:
    random, rows = Random("families"), list[Line]()
    for _ in range(20):
        one, other = (100 * large(random) + random.randrange(100) for _ in range(2))
        one_way = [nearest(one * FACTOR * k) for k in (1, 2, 3)]
        other_way = [nearest(other * FACTOR * k) for k in (1, 2, 3)]
        rows.append([one_way[0], other_way[0], *one_way[1:], *other_way[1:]])
    pairs = [{claim.target, *claim.parts} for claim in find_fitted(view_of(rows), ())]
    assert len(pairs) == 4
    assert all(pair <= {0, 2, 3} or pair <= {1, 4, 5} for pair in pairs)


@pytest.mark.parametrize("width", [2, 3, 5])
def test_to_name_a_factor_takes_the_pair_and_one_of_ten_ways(width: int) -> None:
    random = Random("price")
    rows = [
        [*row, *(large(random) for _ in range(width - 2))]
        for row in lines_of(20, lambda w: nearest(w * FACTOR))
    ]
    claim = fitted(rows)
    assert claim is not None
    assert claim.price == naming(10 * width**2)


def test_an_amount_with_something_fixed_is_no_share() -> None:
    (claim,) = find_fitted(view_of(lines_of(20, lambda w: nearest(w * FACTOR + 700_001))), ())
    assert not is_share(claim)


def test_a_weight_that_may_be_nothing_by_its_rounding_says_nothing() -> None:
    """In hundreds, fifty stands for nought to a hundred: there is no factor that it bounds."""
    rows: list[Line] = [[w, w * 317_041] for w in (51, 57, 63, 71, 77, 83, 91, 97)]
    for more in ([], [[50, 999_999]], [[49, 999_999]], [[50, 1], [49, 1], [34, 1]]):
        view = view_of([*rows, *more])
        view = replace(view, units=[[100, 1]] * len(view.values))
        claims = [claim for claim in find_fitted(view, ()) if claim.parts == (0,)]
        assert [(way(claim), {*range(8)} <= claim.held.keys()) for claim in claims] == [
            (("proportional", 0, False), True)
        ]


def test_a_factor_is_fitted_to_four_lines_and_a_bound_where_lines_are_at_it() -> None:
    rows: list[Line] = [[w, w * 317_041] for w in (510_007, 570_011, 630_019, 710_023, 770_027)]
    view, plain = view_of(rows), Fitted(1, (0,))
    assert _fit(view, _Draft(plain, None), range(3), 0) is None
    assert way(_fit(view, _Draft(plain, None), range(4), 0)) == ("proportional", 0, False)
    assert _fit(view, _Draft(plain, 5), range(5), 0) is None
    bound = view_of([*rows, [41, 10**10], [47, 10**10]])
    assert way(_fit(bound, _Draft(plain, 10**10), range(7), 0)) == ("bounded", 0, False)


def test_amounts_are_rounded_down_by_the_finest_of_their_units() -> None:
    rows = lines_of(60, lambda w: floor(w * FACTOR))
    view = view_of(rows)
    units = [[1, 10 if (amount or 0) % 10 == 0 else 1] for _, amount in rows]
    assert max(unit for _, unit in units) == 10
    claims = find_fitted(replace(view, units=units), ())
    assert [way(claim) for claim in claims if claim.parts == (0,)] == [("proportional", 1, False)]


def test_a_factor_holds_in_two_lines_of_three() -> None:
    """Which are off costs bits, but each line tells some twenty."""
    for right, is_found in ((8, True), (7, False)):
        rows = lines_of(right, lambda w: nearest(w * FACTOR))
        rows += [
            [w, 7 * w // 3 + 1_000_003 * at]
            for at, (w, _) in enumerate(lines_of(4, int, "x"), 1)
            if w
        ]
        found = _fit(view_of(rows), _Draft(Fitted(1, (0,)), None), range(len(rows)), 0)
        assert (found is not None) is is_found
