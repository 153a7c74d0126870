"""Putting a finding where a person can go to: a cell of the sheet, and whose it is."""

from dataclasses import replace

from allokera.audit.case.case import Case
from allokera.audit.report.evidence import CellReport
from allokera.audit.report.report import Finding, Place
from allokera.diagnosis.check import NONE, Changes
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


def cell_report(case: Case, cell: Cell, mended: Changes = NONE) -> CellReport:
    """Say which recipient and column a cell is of, and what it is taken for.

    Args:
        mended: what wrong cells should hold.
    """
    survey, (row, column) = case.survey, cell
    recipient = survey.recipient_at.get(row)
    number = mended.get(cell, survey.sheet.values[row][column])
    return CellReport(
        recipient=None if recipient is None else case.recipients[recipient],
        column=survey.column_at.get(column),
        printed=survey.sheet.texts[row][column].strip(),
        cell=cell,
        read=None if number is None else case.amount(cell, number),
        is_mended=cell in mended,
    )
