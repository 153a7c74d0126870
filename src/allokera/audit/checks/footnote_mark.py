"""`footnote-mark`: a mark behind an amount that is not part of it."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.kronor.printed import Oddity


def footnote_mark(case: Case) -> Iterator[Outcome]:
    """Find footnote marks behind amounts: `*`, superscript digits, a dagger, `1)`.

    The amount is read without the mark.
    """
    for sheet, row, remark in case.remarks(Oddity.FOOTNOTE_MARK):
        recipient, place = case.recipients[row], sheet.place(row, remark.span)
        yield Finding(
            code="footnote-mark",
            severity=Severity.NOTE,
            message=f"{recipient.name}: {place.printed!r} is read without its footnote mark",
            remedy="Read the footnote: it may say that the amount is another.",
            recipient=recipient,
            column=sheet.column.name,
            place=place,
            read=sheet.amounts[row],
        )
