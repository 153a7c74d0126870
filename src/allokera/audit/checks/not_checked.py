"""`not-checked`: a column that the rows cannot be checked in."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.trial import FEWEST, Standing
from allokera.errors import message


def not_checked(case: Case) -> Iterator[Outcome]:
    """Say which columns have too few rows to tell a wrong one."""
    for trial in case.trials:
        if trial.standing in {Standing.UNCHECKED, Standing.OPEN} and len(trial.entries) < FEWEST:
            yield Finding(
                code="not-checked",
                severity=Severity.NOTE,
                message=message(
                    AuditMessages.few_rows,
                    column=trial.sheet.column.name,
                    rows=len(trial.entries),
                    fewest=FEWEST,
                ),
                remedy=message(AuditMessages.more_rows),
                column=trial.sheet.column.name,
            )
