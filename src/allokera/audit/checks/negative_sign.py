"""`negative-sign`: an amount below zero."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.kronor.printed import Oddity


def negative_sign(case: Case) -> Iterator[Outcome]:
    """Find amounts that are printed as negative: with a minus before or behind, or in parentheses.

    A grant is no debt; but a table may show cuts, and then its shares can be checked all the same.
    """
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
            message=f"{name} is read as a column of reductions: most of its amounts are negative",
            remedy="Nothing, if they are reductions.",
            column=name,
        )
    for sheet, row, remark in case.remarks(Oddity.NEGATIVE_SIGN):
        if sheet.column.name in reductions:
            continue
        recipient, place = case.recipients[row], sheet.place(row, remark.span)
        yield Finding(
            code="negative-sign",
            severity=Severity.WARNING,
            message=f"{recipient.name}: {place.printed!r} is read as negative",
            remedy="Take the sign away, unless the table shows reductions.",
            recipient=recipient,
            column=sheet.column.name,
            place=place,
            read=sheet.amounts[row],
        )
