"""`rounding-rule`: a column that is rounded otherwise than to the nearest, ties up."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.rules import RULES


def rounding_rule(case: Case) -> Iterator[Outcome]:
    """Say by which rule a column is rounded, where it is not to the nearest with ties up.

    A table that was rounded down is not a table with wrong rows: the rule that explains most rows
    is found before any row is accused.
    """
    for trial in case.trials:
        if trial.fit is None or case.brief.rule is not None:
            continue
        usual = trial.fits[0]
        if trial.fit.rule.name not in {RULES[0].name, "nearest"} and usual is not None:
            yield Finding(
                code="rounding-rule",
                severity=Severity.NOTE,
                message=(
                    f"{trial.sheet.column.name} is rounded {trial.fit.rule.wording}: that explains "
                    f"{trial.fit.depth} of {len(trial.entries)} rows, to the nearest with ties up "
                    f"{usual.depth}"
                ),
                remedy="Say by which rule the amounts are rounded.",
                column=trial.sheet.column.name,
            )
