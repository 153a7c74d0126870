"""`negative-sign`: an amount below zero."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity


def negative_sign(case: Case) -> Iterator[Outcome]:
    """Find amounts below zero, printed with a minus or in parentheses."""
    reductions = {
        sheet.column.name
        for sheet in case.sheets
        if 2 * sum(reading.has(Oddity.NEGATIVE_SIGN) for reading in sheet.readings)
        > len(sheet.readings)
    }
    for name in sorted(reductions):
        yield Finding(
            code="negative-sign",
            severity=Severity.NOTE,
            message=message(AuditMessages.column_of_reductions, column=name),
            remedy=message(AuditMessages.nothing_if_reductions),
            column=name,
        )
    for sheet, row, remark in case.remarks(Oddity.NEGATIVE_SIGN):
        if sheet.column.name in reductions:
            continue
        recipient, place = case.recipients[row], sheet.place(row, remark.span)
        yield Finding(
            code="negative-sign",
            severity=Severity.WARNING,
            message=message(
                AuditMessages.read_as_negative, name=recipient.name, printed=place.printed
            ),
            remedy=message(AuditMessages.take_the_sign_away),
            recipient=recipient,
            column=sheet.column.name,
            place=place,
            read=sheet.told(row),
        )
