"""`other-rule`: rows that do not follow the factor, fixed amount or bound that most rows follow."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.proof_by_relations import broken_lines
from allokera.audit.findings.reporting import relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message


def other_rule(case: Case) -> Iterator[Outcome]:
    """Find rows that follow another rule than most: what was fitted accuses nobody."""
    tried = {trial.sheet.column.name for trial in case.trials}
    for law in case.survey.laws:
        name = case.survey.column_at.get(law.claim.target)
        if not law.claim.pattern.free or not law.broken or name in tried:
            continue
        rows = sorted(law.broken)
        names = tuple(case.survey.name_of(row, is_column=False) for row in rows)
        yield Finding(
            code="other-rule",
            severity=Severity.NOTE,
            message=message(
                AuditMessages.other_rule,
                relation=relation_words(case.survey, law.claim),
                names=names,
            ),
            remedy=message(AuditMessages.ask_for_the_rule),
            column=name,
            evidence=broken_lines(case, law, rows),
        )
