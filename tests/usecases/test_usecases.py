"""What Python and the command line share: the same answers, the same refusals."""

import json
from pathlib import Path

import pytest

import written
from allokera import Scenario, audit_file, load_grant, share_out
from allokera.errors import AllokeraError, RequestError
from allokera.usecases.write_file import write_file
from conftest import ROOT, Program
from tables import MENDED

LINES = [
    f"{recipient.name};{';'.join(column.cells[row] for column in MENDED.columns)}\n"
    for row, recipient in enumerate(MENDED.recipients)
]
MENDED_TABLE = "".join([f"Kommun;{';'.join(each.heading for each in MENDED.columns)}\n", *LINES])
TABLE = MENDED_TABLE.replace("164 000 000", "164 000 00")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_file_is_audited_as_by_the_command_line(allokera: Program, table: Path) -> None:
    for options in ({}, {"base": "2018"}, {"rounding": "half-up"}):
        report = audit_file(table, **options)  # type: ignore[arg-type]
        typed = [part for name, value in options.items() for part in (f"--{name}", value)]
        printed = json.loads(allokera("verify", str(table), *typed, "--json").out)
        assert [each.code for each in report.findings] == [
            each["code"] for each in printed["findings"]
        ]
        assert [each.suggestion for each in report.findings if each.suggestion] == [164_000_000]


def test_a_corrected_copy_never_takes_the_originals_place(table: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="original overwritten"):
        audit_file(table, corrected=table)
    with pytest.raises(RequestError, match="other suffix"):
        audit_file(table, corrected=tmp_path / "copy.txt")
    assert table.read_text(encoding="utf-8") == TABLE
    audit_file(table, corrected=tmp_path / "copy.csv")
    assert (tmp_path / "copy.csv").read_text(encoding="utf-8") == MENDED_TABLE


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"unit": ["mnkr"]}, "no column value"),
        ({"unit": ["=1"]}, "no column value"),
        ({"unit": ["2019=1", "2019=2"]}, "column twice"),
        ({"envelope": ["2019=1e9"]}, "no amount"),
        ({"rounding": "bankers"}, "no such rule"),
        ({"base": "2031"}, "no such column"),
    ],
)
def test_what_does_not_fit_a_table_is_refused(
    table: Path, options: dict[str, object], code: str
) -> None:
    with pytest.raises(AllokeraError, match=code):
        audit_file(table, **options)  # type: ignore[arg-type]


def test_a_grant_is_shared_out_as_by_the_command_line(allokera: Program) -> None:
    plan = share_out(year="2020", method="hill", without=["Malmö"])
    typed = ["--year", "2020", "--method", "hill", "--without", "Malmö", "--json"]
    rows = json.loads(allokera("compute", *typed).out)["rows"]
    (allocation,) = plan.allocations
    assert [row.amount for row in allocation.rows] == [row["amount"] for row in rows]


def test_a_scenario_is_a_file_or_values(grant: object) -> None:
    file = ROOT / "examples" / "floor.yaml"
    least = share_out(scenario=file).allocations[0].rows[0].minimum
    assert least == share_out(load_grant(), file).allocations[0].rows[0].minimum == 45_000_000
    raised = share_out(grant, file, min=["50mnkr"])  # type: ignore[arg-type]
    assert raised.allocations[0].rows[0].minimum == 50_000_000
    with pytest.raises(RequestError, match="options beside values"):
        share_out(scenario=Scenario(years=(2020,)), year="2020")
    with pytest.raises(RequestError, match="no option"):
        share_out(yaer="2020")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(RequestError, match="no directory"):
        write_file(tmp_path / "none" / "a.txt", b"")
    with pytest.raises(RequestError, match="not written"):
        write_file(tmp_path, b"")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt"]


@pytest.mark.parametrize(
    ("form", "where"),
    [
        ("table.csv", "table.csv:{line}"),
        ("table.md", "table.md:{below}"),
        ("table.html", "table.html: row {line}, column 3"),
        ("table.xlsx", "'Blad1'!C{line}"),
    ],
)
def test_every_finding_says_where(tmp_path: Path, form: str, where: str) -> None:
    cells = [line.split(";") for line in TABLE.splitlines()]
    texts = {
        "table.csv": TABLE,
        "table.md": written.markdown(cells),
        "table.html": written.html(cells),
    }
    path = tmp_path / form
    path.write_bytes(written.workbook(cells) if form == "table.xlsx" else texts[form].encode())
    (found,) = (
        each.where for each in audit_file(path).findings if each.code == "malformed-grouping"
    )
    row = next(row for row, line in enumerate(cells) if "164 000 00" in line)
    assert found == where.format(line=row + 1, below=row + 2)


def test_an_audit_refuses_more_cells_than_it_goes_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allokera.usecases.read_published.MOST_AUDITED", 200)
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 150)
    long = tmp_path / "long.csv"
    rows = [f"Ort {row};{row * row}\n" for row in range(1, 102)]
    long.write_text("Ort;Vikt\n" + "".join(rows), encoding="utf-8")
    with pytest.raises(AllokeraError) as refused:
        audit_file(long)
    assert refused.value.places[-1] == str(long)
    long.write_text("Ort;Vikt\n" + "".join(rows[:-1]), encoding="utf-8")
    assert audit_file(long).verdict == "not-checked"


def test_columns_that_fit_each_other_tell_how_pasted_lines_are_split(tmp_path: Path) -> None:
    """Without a heading nobody says how many columns there are: those in proportion do."""
    path = tmp_path / "pasted.txt"
    lines = [line.replace(";", " ") for line in LINES]
    path.write_text("".join(lines), encoding="utf-8")
    report = audit_file(path)
    assert [each.family for each in report.relations] == ["proportional", "proportional"]
    assert [len(each.agreeing) for each in report.relations] == [32, 32]
    path.write_text("Ale 116 200 300\nKil 116 201 301\nLund 117 202 302\n", encoding="utf-8")
    with pytest.raises(AllokeraError):
        audit_file(path)
