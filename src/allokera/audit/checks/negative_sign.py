"""`negative-sign`: an amount below zero."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.extras import Oddity
from allokera.relations.sheet.view import Cell


def negative_sign(case: Case) -> Iterator[Outcome]:
    """Find amounts below zero, printed with a minus or in parentheses, that nothing bears out."""
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
        name = sheet.column.name
        if name in reductions or _is_borne_out(case, case.cell(row, name)):
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
            column=name,
            place=place,
            read=sheet.told(row),
        )


def _is_borne_out(case: Case, cell: Cell | None) -> bool:
    """Whether some relation with nothing fitted holds with a number, and not with its opposite."""
    if cell is None:
        return False
    opposite = {cell: -case.network.printed(cell)}
    return any(
        check.is_free and not check.fails and check.holds() and not check.holds(opposite)
        for check in case.network.of(cell)
    )
