"""What if: other members, bounds, applications, money or weights, by options or by a file."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from allokera import (
    Grant,
    Recipient,
    Scenario,
    by_key,
    compute,
    load_figures,
    load_population,
    own_shares,
    scaled,
    share_out,
)
from allokera.errors import Message, message
from allokera.model import Indicator, KeyPart
from allokera.render.language import word
from allokera.sharing.measures import own_funding, weigh
from allokera.terms.keys import parts_words
from allokera.terms.messages import TermsMessages
from conftest import ROOT, Program, Shown, by_name, worded

EXAMPLES = ROOT / "examples"

BY_OPTIONS = {
    "today": ["--year", "2020"],
    "method": ["--year", "2020", "--method", "webster"],
    "envelope": ["--year", "2020", "--envelope", "1900mnkr"],
    "floor": ["--year", "2020", "--min", "45mnkr"],
    "cap": ["--year", "2020", "--max", "150mnkr", "--max", "malmo=100mnkr"],
    "applied": ["--year", "2020", "--applied", "Perstorp=3mnkr"],
    "redistributed": ["--year", "2020", "--applied", "1275=3mnkr", "--redistribute"],
    "without": ["--year", "2020", "--without", "Perstorps kommun"],
    "added": ["--year", "2020", "--add", "Burlöv=7100tkr"],
    "key": ["--year", "2020", "--add", "1231", "--key", "--inhabitants", "2018-12-31"],
    "years": ["--year", "all", "--carry"],
    "seats": [
        *["--weights", str(EXAMPLES / "members.csv"), "--total", "21", "--unit", "1"],
        *["--method", "huntington-hill", "--min", "1"],
    ],
}


@pytest.mark.parametrize("name", BY_OPTIONS)
def test_a_scenario_file_says_what_options_say(allokera: Program, name: str) -> None:
    by_file = allokera("compute", "--scenario", str(EXAMPLES / f"{name}.yaml"), "--json")
    assert (by_file.status, by_file.err) == (0, "")
    document = json.loads(by_file.out)
    assert document.pop("title")
    assert document == json.loads(allokera("compute", *BY_OPTIONS[name], "--json").out)


def test_every_example_is_tried() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == set(BY_OPTIONS)


def test_one_year_instead_of_a_files_years_is_not_carried(allokera: Program) -> None:
    asked = ["compute", "--scenario", str(EXAMPLES / "years.yaml"), "--year", "2020", "--json"]
    document = json.loads(allokera(*asked).out)
    assert document.pop("title")
    assert document == json.loads(allokera("compute", "--year", "2020", "--json").out)


def test_whoever_a_file_leaves_out_comes_back_and_others_join(allokera: Program) -> None:
    asked = ["--scenario", str(EXAMPLES / "without.yaml"), "--add", "Perstorp"]
    assert len(by_name(allokera, *asked)) == 32
    assert len(by_name(allokera, *asked, "--add", "Burlöv=7100tkr")) == 33


@pytest.mark.parametrize("name", BY_OPTIONS)
def test_every_example_makes_its_sum(allokera: Program, name: str) -> None:
    document = json.loads(allokera("compute", *BY_OPTIONS[name], "--json").out)
    for year in document.get("years", [document]):
        assert sum(row["amount"] for row in year["rows"]) == year["allocated"]
        parts = (year["allocated"], year["unused"], year["unallocated"])
        assert sum(parts) + year["administration"]["amount"] == year["envelope"]
        if "change" in year["rows"][0]:
            changes = sum(row["change"] for row in year["rows"])
            left = sum(row["before"] for row in year["leavers"])
            assert changes - left == -year["unused"]


def test_the_key_gives_all_32_amounts_of_2018(allokera: Program) -> None:
    """Rounded to the nearest at one divisor, as the publisher rounded; the pool is that of 2018."""
    rows = by_name(allokera, "--year", "2018", "--key", "--method", "webster")
    assert len(rows) == 32
    assert all(row["amount"] == row["published"] for row in rows.values())


@pytest.mark.parametrize("date", ["2016-12-31", "2018-12-31"])
def test_inhabitants_of_another_day_do_not(allokera: Program, date: str) -> None:
    rows = by_name(
        allokera, "--year", "2018", "--key", "--method", "webster", "--inhabitants", date
    )
    assert sum(row["amount"] == row["published"] for row in rows.values()) < 4


def test_the_key_is_half_equal_and_half_by_inhabitants(grant: Grant) -> None:
    population = load_population()
    assert grant.key is not None
    shares = by_key(grant.recipients, grant.key, load_figures(grant, population))
    people = [population.inhabitants[each.code] for each in grant.recipients]
    for weight, own in zip(shares.weights, people, strict=True):
        expected = Fraction(1, 2 * len(people)) + Fraction(own, 2 * sum(people))
        assert Fraction(weight, sum(shares.weights)) == expected


def test_whoever_stays_keeps_the_share_in_relation_to_the_others(grant: Grant) -> None:
    own = own_shares(grant)
    burlov = Recipient(code="1231", name="Burlöv")
    shares = scaled(own, [grant.recipients[0]], [(burlov, 5_000_000)])
    assert shares.weights == (*own.weights[1:], 5_000_000)
    assert shares.recipients == (*grant.recipients[1:], burlov)
    assert isinstance(shares.reason, Message)
    assert shares.reason.code == "scaled_shares"


def test_both_readings_name_themselves(allokera: Program) -> None:
    """As pages: `golden/compute-without.txt` and `golden/compute-key.txt`."""
    asked = ["compute", "--year", "2020", "--without", "Perstorp", "--json"]
    scale, key = (json.loads(allokera(*asked, *more).out)["shares"] for more in ([], ["--key"]))
    assert (scale["reading"], scale["basis"]) == ("scale", "derived")
    printed = message(TermsMessages.printed_shares, column="2018")
    without = ("Perstorp",)
    assert scale["reason"] == worded(
        TermsMessages.scaled_shares, without=without, added=(), strangers=(), shares=printed
    )
    assert (key["reading"], key["basis"]) == ("key", "inferred")
    people = Indicator(message(TermsMessages.inhabitants_on, date="2017-12-31"))
    half = Fraction(1, 2)
    assert key["reason"] == word(parts_words((KeyPart(half), KeyPart(half, (people,)))))


def test_it_shows_who_gains_and_who_pays(grant: Grant) -> None:
    """As a page: `golden/compute-without.txt`."""
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    asked = Scenario(years=(2020,), shares=scaled(own_shares(grant), [perstorp], []))
    sides = weigh(share_out(grant, asked).allocations)
    assert sides is not None
    assert sides.payers == {perstorp: -36_000_000}
    assert sum(sides.gainers.values()) == 36_000_000
    assert sides.unchanged == 3
    assert len(sides.gainers) == 28


def test_what_is_not_applied_for_is_left_unused(grant: Grant, allokera: Program) -> None:
    """As a page: `golden/compute-bounds.txt`."""
    plain = {row.recipient.name: row.amount for row in compute(grant, year=2020).rows}
    rows = by_name(allokera, "--year", "2020", "--applied", "Perstorp=3500tkr")
    assert rows.pop("Perstorp")["amount"] == 3_500_000
    assert {name: row["amount"] for name, row in rows.items()} == {
        name: amount for name, amount in plain.items() if name != "Perstorp"
    }
    asked = ["compute", "--year", "2020", "--applied", "Perstorp=3500tkr", "--json"]
    document = json.loads(allokera(*asked).out)
    assert (document["unused"], document["allocated"]) == (32_500_000, 2_142_500_000)


def test_what_is_not_applied_for_is_shared_out_where_that_is_asked(allokera: Program) -> None:
    asked = ["--year", "2020", "--applied", "Perstorp=3500tkr", "--redistribute"]
    rows = by_name(allokera, *asked)
    assert rows["Perstorp"]["amount"] == 3_000_000
    assert sum(row["amount"] for row in rows.values()) == 2_175_000_000
    assert all(row["change"] >= 0 for name, row in rows.items() if name != "Perstorp")


def test_whoever_applies_for_more_gets_no_more(allokera: Program) -> None:
    rows = by_name(allokera, "--year", "2020", "--applied", "Perstorp=99mnkr")
    assert (rows["Perstorp"]["amount"], rows["Perstorp"]["unused"]) == (36_000_000, 0)


@pytest.mark.parametrize("method", ["largest-remainder", "webster", "jefferson", "hill"])
def test_bounds_are_kept_and_said(allokera: Program, method: str) -> None:
    """As a page: `golden/compute-bounds.txt`."""
    bounds = ["--min", "41mnkr", "--max", "120mnkr", "--method", method]
    rows = by_name(allokera, "--year", "2020", *bounds)
    assert all(41_000_000 <= row["amount"] <= 120_000_000 for row in rows.values())
    assert sum(row["amount"] for row in rows.values()) == 2_175_000_000
    held = {name: row["held"] for name, row in rows.items() if row["held"]}
    most = dict.fromkeys(("Stockholm", "Malmö", "Göteborg"), "maximum")
    assert held == {"Perstorp": "minimum", **most}


def test_a_bound_for_one_counts_more_than_that_for_all(allokera: Program) -> None:
    rows = by_name(allokera, "--year", "2020", "--min", "50mnkr", "--min", "Perstorp=0")
    assert rows["Perstorp"]["amount"] < 36_000_000
    assert rows["Perstorp"]["minimum"] is None


def test_a_bound_between_two_units_is_not_passed(allokera: Program) -> None:
    rows = by_name(allokera, "--year", "2020", "--max", "Malmö=100500tkr")
    assert rows["Malmö"]["amount"] == 100_000_000
    rows = by_name(allokera, "--year", "2020", "--min", "Malmö=130500tkr")
    assert rows["Malmö"]["amount"] == 131_000_000


@pytest.mark.parametrize("date", ["2016-12-31", "2017-12-31", "2018-12-31"])
def test_any_municipality_can_be_added(grant: Grant, allokera: Program, date: str) -> None:
    population = load_population(date)
    assert len(population.municipalities) == 290
    codes = [each.code for each in population.municipalities]
    for code in codes[:: len(codes) // 7]:
        if code in {each.code for each in grant.recipients}:
            continue
        asked = ["--year", "2020", "--key", "--add", code, "--inhabitants", date]
        rows = by_name(allokera, *asked)
        assert len(rows) == 33
        assert sum(row["amount"] for row in rows.values()) == 2_175_000_000


def test_own_funding_is_a_ninth_and_never_less(grant: Grant, allokera: Program) -> None:
    assert grant.funding is not None
    for amount in (0, 1, 8, 9, 10, 90, 116_000_000):
        least = own_funding(amount, grant.funding)
        assert 10 * amount <= 9 * (amount + least)
        assert least == 0 or 10 * amount > 9 * (amount + least - 1)
    rows = by_name(allokera, "--year", "2020", "--with", "own-funding")
    assert rows["Malmö"]["own_funding"] == 12_888_889


def test_counties_add_up(allokera: Program) -> None:
    document = json.loads(allokera("compute", "--year", "2020", "--by", "lan", "--json").out)
    assert sum(county["amount"] for county in document["counties"]) == 2_175_000_000
    assert sum(county["recipients"] for county in document["counties"]) == 32
    for county in document["counties"]:
        members = [row for row in document["rows"] if row["county_code"] == county["code"]]
        assert sum(row["amount"] for row in members) == county["amount"]


def test_whoever_leaves_stands_in_its_county(allokera: Program, shown: Shown) -> None:
    """And in its sum of changes; all changes together are nothing."""
    asked = ["compute", "--year", "2020", "--by", "lan"]
    leaving = [*asked, "--without", "Perstorp"]
    shown("compute-by-county", leaving, [*asked, "--only", "Malmö"])
    counties = json.loads(allokera(*leaving, "--json").out)["counties"]
    changes = {county["name"]: county["change"] for county in counties}
    assert changes["Skåne län"] == -29_000_000
    assert sum(changes.values()) == 0


def test_a_plan_says_what_its_scenario_does(shown: Shown) -> None:
    asked = ["--year", "2019-2020", "--without", "Borås", "--min", "25mnkr", "--min", "Malmö=0"]
    shown("compute-years", ["compute", *asked, "--applied", "Malmö=3mnkr"])


def test_titles_are_shown(allokera: Program) -> None:
    floor = EXAMPLES / "floor.yaml"
    title = yaml.safe_load(floor.read_text(encoding="utf-8"))["title"]
    page = allokera("compute", "--scenario", str(floor)).out
    assert page.startswith(f"{title}\n\n2020 \u00b7 ")
    page = allokera("compare", str(floor), "published").out
    assert page.startswith(f"published against {title}\n")
    assert re.search(rf"^{title}  2020 \u00b7 ", page, re.MULTILINE)


def test_a_title_that_does_not_tell_apart_is_shown_beside_the_name(
    allokera: Program, tmp_path: Path
) -> None:
    for name, title in (("a", "One"), ("b", "One"), ("c", "published"), ("d", "x" * 49)):
        text = f'title: "{title}"\nyear: "2020"\nunit: "1"\n'
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    asked = [str(tmp_path / f"{name}.yaml") for name in "abcd"]
    page = allokera("compare", *asked, "published").out
    assert page.startswith("b, c, d and published against a\n")
    told = re.findall(r"^([a-d]) +(One|published|x+): 2020", page, re.MULTILINE)
    assert told == [("a", "One"), ("b", "One"), ("c", "published"), ("d", "x" * 49)]
