"""Pages in Swedish as a person sees them."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from openpyxl import load_workbook

from allokera.render.forms.terminal import terminal
from allokera.render.page import Notes
from conftest import Golden, Program

TABLES = Path(__file__).parents[2] / "docs" / "findings"

PAGES = {
    "compute-2019": ["compute", "--year", "2019"],
    "compute-all": ["compute", "--year", "all"],
    "compute-carry": ["compute", "--year", "2018-2027", "--carry"],
    "compute-bounds": [
        *["compute", "--year", "2020", "--min", "40mnkr", "--max", "Perstorp=30mnkr"],
        *["--min", "Perstorp=0", "--applied", "Malmö=100mnkr"],
    ],
    "compute-counties": [
        *["compute", "--year", "2020", "--by", "lan", "--with", "per-capita"],
        *["--with", "own-funding"],
    ],
    "compute-key": ["compute", "--year", "2020", "--key", "--add", "Burlöv"],
    "explain-trollhattan": ["explain", "1488", "--year", "2019"],
    "explain-webster": ["explain", "Malmö", "--year", "2020", "--method", "webster"],
    "explain-carry": ["explain", "Perstorp", "--year", "2018-2027", "--carry"],
    "compare-published": ["compare", "published", "--year", "2019"],
    "compare-methods": [
        *["compare", "--year", "2020", "--method", "webster", "--method", "adams"],
    ],
    "verify": ["verify"],
    "verify-statement": ["verify", str(TABLES / "row-sum.csv"), "--statement"],
    "verify-page": ["verify", str(TABLES / "base-suspect.html")],
    "verify-check": ["verify", "--explain", "malformed-grouping"],
    "budgets": ["budgets"],
    "methods": ["methods"],
    "methods-webster": ["methods", "webster"],
    "help-compute": ["compute", "--help"],
}
"""By the name of what each is held against."""

ERRORS = {
    "verify": 1,
    "verify-page": 1,
}

REFUSED = (
    ["compute"],
    ["compute", "--yaer", "2020"],
    ["compute", "--year", "2017"],
    ["compute", "--total", "1.350"],
    ["compute", "--year", "2020", "--only", "Malm"],
    ["compute", "--year", "2020", "--method", "webstr"],
    ["compute", "--year", "2020", "--min", "100mnkr"],
    ["compute", "--year", "2020", "--add", "Burlöv"],
    ["compute", "--year", "2020", "--with", "shares"],
    ["compute", "--year", "2018-2020", "--carry", "--method", "hill"],
    ["compare", "published"],
    ["verify", "2020"],
    ["verify", "nothing.csv"],
    ["verify", "--columns", "2019"],
    ["new", "grant", "--year", "2028"],
    ["budgts"],
)


@pytest.fixture(autouse=True)
def _in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOKERA_LANG", "sv")


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_80_columns(allokera: Program, golden: Golden, name: str) -> None:
    outcome = allokera(*PAGES[name])
    assert (outcome.status, outcome.err) == (ERRORS.get(name, 0), "")
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    golden(f"sv-{name}.txt", outcome.out)


def test_refusals(allokera: Program, golden: Golden) -> None:
    told = []
    for arguments in REFUSED:
        outcome = allokera(*arguments)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
        told.append(f"$ allokera {' '.join(arguments)}\n{outcome.err}")
    golden("sv-refused.txt", "".join(told))


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_heading_that_is_not_broken_has_no_hyphen(allokera: Program, form: str) -> None:
    page = allokera("budgets", "--format", form).out
    assert "Avrundningsenhet, kr" in page
    page = allokera("compute", "--year", "2020", "--with", "own-funding", "--format", form).out
    assert "Minsta egenfinansiering" in page


def test_no_number_is_broken_in_a_headline(allokera: Program) -> None:
    page = allokera("compute", "--year", "2020", "--without", "Perstorp").out
    assert "avrundningsenhet\n1\u00a0000\u00a0000\u00a0kr\n" in page


def test_a_long_subject_leaves_room_for_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = "ett mellanslag, både mellan kolumner och inuti tal: raderna delades likadant"
    screen = TextIOWrapper(BytesIO(), "utf-8")
    lines = terminal((Notes((("x" * 40, said),)),), screen).splitlines()
    assert " ".join(each[42:] for each in lines) == said


def test_a_workbook_says_in_swedish_what_was_taken_for_granted(
    allokera: Program, tmp_path: Path
) -> None:
    def rows(name: str, *arguments: str) -> list[list[object]]:
        assert allokera(*arguments, "--output", str(tmp_path / "a.xlsx")).out == ""
        sheet = load_workbook(tmp_path / "a.xlsx")[name]
        return [[cell.value for cell in row] for row in sheet.iter_rows()]

    supposed = rows("Förutsättningar", "verify", str(TABLES / "ratio.csv"))
    assert ["teckenkodning", "UTF-8", "slutsats"] in supposed
    assert rows("Ramar", "budgets")[1][2] == "angivet"
    assert "Beräknat: ändring, %" in rows("Jämförelse", "compare", "published", "--year", "2019")[0]
