"""Relations that a person states, or sets aside."""

import json
import re
from typing import Any

import pytest

from conftest import Program

ROWS = [
    (name, one, 37 * one % 9_000, 11 * one)
    for name, one in zip("ABCDEFGH", range(731, 8_000, 911), strict=False)
]
TABLE = "Ort;2018;Del 2;Andra;Summa\n" + "".join(
    f"{name};{one};{two};{three};{one + two}\n" for name, one, two, three in ROWS
)
WRONG = TABLE.replace(f";{ROWS[2][1] + ROWS[2][2]}\n", f";{ROWS[2][1] + ROWS[2][2] + 400}\n")
STATED = 'Summa = "2018" + "Del 2"'


def told(allokera: Program, table: str, *options: str) -> dict[str, Any]:
    done = allokera("verify", "-", "--json", *options, stdin=table.encode())
    document: dict[str, Any] = json.loads(done.out)
    return document


def test_what_is_stated_is_law(allokera: Program) -> None:
    document = told(allokera, WRONG, "--relation", STATED)
    (first, *_) = document["relations"]
    assert (first["standing"], first["family"]) == ("told", "sum")
    assert first["lines"]["broken"] == [4]
    (error,) = [each for each in document["findings"] if each["severity"] == "error"]
    assert (error["code"], error["recipient"]["name"], error["where"]) == (
        "row-sum",
        "C",
        "stdin:4",
    )


def test_what_is_found_is_a_warning(allokera: Program) -> None:
    document = told(allokera, WRONG)
    assert [each["severity"] for each in document["findings"] if each["code"] == "row-sum"] == [
        "warning"
    ]


@pytest.mark.parametrize(
    ("equation", "family"),
    [
        ('Andra = 100 * "2018" / "Del 2"', "division"),
        ('Andra = "2018" \u00d7 "Del 2"', "product"),
        ("\"Del 2\" = Summa \u2212 '2018'", "sum"),
    ],
)
def test_signs_of_every_kind(allokera: Program, equation: str, family: str) -> None:
    first = told(allokera, TABLE, "--relation", equation)["relations"][0]
    assert (first["family"], first["standing"]) == (family, "told")


def test_a_relation_is_set_aside(allokera: Program) -> None:
    document = told(allokera, WRONG)
    (law,) = [each for each in document["relations"] if each["family"] == "sum"]
    rest = told(allokera, WRONG, "--ignore-relation", str(law["number"]))
    assert law["number"] not in {each["number"] for each in rest["relations"]}
    assert not [each for each in rest["findings"] if each["code"] == "row-sum"]
    assert "--ignore-relation" in rest["command"]


@pytest.mark.parametrize(
    "equation",
    [
        "",
        "Summa",
        "= Andra",
        "Summa = 2018",
        'Summa = "2018" +',
        'Summa = "2018" + + Andra',
        'Summa = "2018" "Del 2"',
        "Summa = Andra + Andra",
        "Summa = Andra + Summa",
        "Summa = Andra / Summa / Summa",
        "Summa = 7 * Andra / Summa",
        "Summa = Inget + Andra",
        'Summa = "2018',
    ],
)
def test_what_is_no_relation_is_refused_where_it_stops(allokera: Program, equation: str) -> None:
    done = allokera("verify", "-", "--relation", equation, stdin=TABLE.encode())
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith("allokera: --relation: ")
    assert "^" in done.err


def test_the_command_says_what_makes_the_report_again(allokera: Program) -> None:
    document = told(allokera, TABLE, "--visible", "--columns", "Andra,Summa", "--unit", "Andra=1")
    assert document["command"] == (
        "allokera verify - --columns Andra,Summa --unit Andra=1 --visible"
    )


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    "relation", ['"2018" = Summa - "Del 2"', '"Del 2" = Summa - "2018"', 'Summa = "Del 2" + "2018"']
)
def test_what_is_taken_away_stays_taken_away(allokera: Program, relation: str, lang: str) -> None:
    """A part that is left of the whole in the table is not added for that."""
    done = allokera("verify", "-", "--relation", relation, "--lang", lang, stdin=TABLE.encode())
    lines = done.out.replace("\u2212", "-").splitlines()
    parts = {*relation.replace('"', "").partition(" = ")[2].split(" + ")}
    (line,) = [each for each in lines if re.match("1  ", each)]
    target, _, what = line.removeprefix("1  ").partition(":")[0].partition(" = ")
    assert target == relation.replace('"', "").partition(" = ")[0]
    assert {*what.split(" + ")} == parts
