"""Weights of one's own: in every form, with bounds, decimals and codes."""

import json
from pathlib import Path

import openpyxl
import pytest

from allokera.sharing.messages import SharingMessages
from conftest import Program, Shown, by_name, worded


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
    allokera: Program, shown: Shown, tmp_path: Path
) -> None:
    """Whoever is added among them has a weight as they were given: by tens the same."""
    (tmp_path / "w.csv").write_text("name;weight\nA;1,5\nB;3\n", encoding="utf-8")
    asked = ["--weights", str(tmp_path / "w.csv"), "--add", "C=3", "--total", "5", "--unit", "1"]
    document = json.loads(allokera("compute", *asked, "--json").out)
    assert [row["weight"] for row in document["rows"]] == [15, 30, 30]
    assert [row["amount"] for row in document["rows"]] == [1, 2, 2]
    assert document["shares"]["times"] == 10
    shown("explain-times-ten", ["explain", "C", *asked])


def test_a_newcomer_among_own_weights_needs_one(allokera: Program) -> None:
    asked = ["compute", "--weights", "-", "--total", "5", "--add", "C"]
    done = allokera(*asked, stdin=b"name;weight\nA;1\n")
    assert (done.status, done.out) == (2, "")
    assert worded(SharingMessages.needs_weight, name="C") in done.err
    assert "--key" not in done.err


def test_municipalities_keep_their_codes_by_name_alone(allokera: Program) -> None:
    table = "kommun;vikt\nMalmö;3\nLund;2\n"
    asked = ["--weights", "-", "--total", "5mnkr", "--by", "lan", "--with", "per-capita"]
    document = json.loads(allokera("compute", *asked, "--json", stdin=table.encode()).out)
    assert [row["code"] for row in document["rows"]] == ["1280", "1281"]
    assert [county["name"] for county in document["counties"]] == ["Skåne län"]


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
