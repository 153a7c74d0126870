"""Parts of a krona, repayments, currencies, lots and thresholds, from the command line."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, Golden, Program

VOTES = b"Lista;R\xc3\xb6ster\nA;500\nB;300\nC;100\nD;100\nE;20\nF;15\n"
OF_VOTES = ["--weights", "-"]

PAGES = {
    "parts": ["compute", *OF_VOTES, "--total", "1000,55"],
    "parts-explained": ["explain", "C", *OF_VOTES, "--total", "1000,55 kr"],
    "parts-compared": [
        *["compare", *OF_VOTES, "--total", "100,05", "--method", "hill", "--method", "adams"],
    ],
    "parts-of-years": [
        "compute",
        "--year",
        "2018-2020",
        "--unit",
        "\u00f6re",
        "--only",
        "Malm\u00f6",
    ],
    "parts-year-by-year": ["explain", "Malm\u00f6", "--year", "2018-2020", "--unit", "0,01"],
    "repaid": ["compute", *OF_VOTES, "--total=-1000", "--currency", "NOK"],
    "repaid-explained": ["explain", "A", *OF_VOTES, "--total=-1000,05", "--currency", "EUR"],
    "lot": ["compute", *OF_VOTES, "--total", "4", "--lot", "D,C"],
    "lot-explained": ["explain", "C", *OF_VOTES, "--total", "4", "--lot", "D", "--lot", "C"],
    "terms-compared": [
        *["compare", *OF_VOTES, "--total", "19", "--lot", "D,C", "--threshold", "4 %"],
        *["--method", "webster", "--method", "largest-remainder"],
    ],
    "repaid-compared": [
        *["compare", *OF_VOTES, "--total=-1000", "--method", "adams", "--method", "jefferson"],
    ],
    "threshold-and-least": [
        *["compute", *OF_VOTES, "--total", "19", "--threshold", "4 %", "--min", "1"],
    ],
    "threshold-at-the-border": [
        *["compute", "--year", "2020", "--threshold", "2,2247 %", "--only", "Trollh\u00e4ttan"],
    ],
    "threshold-explained": ["explain", "F", *OF_VOTES, "--total", "19", "--threshold", "4 %"],
    "threshold": [
        *["compute", *OF_VOTES, "--total", "19", "--threshold", "4 %", "--threshold", "E=0 %"],
    ],
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(allokera: Program, golden: Golden, name: str) -> None:
    outcome = allokera(*PAGES[name], stdin=VOTES)
    assert (outcome.status, outcome.err) == (0, "")
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    golden(f"any-{name}.txt", outcome.out)


KRONOR = {"envelope", "pool", "unit", "allocated", "unallocated", "unused", "total", "before"}
KRONOR |= {"amount", "published", "difference", "minimum", "maximum", "change"}


def amounts(document: object, key: str = "") -> Iterator[object]:
    """What stands under keys of money, anywhere."""
    if isinstance(document, dict):
        for name, each in document.items():
            yield from amounts(each, name)
    elif isinstance(document, list):
        for each in document:
            yield from amounts(each, key)
    elif key in KRONOR and document is not None:
        yield document


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (["--year", "2020", "--unit", "0,01", "--min", "30mnkr"], str),
        (["--year", "2018-2020", "--unit", "0,01", "--key"], str),
        (["--year", "2020", "--unit", "1", "--min", "30mnkr"], int),
        (["--total=-1000", "--applied", "Perstorp=10"], int),
    ],
)
def test_all_amounts_of_a_document_are_of_one_kind(
    allokera: Program, options: list[str], kind: type
) -> None:
    document = json.loads(allokera("compute", *options, "--json").out)
    found = list(amounts(document))
    assert len(found) > 32
    assert {type(each) for each in found} == {kind}


def test_a_repayment_is_the_payment_with_its_signs_turned(allokera: Program) -> None:
    out, back = (
        json.loads(allokera("compute", f"--total={total}", "--unit", "0,01", "--json").out)["rows"]
        for total in ("123456,78", "-123456,78")
    )
    assert [f"-{row['amount']}" for row in out] == [row["amount"] for row in back]


def test_the_lot_is_recorded_in_every_form(allokera: Program) -> None:
    options = ["compute", *OF_VOTES, "--total", "4", "--lot", "D,C"]
    document = json.loads(allokera(*options, "--json", stdin=VOTES).out)
    assert [each["name"] for each in document["lot"]] == ["D", "C"]
    lines = allokera(*options, "--format", "csv", stdin=VOTES).out.splitlines()
    assert lines[0].endswith(",lot")
    assert [line.rsplit(",", 1)[1] for line in lines[1:]] == ["", "", "2", "1", "", ""]


def test_a_scenario_says_it_too(allokera: Program, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_bytes(VOTES)
    scenario = tmp_path / "s.yaml"
    scenario.write_text(
        'total: "19,50"\nweights: "votes.csv"\ncurrency: "EUR"\nlot: ["D", "C"]\n'
        'threshold:\n  all: "4 %"\n  E: "0 %"\n',
        encoding="utf-8",
    )
    document = json.loads(allokera("compute", "--scenario", str(scenario), "--json").out)
    assert document["currency"] == "EUR"
    assert document["unit"] == "0.01"
    assert [each["name"] for each in document["shares"]["below"]] == ["F"]


def test_a_bound_that_holds_nobody_says_so(allokera: Program, golden: Golden) -> None:
    """45 is meant to be millions."""
    said = allokera("compute", "--year", "2020", "--min", "45", "--max", "Perstorp=30mnkr").out
    golden("any-idle.txt", said[said.index("Held at") :])


def test_what_was_meant_is_named(allokera: Program, golden: Golden) -> None:
    said = []
    for typed in (
        "compute --total 2200 mnkr",
        "compute --year 2020 --min 45 mnkr",
        "compute 2020",
        "explain Malm\u00f6 2018-2020",
        "compute \u2013year 2020",
        "verify \u2014json",
        "compute \u2212\u2212year 2020",
        "explain Malm\u00f6 Kil --year 2020",
        "compute -year 2020",
        "compute -method=webster",
        "compare 2019 2020",
        "verify 2020",
        "compute --total=--100",
    ):
        outcome = allokera(*typed.split())
        assert (outcome.status, outcome.out) == (2, "")
        said.append(f"{typed}\n    {outcome.err}")
    golden("any-meant.txt", "".join(said))


def test_what_does_not_go_together_is_refused(allokera: Program, golden: Golden) -> None:
    said = []
    for options in (
        ["--total", "5", "--threshold", "60 %", *OF_VOTES],
        ["--total", "5", "--threshold", "4", *OF_VOTES],
        ["--total", "5", "--lot", "A,A", *OF_VOTES],
        ["--total", "5", "--lot", "Z", *OF_VOTES],
        ["--total", "5", "--currency", "euros", *OF_VOTES],
        ["--total", "5", "--currency", "EUR"],
        ["--total", "5 mnkr", "--currency", "EUR", *OF_VOTES],
        ["--total", "500 \u00f6re", "--currency", "EUR", *OF_VOTES],
        ["--total", "5", "--without", "A", "--lot", "A", *OF_VOTES],
        ["--total", "19", "--threshold", "4 %", "--min", "F=1", *OF_VOTES],
        ["--total=-5", "--administration", "1"],
        ["--year", "2020", "--envelope=-5mnkr"],
    ):
        outcome = allokera("compute", *options, stdin=VOTES)
        assert (outcome.status, outcome.out) == (2, "")
        said.append(f"{' '.join(options)}\n    {outcome.err}")
    golden("any-refused.txt", "".join(said))


@pytest.mark.parametrize(
    "command",
    [
        ["compute", "--year", "2018-2020"],
        ["explain", "Filipstad", "--year", "2020"],
    ],
    ids=["years", "queue"],
)
def test_rows_of_records_say_what_was_drawn_and_who_is_below(
    allokera: Program, command: list[str]
) -> None:
    terms = ["--lot", "Malm\u00f6", "--threshold", "1,7 %", "--format", "csv"]
    said = allokera(*command, *terms).out
    rows = {row["name"]: row for row in csv.DictReader(said.splitlines())}
    assert (rows["Malm\u00f6"]["lot"], rows["Malm\u00f6"]["below"]) == ("1", "false")
    assert (rows["Filipstad"]["lot"], rows["Filipstad"]["below"]) == ("", "true")


def test_years_rounded_together_are_not_called_fragile(allokera: Program) -> None:
    plan = json.loads(allokera("compute", "--year", "2019,2020", "--carry", "--json").out)
    assert [year["fragile"] for year in plan["years"]] == [[], []]


def test_shares_by_key_stay_so_above_a_threshold(allokera: Program) -> None:
    options = ["compute", "--year", "2020", "--key", "--threshold", "2 %", "--json"]
    shares = json.loads(allokera(*options).out)["shares"]
    assert shares["reading"] == "key"
    assert len(shares["below"]) == 4


def test_a_lot_that_names_some_is_said_to_go_first(allokera: Program) -> None:
    page = allokera("compute", "--weights", "-", "--total", "2", "--lot", "C", stdin=TIED).out
    assert "the lot, and table order after it, gave them to C and A" in " ".join(page.split())


TIED = b"Namn;Vikt\nA;1\nB;1\nC;1\n"


def test_a_grant_in_parts_is_read_whole(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its sum row in another language is no recipient; its unit has parts; so have all amounts."""
    monkeypatch.chdir(tmp_path)
    table = "Kunta;Avustus 2025\nEspoo;1 250 000,50\nOulu;650 000,25\nYhteens\u00e4;1 900 000,75\n"
    Path("t.csv").write_text(table, encoding="utf-8")
    money = ["--year", "2026", "--envelope", "400 000,55"]
    assert allokera("new", "g", "--from", "t.csv", *money, "--currency", "EUR").status == 0
    more = ["--year", "2027", "--envelope", "9 mnkr", "--unit", "1"]
    assert allokera("new", "h", "--from", "g", *more).status == 0
    told = json.loads(allokera("budgets", "--grant", "h", "--json").out)["budgets"]
    assert [each["envelope"] for each in told] == ["400000.55", "9000000.00"]
    rows = json.loads(allokera("compute", "--grant", "g", "--year", "2026", "--json").out)["rows"]
    assert [row["name"] for row in rows] == ["Espoo", "Oulu"]


def test_euros_are_not_compared_with_what_is_counted(allokera: Program, tmp_path: Path) -> None:
    for name, more in (("a", 'currency: "EUR"\n'), ("b", "")):
        text = f'total: "5"\nweights: "v.csv"\n{more}'
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "v.csv").write_bytes(VOTES)
    outcome = allokera("compare", *(str(tmp_path / f"{name}.yaml") for name in "ab"))
    assert (outcome.status, outcome.out) == (2, "")
    assert "EUR" in outcome.err


@pytest.mark.parametrize(
    ("code", "total", "unit"),
    [("JPY", "5", 1), ("KWD", "5,25", "0.001"), ("EUR", "5,25", "0.01"), ("kwd", "5,25", "0.001")],
)
def test_a_currency_has_its_parts(
    allokera: Program, code: str, total: str, unit: str | int
) -> None:
    options = ["--weights", "-", "--total", total, "--currency", code, "--json"]
    told = json.loads(allokera("compute", *options, stdin=VOTES).out)
    assert (told["currency"], told["unit"]) == (code.upper(), unit)


def test_kronor_may_be_named_where_the_currency_is_another_krona(allokera: Program) -> None:
    options = ["--weights", "-", "--total", "5 mnkr", "--currency", "NOK", "--json"]
    assert json.loads(allokera("compute", *options, stdin=VOTES).out)["envelope"] == 5_000_000


def test_whoever_has_figures_in_the_files_of_a_key_may_be_added(
    allokera: Program, tmp_path: Path
) -> None:
    """In the bundled examples nobody has some but those who share already."""
    for file in (ROOT / "examples" / "schools").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "indicators.csv").open("a", encoding="utf-8") as more:
        more.write("Nya skolan;100;50;5\n")
    options = ["compute", "--grant", str(tmp_path), "--total", "1000000", "--key", "--add"]
    rows = json.loads(allokera(*options, "nya skolan", "--json").out)["rows"]
    assert (rows[-1]["name"], rows[-1]["amount"]) == ("Nya skolan", 51_072)
    for name, said in (("Nya skola", "did you mean Nya skolan"), ("Annan", "has no figures")):
        outcome = allokera(*options, name)
        assert (outcome.status, outcome.out) == (2, "")
        assert said in outcome.err
