"""Workbooks say what they show: digits, formats, and what is hidden."""

from collections.abc import Sequence

import openpyxl
import pytest

from allokera.source.choices import Choices
from allokera.source.table import Table, read_table
from written import KNOWN, saved


def book(rows: Sequence[Sequence[object]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(list(row))
    return made


def read(made: openpyxl.Workbook, choices: Choices = Choices()) -> Table:  # noqa: B008
    return read_table("t.xlsx", saved(made), KNOWN, choices)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.1 + 0.2, "General", "0.3000"),
        (1_234_567_890.1 + 1e-6, "General", "1234567890.1000"),
        (2.5, "#,##0", "2.5000"),
        (7, "General", "7"),
        (7, "0000", "0007"),
        (12_345, "000", "12345"),
        (0.4, "0%", "40 %"),
        (0.125, '0.0" %"', "0.1250"),
        (1, "0.00%", "100 %"),
        (1_234_000, "#,##0,", "1234"),
        (1_234_000_000, '#,##0,,"M"', "1234"),
        (1_234, "#,##0", "1234"),
        (-5, "0000", "-5"),
    ],
)
def test_a_number_is_read_as_its_cell_shows_it(value: float, code: str, shown: str) -> None:
    made = book([["Kommun", "X"], ["Ale", value], ["Kil", value]])
    assert made.active is not None
    for row in (2, 3):
        made.active.cell(row, 2).number_format = code
    grid = read(made).document
    table = read(made)
    assert grid.rows == (1, 2)
    assert {cell for column in table.columns for cell in column.cells} == {shown}


def hidden_book() -> openpyxl.Workbook:
    made = book(
        [["Kommun", "2018", "2019", "2020"], ["Ale", 1, 2, 3], ["Kil", 4, 5, 6], ["Lund", 7, 8, 9]]
    )
    assert made.active is not None
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["C"].hidden = True
    return made


def test_what_is_hidden_is_said_and_left_out_on_demand() -> None:
    table = read(hidden_book())
    assert str(dict(table.decisions)["hidden"]) == "hidden: rows=1, columns=1"
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Lund"]
    table = read(hidden_book(), Choices(visible=True))
    assert "hidden" not in dict(table.decisions)
    assert [each.name for each in table.recipients] == ["Ale", "Lund"]
    assert [each.cells for each in table.columns] == [("1", "7"), ("3", "9")]
