"""A cell is wrong where all that fails about it says so, and nowhere else."""

from fractions import Fraction
from pathlib import Path

import pytest

from allokera import Report, audit_file
from allokera.render.language import ENGLISH
from allokera.render.page import Line
from allokera.render.parts.statement import statement_blocks

NAMES = "Ale Bor Fal Gav Kal Lul Mor Nor Osb Pit Ron Ska Tra Ume Var Vax Ydr Alv Ang Ost".split()
COUNT = len(NAMES)
FIRST = [2_417 + 913 * place * place for place in range(COUNT)]
SECOND = [91_113 - 3_707 * place for place in range(COUNT)]


def rows() -> list[list[int]]:
    body = [[one, two, one + two] for one, two in zip(FIRST, SECOND, strict=True)]
    return [*body, [sum(column) for column in zip(*body, strict=True)]]


def audited(table: list[list[int]], folder: Path, corrected: Path | None = None) -> Report:
    path = folder / "t.csv"
    lines = zip([*NAMES, "Summa"], table, strict=True)
    text = "".join(f"{name};{';'.join(map(str, row))}\n" for name, row in lines)
    path.write_text(f"Ort;Fast;Andra;Totalt\n{text}", encoding="utf-8")
    return audit_file(path, corrected=corrected)


def said(report: Report) -> list[tuple[str, str, str | None, int | Fraction | None]]:
    return [
        (
            finding.code,
            "" if finding.recipient is None else finding.recipient.name,
            finding.column,
            finding.suggestion,
        )
        for finding in report.findings
        if finding.severity != "note"
    ]


@pytest.mark.parametrize(
    ("row", "column", "name"), [(3, 2, "Totalt"), (5, 0, "Fast"), (0, 1, "Andra")]
)
@pytest.mark.parametrize("error", [90, -400, 3_000_000])
def test_a_total_or_a_part_is_named_and_mended(
    row: int, column: int, name: str, error: int, tmp_path: Path
) -> None:
    table = rows()
    right = table[row][column]
    table[row][column] += error
    copy = tmp_path / "copy.csv"
    assert said(audited(table, tmp_path, copy)) == [("wrong-cell", NAMES[row], name, right)]
    assert said(audit_file(copy) and audited(rows(), tmp_path)) == []
    assert f"{right}" in copy.read_text(encoding="utf-8").splitlines()[row + 1].split(";")


def test_a_wrong_cell_is_read_all_the_same(tmp_path: Path) -> None:
    """A number that is wrong is a number: a statement counts it among those that were held."""
    table = rows()
    table[3][2] += 3_000_000
    report = audited(table, tmp_path)
    assert [each.read for each in report.findings if each.code == "wrong-cell"] == [table[3][2]]
    text = "".join(
        span.text
        for block in statement_blocks(ENGLISH, report)
        if isinstance(block, Line)
        for span in block.spans
    )
    assert f"Of its {3 * COUNT + 3} numbers {3 * COUNT + 3} were held" in text


def test_a_part_that_is_not_printed_accuses_nobody(tmp_path: Path) -> None:
    """It is in the total of its row, and so in the total of all: the row alone does not add up."""
    table = rows()
    table[4][2] += 500
    table[COUNT][2] += 500
    assert [each[:2] for each in said(audited(table, tmp_path))] == [
        ("row-sum", ""),
    ]


@pytest.mark.parametrize("error", [77, -40])
def test_two_totals_that_miss_different_amounts_are_wrong_both(error: int, tmp_path: Path) -> None:
    """Each is in two sums; that the grand total misses little shows in rows that are exact."""
    table = rows()
    right = table[4][2], table[COUNT][2]
    table[4][2] += 500
    table[COUNT][2] += error
    assert {each[1:] for each in said(audited(table, tmp_path))} == {
        (NAMES[4], "Totalt", right[0]),
        ("Summa", "Totalt", right[1]),
    }


def test_what_rounding_hides_beside_a_wrong_cell_is_no_mistake(tmp_path: Path) -> None:
    """Three units are within what rounding explains of so many rows: the total may stand."""
    table = rows()
    right = table[4][2]
    table[4][2] += 500
    table[COUNT][2] += 3
    assert said(audited(table, tmp_path)) == [("wrong-cell", NAMES[4], "Totalt", right)]


def test_a_cell_that_a_quotient_bears_out_is_not_called_wrong(tmp_path: Path) -> None:
    table = rows()
    table[4][2] += 9_000
    heads = [1_237 + 311 * place for place in range(COUNT)]
    lines = [
        f"{name};{';'.join(map(str, row))};{head};{row[2] / head:.3f}\n"
        for name, row, head in zip(NAMES, table, heads, strict=False)
    ]
    path = tmp_path / "t.csv"
    total = f"Summa;{';'.join(map(str, table[COUNT]))};{sum(heads)};\n"
    path.write_text(f"Ort;Fast;Andra;Totalt;Antal;Kvot\n{''.join(lines)}{total}", encoding="utf-8")
    report = audit_file(path)
    assert "division" in {each.family for each in report.relations}
    assert {each[0] for each in said(report)} == {"row-sum", "column-sum"}
