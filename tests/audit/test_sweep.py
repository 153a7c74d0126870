"""The mathematics under the auditor: intervals, rules, the sweep, the fit, what it allows."""

import csv
from fractions import Fraction
from itertools import combinations
from math import floor, isqrt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from allokera.audit.rounding.allowed import allowed_units, allowed_weights, allows, amounts_for
from allokera.audit.rounding.fit import Entry, factor_spans, fit
from allokera.audit.rounding.interval import Interval, point
from allokera.audit.rounding.pool import pool_by_base
from allokera.audit.rounding.rules import RULES, Rule
from allokera.audit.rounding.sweep import End, deepest
from allokera.audit.shares.power import pinned
from allokera.kronor import rounding
from allokera.relations.peaks import Span
from conftest import ROOT

# Few values with many ways to write them, so that ends coincide, touch and differ by a hair.
FRACTIONS = st.builds(Fraction, st.integers(-6, 12), st.integers(1, 5))
ENDS = st.builds(
    lambda value, times, closed: End(value.numerator * times, value.denominator * times, closed),
    FRACTIONS,
    st.integers(1, 3),
    st.booleans(),
)


def interval(low: End, high: End) -> Interval:
    return Interval(
        Fraction(low.numerator, low.denominator),
        Fraction(high.numerator, high.denominator),
        low.closed,
        high.closed,
    )


def meet(intervals: list[Interval]) -> bool:
    common = intervals[0]
    for each in intervals[1:]:
        common = common.meet(each)
    return not common.is_empty


def spans_of(ends: list[tuple[End, End]]) -> list[Span | None]:
    """Any intervals, through a rule whose pre-image of k is the k-th of them."""
    rule = Rule(
        "any",
        lambda k: (
            ends[k][0].numerator,
            ends[k][1].numerator,
            ends[k][0].denominator,
            ends[k][1].denominator,
        ),
        lambda k: (ends[k][0].closed, ends[k][1].closed),
    )
    return factor_spans(rule, [Entry(k, 1, k) for k in range(len(ends))])


@pytest.mark.slow
@settings(max_examples=3_000)
@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=7))
@example([(End(0, 1, True), End(1, 1, False)), (End(1, 1, True), End(2, 1, True))])
@example([(End(0, 1, True), End(1, 1, True)), (End(2, 2, True), End(2, 1, True))])
def test_the_sweep_finds_what_all_subsets_show(ends: list[tuple[End, End]]) -> None:
    """Depth, certain and possible suspects and the best rival, against every subset of rows."""
    covered = spans_of(ends)
    for pair, span in zip(ends, covered, strict=True):
        assert (span is None) == interval(*pair).is_empty
    kept = [interval(*pair) for pair, span in zip(ends, covered, strict=True) if span]
    if not kept:
        return
    rows = range(len(kept))
    meeting = [
        set(subset)
        for size in range(1, len(kept) + 1)
        for subset in combinations(rows, size)
        if meet([kept[row] for row in subset])
    ]
    depth = max(len(subset) for subset in meeting)
    largest = [subset for subset in meeting if len(subset) == depth]
    maximal = [subset for subset in meeting if not any(subset < other for other in meeting)]

    found = deepest([span for span in covered if span])
    assert found.depth == depth
    assert set(found.certain) == {row for row in rows if all(row not in each for each in largest)}
    assert set(found.possible) == {
        row for row in rows if any(row not in each for each in largest)
    } - set(found.certain)
    assert len(found.regions) == len(largest)
    assert found.rival == max((len(each) for each in maximal if len(each) < depth), default=0)

    near = deepest([span for span in covered if span], within=1)
    plausible = [subset for subset in maximal if len(subset) >= depth - 1]
    assert set(near.certain) == {row for row in rows if all(row not in each for each in plausible)}


@given(st.lists(st.tuples(ENDS, ENDS), min_size=2, max_size=6))
def test_intervals_meet_all_together_as_soon_as_two_by_two(ends: list[tuple[End, End]]) -> None:
    """Helly's theorem on the line: so every contradiction is shown by two rows."""
    intervals = [interval(*pair) for pair in ends]
    assert meet(intervals) == (
        all(meet([one, other]) for one, other in combinations(intervals, 2))
        and not any(each.is_empty for each in intervals)
    )


BY_NAME = {rule.name: rule for rule in RULES}
ROUNDINGS = {
    "half-up": rounding.half_up,
    "half-down": rounding.half_down,
    "half-even": rounding.half_even,
    "half-away": rounding.half_away,
    "floor": rounding.floor,
    "ceiling": rounding.ceiling,
    "truncation": rounding.truncate,
}


@pytest.mark.parametrize("name", ROUNDINGS)
@given(number=st.fractions(-20, 20, max_denominator=8), k=st.integers(-21, 21))
def test_a_rule_s_preimage_is_what_it_rounds_there(name: str, number: Fraction, k: int) -> None:
    rule = BY_NAME[name]
    assert rule is not None
    ends = rule.preimage(k)
    assert ends is not None
    low = End(ends.lower, ends.lower_denominator, ends.lower_closed)
    high = End(ends.upper, ends.upper_denominator, ends.upper_closed)
    assert interval(low, high).holds(number) == (ROUNDINGS[name](number) == k)


@given(number=st.fractions(0, 30, max_denominator=20), k=st.integers(0, 31))
def test_signposts_are_the_means_of_their_neighbours(number: Fraction, k: int) -> None:
    """Hill rounds at geometric means, Dean at harmonic ones; nothing positive becomes 0."""
    hill, dean = BY_NAME["hill"], BY_NAME["dean"]
    assert hill is not None and dean is not None
    square, plain = hill.preimage(k), dean.preimage(k)
    if k == 0:
        assert square is None and plain is None
        return
    assert square is not None and plain is not None
    assert (square.lower <= number**2 < square.upper) == ((k - 1) * k <= number**2 < k * (k + 1))
    below = Fraction(0) if k == 1 else 2 / (Fraction(1, k - 1) + Fraction(1, k))
    above = 2 / (Fraction(1, k) + Fraction(1, k + 1))
    assert Fraction(plain.lower, plain.lower_denominator) == below
    assert Fraction(plain.upper, plain.upper_denominator) == above


def test_there_are_ten_rules_with_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) == 10


RULE = st.sampled_from(RULES)
ROWS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 12)), min_size=1, max_size=6).map(
    lambda rows: [Entry(row, weight, units) for row, (weight, units) in enumerate(rows)]
)


def holds(rule: Rule, factor: Fraction, entry: Entry) -> bool:
    ends = rule.preimage(entry.units)
    if ends is None:
        return False
    due = (factor * entry.weight) ** 2 if rule.squared else factor * entry.weight
    low = End(ends.lower, ends.lower_denominator, ends.lower_closed)
    high = End(ends.upper, ends.upper_denominator, ends.upper_closed)
    return interval(low, high).holds(due)


@given(RULE, ROWS, st.fractions(0, 3, max_denominator=40))
def test_no_factor_explains_more_rows_than_the_fit(
    rule: Rule, entries: list[Entry], factor: Fraction
) -> None:
    found = fit(rule, entries)
    explained = sum(holds(rule, factor, entry) for entry in entries)
    assert explained <= (found.depth if found else 0)


@given(RULE, ROWS)
def test_the_fit_s_own_pool_explains_as_many_rows_as_it_says(
    rule: Rule, entries: list[Entry]
) -> None:
    found = fit(rule, entries)
    if found is None or rule.squared:
        return
    factor = amounts_for(found, 1, 1)
    middle = (factor.lower + factor.upper) / 2
    inside = {entry.row for entry in entries if holds(rule, middle, entry)}
    assert len(inside) == found.depth
    assert not inside & set(found.certain)


@given(RULE, ROWS, st.integers(1, 60), st.integers(0, 14))
def test_what_a_fit_allows_is_a_run_of_units_and_of_weights(
    rule: Rule, entries: list[Entry], weight: int, units: int
) -> None:
    found = fit(rule, entries)
    if found is None:
        return
    assert (units in allowed_units(found, weight)) == allows(found, weight, units)
    assert (weight in allowed_weights(found, units)) == allows(found, weight, units)


@given(ROWS, st.integers(1, 10**6))
def test_a_pool_under_a_squared_rule_is_never_empty(entries: list[Entry], unit: int) -> None:
    hill = BY_NAME["hill"]
    assert hill is not None
    found = fit(hill, entries)
    if found is None:
        return
    total = sum(entry.weight for entry in entries)
    pool = amounts_for(found, total, unit)
    low, high = found.factor

    def inside(kronor: Fraction) -> bool:
        return interval(low, high).holds((kronor / (total * unit)) ** 2)

    assert not pool.is_empty
    assert inside(pool.lower) and inside(pool.upper)
    step = Fraction(1, max(pool.lower.denominator, pool.upper.denominator))
    assert not inside(pool.lower - step) or pool.lower == 0
    assert not inside(pool.upper + step)


def test_intervals_give_their_multiples() -> None:
    half_open = Interval(Fraction(2), Fraction(10), True, False)
    assert list(half_open.multiples(2)) == [2, 4, 6, 8]
    assert list(Interval(Fraction(2), Fraction(10), False, True).multiples(2)) == [4, 6, 8, 10]
    assert list(Interval(Fraction(5, 2), Fraction(7, 2)).multiples(1)) == [3]
    assert list(point(3).multiples(2)) == []
    assert point(25).taken_from(100) == point(75)
    assert half_open.taken_from(10) == Interval(Fraction(0), Fraction(8), False, True)


@given(
    st.lists(st.integers(1_000, 60_000), min_size=2, max_size=8),
    st.integers(10_000, 10_000_000),
    st.data(),
)
def test_counting_in_the_weights_own_rounding_only_widens_the_pool(
    exact: list[int], pool: int, data: st.DataObject
) -> None:
    """True weights, rounded for print, and amounts from the true ones: the pool is inside."""
    unit, base_unit = data.draw(st.sampled_from([10, 100, 1_000])), 10
    amounts = [rounding.half_up(Fraction(weight * pool, sum(exact) * unit)) for weight in exact]
    printed = [rounding.half_up(Fraction(weight, base_unit)) * base_unit for weight in exact]
    entries = [Entry(i, w, k) for i, (w, k) in enumerate(zip(printed, amounts, strict=True))]
    found = fit(RULES[0], entries)
    assert found is not None
    bounds = pool_by_base(found, entries, unit, base_unit)
    assert bounds is not None
    assert bounds.lower <= pool <= bounds.upper
    if found.suspects == 0:
        narrow = amounts_for(found, sum(printed), unit)
        assert bounds.lower <= narrow.lower and narrow.upper <= bounds.upper


def test_pinned_cells_are_those_where_any_other_amount_would_be_caught() -> None:
    weights = [9_979, 50_725, 6_755, 21_979, 16_673, 11_545]
    entries = [
        Entry(row, weight, rounding.half_up(Fraction(weight * 600, sum(weights))))
        for row, weight in enumerate(weights)
    ]
    rule = RULES[0]
    found = fit(rule, entries)
    assert found is not None and found.suspects == 0
    expected = []
    for entry in entries:
        others = [each for each in entries if each.row != entry.row]
        possible = [
            units
            for units in range(601)
            if (again := fit(rule, [*others, entry._replace(units=units)])) and not again.suspects
        ]
        if possible == [entry.units]:
            expected.append(entry.row)
    assert pinned(found, entries) == tuple(expected)
    assert expected


def test_one_row_pins_nothing() -> None:
    entry = Entry(0, 9_979, 12)
    found = fit(RULES[0], [entry])
    assert found is not None
    assert pinned(found, [entry]) == ()


def test_a_weight_that_may_be_nothing_bounds_no_pool() -> None:
    """Printed in thousands, 499 kronor and less stand for nothing, and 500 for something."""
    for weight, is_bound in ((500, False), (501, True)):
        entries = [Entry(0, weight, 3), Entry(1, 20 * weight, 60)]
        found = fit(RULES[0], entries)
        assert found is not None
        assert (pool_by_base(found, entries, 1_000, 1_000) is not None) is is_bound


def test_the_pools_of_a_house_by_hill_are_between_two_roots() -> None:
    """The House of 2000: what gives 435 seats holds no whole number, and is told by decimals."""
    path = ROOT / "tests" / "vectors" / "us_house_2000.csv"
    with path.open(encoding="utf-8") as file:
        rows = [*csv.DictReader(file)]
    weights = [int(row["apportionment_population"]) for row in rows]
    entries = [
        Entry(place, weight, int(row["seats"]))
        for place, (weight, row) in enumerate(zip(weights, rows, strict=True))
    ]
    hill = BY_NAME["hill"]
    assert hill is not None
    found = fit(hill, entries)
    assert found is not None
    assert found.depth == 50
    pool = amounts_for(found, sum(weights), 1)
    assert 433 < pool.lower < pool.upper < 436

    # by the definition: every divisor of the pool gives the seats, a little beyond it does not
    def seats(house: Fraction) -> list[int]:
        divisor = sum(weights) / house
        return [(isqrt(floor(4 * (w / divisor) ** 2 + 1)) + 1) // 2 for w in weights]

    printed = [entry.units for entry in entries]
    assert seats(pool.lower) == seats(pool.upper) == printed
    assert seats(pool.lower - Fraction(1, 10)) != printed != seats(pool.upper + Fraction(1, 10))
