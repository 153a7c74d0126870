"""`other-rule`: rows that do not follow the factor, fixed amount or bound that most rows follow."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import other_rule as finding
from allokera.audit.outcome import Outcome


def other_rule(case: Case) -> Iterator[Outcome]:
    """Find rows that follow another rule than most: what was fitted accuses nobody."""
    tried = {trial.sheet.column.name for trial in case.trials}
    for law in case.survey.laws:
        name = case.survey.column_at.get(law.claim.target)
        if not law.claim.pattern.free or not law.broken or name in tried:
            continue
        yield finding(case, law, sorted(law.broken))
