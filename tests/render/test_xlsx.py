"""Workbooks: numbers are numbers, and what LibreOffice reckons anew is what allokera says."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from conftest import Program

SOFFICE = shutil.which("soffice")
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"><item
 oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
FIRST = 13
"""The first row of recipients, below the figures of the year and the headings."""


@pytest.fixture
def book(allokera: Program, tmp_path: Path) -> Any:
    """Write a workbook; give its path."""

    def write(*command: str, name: str = "a.xlsx", stdin: bytes = b"") -> Path:
        path = tmp_path / name
        outcome = allokera(*command, "--output", str(path), stdin=stdin)
        assert (outcome.status, outcome.out, outcome.err) == (outcome.status, "", "")
        return path

    return write


def falsified(path: Path) -> Path:
    """A copy whose stored values of formulas are all wrong."""
    copy = path.with_name(f"false-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            wrong = re.sub(r"(</f><v>)[^<]*", r"\g<1>-77", content)
            target.writestr(name, wrong if "worksheets" in name else content)
    return copy


def recalculated(path: Path) -> Any:
    """Load and store a workbook in LibreOffice, every formula reckoned anew."""
    if SOFFICE is None:
        pytest.skip("no LibreOffice is installed: workbooks are not recalculated")
    profile = path.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    out = path.parent / "out"
    subprocess.run(
        [
            *[SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless"],
            *["--convert-to", "xlsx", "--outdir", str(out), str(path)],
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return load_workbook(out / path.name, data_only=True).worksheets[0]


def values(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_workbook_is_typed_and_the_same_twice(book: Any) -> None:
    path = book("compute", "--year", "2020")
    assert book("compute", "--year", "2020", name="b.xlsx").read_bytes() == path.read_bytes()
    loaded = load_workbook(path)
    sheet = loaded["Allocation"]
    assert loaded.sheetnames == ["Allocation", "Sources"]
    code, name, weight, amount = (sheet.cell(FIRST, column) for column in (1, 2, 3, 13))
    assert (code.value, code.data_type, name.value) == ("0123", "s", "J\u00e4rf\u00e4lla")
    assert (weight.value, weight.number_format) == (9_979_000, "#,##0")
    assert str(amount.value).startswith("=")
    assert sheet.freeze_panes == f"C{FIRST}"
    stored = load_workbook(path, data_only=True)["Allocation"]
    assert stored.cell(FIRST, 13).value == 53_000_000


@pytest.mark.slow
def test_every_formula_comes_to_what_is_stored(book: Any) -> None:
    """By LibreOffice, from a copy whose stored values are wrong."""
    path = book("compute", "--year", "2019")
    stored = values(load_workbook(path, data_only=True)["Allocation"])
    assert -77 in {
        cell
        for row in values(load_workbook(falsified(path), data_only=True)["Allocation"])
        for cell in row
    }
    anew = values(recalculated(falsified(path)))
    for told, found in zip(stored, anew, strict=True):
        assert [
            each if isinstance(each, str | None) else pytest.approx(each) for each in told
        ] == found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_unit_is_lost_in_floats(book: Any, seed: int) -> None:
    """Houses of kronor up to 2.2e12, where a weight times the house is no float any more."""
    random = Random(seed)
    weights = [random.randrange(1, 60_000_000) for _ in range(40)]
    rows = "".join(f"Ort {row};{weight}\n" for row, weight in enumerate(weights))
    total = str(random.randrange(10**12, 22 * 10**11))
    command = ["compute", "--weights", "-", "--total", total]
    path = book(*command, stdin=f"Namn;Vikt\n{rows}".encode())
    stored = values(load_workbook(path, data_only=True)["Allocation"])
    anew = values(recalculated(falsified(path)))
    exact = [weight * int(total) for weight in weights]
    assert any(int(float(each)) != each for each in exact)
    assert str(load_workbook(path)["Allocation"].cell(FIRST, 13).value).startswith("=")
    for told, found in zip(stored[FIRST - 1 :], anew[FIRST - 1 :], strict=True):
        # all whole figures to the last digit
        for column in (2, 4, 5, 6, 7, 8, 10, 11, 12):
            assert told[column] == found[column]


@pytest.mark.parametrize(
    "command",
    [
        ["compute", "--year", "2018-2027"],
        ["compute", "--year", "2020", "--method", "hill"],
        ["compute", "--year", "2020", "--min", "40mnkr", "--unit", "0,01"],
        ["compute", "--year", "2020", "--only", "Malm\u00f6"],
        ["explain", "Malm\u00f6", "--year", "2020"],
        ["compare", "--year", "2020", "--method", "adams", "--method", "dean"],
        ["verify"],
        ["budgets"],
        ["methods"],
    ],
    ids=" ".join,
)
def test_every_answer_has_a_workbook(book: Any, command: list[str]) -> None:
    loaded = load_workbook(book(*command))
    sheet = loaded.worksheets[0]
    assert sheet.max_row > 1
    assert ("Assumptions" in loaded.sheetnames) == (command == ["verify"])
    codes = [cell for cell in next(zip(*sheet.iter_rows(), strict=True)) if cell.value is not None]
    assert all(
        cell.data_type == "s" for cell in codes if re.fullmatch("0[0-9]{3}", str(cell.value))
    )


@pytest.mark.parametrize(
    ("limit", "most"), [("_MOST_ROWS", FIRST + 32), ("_LONGEST", len("Kristianstad"))]
)
def test_nothing_is_dropped_in_silence(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, most: int
) -> None:
    """As many rows and characters as there are is the limit, and one fewer too few."""
    command = ["compute", "--year", "2020", "--output", str(tmp_path / "a.xlsx")]
    monkeypatch.setattr(f"allokera.render.forms.xlsx.{limit}", most + 100)
    assert allokera(*command).status == 0
    monkeypatch.setattr(f"allokera.render.forms.xlsx.{limit}", most - 1)
    told = allokera(*command)
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert "at most: write CSV or JSON" in told.err


def test_a_text_is_no_formula(book: Any) -> None:
    path = book(
        *["compute", "--weights", "-", "--total", "10"],
        stdin=b'Namn;Vikt\n"=HYPERLINK(""http://x"")";5\n@b;3\nhttp://c;2\n',
    )
    sheet = load_workbook(path)["Allocation"]
    names = [sheet.cell(FIRST + row, 2) for row in range(3)]
    assert [each.data_type for each in names] == ["s"] * 3
    assert [each.hyperlink for each in names] == [None] * 3


def test_decimals_of_records_are_numbers(book: Any) -> None:
    path = book("explain", "Malm\u00f6", "--year", "2020")
    heads, *rows = load_workbook(path).worksheets[0].iter_rows()
    column = [cell.value for cell in heads].index("Size")
    assert {row[column].data_type for row in rows} == {"n"}


def test_no_digit_is_lost_where_floats_end(book: Any) -> None:
    """Amounts of 16 digits are texts, which no formula can add."""
    command = ["compute", "--weights", "-", "--total"]
    for total, told in (("999999999999999", "=SUM(F2:F3)"), ("10000000000000001", None)):
        path = book(*command, total, "--method", "adams", stdin=b"Namn;Vikt\nA;5\nB;3\n")
        *rows, sums = values(load_workbook(path).worksheets[0])
        assert sums[5] == (told or total)
        assert sum(int(row[5]) for row in rows[1:]) == int(total)


def test_a_finding_leads_to_its_cell_and_back(book: Any) -> None:
    loaded = load_workbook(book("verify"))
    findings, table = loaded["Audit"], loaded["Table"]
    place = [cell.value for cell in findings[1]].index("Printed")
    printed = [row[place] for row in findings.iter_rows(min_row=2) if row[place].value]
    assert [cell.value for cell in printed] == ["164 000 00", "106 000 00", "32\u00a0000 000"]
    for cell in printed:
        assert cell.hyperlink is not None and cell.hyperlink.location is not None
        sheet, _, there = cell.hyperlink.location.partition("!")
        assert sheet == "'Table'"
        assert table[there].value == cell.value
        assert table[there].hyperlink.location == f"'Audit'!{cell.coordinate}"
    amounts = [cell.value for row in table.iter_rows(min_row=2) for cell in row]
    assert {"269 000 000", "9 979 000"} <= {*amounts}


def test_a_sheet_has_so_many_links_and_no_text_is_lost(
    book: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allokera.render.forms.xlsx._MOST_LINKS", 2)
    loaded = load_workbook(book("verify"))
    findings = loaded["Audit"]
    place = [cell.value for cell in findings[1]].index("Printed")
    printed = [row[place] for row in findings.iter_rows(min_row=2) if row[place].value]
    assert [cell.value for cell in printed] == ["164 000 00", "106 000 00", "32\u00a0000 000"]
    assert [cell.hyperlink is None for cell in printed] == [False, False, True]
    links = [cell for row in loaded["Table"] for cell in row if cell.hyperlink is not None]
    assert len(links) == 2, "every sheet has as many"


def test_a_cell_of_nobody_leads_to_where_it_is(book: Any) -> None:
    """A sum without a name is no recipient's: it is found by its place in the file."""
    one = [2_417 + 913 * place * place for place in range(20)]
    two = [91_113 - 3_707 * place for place in range(20)]
    rows = [(f"Ort{place}", *pair) for place, pair in enumerate(zip(one, two, strict=True))]
    rows.append(("", sum(one), sum(two)))
    lines = [f"{name};{a};{b};{a + b + (name == '') * 900}" for name, a, b in rows]
    table = "\n".join(["Ort;Fast;Andra;Totalt", *lines]).encode()
    loaded = load_workbook(book("verify", "-", stdin=table))
    findings, printed = loaded["Audit"], loaded["Table"]
    heads = [cell.value for cell in findings[1]]
    where = findings.cell(2, 1 + heads.index("Where"))
    assert (where.value, findings.cell(2, 1 + heads.index("Printed")).value) == ("stdin:22", None)
    assert where.hyperlink is not None and where.hyperlink.location is not None
    there = printed[where.hyperlink.location.partition("!")[2]]
    assert there.value == str(sum(one) + sum(two) + 900)
    assert there.hyperlink is not None
    assert there.hyperlink.location == f"'Audit'!{where.coordinate}"


TABLE = "Kommun;{heading};Bidrag\n" + "".join(
    f"{name};{one};{one * 2}\n"
    for name, one in zip("ABCDEFGH", range(12_101, 99_999, 1_111), strict=False)
)


def test_what_steers_a_terminal_breaks_no_workbook(book: Any) -> None:
    table = TABLE.format(heading="20\x0720").replace(";26424", ";26\x07 424")
    loaded = load_workbook(book("verify", "-", stdin=table.encode()))
    texts = [str(cell.value) for sheet in loaded.worksheets for row in sheet for cell in row]
    assert any("26\ufffd 424" in text for text in texts)
    assert not any("\x07" in text for text in texts)


def test_amounts_with_parts_are_shown_with_them(book: Any) -> None:
    rows = [(name, 101_542 + 999 * place) for place, name in enumerate("ABCDEFGHIJKL")]
    wrong = {2: 90}
    table = "Kommun;Fast;Rest;Summa\n" + "".join(
        f"{name};{one / 100:.2f};10,00;{(one + 1_000 + wrong.get(place, 0)) / 100:.2f}\n"
        for place, (name, one) in enumerate(rows)
    ).replace(".", ",")
    findings = load_workbook(book("verify", "-", stdin=table.encode()))["Audit"]
    heads = [cell.value for cell in findings[1]]
    (row,) = [each for each in findings.iter_rows(min_row=2) if each[heads.index("Read")].value]
    read, suggestion = (row[heads.index(name)] for name in ("Read", "Suggestion"))
    assert (read.value, read.number_format) == (1046.3, "#,##0.00")
    assert (suggestion.value, suggestion.number_format) == (1045.4, "#,##0.00")


def test_what_has_no_cell_is_printed_nowhere(book: Any) -> None:
    findings = load_workbook(book("verify", "docs/findings/unknown-name.csv"))["Audit"]
    heads = [cell.value for cell in findings[1]]
    (row,) = [each for each in findings.iter_rows(min_row=2) if each[1].value == "unknown-name"]
    assert row[heads.index("Where")].value == "unknown-name.csv:5"
    assert row[heads.index("Printed")].value is None
