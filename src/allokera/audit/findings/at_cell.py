"""Putting a finding where a person can go to: a cell of the sheet, and whose it is."""

from dataclasses import replace

from allokera.audit.case.case import Case
from allokera.audit.report.report import CellReport, Finding, Place
from allokera.relations.sheet.view import Cell


def at_cell(case: Case, finding: Finding, cell: Cell) -> Finding:
    """Say which recipient, column and printed text a finding is about, where the cell has such."""
    survey, (row, column) = case.survey, cell
    recipient, name = survey.recipient_at.get(row), survey.column_at.get(column)
    text = survey.sheet.texts[row][column]
    return replace(
        finding,
        recipient=None if recipient is None else case.recipients[recipient],
        column=name,
        cell=cell,
        place=None
        if recipient is None or name is None
        else Place(recipient, name, text, 0, len(text)),
    )


def cell_report(case: Case, cell: Cell) -> CellReport:
    """Say which recipient and column a cell is of, and what is printed there."""
    survey, (row, column) = case.survey, cell
    recipient = survey.recipient_at.get(row)
    return CellReport(
        None if recipient is None else case.recipients[recipient],
        survey.column_at.get(column),
        survey.sheet.texts[row][column].strip(),
        cell,
    )
