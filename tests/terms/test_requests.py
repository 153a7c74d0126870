"""Requests as they are written: options over files, newcomers, and what is shown of them."""

import csv
import io
import json
import re
import shlex
from fractions import Fraction
from pathlib import Path

import pytest

from allokera import Recipient, load_population
from allokera.names import NamesMessages
from allokera.render.messages import RenderMessages
from allokera.sharing.messages import SharingMessages
from allokera.source.messages import SourceMessages
from conftest import Golden, Program, Refused, worded


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
    done = allokera(*asked[:3], "--year", "2020", "--only", "1275")
    assert f"--only: {worded(RenderMessages.left_out, name='Perstorp')}" in done.err


def test_inhabitants_of_those_who_leave_count_for_nobody(allokera: Program) -> None:
    asked = ["compute", "--year", "2020", "--with", "per-capita", "--inhabitants", "2018-12-31"]
    page = allokera(*asked, "--without", "Stockholm").out
    population = load_population("2018-12-31").inhabitants
    rows = json.loads(allokera(*asked, "--without", "Stockholm", "--json").out)["rows"]
    each = Fraction(2_175_000_000, sum(population[row["code"]] for row in rows))
    assert re.search(f" 31 .* +2 175 000 000 +{float(each):.2f}\\n".replace(",", " "), page)


def test_tables_break_between_answers_before_within(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An amount stands beside its changes, wherever three columns have room."""
    methods = ["lr", "webster", "adams", "jefferson"]
    asked = ["compare", "--weights", "-", *(f"--method={name}" for name in methods)]
    asked += ["--total", "2175mnkr", "--unit", "mnkr"]
    table = "kommun;vikt\nKristianstad;10465\nMalmö;21979\nPerstorp;6755\n".encode()
    pages = []
    for columns in (60, 70, 80, 100, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        page = allokera(*asked, stdin=table).out
        assert max(map(len, page.splitlines())) <= columns
        pages.append(f"$ COLUMNS={columns} allokera {shlex.join(asked)}\n{page}")
    golden("compare-widths.txt", "\n".join(pages))


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
    done = allokera("compute", "--weights", "-", *options, stdin=WEIGHTS)
    assert done.status == 0
    assert (" kr" in done.out) == is_money


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
