"""`unit-slip`: amounts printed in thousands or in millions, or with as many zeros too many."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse_all
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.event import Happening
from allokera.audit.shares.sheet import Sheet
from allokera.errors import message


def unit_slip(case: Case) -> Iterator[Outcome]:
    """Find rows, or a whole column, in another unit than the rest."""
    for sheet in case.sheets:
        if sheet.slip != 1:
            yield _whole(case, sheet)
    event = case.base_event
    if case.base is not None and event is not None and event.happening is Happening.UNIT_SLIP:
        count = len(event.rows)
        what = message(AuditMessages.base_in_other_unit, rows=count)
        yield from accuse_all(case, case.base, event, dict.fromkeys(event.rows, what))
    for trial in case.trials:
        if trial.event is not None and trial.event.happening is Happening.UNIT_SLIP:
            count = len(trial.event.rows)
            what = message(AuditMessages.row_in_other_unit, rows=count)
            yield from accuse_all(
                case, trial.sheet, trial.event, dict.fromkeys(trial.event.rows, what)
            )


def _whole(case: Case, sheet: Sheet) -> Finding:
    name = sheet.column.name
    return Finding(
        code="unit-slip",
        severity=Severity.WARNING,
        message=message(
            AuditMessages.column_in_other_unit,
            column=name,
            total=sheet.sum_of(case.counted) * Fraction(sheet.one, sheet.slip),
            slip=sheet.slip,
            unit=sheet.step,
            envelope=case.brief.envelopes.get(name),
        ),
        remedy=message(AuditMessages.say_the_unit),
        column=name,
    )
