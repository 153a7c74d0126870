"""What if: other members, bounds, applications, money or weights, by options or by a file."""

import json
import re
import shlex
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from allokera import (
    Bound,
    Grant,
    Recipient,
    Scenario,
    by_key,
    compute,
    load_population,
    own_shares,
    scaled,
    share_out,
)
from allokera.errors import Message, RequestError
from allokera.sharing.measures import own_funding, weigh
from allokera.sharing.messages import SharingMessages
from conftest import ROOT, Program, Refused, worded

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


def by_name(allokera: Program, *arguments: str) -> dict[str, dict[str, Any]]:
    document = json.loads(allokera("compute", *arguments, "--json").out)
    return {row["name"]: row for row in document["rows"]}


def test_the_key_gives_all_32_amounts_of_2018(allokera: Program) -> None:
    """Rounded to the nearest at one divisor, as the publisher rounded; the pool is that of 2018."""
    rows = by_name(allokera, "--year", "2018", "--key", "--method", "webster")
    assert len(rows) == 32
    assert all(row["amount"] == row["published"] for row in rows.values())
    by_remainder = allokera("compute", "--year", "2018", "--key").out
    assert "the key gives 32 of\nthe 32 published amounts" in by_remainder


@pytest.mark.parametrize("date", ["2016-12-31", "2018-12-31"])
def test_inhabitants_of_another_day_do_not(allokera: Program, date: str) -> None:
    rows = by_name(
        allokera, "--year", "2018", "--key", "--method", "webster", "--inhabitants", date
    )
    assert sum(row["amount"] == row["published"] for row in rows.values()) < 4


def test_the_key_is_half_equal_and_half_by_inhabitants(grant: Grant) -> None:
    population = load_population()
    shares = by_key(grant.recipients, population)
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
    scale = allokera("compute", "--year", "2020", "--without", "Perstorp").out
    assert "by scale" in scale.splitlines()[0]
    assert "Shares are derived: the others keep their shares, without Perstorp" in scale
    key = allokera("compute", "--year", "2020", "--without", "Perstorp", "--key").out
    assert "by key" in key.splitlines()[0]
    assert "Shares are inferred: half in equal parts, half by inhabitants on 2017-12-31" in key


def test_it_shows_who_gains_and_who_pays(grant: Grant, allokera: Program) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    asked = Scenario(years=(2020,), shares=scaled(own_shares(grant), [perstorp], []))
    sides = weigh(share_out(grant, asked).allocations)
    assert sides is not None
    assert sides.payers == {perstorp: -36_000_000}
    assert sum(sides.gainers.values()) == 36_000_000
    assert sides.unchanged == 3
    page = allokera("compute", "--year", "2020", "--without", "Perstorp").out
    assert "28 gain 36 000 000 kr;\nPerstorp pays 36 000 000 kr; 3 are unchanged." in page


def test_what_is_not_applied_for_is_left_unused(grant: Grant, allokera: Program) -> None:
    plain = {row.recipient.name: row.amount for row in compute(grant, year=2020).rows}
    rows = by_name(allokera, "--year", "2020", "--applied", "Perstorp=3500tkr")
    assert rows.pop("Perstorp")["amount"] == 3_500_000
    assert {name: row["amount"] for name, row in rows.items()} == {
        name: amount for name, amount in plain.items() if name != "Perstorp"
    }
    page = allokera("compute", "--year", "2020", "--applied", "Perstorp=3500tkr").out
    assert "Not applied for     32 500 000" in page
    assert "no rule of the\ngrant shares them out again" in page


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
    bounds = ["--min", "41mnkr", "--max", "120mnkr", "--method", method]
    rows = by_name(allokera, "--year", "2020", *bounds)
    assert all(41_000_000 <= row["amount"] <= 120_000_000 for row in rows.values())
    assert sum(row["amount"] for row in rows.values()) == 2_175_000_000
    assert rows["Stockholm"]["held"] == "maximum"
    assert rows["Perstorp"]["held"] == "minimum"
    page = allokera("compute", "--year", "2020", *bounds).out
    assert "Held at the most of 120 000 000 kr: " in page


def test_a_bound_for_one_counts_more_than_that_for_all(allokera: Program) -> None:
    rows = by_name(allokera, "--year", "2020", "--min", "50mnkr", "--min", "Perstorp=0")
    assert rows["Perstorp"]["amount"] < 36_000_000
    assert rows["Perstorp"]["minimum"] is None


def test_a_bound_between_two_units_is_not_passed(allokera: Program) -> None:
    rows = by_name(allokera, "--year", "2020", "--max", "Malmö=100500tkr")
    assert rows["Malmö"]["amount"] == 100_000_000
    rows = by_name(allokera, "--year", "2020", "--min", "Malmö=130500tkr")
    assert rows["Malmö"]["amount"] == 131_000_000


def test_bounds_come_with_weights_and_are_overruled_by_name(
    allokera: Program, tmp_path: Path
) -> None:
    table = tmp_path / "w.csv"
    table.write_text("name;weight;min;max\nA;5;4;\nB;3;;2\nC;2;;\n", encoding="utf-8")
    asked = ["--weights", str(table), "--total", "10", "--unit", "1"]
    assert [row["amount"] for row in by_name(allokera, *asked).values()] == [6, 2, 2]
    rows = by_name(allokera, *asked, "--max", "A=4")
    assert [row["amount"] for row in rows.values()] == [4, 2, 4]
    rows = by_name(allokera, *asked, "--max", "B=3", "--min", "C=3")
    assert [row["amount"] for row in rows.values()] == [4, 3, 3]


WEIGHTS = {
    "w.csv": "name,weight\nA,5\nB,3\nC,2\n",
    "w.tsv": "name\tweight\nA\t5\nB\t3\nC\t2\n",
    "w.md": "| name | weight |\n|---|---|\n| A | 5 |\n| B | 3 |\n| C | 2 |\n",
    "w.txt": "name  weight\nA  5\nB  3\nC  2\n",
    "w.html": "<table><tr><th>name<th>weight<tr><td>A<td>5<tr><td>B<td>3<tr><td>C<td>2</table>",
    "decimals.csv": "name;weight\nA;0,5\nB;0,3\nC;0,2\n",
    "codes.csv": "code,name,weight\n01,A,5\n02,B,3\n03,C,2\n",
    "blank.csv": "name,weight,min,max\nA,5,,\nB,3,,\nC,2,,\n",
    "titled.csv": "Weights of the year\nname,weight\nA,5\nB,3\nC,2\n",
    "columns.csv": "name,rank,weight\nA,1,5\nB,2,3\nC,3,2\n",
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_come_in_every_form(allokera: Program, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(WEIGHTS[name], encoding="utf-8")
    rows = by_name(allokera, "--weights", str(path), "--total", "7", "--method", "webster")
    assert {name: row["amount"] for name, row in rows.items()} == {"A": 4, "B": 2, "C": 1}
    piped = allokera(
        *["compute", "--weights", "-", "--total", "7", "--method", "webster", "--json"],
        stdin=WEIGHTS[name].encode(),
    )
    document = json.loads(piped.out)
    assert [row["amount"] for row in document["rows"]] == [4, 2, 1]
    assert document["sources"][-1]["file"] == "stdin"


def test_weights_come_from_a_spreadsheet(allokera: Program, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("name", "weight", "min"), ("A", 5, None), ("B", 2.5, None), ("C", 2, 3)):
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")
    rows = by_name(allokera, "--weights", str(tmp_path / "w.xlsx"), "--total", "9")
    assert {name: row["amount"] for name, row in rows.items()} == {"A": 4, "B": 2, "C": 3}


def test_weights_with_decimals_are_whole_by_a_power_of_ten(
    allokera: Program, tmp_path: Path
) -> None:
    """Whoever is added among them has a weight as they were given: by tens the same."""
    (tmp_path / "w.csv").write_text("name;weight\nA;1,5\nB;3\n", encoding="utf-8")
    asked = ["--weights", str(tmp_path / "w.csv"), "--add", "C=3", "--total", "5", "--unit", "1"]
    document = json.loads(allokera("compute", *asked, "--json").out)
    assert [row["weight"] for row in document["rows"]] == [15, 30, 30]
    assert [row["amount"] for row in document["rows"]] == [1, 2, 2]
    assert document["shares"]["times"] == 10
    page = allokera("explain", "C", *asked).out
    assert re.search("Weight +30  as given, times 10", page)
    assert "kr" not in page


def test_a_newcomer_among_own_weights_needs_one(allokera: Program) -> None:
    asked = ["compute", "--weights", "-", "--total", "5", "--add", "C"]
    done = allokera(*asked, stdin=b"name;weight\nA;1\n")
    assert (done.status, done.out) == (2, "")
    assert worded(SharingMessages.needs_weight, name="C") in done.err
    assert "--key" not in done.err


def test_municipalities_keep_their_codes_by_name_alone(allokera: Program) -> None:
    table = "kommun;vikt\nMalmö;3\nLund;2\n"
    page = allokera(
        *["compute", "--weights", "-", "--total", "5mnkr", "--by", "lan", "--with", "per-capita"],
        stdin=table.encode(),
    ).out
    assert "1280  Malmö" in page
    assert "Skåne län" in page


def test_a_spreadsheet_takes_the_zeros_off_codes(allokera: Program) -> None:
    asked = ["compute", "--weights", "-", "--total", "9", "--by", "lan", "--json"]
    done = allokera(*asked, stdin="kod,kommun,vikt\n180,Stockholm,3\n1280,Malmö,4\n".encode())
    document = json.loads(done.out)
    assert [row["code"] for row in document["rows"]] == ["0180", "1280"]
    done = allokera(*asked, stdin="kod,kommun,vikt\n181,Stockholm,3\n1280,Malmö,4\n".encode())
    assert worded(SharingMessages.not_in_a_county, names=("Stockholm",)) in done.err


def test_a_scenario_finds_its_weights_beside_it_and_options_count_more(
    allokera: Program, tmp_path: Path
) -> None:
    (tmp_path / "w.csv").write_text(WEIGHTS["w.csv"], encoding="utf-8")
    scenario = tmp_path / "s.yaml"
    scenario.write_text('weights: "w.csv"\ntotal: "7"\nmethod: "webster"\n', encoding="utf-8")
    rows = by_name(allokera, "--scenario", str(scenario))
    assert [row["amount"] for row in rows.values()] == [4, 2, 1]
    rows = by_name(allokera, "--scenario", str(scenario), "--total", "10")
    assert [row["amount"] for row in rows.values()] == [5, 3, 2]
    document = json.loads(
        allokera("compute", "--scenario", str(scenario), "--year", "2020", "--json").out
    )
    assert (document["year"], document["allocated"]) == (2020, 2_175_000_000)


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


def test_whoever_leaves_stands_in_its_county(allokera: Program) -> None:
    """And in its sum of changes; all changes together are nothing."""
    page = allokera("compute", "--year", "2020", "--without", "Perstorp", "--by", "lan").out
    assert re.search("1275  Perstorp +leaves  -36 000 000\n +Skåne län .* -29 000 000\n", page)
    assert re.search("All 31 rows +2 175 000 000 +0\n", page)
    asked = ["compute", "--year", "2020", "--only", "Malmö", "--by", "lan"]
    assert "Skåne län, shown" in allokera(*asked).out


def test_a_plan_says_what_its_scenario_does(allokera: Program) -> None:
    asked = ["--year", "2019-2020", "--without", "Borås", "--min", "25mnkr", "--min", "Malmö=0"]
    page = allokera("compute", *asked, "--applied", "Malmö=3mnkr").out
    assert page.startswith("2019\u20132020 \u00b7 by scale \u00b7 largest-remainder")
    assert re.search("1490  Borås +leaves\n", page)
    assert "2019: Held at the least of 25 000 000 kr: " in page
    assert "2019: Malmö applied for less: 70 000 000 kr are left unused" in page


def test_titles_are_shown(allokera: Program) -> None:
    floor = str(EXAMPLES / "floor.yaml")
    page = allokera("compute", "--scenario", floor).out
    assert page.startswith("A floor of 45 million\n\n2020 \u00b7 worked example")
    assert "A floor of 45 million: 2020" in allokera("compare", floor, "published").out


def scenario(text: str) -> str:
    return f"title: x\n{text}"


BAD_SCENARIOS = [
    'yaer: "2020"',
    'year: "MMXX"',
    "year: [2020]",
    'year: "2020"\nmin: "many"',
    'year: "2020"\nmin:\n  Perstrop: 3mnkr',
    'year: "2020"\nmin:\n  Perstorp: [3]',
    'year: "2020"\nmin:\n  Malmö: 3\n  Malmö: 4',
    'year: "2020"\nmin: "80mnkr"',
    'year: "2020"\nmax:\n  - "9mnkr"',
    'year: "2020"\nmax: ["9mnkr", "8mnkr"]',
    'year: "2020"\nredistribute: "maybe"',
    'year: "2020"\nredistribute: "yes"',
    'year: "2020"\nadd: "Burlöv"',
    'year: "2020"\nadd: "Malmö=3"',
    'year: "2020"\nwithout: "Lund"',
    'year: "2020"\nmethod: "dice"',
    'total: "5"\ncarry: "yes"',
    'year: "2020"\ntotal: "5"',
    'year: "2020"\nkey: "yes"\ninhabitants: "1917"',
    'year: "2020"\nweights: "none.csv"',
    "- 1",
    'year: "2020',
]


def written(directory: Path, suffix: str, text: str) -> str:
    """Write a text to a new file, and give its path."""
    path = directory / f"{len(list(directory.iterdir()))}{suffix}"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_bad_scenario_is_refused_with_file_and_line(refused: Refused, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    asked = ["compute", "--output", str(output), "--scenario"]
    refused(
        "scenarios",
        {text: [*asked, written(tmp_path, ".yaml", scenario(text))] for text in BAD_SCENARIOS},
    )
    assert not output.exists()


BAD_WEIGHTS = [
    "name,weight\nA,5\nB,-3\n",
    "name,weight\nA,5\nB,5 000 00\n",
    "name,weight\nA,5\nB,x3y\n",
    "name,weight\nA,5\nB,\nC,3\n",
    "name,weight\nA,5\nB,3\nSource: SCB,\n",
    "name,weight\nA,5\nA,3\n",
    "name,weight,min\nA,5,x1\nB,3,\n",
    "name,weight\nA,1e3\nB,3\nC,4\n",
    "code,name,weight\n01,A,?\n02,B,3\n03,C,4\n",
    "name,weight,weight\nA,5,1\nB,3,2\n",
    "name,2019,2020\nA,5,1\nB,3,2\n",
    "code,name,weight\n01,A,5\n01,B,3\n",
    "name,weight,min\nA,5,0 5\nB,3,1\n",
    "name,weight,min,max\nA,5,3,2\nB,3,,\n",
    "name,weight,max\nA,5,3\nB,3,2\n",
    "name,min\nA,5\nB,3\n",
    "name,weight\nA,0\nB,0\n",
    "",
    "nothing here",
]


def test_bad_weights_are_refused_with_file_and_line(refused: Refused, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    asked = ["compute", "--total", "9", "--output", str(output), "--weights"]
    refused("weights", {text: [*asked, written(tmp_path, ".csv", text)] for text in BAD_WEIGHTS})
    assert not output.exists()


BAD_REQUESTS = [
    ["--max", "Perstorp=30mnkr", "--min", "45mnkr"],
    ["--min", "Malmö=1mnkr", "--min", "malmo=2mnkr"],
    ["--min", "1,5mnkr", "--max", "1,7mnkr"],
    ["--add", "Burlöv=3mnkr", "--key"],
    ["--add", "Burlof=3mnkr"],
    ["--applied", "Burlöv=3mnkr"],
    ["--weights", "x.csv", "--key"],
    ["--year", "2019-2020", "--carry", "--method", "webster"],
    ["--carry"],
    ["--inhabitants", "2018-12-31"],
    ["--add", "Burlöv=3mnkr", "--add", "1231=4mnkr"],
    ["--without", "Malmö", "--max", "Malmö=3mnkr"],
    ["--min", "Perstorp=5mnkr", "--applied", "1275=3mnkr"],
    ["--year", "2019-2020", "--with", "share"],
    ["--weights", "population", "--with", "change"],
    ["--year", "2020", "--with", "shares"],
    ["--inhabitants", "2015", "--key"],
    ["--year", "2019", "--total", "3"],
    ["--envelope", "1mnkr"],
    ["--method", "hill", "--unit", "1mdkr"],
]


def test_a_bad_request_is_refused_in_a_line(refused: Refused) -> None:
    def asked(arguments: list[str]) -> list[str]:
        return ["compute", *([] if "--year" in arguments else ["--year", "2020"]), *arguments]

    refused("requests", {shlex.join(each): asked(each) for each in BAD_REQUESTS})


def test_nobody_left_is_refused(grant: Grant) -> None:
    with pytest.raises(RequestError, match="nobody left"):
        scaled(own_shares(grant), grant.recipients, [])


def test_two_bounds_of_one_recipient_are_refused(grant: Grant) -> None:
    malmo = grant.recipients[17]
    twice = (Bound(recipient=malmo, amount=1), Bound(recipient=malmo, amount=2))
    with pytest.raises(RequestError, match="two bounds"):
        share_out(grant, Scenario(years=(2020,), minimums=twice))
