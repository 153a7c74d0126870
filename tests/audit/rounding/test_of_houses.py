"""The fit of rows that were rounded together, whole, and which rows an apportionment misses."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.rounding.fit import Entry, Fit, fit
from allokera.audit.rounding.interval import Interval
from allokera.audit.rounding.reconciled import (
    LARGEST_REMAINDER_RULE,
    RESIDUAL_RULE,
    _differing,
    largest_remainder_fits,
    residual_to_largest_fit,
)
from allokera.audit.rounding.rules import RULES
from allokera.audit.rounding.sweep import End

WEIGHTS = (10, 10, 10, 30)


def entries_of(units: Sequence[int], weights: Sequence[int] = WEIGHTS) -> list[Entry]:
    return [Entry(row, w, k) for row, (w, k) in enumerate(zip(weights, units, strict=True))]


@pytest.mark.parametrize(
    ("units", "rows"),
    [
        ((2, 1, 1, 4), ()),
        ((1, 2, 1, 4), ()),
        ((1, 1, 2, 4), ()),
        # the last is due four whole: no tie is its, and a unit more is wrong
        ((1, 1, 1, 5), (3,)),
        ((2, 1, 1, 3), (3,)),
        # who is in the tie has one or two
        ((0, 2, 1, 4), (0,)),
        ((2, 3, 1, 4), (1,)),
        ((4, 1, 1, 4), (0,)),
    ],
)
def test_a_tie_may_give_a_unit_to_any_of_those_in_it_and_to_nobody_else(
    units: Sequence[int], rows: tuple[int, ...]
) -> None:
    """Of eight the first three are due one and a third each."""
    assert _differing(entries_of(units), dict(enumerate(WEIGHTS)), 8) == rows


def largest_remainder(units: Sequence[int], weights: Sequence[int] = WEIGHTS) -> Fit:
    entries = entries_of(units, weights)
    near = fit(RULES[0], entries)
    assert near is not None
    return largest_remainder_fits(entries, dict(enumerate(weights)), near)[0]


def rounded_to(found: Fit, units: int) -> Interval:
    ends = found.rule.preimage(units)
    assert ends is not None
    return Interval(
        Fraction(ends.lower, ends.lower_denominator),
        Fraction(ends.upper, ends.upper_denominator),
        ends.lower_closed,
        ends.upper_closed,
    )


def test_a_house_is_one_factor_that_no_row_holds() -> None:
    """Of eight 11, 23, 31, 35 and 57 get 0, 1, 2, 2 and 3: the second has two more."""
    found = largest_remainder((0, 3, 2, 2, 3), (11, 23, 31, 35, 57))
    house = End(8, 157, closed=True)
    assert found == Fit(
        rule=found.rule,
        entries=5,
        depth=4,
        certain=(1,),
        possible=(),
        rival=0,
        factor=(house, house),
        places=1,
        hull=(house, house),
        slack=0,
        lowest=(),
        highest=(),
    )
    assert found.rule.name == LARGEST_REMAINDER_RULE


def test_the_least_remainder_that_is_rounded_up_is_where_all_are() -> None:
    """Of eleven 11, 23, 31 and 35 are due 1.21, 2.53, 3.41 and 3.85: two units are left over."""
    found = largest_remainder((1, 3, 3, 4), (11, 23, 31, 35))
    assert rounded_to(found, 3) == Interval(
        Fraction(253, 100), Fraction(353, 100), upper_closed=False
    )
    assert rounded_to(found, 1).holds(Fraction(121, 100))
    assert rounded_to(found, 4).holds(Fraction(385, 100))


def test_where_all_are_due_whole_units_nothing_is_rounded_up() -> None:
    found = largest_remainder((1, 1, 1, 3))
    assert rounded_to(found, 3) == Interval(Fraction(3), Fraction(4), upper_closed=False)


def test_what_is_left_to_the_largest_is_half_up_at_the_printed_sum() -> None:
    """Of seven 10, 10, 10 and 30 are due 1.17 thrice and 3.5; the largest gives one back."""
    found = residual_to_largest_fit(entries_of((1, 1, 1, 2), (10, 10, 10, 31)))
    house = End(5, 61, closed=True)
    assert found is not None
    assert found == Fit(found.rule, 4, 4, (), (), 0, (house, house), 1, (house, house), 0, (), ())
    assert (found.rule.name, found.rule.closed) == (RESIDUAL_RULE, RULES[0].closed)
