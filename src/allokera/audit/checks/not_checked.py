"""`not-checked`: a column that the rows cannot be checked in."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.trial import FEWEST, Standing


def not_checked(case: Case) -> Iterator[Outcome]:
    """Say which columns have too few rows to tell a wrong one.

    One row agrees with itself, and of two that contradict each other either may be wrong: four must
    agree before another is called wrong.
    """
    for trial in case.trials:
        if trial.standing in {Standing.UNCHECKED, Standing.OPEN} and len(trial.entries) < FEWEST:
            yield Finding(
                code="not-checked",
                severity=Severity.NOTE,
                message=(
                    f"{trial.sheet.column.name} has {len(trial.entries)} "
                    f"row{'' if len(trial.entries) == 1 else 's'} to compare; "
                    f"{FEWEST} must agree before another is called wrong"
                ),
                remedy="Audit a table with more rows.",
                column=trial.sheet.column.name,
            )
