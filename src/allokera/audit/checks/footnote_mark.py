"""`footnote-mark`: a mark behind an amount that is not part of it."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity


def footnote_mark(case: Case) -> Iterator[Outcome]:
    """Find footnote marks behind amounts: `*`, superscript digits, a dagger, `1)`."""
    for sheet, row, remark in case.remarks(Oddity.FOOTNOTE_MARK):
        recipient, place = case.recipients[row], sheet.place(row, remark.span)
        yield Finding(
            code="footnote-mark",
            severity=Severity.NOTE,
            message=message(
                AuditMessages.read_without_mark, name=recipient.name, printed=place.printed
            ),
            remedy=message(AuditMessages.read_the_footnote),
            recipient=recipient,
            column=sheet.column.name,
            place=place,
            read=sheet.told(row),
        )
