"""CSV as a Swedish Excel opens it: read back by its own rules, it says what the plain one says."""

import csv
import io
from fractions import Fraction

import pytest

from allokera.kronor.wording import Decimals
from allokera.render.forms.csv import to_csv, to_csv_excel
from allokera.render.view import Plain, Records
from conftest import Program

COMMANDS = [
    ["compute", "--year", "2020"],
    ["compute", "--year", "2018-2020"],
    ["compute", "--year", "2020", "--unit", "0,01"],
    ["explain", "Malm\u00f6", "--year", "2020"],
    ["verify"],
    ["budgets"],
]


def as_excel_reads(cell: str) -> str:
    """What stands in a cell, with a decimal point."""
    if cell.startswith('="'):
        return cell[2:-1]
    number = cell.replace(",", ".")
    return number if number.removeprefix("-").replace(".", "", 1).isdecimal() else cell


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_says_what_the_plain_one_says(allokera: Program, command: list[str]) -> None:
    plain = allokera(*command, "--format", "csv").out
    content = allokera(*command, "--format", "csv-excel").out
    assert content.startswith("\ufeff")
    assert content.count("\r\n") == content.count("\n")
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";"))
    told = [[as_excel_reads(cell) for cell in row] for row in rows]
    assert told == [list(map(as_excel_reads, row)) for row in csv.reader(io.StringIO(plain))]


@pytest.mark.parametrize(
    ("value", "plain", "excel"),
    [
        ("0180", "0180", '"=""0180"""'),
        (Decimals("0.053556"), "0.053556", "0,053556"),
        (Decimals("-0.5"), "-0.5", "-0,5"),
        (Fraction(-1, 2), "-0.50", "-0,50"),
        ("5.5", "5.5", "5.5"),
        ("1.2.3", "1.2.3", "1.2.3"),
        ("=1+1", "'=1+1", "'=1+1"),
        ("a;b", "a;b", '"a;b"'),
        ("1/2 kr", "1/2 kr", "1/2 kr"),
        (True, "true", "true"),
        (5, "5", "5"),
        (None, "", ""),
    ],
)
def test_cells(value: Plain, plain: str, excel: str) -> None:
    records = Records(["a", "b"], [{"a": value, "b": "x"}])
    assert to_csv(records) == f"a,b\n{plain},x\n"
    assert to_csv_excel(records) == f"\ufeffa;b\r\n{excel},x\r\n".replace(",x\r", ";x\r")


def test_a_suffix_that_says_another_format_is_refused(allokera: Program) -> None:
    for options in (["--json", "-o", "x.csv"], ["--format", "csv", "-o", "x.md"]):
        outcome = allokera("compute", "--year", "2020", *options)
        assert (outcome.status, outcome.out) == (2, "")
        assert "is asked for" in outcome.err


def test_what_is_quoted_keeps_its_mark(allokera: Program) -> None:
    """A decimal point that a table printed is no decimal comma of ours."""
    parts = [(35, 71), (22, 97), (81, 64), (53, 18), (97, 26), (43, 88), (16, 30)]
    rows = [f"Ort {a};{a / 10};{b / 10};{(a + b) / 10}".replace("14.5", "41.5") for a, b in parts]
    table = "\n".join(["Namn;A;B;Summa", *rows]).encode()
    told = allokera("verify", "-", "--format", "csv-excel", stdin=table).out
    (finding,) = csv.DictReader(io.StringIO(told.removeprefix("\ufeff")), delimiter=";")
    assert (finding["printed"], finding["suggestion"]) == ("41.5", "14,50")
