"""`ambiguous-suspects`: rows that contradict each other, and do not say which are wrong."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.proof.by_pools import contradiction
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message


def ambiguous_suspects(case: Case) -> Iterator[Outcome]:
    """Find columns whose rows cannot all be right, where it is not clear which are wrong."""
    for trial in case.trials:
        if trial.doubtful:
            agree = 0 if trial.fit is None else trial.fit.depth
            yield Finding(
                code="ambiguous-suspects",
                severity=Severity.ERROR,
                message=message(
                    AuditMessages.rows_contradict,
                    column=trial.sheet.column.name,
                    agree=agree,
                    rows=len(trial.entries),
                ),
                remedy=message(AuditMessages.look_up_at_source),
                column=trial.sheet.column.name,
                evidence=contradiction(case, trial),
            )
