"""`tie-rule-open`: exact ties that are rounded both up and down."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Inapplicable, Outcome, agreed
from allokera.audit.report import Finding, Severity


@agreed
def tie_rule_open(case: Case) -> Iterator[Outcome]:
    """Find columns that are rounded to the nearest, with exact ties now up and now down.

    No one tie rule (up, down, to even) explains all rows, and yet every row is a nearest one.
    """
    if case.brief.rule is not None:
        yield Inapplicable("the rounding rule is given")
        return
    for trial in case.trials:
        if trial.fit is not None and trial.fit.rule.name == "nearest":
            yield Finding(
                code="tie-rule-open",
                severity=Severity.NOTE,
                message=(
                    f"{trial.sheet.column.name} is rounded to the nearest, "
                    "but exact ties go both ways"
                ),
                remedy="Say how ties are rounded.",
                column=trial.sheet.column.name,
            )
