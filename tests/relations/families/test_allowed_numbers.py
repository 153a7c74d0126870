"""What a quotient or a factor allows in one place: just the numbers that fit the others."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.relations.evidence.pattern import EVERYTHING, Bounds
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import View
from relations.grids import view_of

Ends = tuple[Fraction, Fraction]


def times(one: Ends, other: Ends) -> Ends:
    corners = [a * b for a in one for b in other]
    return min(corners), max(corners)


def ends(value: int, unit: int) -> Ends:
    return Fraction(2 * value - unit, 2), Fraction(2 * value + unit, 2)


def fits(pattern: Ratio, values: Sequence[int], unit: int, one: int, *, is_exact: bool) -> bool:
    """Whether numbers that these are rounded from fit: of parts, where all is exact, themselves."""
    target, first, second = (
        ends(value, unit if place == pattern.target or not is_exact else 0)
        for place, value in enumerate(values)
    )
    scale = Fraction(one * pattern.factor)
    if pattern.kind == DIVISION:
        left, right = times(target, second), times(first, (scale, scale))
    elif pattern.kind == CHANGE:
        left, right = (
            times((target[0] + scale, target[1] + scale), first),
            times(second, (scale, scale)),
        )
    else:
        left, right = times(first, second), times(target, (scale, scale))
    return left[0] <= right[1] and right[0] <= left[1]


def changed(values: Sequence[int], place: int, value: int) -> list[int]:
    return [*values[:place], value, *values[place + 1 :]]


RATIOS = [
    (Ratio(0, (1, 2), DIVISION), (7, 37, 5), 1),
    (Ratio(0, (1, 2), DIVISION, 100), (67, 40, 60), 1),
    (Ratio(0, (1, 2), DIVISION), (43, 130, 300), 100),
    (Ratio(0, (1, 2), DIVISION), (-7, -37, 5), 1),
    (Ratio(0, (1, 2), CHANGE, 100), (25, 40, 50), 1),
    (Ratio(0, (1, 2), CHANGE, 100), (-20, 50, 40), 1),
    (Ratio(0, (1, 2), CHANGE), (30, 40, 52), 100),
    (Ratio(0, (1, 2), PRODUCT), (84, 12, 7), 1),
    (Ratio(0, (1, 2), PRODUCT, 100), (24, 60, 40), 1),
    (Ratio(0, (1, 2), PRODUCT), (-84, -12, 7), 1),
]


@pytest.mark.parametrize("is_exact", [True, False])
@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("pattern", "values", "one"), RATIOS)
def test_a_quotient_allows_just_the_numbers_that_fit(
    pattern: Ratio, values: tuple[int, ...], one: int, place: int, unit: int, is_exact: bool
) -> None:
    view = view_of([values], unit=unit, one=one)
    found = pattern.allowed(view, 0, place, values, is_exact=is_exact)
    expected = [
        each
        for each in range(values[place] - 99, values[place] + 100)
        if fits(
            pattern, [*values[:place], each, *values[place + 1 :]], unit, one, is_exact=is_exact
        )
    ]
    assert found == ((expected[0], expected[-1]) if expected else None)


def test_where_nothing_fits_no_number_will_do() -> None:
    """A fifth of seventeen is no whole number."""
    view = view_of([(3, 17, 5)], unit=0)
    assert Ratio(0, (1, 2)).allowed(view, 0, 0, (3, 17, 5), is_exact=True) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((400, 40, 0), (79, EVERYTHING)),
        ((-400, -40, 0), (-EVERYTHING, -79)),
        ((400, 0, 0), (0, EVERYTHING)),
        ((-400, 0, 0), (-EVERYTHING, 0)),
    ],
)
def test_what_is_divided_by_what_may_be_nought_is_bound_on_one_side(
    values: tuple[int, ...], expected: Bounds
) -> None:
    """Forty stand for 39,5 at least, nought for half a one at most."""
    view = view_of([values])
    assert Ratio(0, (1, 2)).allowed(view, 0, 0, values, is_exact=False) == expected


THIRD = Fitted(1, (0,), corners=((Fraction(0), Fraction(1, 3)), (Fraction(0), Fraction(1, 3))))


def holds(pattern: Fitted, view: View, weight: int, amount: int) -> bool:
    measured = pattern.measure(replace(view, values=[[weight, amount]]), 0)
    return measured is not None and measured.holds


@pytest.mark.parametrize("amount", [1_000, 1_200, 1_600, 1_500])
@pytest.mark.parametrize(
    "pattern",
    [
        THIRD,
        replace(THIRD, is_loose=False),
        replace(THIRD, shift=1, is_loose=False),
        replace(THIRD, shift=-1, is_loose=False),
        replace(THIRD, floor=2_400),
        replace(THIRD, cap=3_200),
        replace(THIRD, floor=2_400, cap=3_200),
        replace(THIRD, has_fixed=True, corners=((Fraction(600), Fraction(1, 3)),)),
    ],
)
def test_a_factor_allows_just_the_numbers_that_it_holds_with(pattern: Fitted, amount: int) -> None:
    view = view_of([[3 * amount, amount]])
    values = [3 * amount, amount]
    found = pattern.allowed(view, 0, 1, values, is_exact=False)
    expected = [
        each for each in range(amount - 9, amount + 650) if holds(pattern, view, 3 * amount, each)
    ]
    assert found == (expected[0], expected[-1])
    found = pattern.allowed(view, 0, 0, values, is_exact=False)
    if found is None:
        # at the middle of such an amount no weight stands
        assert not any(holds(pattern, view, each, amount) for each in range(1, 9_000, 100))
        return
    low, high = found
    assert holds(pattern, view, max(low, 1), amount)
    assert low == 0 or not holds(pattern, view, low - 1, amount)
    assert holds(pattern, view, min(high, 10**6), amount)
    assert high == EVERYTHING or not holds(pattern, view, high + 1, amount)
    # nothing below, or above, bounds the weight of what is at the least, or the most
    assert (low == 0) is (2 * amount == pattern.floor)
    assert (high == EVERYTHING) is (2 * amount == pattern.cap)


@pytest.mark.parametrize(
    ("amount", "is_allowed"), [(1_199, False), (1_200, True), (1_600, True), (1_601, False)]
)
def test_no_weight_gives_an_amount_beyond_a_bound(amount: int, is_allowed: bool) -> None:
    pattern = replace(THIRD, floor=2_400, cap=3_200)
    view = view_of([[3 * amount, amount]])
    found = pattern.allowed(view, 0, 0, [3 * amount, amount], is_exact=False)
    assert (found is not None) is is_allowed


@pytest.mark.parametrize(
    ("amount", "low_is_bound", "high_is_bound"),
    [
        (1_198, None, None),
        (1_199, False, True),
        (1_201, False, True),
        (1_202, True, True),
        (1_598, True, True),
        (1_599, True, False),
        (1_601, True, False),
        (1_602, None, None),
    ],
)
def test_an_amount_in_twos_is_at_a_bound_that_its_rounding_just_reaches(
    amount: int, low_is_bound: bool | None, high_is_bound: bool | None
) -> None:
    """At the least, 1 200, no weight is too small; at the most, 1 600, none too large."""
    pattern = replace(THIRD, floor=2_400, cap=3_200)
    view = view_of([[3 * amount, amount]], unit=2)
    found = pattern.allowed(view, 0, 0, [3 * amount, amount], is_exact=False)
    assert (found is None) is (low_is_bound is None)
    if found is not None:
        assert (found[0] > 0, found[1] < EVERYTHING) == (low_is_bound, high_is_bound)


@pytest.mark.parametrize(
    ("is_exact", "expected"), [(False, (2_998, 3_002)), (True, (2_999, 3_001))]
)
def test_where_printed_numbers_were_reckoned_with_weights_are_themselves(
    is_exact: bool, expected: Bounds
) -> None:
    view = view_of([[3_000, 1_000]])
    assert THIRD.allowed(view, 0, 0, [3_000, 1_000], is_exact=is_exact) == expected


@pytest.mark.parametrize(
    ("pattern", "values", "weights", "tight", "wide"),
    [
        (Sum(2, (0, 1)), (5, 7, 12), {0: 1, 1: 1, 2: -1}, 1, 3),
        (Sum(2, (0, 1), frozenset({1})), (5, 7, -2), {0: 1, 1: -1, 2: -1}, 1, 3),
        (Sum(2, (0, 1)), (5, 0, 5), {0: 1, 1: 1, 2: -1}, 1, 2),
        (Sum(2, (0, 1)), (5, None, 5), {0: 1, 2: -1}, 1, 2),
        (Mean(2, (0, 1)), (5, 7, 6), {0: 1, 1: 1, 2: -2}, 2, 4),
    ],
)
def test_a_sum_or_a_mean_is_a_signed_sum_that_is_nothing(
    pattern: Sum | Mean,
    values: tuple[int | None, ...],
    weights: dict[int, int],
    tight: int,
    wide: int,
) -> None:
    found = pattern.linear(view_of([values]), 0)
    assert found is not None
    assert (found.weights, found.constant, found.tight, found.wide) == (weights, 0, tight, wide)


@pytest.mark.parametrize(
    ("pattern", "values", "count"),
    [
        (Mean(3, (0, 1, 2)), (5, 7, None, 6), 2),
        (Mean(3, (0, 1, 2), of_all=True), (5, 7, None, 4), 3),
        (Mean(3, (0, 1, 2)), (5, None, None, 5), None),
        (Mean(3, (0, 1, 2)), (5, 7, 9, None), None),
        (Sum(3, (0, 1, 2)), (None, None, None, 5), None),
        (Sum(3, (0, 1, 2)), (5, 7, 9, None), None),
    ],
)
def test_a_line_that_lacks_its_numbers_is_no_signed_sum(
    pattern: Sum | Mean, values: tuple[int | None, ...], count: int | None
) -> None:
    found = pattern.linear(view_of([values]), 0)
    assert (None if found is None else -found.weights[3]) == count


@pytest.mark.parametrize(("unit", "wide"), [(3, 18), (5, 30), (10, 30), (1, 3)])
def test_what_is_rounded_at_random_may_be_a_whole_unit_off(unit: int, wide: int) -> None:
    found = Sum(2, (0, 1)).linear(view_of([(30, 60, 90)], unit=unit), 0)
    assert found is not None
    assert found.wide == wide
