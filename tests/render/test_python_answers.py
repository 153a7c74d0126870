"""Answers for Python: the same as the command line writes, as plain values."""

import csv
import io
import json
from decimal import Decimal

import pytest

import allokera
from allokera import columns, records, to_dict
from allokera.explanation import explain
from allokera.explanation.year_by_year import follow
from allokera.render.answers import Answer
from allokera.sharing.comparison import answer_of, put_side_by_side
from conftest import ROOT, Program

GRANT = allokera.load_grant()
PLAIN = allokera.compute(GRANT, year=2020)
PLAN = allokera.compute_years(GRANT, [2019, 2020])
MALMO = next(each for each in GRANT.recipients if each.name == "Malm\u00f6")
TABLE = str(ROOT / "data" / "kommuner_2018.yaml")
ANSWERS: dict[str, tuple[Answer, list[str]]] = {
    "allocation": (PLAIN, ["compute", "--year", "2020"]),
    "plan": (PLAN, ["compute", "--year", "2019-2020"]),
    "report": (
        allokera.audit_file("data/kommuner_2018.yaml"),
        ["verify", "data/kommuner_2018.yaml"],
    ),
    "explanation": (explain(PLAIN, MALMO), ["explain", "Malm\u00f6", "--year", "2020"]),
    "course": (follow(PLAN, MALMO), ["explain", "Malm\u00f6", "--year", "2019-2020"]),
}
each_answer = pytest.mark.parametrize("name", ANSWERS)


@each_answer
def test_a_dictionary_says_what_json_says(allokera: Program, name: str) -> None:
    answer, command = ANSWERS[name]
    told = json.loads(allokera(*command, "--json").out)
    assert {**to_dict(answer), "command": None} == {**told, "command": None}


@each_answer
def test_rows_and_columns_say_what_csv_says(allokera: Program, name: str) -> None:
    answer, command = ANSWERS[name]
    plain = list(csv.DictReader(io.StringIO(allokera(*command, "--format", "csv").out)))
    rows = records(answer)
    shown = [{field: _shown(value) for field, value in row.items()} for row in rows]
    assert shown == plain
    assert columns(answer) == {field: [row[field] for row in rows] for field in rows[0]}
    shares = [row[field] for row in rows for field in ("share", "quota") if field in row]
    assert all(type(each) is Decimal for each in shares)
    kinds = {type(value) for row in rows for value in row.values()}
    assert kinds <= {int, str, bool, Decimal, type(None)}


def _shown(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_a_comparison_too() -> None:
    other = allokera.compute_years(GRANT, [2019])
    both = put_side_by_side([answer_of("a", other), answer_of("b", PLAN)])
    assert columns(both)["b"][0] == PLAN.totals[0]
    assert to_dict(both)["schema"] == "allokera/comparison/1"
    assert repr(both) == "<Comparison ['a', 'b'] of 32>"


def test_answers_are_short_to_look_at() -> None:
    assert repr(PLAIN) == "<Allocation 2020: 2175000000 to 32 by largest-remainder>"
    assert repr(PLAN) == "<Plan [2019, 2020]: 3500000000 to 32>"
    assert repr(ANSWERS["explanation"][0]) == "<Explanation Malm\u00f6: 116000000>"
    assert repr(ANSWERS["report"][0]).startswith("<Report findings: {'error': 2")
