"""The terms of a question: bounds together, reasons and measures."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from allokera import (
    Basis,
    Bound,
    Grant,
    Recipient,
    Scenario,
    Shares,
    by_key,
    load_figures,
    load_population,
    own_shares,
    scaled,
    share_out,
)
from allokera.apportionment import find_method
from allokera.errors import RequestError
from allokera.kronor.amount import Amount
from allokera.sharing.allocation import Side
from allokera.sharing.measures import Measured, measure, own_funding, together, weigh
from allokera.sharing.publication import Departure
from allokera.terms.bounds import Money, set_bounds
from allokera.terms.request import Request, SourcedText

A, B, C = (Recipient(code="", name=name) for name in "ABC")
MONEY = Money(house=10, unit=1)


def said(text: str) -> SourcedText:
    return SourcedText(text, f"--{text}")


def named(grant: Grant, name: str) -> Recipient:
    return next(each for each in grant.recipients if each.name == name)


@pytest.mark.parametrize(
    ("typed", "below", "left"),
    [
        ({"total"}, {"year", "envelope"}, {"total"}),
        ({"year"}, {"total"}, {"year"}),
        ({"year"}, {"year", "envelope"}, {"year", "envelope"}),
        ({"envelope"}, {"total"}, {"envelope"}),
        ({"gross"}, {"administration", "year"}, {"gross", "year"}),
        ({"administration"}, {"gross"}, {"administration"}),
        ({"weights"}, {"key", "year"}, {"weights", "year"}),
        ({"key"}, {"weights"}, {"key"}),
    ],
)
def test_what_is_typed_replaces_what_it_is_instead_of(
    typed: set[str], below: set[str], left: set[str]
) -> None:
    def of(names: set[str], text: str | None = None) -> dict[str, Any]:
        return {name: said(text or name) for name in names}

    over = Request()._replace(**of(typed))
    both = over.over(Request()._replace(**of(below, "file")))
    found = {name: value for name, value in both._asdict().items() if value and name != "below"}
    assert found == {name: said(name) if name in typed else said("file") for name in left}


def bounds_of(
    minimums: list[Bound], maximums: list[list[Bound]], weights: tuple[int, ...] = (5, 3, 2)
) -> tuple[tuple[Amount, ...], tuple[Amount | None, ...]]:
    shares = Shares(recipients=(A, B, C), weights=weights)
    no_bounds: list[Bound] = []
    most, applied, *_ = (*maximums, no_bounds, no_bounds)
    bounds = set_bounds(shares, minimums, most, MONEY, applied)
    assert bounds is not None
    return bounds.minimums, bounds.maximums


def test_of_several_mosts_the_least_counts() -> None:
    most, applied = [Bound(None, 8), Bound(A, 4)], [Bound(A, 6), Bound(B, 2)]
    assert bounds_of([], [most, applied]) == ((0, 0, 0), (4, 2, 8))


@pytest.mark.parametrize(
    ("minimums", "maximums", "message"),
    [
        (
            [Bound(A, 1, "x:1"), Bound(None, 6, "x:2")],
            [],
            "x:2: least of all too much: units=13, house=10",
        ),
        ([], [[Bound(A, 9, "x:1"), Bound(None, 0, "x:2")]], "x:2: most of all too little: units=9"),
        (
            [Bound(B, 5, "x:1")],
            [[Bound(None, 4, "x:2")]],
            "x:1: least above most: name='B', least=5, most=4",
        ),
        (
            [Bound(None, 3, "x:1")],
            [[Bound(B, 2, "x:2")]],
            "x:2: least above most: name='B', least=3, most=2",
        ),
        (
            [Bound(B, 3, "x:1")],
            [[Bound(B, 9)], [Bound(B, 2, "x:3")]],
            "x:3: least above most: name='B', least=3",
        ),
        ([], [[Bound(A, 9)], [Bound(None, 2, "x:4")]], "x:4: most of all too little: units=6"),
        (
            [Bound(None, 1, "x:1")],
            [[Bound(None, 2, "x:4")]],
            "x:4: most of all too little: units=6",
        ),
    ],
)
def test_the_line_that_says_it_is_blamed(
    minimums: list[Bound], maximums: list[list[Bound]], message: str
) -> None:
    with pytest.raises(RequestError) as caught:
        bounds_of(minimums, maximums)
    assert str(caught.value).startswith(message)


def test_whoever_has_no_weight_takes_no_room() -> None:
    with pytest.raises(RequestError, match="most of all too little"):
        bounds_of([], [[Bound(A, 2), Bound(B, 4)]], weights=(5, 3, 0))


def test_nobody_is_to_get_more_than_it_applied_for(grant: Grant) -> None:
    bounds = Scenario(
        years=(2020,),
        minimums=(Bound(None, 4),),
        applied=(Bound(named(grant, "Malmö"), 3),),
    )
    for redistribute in (False, True):
        with pytest.raises(RequestError, match="least above application"):
            share_out(grant, replace(bounds, redistribute=redistribute))


def test_whoever_is_added_makes_the_shares_given(grant: Grant) -> None:
    shares = own_shares(grant)
    assert scaled(shares, grant.recipients[:1], []).basis is Basis.DERIVED
    assert scaled(shares, [], [(A, 5)]).basis is Basis.GIVEN


def departures(grant: Grant, **asked: object) -> dict[str, Departure | None]:
    scenario = Scenario(**{"years": (2019,), **asked})  # type: ignore[arg-type]
    rows = share_out(grant, scenario).allocations[0].rows
    return {row.recipient.name: row.departure for row in rows if row.departure}


def test_reasons_are_of_what_differs(grant: Grant) -> None:
    """Plainly, 2019 has two misprints, and Trollhättan's unit of rows rounded each on its own."""
    plain = {
        "Stockholm": Departure.MISPRINT,
        "Göteborg": Departure.MISPRINT,
        "Trollhättan": Departure.INDEPENDENT_ROUNDING,
    }
    assert departures(grant) == plain
    trollhattan = named(grant, "Trollhättan")
    assert departures(grant, maximums=(Bound(trollhattan, 28_000_000),)) == plain | {
        "Trollhättan": Departure.OTHER_BOUNDS,
        "Eskilstuna": Departure.OTHER_BOUNDS,
        "Borås": Departure.OTHER_BOUNDS,
    }
    assert grant.key is not None
    key = by_key(grant.recipients, grant.key, load_figures(grant))
    by_other_shares = departures(grant, shares=key)
    assert set(by_other_shares.values()) == {Departure.MISPRINT, Departure.OTHER_SHARES}
    assert by_other_shares["Stockholm"] is Departure.MISPRINT
    richer = departures(grant, years=(2020,), envelope=3 * 10**9, method=find_method("jefferson"))
    assert set(richer.values()) == {Departure.OTHER_POOL}
    carried = departures(grant, years=(2018, 2019), carry=True)
    assert carried == {}
    plan = share_out(grant, Scenario(years=(2019, 2020), carry=True))
    reasons = {row.departure for row in plan.allocations[1].rows if row.departure}
    assert reasons <= {Departure.OTHER_YEARS}
    assert reasons
    plan = share_out(grant, Scenario(years=(2019, 2020), carry=True, shares=key))
    reasons = {row.departure for row in plan.allocations[1].rows if row.departure}
    assert reasons <= {Departure.OTHER_SHARES}


def test_the_key_is_tried_on_the_published_of_all_and_nobody_else(grant: Grant) -> None:
    """Whatever is shared out: the pool and the unit are those of what is published."""
    assert grant.key is not None
    figures = load_figures(grant)
    key = by_key(grant.recipients, grant.key, figures)
    options: tuple[dict[str, Any], ...] = (
        {},
        {"unit": 1},
        {"administration": 0},
        {"envelope": 10**9},
    )
    for asked in options:
        scenario = replace(Scenario(years=(2018,), shares=key), **asked)
        allocation = share_out(grant, scenario).allocations[0]
        assert allocation.published_by_nearest() == (32, 32)
    (fewer,) = share_out(
        grant, Scenario(years=(2018,), shares=by_key(grant.recipients[1:], grant.key, figures))
    ).allocations
    assert fewer.published_by_nearest() is None
    (misprinted,) = share_out(grant, Scenario(years=(2019,), shares=key)).allocations
    assert misprinted.published_by_nearest() is None
    figures = load_figures(grant, load_population("2018-12-31"))
    later = by_key(grant.recipients, grant.key, figures)
    (other,) = share_out(grant, Scenario(years=(2018,), shares=later)).allocations
    assert other.published_by_nearest() == (0, 32)


def test_bounds_hold_in_carried_years_as_in_each(grant: Grant) -> None:
    asked = Scenario(years=(2020, 2021), minimums=(Bound(None, 45_000_000),))
    alone, carried = (share_out(grant, replace(asked, carry=carry)) for carry in (False, True))
    for one, other in zip(alone.allocations, carried.allocations, strict=True):
        held = [row.held for row in other.rows]
        assert held == [row.held for row in one.rows]
        assert held.count(Side.MINIMUM) == 7


def test_drift_is_from_the_quotas_of_the_house_in_the_largest_unit_so_far(grant: Grant) -> None:
    """A unit that the pool does not contain drifts from nobody."""
    plan = share_out(grant, Scenario(years=(2018, 2019), unit=1_000_000))
    shares = [row.share for row in plan.allocations[0].rows]
    for place, share in enumerate(shares):
        first, second = plan.drifts(place)
        rows = [allocation.rows[place] for allocation in plan.allocations]
        assert first.kronor == rows[0].amount - share * 410_000_000
        assert second.kronor == sum(row.amount for row in rows) - share * 1_735_000_000
    mixed = share_out(grant, Scenario(years=(2018, 2019)))
    assert [drift.unit for drift in mixed.drifts(0)] == [1_000, 1_000_000]


def test_measures_are_of_all_years(grant: Grant) -> None:
    asked = Scenario(years=(2018, 2019), shares=scaled(own_shares(grant), grant.recipients[:1], []))
    plan = share_out(grant, asked)
    population = load_population()
    measured = [
        *map(
            measure(plan.allocations, population, grant.funding),
            range(len(plan.recipients) + len(plan.leavers)),
        )
    ]
    plainly = share_out(grant, Scenario(years=(2018, 2019)))
    assert grant.funding is not None
    for place, recipient in enumerate(plan.recipients):
        rows = [allocation.rows[place] for allocation in plan.allocations]
        each = measured[place]
        assert each.before == plainly.totals[place + 1]
        assert each.own_funding == sum(own_funding(row.amount, grant.funding) for row in rows)
        assert each.per_capita == Fraction(each.amount, population.inhabitants[recipient.code])
    own = Shares(recipients=grant.recipients, weights=own_shares(grant).weights)
    given = share_out(grant, Scenario(years=(2018, 2019), shares=own))
    assert measure(given.allocations, None, None)(0).before is None
    assert plan.leavers == grant.recipients[:1]
    assert measured[-1].change == -plainly.totals[0]
    assert sum(each.change or 0 for each in measured) == 0
    sides = weigh(plan.allocations)
    assert sides is not None
    assert sum(sides.gainers.values()) == -sum(sides.payers.values())


def test_what_is_not_known_of_one_is_not_known_of_all() -> None:
    known = Measured(amount=3, before=2, inhabitants=5, own_funding=1)
    unknown = known._replace(inhabitants=None)
    assert together([known, known]).per_capita == Fraction(6, 10)
    assert together([known, unknown]).per_capita is None
    assert together([known, unknown]).own_funding == 2
    assert together([known, unknown]).change == 2
