"""Answers side by side."""

import csv
import io
import json
import re
import shlex
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allokera import Grant, Scenario, share_out
from allokera.apportionment import METHODS, apportion, find_method
from allokera.errors import RequestError
from allokera.sharing.comparison import answer_of, published_answer, put_side_by_side
from conftest import ROOT, Program, Refused, Shown

EXAMPLES = ROOT / "examples"


def example(name: str) -> str:
    return str(EXAMPLES / f"{name}.yaml")


def compared(allokera: Program, *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(allokera("compare", *arguments, "--json").out)
    return document


def test_every_change_is_one_amount_less_another(allokera: Program) -> None:
    document = compared(allokera, example("today"), example("floor"), example("key"))
    assert [answer["name"] for answer in document["answers"]] == ["today", "floor", "key"]
    assert len(document["rows"]) == 33
    for row in document["rows"]:
        for name in ("today", "floor", "key"):
            if row["amounts"]["today"] is None is row["amounts"][name]:
                assert row["changes"][name] is None
                continue
            before, after = (row["amounts"][each] or 0 for each in ("today", name))
            assert row["changes"][name] == after - before
            if before:
                assert Fraction(row["parts"][name]) == Fraction(after - before, before)
            else:
                assert row["parts"][name] is None
    for answer in document["answers"]:
        total = sum(row["amounts"][answer["name"]] or 0 for row in document["rows"])
        assert answer["total"] == total == 2_175_000_000


def test_rows_are_sorted_by_the_first_answer_or_by_change(allokera: Program) -> None:
    rows = compared(allokera, example("today"), example("floor"))["rows"]
    amounts = [row["amounts"]["today"] for row in rows]
    assert amounts == sorted(amounts, reverse=True)
    rows = compared(allokera, example("today"), example("floor"), "--sort", "change")["rows"]
    changes = [row["changes"]["floor"] for row in rows]
    assert changes == sorted(changes, reverse=True)
    assert changes[0] > 0 > changes[-1]
    in_order = compared(allokera, example("today"), example("floor"), "--sort", "table")["rows"]
    assert [row["code"] for row in in_order] == sorted(row["code"] for row in rows)


def test_what_does_not_change_and_who_comes_and_goes(allokera: Program, shown: Shown) -> None:
    names = ("method", "without", "added")
    shown("compare-changes", *(["compare", example("today"), example(name)] for name in names))
    method, without, added = (
        {row["name"]: row["changes"][name] for row in document["rows"]}
        for name in names
        for document in [compared(allokera, example("today"), example(name))]
    )
    assert [*method.values()] == [0] * 32
    assert without.pop("Perstorp") == -36_000_000
    assert sum(change > 0 for change in without.values()) == 28
    assert sum(without.values()) == 36_000_000
    assert added["Burlöv"] == 37_000_000


def test_published_amounts_are_of_the_years_that_are_computed(allokera: Program) -> None:
    document = compared(allokera, "published", example("today"))
    assert {row["changes"]["today"] for row in document["rows"]} == {0}
    document = compared(allokera, "published", "--year", "2019")
    by_name = {row["name"]: row for row in document["rows"]}
    assert by_name["Stockholm"]["amounts"] == {"published": None, "computed": 164_000_000}
    assert by_name["Stockholm"]["changes"] == {"published": None, "computed": None}
    assert by_name["Trollhättan"]["changes"]["computed"] == 1_000_000


def test_years_are_compared_together(allokera: Program) -> None:
    document = compared(allokera, "published", example("years"))
    assert document["answers"][0]["years"] == list(range(2018, 2028))
    by_name = {row["name"]: row for row in document["rows"]}
    assert by_name["Perstorp"]["amounts"] == {"published": 316_755_000, "years": 314_755_000}


def test_methods_are_marked_where_they_differ(allokera: Program) -> None:
    methods = ["webster", "adams", "jefferson"]
    asked = [each for name in methods for each in ("--method", name)]
    page = allokera("compare", "--year", "2020", *asked).out
    document = compared(allokera, "--year", "2020", *asked)
    changes = [row["changes"][name] for row in document["rows"] for name in methods[1:]]
    assert 0 < changes.count(0) < len(changes)
    said = Counter(re.findall(r" ([-+][0-9 ]+[0-9])  ", page))
    assert said == Counter(f"{each:+,}".replace(",", " ") for each in changes if each)


def test_what_is_no_money_is_in_no_kronor(shown: Shown) -> None:
    asked = ["compare", "--weights", "-", "--total", "5", "--unit", "1"]
    table = b"name;weight\nA;10\nB;6\nC;3\n"
    shown("compare-own", [*asked, "--method", "hill", "--method", "jefferson"], stdin=table)


def test_a_margin_proves_the_amounts(allokera: Program, grant: Grant) -> None:
    """The simplest divisor, and any in the interval, gives them by one division and rounding."""
    asked = [each for method in METHODS for each in ("--method", method.name)]
    document = compared(allokera, "--year", "2020", *asked)
    weights = [
        each.weight for each in share_out(grant, Scenario(years=(2020,))).allocations[0].rows
    ]
    in_order = sorted(document["rows"], key=lambda row: row["code"])
    for answer in document["answers"]:
        margin, method = answer["margin"], find_method(answer["name"])
        units = [row["amounts"][answer["name"]] // 1_000_000 for row in in_order]
        assert units == list(apportion(weights, 2_175, method).units)
        if method.signposts is None:
            assert margin["of"] == "remainders"
            parts = [Fraction(weight * 2_175, sum(weights)) % 1 for weight in weights]
            split = Fraction(margin["most"])
            assert units == [
                weight * 2_175 // sum(weights) + (part >= split)
                for weight, part in zip(weights, parts, strict=True)
            ]
            continue
        assert margin["of"] == "divisors"
        divisor = Fraction(margin["simplest"])
        assert units == method.signposts.rounded(weights, divisor.denominator, divisor.numerator)
        power = 2 if margin["squared"] else 1
        assert Fraction(margin["least"]) <= divisor**power <= Fraction(margin["most"])


def test_a_spreadsheet_gets_amounts_and_changes(allokera: Program) -> None:
    text = allokera("compare", example("today"), example("floor"), "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["code", "name", "today", "floor", "floor: change", "floor: change, %"]
    assert sum(int(row["floor: change"]) for row in rows) == 0
    assert {row["floor: change, %"] for row in rows if row["floor: change"] == "0"} <= {"0.00"}


def test_a_file_twice_has_two_names(allokera: Program) -> None:
    document = compared(allokera, example("today"), example("today"))
    assert [answer["name"] for answer in document["answers"]] == ["today", "today (2)"]


def test_files_and_methods_go_together(allokera: Program) -> None:
    document = compared(allokera, example("floor"), "--method", "webster", "--method", "hill")
    names = [answer["name"] for answer in document["answers"]]
    assert names == ["floor by webster", "floor by hill"]
    document = compared(allokera, "--scenario", example("floor"), "published")
    assert [answer["name"] for answer in document["answers"]] == ["published", "floor"]


def test_names_of_answers_differ_from_each_other_and_from_columns(
    allokera: Program, tmp_path: Path
) -> None:
    text = Path(example("today")).read_text(encoding="utf-8")
    files = [tmp_path / name for name in ("a (3).yaml", "a.yaml", "name.yaml", "published.yaml")]
    for file in files:
        file.write_text(text, encoding="utf-8")
    asked = [*map(str, files), str(files[1]), str(files[1])]
    names = [answer["name"] for answer in compared(allokera, *asked)["answers"]]
    assert names == ["a (3)", "a", "name (2)", "published (2)", "a (2)", "a (4)"]
    rows = csv.DictReader(io.StringIO(allokera("compare", *asked, "--format", "csv").out))
    assert {row["name"] for row in rows} >= {"Malmö", "Perstorp"}


def test_who_is_in_neither_of_two_answers_is_not_unchanged(allokera: Program) -> None:
    """Somebody joins by the key only, and by the others nothing changes for it."""
    asked = [example(name) for name in ("today", "key", "without")]
    alone = allokera("compare", example("today"), example("without")).out
    summary = next(text for text in alone.splitlines() if text.startswith("Without Perstorp:"))
    assert summary in allokera("compare", *asked).out


def test_unreadable_amounts_are_in_no_sum(allokera: Program) -> None:
    """As the page is: `golden/compare-published.txt`."""
    document = compared(allokera, "published", "--year", "2019")
    assert [answer["total"] for answer in document["answers"]] == [None, 1_325_000_000]
    unread = [row["name"] for row in document["rows"] if row["amounts"]["published"] is None]
    assert sorted(unread) == ["Göteborg", "Stockholm"]


def test_other_years_are_told(shown: Shown) -> None:
    shown("compare-years", ["compare", example("today"), example("years")])


def test_stdin_is_read_once_for_all(allokera: Program) -> None:
    asked = ["compare", "--weights", "-", "--total", "9", "--method", "hill", "--method", "adams"]
    done = allokera(*asked, stdin=b"name;weight\nA;1\nB;2\n")
    assert (done.status, done.err) == (0, "")


ERRORS = [
    ["published", "published", "--year", "2020"],
    [example("today"), example("seats")],
    ["--year", "2020"],
    ["published"],
    ["published", "--total", "5"],
    ["nowhere.yaml", "published"],
    [example("today"), "--scenario", example("floor")],
    ["--year", "2020", "--method", "lr", "--method", "dice"],
]


def test_what_cannot_be_compared_gets_one_clear_line(refused: Refused) -> None:
    refused("compare", {shlex.join(each): ["compare", *each] for each in ERRORS})


def test_answers_are_made_of_plans(grant: Grant) -> None:
    plan = share_out(grant, Scenario(years=(2019, 2020)))
    comparison = put_side_by_side([published_answer(grant, (2019, 2020)), answer_of("us", plan)])
    changes = comparison.changes(comparison.answers[1])
    assert [each.recipient.name for each in changes if each.kronor] == ["Trollhättan"]
    assert comparison.answers[1].margin is None
    with pytest.raises(RequestError, match="two answers needed"):
        put_side_by_side([answer_of("us", plan)])
