"""The pool of rounded weights: what the rows can have been due, added up."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.rounding.fit import Entry, fit
from allokera.audit.rounding.interval import Interval
from allokera.audit.rounding.pool import pool_by_base
from allokera.audit.rounding.rules import RULES

BY_NAME = {rule.name: rule for rule in RULES}


def pool(
    weights: Sequence[int], units: Sequence[int], unit: int, base_unit: int, rule: str = "half-up"
) -> Interval | None:
    entries = [
        Entry(row, weight, each)
        for row, (weight, each) in enumerate(zip(weights, units, strict=True))
    ]
    found = fit(BY_NAME[rule], entries)
    assert found is not None
    return pool_by_base(found, entries, unit, base_unit)


def by_definition(
    weights: Sequence[int], units: Sequence[int], unit: int, base_unit: int, ends: tuple[int, int]
) -> Interval:
    """Each row was due what its units stand for, and its weight, within its rounding, the factor.

    Args:
        ends: halves of a unit by which the rule's numbers lie below and above what they round to.
    """
    half = Fraction(base_unit, 2)
    lows = [Fraction(2 * each + ends[0], 2) * unit for each in units]
    highs = [Fraction(2 * each + ends[1], 2) * unit for each in units]
    pairs = [(weight - half, weight + half) for weight in weights]
    low = max(amount / more for amount, (_, more) in zip(lows, pairs, strict=True))
    high = min(amount / less for amount, (less, _) in zip(highs, pairs, strict=True))
    return Interval(
        sum(
            (max(low * less, own) for own, (less, _) in zip(lows, pairs, strict=True)), Fraction(0)
        ),
        sum(
            (min(high * more, own) for own, (_, more) in zip(highs, pairs, strict=True)),
            Fraction(0),
        ),
        lower_closed=False,
        upper_closed=False,
    )


TABLES = [
    ((1_000, 2_000, 3_000), (3, 6, 9), 1_000, 10),
    ((1_000, 2_000, 3_000), (3, 6, 9), 1_000, 100),
    ((9_980, 50_730, 7_060), (10, 51, 7), 1, 10),
    ((40, 70, 110), (4, 7, 11), 10, 1),
    ((1_000, 7_000), (1, 6), 1_000, 500),
]


@pytest.mark.parametrize(
    ("rule", "ends"), [("half-up", (-1, 1)), ("floor", (0, 2)), ("ceiling", (-2, 0))]
)
@pytest.mark.parametrize(("weights", "units", "unit", "base_unit"), TABLES)
def test_a_pool_lies_between_what_all_rows_were_due_at_least_and_at_most(
    weights: Sequence[int],
    units: Sequence[int],
    unit: int,
    base_unit: int,
    rule: str,
    ends: tuple[int, int],
) -> None:
    """Source: the mathematics of the audit, of base amounts that are rounded too."""
    found = pool(weights, units, unit, base_unit, rule)
    expected = by_definition(weights, units, unit, base_unit, ends)
    assert found == expected
    assert found is not None and found.lower < found.upper


def test_rows_that_share_no_factor_and_a_rule_of_squares_tell_no_pool() -> None:
    assert pool((1_000, 2_000, 3_000), (3, 6, 90), 1_000, 10) is None
    assert pool((1_000, 2_000, 3_000), (3, 6, 9), 1_000, 10, "hill") is None


def test_rows_that_meet_in_one_factor_alone_tell_none() -> None:
    """Ten of a hundred are 0.095 to 0.105 each; twenty-two of two hundred 0.1075 and more."""
    for units, is_bound in ((20, True), (21, True), (22, False)):
        assert (pool((100, 200), (10, units), 1, 0) is not None) is is_bound
