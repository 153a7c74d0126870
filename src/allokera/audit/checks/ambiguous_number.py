"""`ambiguous-number`: a cell that could say two amounts."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity


def ambiguous_number(case: Case) -> Iterator[Outcome]:
    """Find cells whose `.` or `,` may group digits, or start a decimal part."""
    for sheet, row, remark in case.remarks(Oddity.AMBIGUOUS_NUMBER):
        yield accuse(
            case,
            sheet,
            row,
            code="ambiguous-number",
            what=message(AuditMessages.one_of_two_numbers),
            severity=Severity.WARNING,
            span=remark.span,
        )
