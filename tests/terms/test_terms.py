"""The terms of a question: requests over requests, bounds together, reasons and measures."""

import csv
import io
import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
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
    load_population,
    own_shares,
    scaled,
    share_out,
)
from allokera.apportionment import find_method
from allokera.errors import RequestError
from allokera.names import NamesMessages
from allokera.sharing.allocation import Side
from allokera.sharing.measures import Measured, measure, own_funding, together, weigh
from allokera.sharing.messages import SharingMessages
from allokera.sharing.publication import Departure
from allokera.source.messages import SourceMessages
from allokera.terms.bounds import Money, set_bounds
from allokera.terms.request import Request, SourcedText
from conftest import Program, Refused, worded

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


def test_who_is_typed_comes_besides(allokera: Program, tmp_path: Path) -> None:
    """A scenario's bounds and changes of membership stay, but for whom something is typed."""
    file = tmp_path / "s.yaml"
    file.write_text(
        'year: "2020"\nwithout: "Perstorp"\nmin:\n  all: "45mnkr"\n  Malmö: "130mnkr"\n',
        encoding="utf-8",
    )

    def minimums(*arguments: str) -> dict[str, int]:
        answer = allokera("compute", "--scenario", str(file), *arguments, "--json")
        return {row["name"]: row["minimum"] for row in json.loads(answer.out)["rows"]}

    assert "Perstorp" not in minimums()
    found = minimums("--min", "1280=120mnkr", "--without", "Borås")
    assert not {"Perstorp", "Borås"} & found.keys()
    assert (found["Malmö"], found["Växjö"]) == (120_000_000, 45_000_000)
    found = minimums("--min", "47mnkr")
    assert (found["Malmö"], found["Växjö"]) == (130_000_000, 47_000_000)
    assert "Malmö" not in minimums("--without", "Malmö")


def bounds_of(
    minimums: list[Bound], maximums: list[list[Bound]], weights: tuple[int, ...] = (5, 3, 2)
) -> tuple[tuple[int, ...], tuple[int | None, ...]]:
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
    key = by_key(grant.recipients, load_population())
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
    population = load_population()
    key = by_key(grant.recipients, population)
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
        grant, Scenario(years=(2018,), shares=by_key(grant.recipients[1:], population))
    ).allocations
    assert fewer.published_by_nearest() is None
    (misprinted,) = share_out(grant, Scenario(years=(2019,), shares=key)).allocations
    assert misprinted.published_by_nearest() is None
    later = by_key(grant.recipients, load_population("2018-12-31"))
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
    measured = measure(plan.allocations, population, grant.funding)
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
    assert {each.before for each in measure(given.allocations, None, None)} == {None}
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


def scenario_file(directory: Path, text: str) -> list[str]:
    file = directory / "s.yaml"
    file.write_text(text, encoding="utf-8")
    return ["compute", "--scenario", str(file)]


def test_a_file_that_contradicts_itself_is_refused(allokera: Program, tmp_path: Path) -> None:
    text = 'year: "2020"\nwithout: "Malmö"\nmin:\n  Malmö: "5mnkr"\n'
    done = allokera(*scenario_file(tmp_path, text))
    assert (done.status, done.out) == (2, "")
    assert f"s.yaml:4: min: {worded(SharingMessages.left_out, name='Malmö')}" in done.err


def test_who_joins_by_a_file_can_be_changed_and_left_out(allokera: Program, tmp_path: Path) -> None:
    text = 'year: "2020"\nadd: "Burlöv=7mnkr"\nmin:\n  Burlöv: "38mnkr"\n'
    asked = scenario_file(tmp_path, text)

    def weights(*arguments: str) -> dict[str, int]:
        rows = json.loads(allokera(*asked, *arguments, "--json").out)["rows"]
        return {row["name"]: row["weight"] for row in rows}

    assert weights()["Burlöv"] == 7_000_000
    assert weights("--add", "1231=9mnkr")["Burlöv"] == 9_000_000
    assert "Burlöv" not in weights("--without", "Burlöv")
    both = ["--add", "Burlöv=9mnkr", "--without", "1231"]
    said = worded(SharingMessages.added_and_left_out, name="Burlöv")
    assert f"--without: {said}" in allokera(*asked, *both).err


def test_a_year_typed_over_carried_ones_stands_alone(allokera: Program, tmp_path: Path) -> None:
    asked = scenario_file(tmp_path, 'year: "2019-2021"\ncarry: "yes"\n')
    assert json.loads(allokera(*asked, "--json").out)["carried"]
    assert json.loads(allokera(*asked, "--year", "2020", "--json").out)["year"] == 2020
    assert json.loads(allokera(*asked, "--total", "5mnkr", "--json").out)["year"] is None
    done = allokera(*asked, "--method", "hill")
    said = worded(SharingMessages.method_cannot_carry, method="hill", able="largest-remainder")
    assert f"s.yaml:2: carry: {said}" in done.err
    asked = scenario_file(tmp_path, 'year: "2020"\ncarry: "yes"\n')
    said = worded(SharingMessages.one_year_carried)
    assert f"s.yaml:2: carry: {said}" in allokera(*asked).err


NEWCOMERS = [
    "=2",
    "a=2",
    "C=x",
]


def test_newcomers_among_own_weights(allokera: Program, refused: Refused) -> None:
    table = b"name;weight\nA;10,5\nB;3,25\n"
    asked = ["compute", "--weights", "-", "--total", "10", "--unit", "1", "--json"]
    document = json.loads(allokera(*asked, "--add", "C=2,125", stdin=table).out)
    times = document["shares"]["times"]
    weights = [Fraction(row["weight"], times) for row in document["rows"]]
    assert weights == [Fraction("10.5"), Fraction("3.25"), Fraction("2.125")]
    refused("newcomers", {f"--add {text}": [*asked, "--add", text] for text in NEWCOMERS}, table)


def test_a_code_of_another_than_the_name_is_refused(allokera: Program) -> None:
    table = b"name;code;weight\nStockholm;1280;10\n"
    done = allokera("compute", "--weights", "-", "--total", "5", stdin=table)
    said = worded(
        SourceMessages.code_of_another, name="Stockholm", code="0180", given="1280", other="Malmö"
    )
    assert f"stdin:2: {said}" in done.err


def test_records_carry_what_is_asked_for(allokera: Program) -> None:
    asked = ["compute", "--without", "Perstorp", "--with", "change", "--format", "csv"]
    for years in ("2020", "2019-2020"):
        text = allokera(*asked, "--year", years, "--applied", "Malmö=9mnkr").out
        rows = list(csv.DictReader(io.StringIO(text)))
        assert rows[-1]["name"] == "Perstorp"
        changes = sum(int(row["change"]) for row in rows)
        assert changes == -sum(int(row["unused"] or 0) for row in rows)
    only = allokera("compute", *asked[1:3], "--year", "2020", "--only", "Malmö").out
    assert "Perstorp  " not in only
    assert (
        "--only: Perstorp is left out"
        in allokera(*asked[:3], "--year", "2020", "--only", "1275").err
    )


def test_inhabitants_of_those_who_leave_count_for_nobody(allokera: Program) -> None:
    asked = ["compute", "--year", "2020", "--with", "per-capita", "--inhabitants", "2018-12-31"]
    page = allokera(*asked, "--without", "Stockholm").out
    population = load_population("2018-12-31").inhabitants
    rows = json.loads(allokera(*asked, "--without", "Stockholm", "--json").out)["rows"]
    each = Fraction(2_175_000_000, sum(population[row["code"]] for row in rows))
    assert re.search(f"All 31 rows +2 175 000 000 +{float(each):.2f}\\n".replace(",", " "), page)


def test_tables_break_between_answers_before_within(
    allokera: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    methods = ["lr", "webster", "hill", "dean"]
    asked = ["compare", "--year", "2020", *(f"--method={name}" for name in methods)]
    for columns in ("60", "70", "80", "100", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        page = allokera(*asked).out
        assert max(map(len, page.splitlines())) <= int(columns)
        for table in page.split("\nCode ")[1:]:
            head = table.split("\n", 1)[0]
            changes = head.count("change, kr"), head.count("change, %")
            amounts = sum(f"{name}, kr" in head for name in methods[1:])
            assert amounts == changes[0] == changes[1] or amounts + sum(changes) < 3


def test_who_left_by_a_file_can_come_back(allokera: Program, tmp_path: Path) -> None:
    asked = scenario_file(tmp_path, 'year: "2020"\nwithout: "Perstorp"\n')

    def names(*arguments: str) -> set[str]:
        rows = json.loads(allokera(*asked, *arguments, "--json").out)["rows"]
        return {row["name"] for row in rows}

    assert "Perstorp" not in names()
    assert "Perstorp" in names("--add", "Perstorp")
    assert "Perstorp" in names("--add", "1275", "--key")
    done = allokera(*asked, "--add", "Perstorp=5mnkr")
    said = worded(SharingMessages.recipient_already, name="Perstorp")
    assert f"--add: {said}" in done.err
    for option in ("--max", "--min"):
        done = allokera(*asked, option, "Perstorp=3mnkr")
        assert f"{option}: {worded(SharingMessages.left_out, name='Perstorp')}" in done.err


def test_a_weight_that_was_given_is_none_by_the_key(allokera: Program, tmp_path: Path) -> None:
    asked = scenario_file(tmp_path, 'year: "2020"\nadd: "Burlöv=7mnkr"\n')
    for typed in (["--key"], ["--key", "--add", "Burlöv"]):
        document = json.loads(allokera(*asked, *typed, "--json").out)
        assert document["shares"]["reading"] == "key"
        assert len(document["rows"]) == 33
    asked = scenario_file(tmp_path, 'year: "2020"\nadd: "Burlöv=7mnkr"\nkey: "yes"\n')
    said = worded(SharingMessages.key_takes_no_weight, name="Burlöv")
    assert f"s.yaml:2: add: {said}" in allokera(*asked).err


def test_a_weight_that_could_be_two_is_refused_by_both(allokera: Program) -> None:
    table = b"name;weight\nA;12.345\nB;7250\n"
    done = allokera("compute", "--weights", "-", "--total", "7", stdin=table)
    said = worded(
        SourceMessages.one_number_expected,
        name="A",
        column="weight",
        text="12.345",
        alternatives=(12345, Fraction("12.345")),
    )
    assert said in done.err


WEIGHTS = b"name;weight\nA;3\nB;2\n"


@pytest.mark.parametrize(
    ("options", "is_money"),
    [
        (["--total", "1 mnkr"], True),
        (["--total", "1000", "--unit", "tkr"], True),
        (["--total", "1000", "--max", "A=600 kr"], True),
        (["--total", "1000"], False),
        (["--total", "1000", "--unit", "10"], False),
        (["--total", "1000", "--max", "A=600"], False),
        (["--year", "2020"], True),
    ],
)
def test_what_is_shared_out_is_money_where_an_amount_says_so(
    allokera: Program, options: list[str], is_money: bool
) -> None:
    shown = allokera("compute", "--weights", "-", *options, stdin=WEIGHTS)
    assert shown.status == 0
    assert ("Amount, kr" in shown.out) == is_money
    assert is_money or " kr" not in shown.out


def test_an_ambiguous_name_is_refused_wherever_it_stands(allokera: Program) -> None:
    weights = b"code;name;weight\n1;Nya;3\n2;Nya;2\n3;B;2\n"
    shared = ["--weights", "-", "--total", "70"]
    for command in (
        ["compute", "--without", "Nya"],
        ["compute", "--max", "Nya=7"],
        ["compute", "--only", "Nya"],
        ["explain", "Nya"],
    ):
        outcome = allokera(*command, *shared, stdin=weights)
        assert (outcome.status, outcome.out) == (2, "")
        several = (Recipient(name="Nya", code="1"), Recipient(name="Nya", code="2"))
        said = worded(NamesMessages.could_be_several, text="Nya", several=several)
        assert said in outcome.err
    assert allokera("explain", "2", *shared, stdin=weights).status == 0
