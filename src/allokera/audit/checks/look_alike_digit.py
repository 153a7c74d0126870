"""`look-alike-digit`: a letter where a digit was meant."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity


def look_alike_digit(case: Case) -> Iterator[Outcome]:
    """Find letters that stand where a digit was meant."""
    seen: set[tuple[str, int]] = set()
    for sheet, row, remark in case.remarks(Oddity.LOOK_ALIKE_DIGIT):
        if (sheet.column.name, row) not in seen:
            seen.add((sheet.column.name, row))
            yield accuse(
                case,
                sheet,
                row,
                code="look-alike-digit",
                what=message(AuditMessages.letter_for_digit),
                severity=Severity.WARNING,
                span=remark.span,
            )
