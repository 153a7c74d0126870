"""`tie-rule-open`: exact ties that are rounded both up and down."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message


def tie_rule_open(case: Case) -> Iterator[Outcome]:
    """Find columns that are rounded to the nearest, with exact ties now up and now down."""
    if case.brief.rule is not None:
        yield Inapplicable(message(AuditMessages.rule_given))
        return
    for trial in case.trials:
        if trial.fit is not None and trial.fit.rule.name == "nearest":
            yield Finding(
                code="tie-rule-open",
                severity=Severity.NOTE,
                message=message(AuditMessages.ties_both_ways, column=trial.sheet.column.name),
                remedy=message(AuditMessages.say_ties),
                column=trial.sheet.column.name,
            )
