"""What one factor explains of a few rows, whole: reckoned by hand."""

from fractions import Fraction

import pytest

from allokera.audit.rounding.fit import Entry, Fit, fit, only
from allokera.audit.rounding.rules import RULES, Rule
from allokera.audit.rounding.sweep import End

HALF_UP = RULES[0]


def test_where_all_rows_agree_the_narrowest_holds_the_factor_and_nothing_rivals_it() -> None:
    """Thirty come to 8.5 at least, and to less than 9.5."""
    ends = End(17, 60, closed=True), End(19, 60, closed=False)
    assert fit(HALF_UP, [Entry(4, 10, 3), Entry(5, 20, 6), Entry(7, 30, 9)]) == Fit(
        rule=HALF_UP,
        entries=3,
        depth=3,
        certain=(),
        possible=(),
        rival=0,
        factor=ends,
        places=1,
        hull=ends,
        slack=0,
        lowest=(7,),
        highest=(7,),
    )


def test_of_two_best_places_the_factor_is_the_first_and_the_hull_spans_both() -> None:
    """Of ten two came to three, two to five and one to nine."""
    rows = [Entry(row, 10, units) for row, units in enumerate((3, 3, 5, 5, 9))]
    found = fit(HALF_UP, rows)
    assert found == Fit(
        rule=HALF_UP,
        entries=5,
        depth=2,
        certain=(4,),
        possible=(0, 1, 2, 3),
        rival=1,
        factor=(End(5, 20, closed=True), End(7, 20, closed=False)),
        places=2,
        hull=(End(5, 20, closed=True), End(11, 20, closed=False)),
        slack=0,
        lowest=(0, 1),
        highest=(0, 1),
    )
    assert found.suspects == 3


def test_units_that_a_rule_rounds_nothing_to_are_beyond_every_factor() -> None:
    """By Dean everybody has a seat: who has none contradicts the rule, not the others."""
    dean = next(rule for rule in RULES if rule.name == "dean")
    found = fit(dean, [Entry(0, 10, 0), Entry(1, 10, 3), Entry(2, 20, 6)])
    assert found is not None
    assert (found.entries, found.depth, found.certain, found.rival) == (3, 2, (0,), 0)
    assert fit(dean, [Entry(0, 10, 0)]) is None
    assert only(dean, 10, 0) is None


@pytest.mark.parametrize(("units", "depth"), [(14, 2), (20, 2), (21, 1)])
def test_of_a_weight_that_may_be_nothing_half_a_one_is_left(units: int, depth: int) -> None:
    """Four, rounded to ten, came to less than a half: its factor is below one.

    Fifteen is twenty at most: to come to 14 or to 20 a factor of less than one will do.
    """
    found = fit(HALF_UP, [Entry(0, 4, 0), Entry(1, 15, units)], slack=10)
    assert found is not None
    assert found.depth == depth


def test_one_row_alone_is_explained_wholly_and_in_one_place() -> None:
    found = only(HALF_UP, 10, 3, 2)
    ends = End(2 * 5, 2 * 22, closed=True), End(2 * 7, 2 * 18, closed=False)
    assert found == Fit(HALF_UP, 1, 1, (), (), 0, ends, 1, ends, 2, (), ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_rounds_to_the_nearest_misses_by_half_a_unit_at_most_and_the_others_by_more(
    rule: Rule,
) -> None:
    for units in (2, 3, 7):
        ends = rule.preimage(units)
        assert ends is not None
        power = 2 if rule.squared else 1
        low = Fraction(ends.lower, ends.lower_denominator)
        high = Fraction(ends.upper, ends.upper_denominator)
        is_within = low >= Fraction(2 * units - 1, 2) ** power
        is_within &= high <= Fraction(2 * units + 1, 2) ** power
        assert rule.nearest is is_within
