"""`empty-cell`: a cell without an amount, in a row that is due one."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Severity
from allokera.errors import message


def empty_cell(case: Case) -> Iterator[Outcome]:
    """Find cells that are empty or say that there is no amount, where the shares give one."""
    for sheet in case.sheets:
        for row, reading in enumerate(sheet.readings):
            mending = case.mending(sheet, row)
            if reading.is_nothing and (sheet is case.base or mending is not None):
                yield accuse(
                    case,
                    sheet,
                    row,
                    code="empty-cell",
                    what=message(AuditMessages.amount_is_due),
                    severity=Severity.WARNING,
                )
