"""`excess-digits`: an amount that is no multiple of its column's unit."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Severity
from allokera.errors import message


def excess_digits(case: Case) -> Iterator[Outcome]:
    """Find amounts with digits where the rest of the column is rounded off."""
    for trial in case.trials:
        sheet = trial.sheet
        for row, amount in enumerate(trial.amounts):
            if amount is not None and amount % sheet.unit:
                accused = row in trial.accused
                yield accuse(
                    case,
                    sheet,
                    row,
                    code="excess-digits",
                    what=message(AuditMessages.no_multiple, unit=sheet.step),
                    severity=Severity.ERROR if accused else Severity.WARNING,
                )
