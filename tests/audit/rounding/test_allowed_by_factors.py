"""What a factor allows, weights rounded or not: by every rule just what trying all finds."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import isqrt

import pytest

from allokera.audit.rounding.allowed import (
    ENDLESS,
    allowed_units,
    allowed_weights,
    allows,
    amounts_for,
)
from allokera.audit.rounding.fit import Entry, Fit, fit, only, row_factor
from allokera.audit.rounding.interval import Interval
from allokera.audit.rounding.rules import RULES, Rule
from allokera.audit.rounding.sweep import End

PLAIN = [rule for rule in RULES if not rule.squared]
HILL = next(rule for rule in RULES if rule.squared)


def exactly(low: End, high: End) -> Interval:
    return Interval(
        Fraction(low.numerator, low.denominator),
        Fraction(high.numerator, high.denominator),
        low.closed,
        high.closed,
    )


def needs(rule: Rule, weight: int, units: int, slack: int) -> Interval | None:
    """The factors by which a weight, within half a slack, comes to so many units."""
    ends = rule.preimage(units)
    if ends is None:
        return None
    due = Interval(
        Fraction(ends.lower, ends.lower_denominator),
        Fraction(ends.upper, ends.upper_denominator),
        ends.lower_closed,
        ends.upper_closed,
    )
    least = max(Fraction(2 * weight - slack, 2), Fraction(1, 2))
    most = Fraction(2 * weight + slack, 2)
    power = 2 if rule.squared else 1
    return Interval(
        due.lower / (most if due.lower >= 0 else least) ** power,
        due.upper / (least if due.upper >= 0 else most) ** power,
        due.lower_closed,
        due.upper_closed,
    )


@pytest.mark.parametrize("slack", [0, 3, 10])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_row_allows_the_factors_that_round_its_weight_to_its_units(
    rule: Rule, slack: int
) -> None:
    for weight in (3, 7, 40):  # of three, rounded to ten, half a one at least is left
        for units in range(-3, 4) if not rule.squared else range(4):
            found, expected = (
                row_factor(rule, weight, units, slack),
                needs(rule, weight, units, slack),
            )
            assert (found is None) is (expected is None)
            assert found is None or exactly(*found) == expected


@pytest.mark.parametrize("slack", [0, 3, 10])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_two_rows_share_a_factor_where_what_they_need_meets(rule: Rule, slack: int) -> None:
    """By each rule, with weights that are rounded or not, below nothing too."""
    rows = [(weight, units) for weight in (4, 15, 20) for units in range(-2, 4)]
    for one, other in combinations(rows, 2):
        known = [needs(rule, *each, slack) for each in (one, other)]
        found = fit(rule, [Entry(0, *one), Entry(1, *other)], slack=slack)
        alone = [each for each in known if each is not None and not each.is_empty]
        if not alone:
            assert found is None
            continue
        assert found is not None
        shared = alone[0] if len(alone) == 1 else alone[0].meet(alone[1])
        assert found.depth == (1 if shared.is_empty else len(alone))
        if len(alone) == 2 and not shared.is_empty:
            assert exactly(*found.factor) == shared
            assert found.suspects == 0


def some_fits(rule: Rule, slack: int) -> list[Fit]:
    """What three rows that follow a factor allow, and one row alone."""
    entries = [
        Entry(row, weight, (7 * weight + 5) // 10) for row, weight in enumerate((20, 31, 50))
    ]
    found = [fit(rule, entries, slack=slack), only(rule, 20, 3, slack), only(rule, 40, 1, slack)]
    return [each for each in found if each is not None]


@pytest.mark.parametrize("slack", [0, 3, 10])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_so_many_units_are_allowed_where_a_factor_of_both_remains(rule: Rule, slack: int) -> None:
    for found in some_fits(rule, slack):
        for weight in (9, 20, 33):
            for units in range(32):
                own = needs(rule, weight, units, slack)
                remains = own is not None and not own.meet(exactly(*found.factor)).is_empty
                assert allows(found, weight, units) is remains


@pytest.mark.parametrize("slack", [0, 3, 10])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_units_and_weights_that_are_allowed_are_all_that_trying_finds(
    rule: Rule, slack: int
) -> None:
    for found in some_fits(rule, slack):
        for weight in (6, 20, 33):
            assert [*allowed_units(found, weight)] == [
                units for units in range(60) if allows(found, weight, units)
            ]
        if not slack:  # a base that is looked for is no rounded weight
            for units in (1, 2, 7):
                some = allowed_weights(found, units)
                assert [weight for weight in range(1, 900) if weight in some] == [
                    weight for weight in range(1, 900) if allows(found, weight, units)
                ]


ENDLESS_WEIGHTS: Sequence[tuple[str, tuple[int, int], int, range]] = [
    # nobody's ten came to nothing: who got nothing may weigh anything
    ("floor", (10, 0), 0, range(1, ENDLESS)),
    ("half-up", (10, 0), 0, range(1, ENDLESS)),
    # the factor is below a tenth, and may be nothing
    ("floor", (10, 0), 1, range(11, ENDLESS)),
    ("ceiling", (10, 1), 1, range(1, ENDLESS)),
    ("ceiling", (10, 1), 2, range(11, ENDLESS)),
    ("ceiling", (10, 0), 0, range(1, ENDLESS)),
    ("ceiling", (10, 0), 1, range(0)),
]


def test_where_a_factor_may_be_nothing_weights_have_no_end() -> None:
    for name, own, units, expected in ENDLESS_WEIGHTS:
        found = only(next(rule for rule in RULES if rule.name == name), *own)
        assert found is not None
        assert allowed_weights(found, units) == expected


@pytest.mark.parametrize("rule", PLAIN, ids=lambda rule: rule.name)
def test_amounts_are_the_factor_times_weight_and_unit(rule: Rule) -> None:
    found = only(rule, 20, 3)
    assert found is not None
    assert amounts_for(found, 60, 1_000) == exactly(*found.factor).times(60_000)


@pytest.mark.parametrize(
    ("own", "weight", "unit", "parts"),
    [
        ((20, 3), 60, 1_000, 1),
        ((20, 3), 20, 1, 10),
        ((1_000, 3), 1_000, 1, 10),
        ((7, 2), 1, 1, 100),
    ],
)
def test_amounts_of_a_rule_of_squares_are_the_outermost_decimals_between_two_roots(
    own: tuple[int, int], weight: int, unit: int, parts: int
) -> None:
    found = only(HILL, *own)
    assert found is not None
    low, high = (
        Fraction(end.numerator * (weight * unit * parts) ** 2, end.denominator)
        for end in found.factor
    )
    first, last = (
        isqrt(-(-low.numerator // low.denominator)),
        isqrt(high.numerator // high.denominator),
    )
    first += first * first < low
    last -= last * last == high  # the upper end does not belong to it
    assert first < last
    assert amounts_for(found, weight, unit) == Interval(
        Fraction(first, parts), Fraction(last, parts)
    )


def test_between_roots_that_hardly_differ_decimals_are_taken() -> None:
    """Of a thousand to one in a million two decimals are told apart at the fourth place."""
    narrow = only(HILL, 1_000_000, 1_000)
    assert narrow is not None
    pool = amounts_for(narrow, 1_000, 1)
    low, high = narrow.factor
    assert Fraction(low.numerator, low.denominator) <= (pool.lower / 1_000) ** 2
    assert (pool.upper / 1_000) ** 2 < Fraction(high.numerator, high.denominator)
    parts = pool.lower.denominator
    assert 0 < pool.upper - pool.lower
    assert pool.upper.denominator <= 10_000 and parts <= 10_000
    outer = pool.lower - Fraction(1, 10_000)
    assert (outer / 1_000) ** 2 < Fraction(low.numerator, low.denominator)


def test_a_root_that_is_a_whole_number_belongs_to_it_where_its_end_is_closed() -> None:
    """Between the roots of four and of nine; without an end, to the next decimal."""
    found = only(HILL, 20, 3)
    assert found is not None
    for low_closed, high_closed, low, high in (
        (True, True, Fraction(2), Fraction(3)),
        (True, False, Fraction(2), Fraction(29, 10)),
        (False, True, Fraction(21, 10), Fraction(3)),
        (False, False, Fraction(21, 10), Fraction(29, 10)),
    ):
        factor = End(4, 1, low_closed), End(9, 1, high_closed)
        assert amounts_for(found._replace(factor=factor), 1, 1) == Interval(low, high)


def test_one_root_alone_is_told_to_so_many_decimals() -> None:
    """Both ends are the root of two: nothing lies between, and the last decimal is given."""
    root = End(2, 1, closed=True)
    found = only(HILL, 20, 3)
    assert found is not None
    pool = amounts_for(found._replace(factor=(root, root)), 1, 1)
    assert abs(pool.lower**2 - 2) < Fraction(1, 10**29)
    assert pool.lower.denominator == 10**30 or 10**30 % pool.lower.denominator == 0
