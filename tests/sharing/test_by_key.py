"""Sharing out by the key that a grant states, from the command line."""

import json
import shlex
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from allokera import load_grant, load_population
from allokera.render.forms.schema import schema
from conftest import ROOT, Program, Refused, Shown

SCHOOLS = str(ROOT / "examples" / "schools")
IN_2027 = ["--grant", SCHOOLS, "--year", "2027"]


def document(allokera: Program, *arguments: str) -> Any:
    done = allokera(*arguments, "--json")
    assert (done.status, done.err) == (0, "")
    return json.loads(done.out)


def test_the_key_of_a_grant_gives_its_amounts(allokera: Program) -> None:
    found = document(allokera, "compute", *IN_2027, "--key")
    assert all(row["amount"] == row["published"] for row in found["rows"])
    assert (found["shares"]["reading"], found["shares"]["basis"]) == ("key", "stated")
    files = [source["file"] for source in found["sources"]]
    assert "indicators.csv" in files
    assert "kommuner_folkmangd.csv" not in files


def test_explain_shows_each_part(shown: Shown) -> None:
    asked = ["explain", "Granskolan", *IN_2027, "--key"]
    shown("explain-parts", asked, [*asked, "--min", "Granskolan=9 mnkr"])


def test_parts_sum_to_the_share_of_the_house(allokera: Program) -> None:
    found = document(allokera, "explain", "Granskolan", *IN_2027, "--key")
    Draft202012Validator(schema("explain")).validate(found)
    parts = found["parts"]
    assert [part["share"] for part in parts] == ["1/10", "13/20", "1/4"]
    assert [len(part["by"]) for part in parts] == [0, 2, 1]
    assert parts[1]["by"][1]["factor"] == "5/4"
    assert parts[2]["by"][0]["cap"] == "40/1"
    assert (parts[2]["figure"], parts[2]["total"]) == ("40/1", "178/1")
    for part in parts:
        figure, total, share = (Fraction(part[each]) for each in ("figure", "total", "share"))
        assert Fraction(part["units"]) == share * figure / total * found["house"]
    due = sum(Fraction(part["units"]) for part in parts)
    assert due == Fraction(found["share"]) * found["house"] == Fraction(found["quota"])


def test_without_a_key_there_are_no_parts(allokera: Program) -> None:
    assert document(allokera, "explain", "Malmö", "--year", "2020")["parts"] == []


def inhabitants(path: Path, figures: dict[str, int]) -> str:
    lines = [f"{name};1;{count}" for name, count in figures.items()]
    path.write_text("\n".join(["Kommun;Yta;Antal", *lines]), encoding="utf-8")
    return str(path)


def test_inhabitants_of_a_file_count_by_the_key(allokera: Program, tmp_path: Path) -> None:
    """Those of a day, written to a file by names, give what the day gives."""
    people = load_population("2018-12-31").inhabitants
    figures = {each.name: people[each.code] for each in load_grant().recipients}
    file = inhabitants(tmp_path / "p.csv", figures | {"Burlöv": people["1231"]})
    asked = ["compute", "--year", "2020", "--key", "--add", "Burlöv"]
    by_day = document(allokera, *asked, "--inhabitants", "2018-12-31")
    by_file = document(allokera, *asked, "--inhabitants", file, "--column", "Antal")
    assert by_file["rows"] == by_day["rows"]
    assert "p.csv" in [source["file"] for source in by_file["sources"]]
    scenario = tmp_path / "s.yaml"
    scenario.write_text(
        'year: "2020"\nkey: "yes"\nadd: "Burlöv"\ninhabitants: "p.csv"\ncolumn: "Antal"\n',
        encoding="utf-8",
    )
    from_scenario = document(allokera, "compute", "--scenario", str(scenario))
    assert from_scenario["rows"] == by_day["rows"]


def test_what_a_key_cannot_use_is_refused_in_a_line(refused: Refused, tmp_path: Path) -> None:
    own = Path(shutil.copytree(SCHOOLS, tmp_path / "own"))
    table = own / "schools.yaml"
    text = table.read_text(encoding="utf-8")
    start, end = text.index("# The key"), text.index("sources:")
    table.write_text(text[:start] + text[end:], encoding="utf-8")
    few = inhabitants(tmp_path / "few.csv", {"Malmö": 300_000, "Lund": 100_000})
    lacking = Path(shutil.copytree(SCHOOLS, tmp_path / "lacking"))
    figures = lacking / "indicators.csv"
    lines = figures.read_text(encoding="utf-8").splitlines()
    figures.write_text("\n".join(lines[:-1]), encoding="utf-8")
    year, key = ["--year", "2020"], ["--key", "--column", "Antal"]
    commands = [
        [f"--grant={own}", "--year", "2027", "--key"],
        [f"--grant={lacking}", "--year", "2027", "--key"],
        [*IN_2027, "--key", "--inhabitants", "2018-12-31"],
        [*year, *key, "--inhabitants", few],
        [*year, *key, "--inhabitants", str(tmp_path / "none.csv")],
        [*year, "--inhabitants", few, "--with", "per-capita"],
        ["--total", "9", "--weights", "population", "--inhabitants", few],
    ]
    refused("keys", {shlex.join(each): ["compute", *each] for each in commands})


@pytest.mark.parametrize("name", ["schools.yaml", "budgets.yaml"])
def test_the_example_is_read(name: str) -> None:
    assert name in {source.file for source in load_grant(SCHOOLS).files}
