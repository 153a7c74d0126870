"""`unreadable-cell`: a cell that should hold an amount, and holds none."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity


def unreadable_cell(case: Case) -> Iterator[Outcome]:
    """Find cells in which no amount of whole kronor can be read."""
    code = "unreadable-cell"
    for sheet, row, remark in case.remarks(Oddity.UNREADABLE_CELL):
        yield accuse(
            case, sheet, row, code=code, what=message(AuditMessages.no_amount), span=remark.span
        )
    # in columns that are held against no base nothing is reckoned in kronor
    for sheet in [sheet for sheet in case.sheets if sheet not in case.others]:
        rows = [
            row
            for row, reading in enumerate(sheet.readings)
            if reading.value is not None and sheet.amounts[row] is None
        ]
        if 2 * len(rows) > len(sheet.readings):
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                message=message(AuditMessages.most_not_whole, column=sheet.column.name),
                remedy=message(AuditMessages.say_what_they_are_in, column=sheet.column.name),
                column=sheet.column.name,
            )
            continue
        for row in rows:
            yield accuse(case, sheet, row, code=code, what=message(AuditMessages.not_whole_kronor))
