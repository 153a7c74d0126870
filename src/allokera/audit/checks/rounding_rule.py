"""`rounding-rule`: a column that is rounded otherwise than to the nearest, row by row."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Inapplicable, Outcome, agreed
from allokera.audit.report import Finding, Severity
from allokera.audit.rules import ALONE, RULES
from allokera.audit.trial import SOUND, Trial
from allokera.kronor.wording import grouped, listed

_FEW = 3


@agreed
def rounding_rule(case: Case) -> Iterator[Outcome]:
    """Say by which rule a column is rounded, where it is not to the nearest with ties up.

    A table that was rounded down is not a table with wrong rows: the rule that explains most rows
    is found before any row is accused. Rows may also have been rounded together, so that they sum
    to a house; then single rows are not what they would be alone, and those are named.
    """
    if case.brief.rule is not None:
        yield Inapplicable("the rounding rule is given")
        return
    for trial in case.trials:
        if trial.fit is None or trial.standing not in SOUND:
            continue
        usual = trial.fits[RULES[0].name]
        if trial.fit.rule.name not in {RULES[0].name, "nearest"} and usual is not None:
            moved = () if trial.fit.rule.name in ALONE else (*usual.certain, *usual.possible)
            yield Finding(
                code="rounding-rule",
                severity=Severity.NOTE,
                message=(
                    f"{trial.sheet.column.name} is rounded {trial.fit.rule.wording}: that explains "
                    f"{trial.fit.depth} of {len(trial.entries)} rows, to the nearest with ties up "
                    f"{usual.depth}{_named(case, trial, moved)}"
                ),
                remedy="Say by which rule the amounts are rounded.",
                recipient=case.recipients[moved[0]] if len(moved) == 1 else None,
                column=trial.sheet.column.name,
            )
        if trial.fit.slack:
            strict = trial.fits[trial.fit.rule.name]
            more = trial.fit.depth - (0 if strict is None else strict.depth)
            yield Finding(
                code="rounding-rule",
                severity=Severity.NOTE,
                message=(
                    f"{trial.sheet.column.name} was computed from unrounded base amounts: that "
                    f"they are printed to {grouped(trial.fit.slack)} kr explains {more} more rows"
                ),
                remedy="Print the base amounts in full, so that the column can be recomputed.",
                column=trial.sheet.column.name,
            )


def _named(case: Case, trial: Trial, moved: tuple[int, ...]) -> str:
    rows = [row for row in moved if row not in trial.accused]
    if not 0 < len(rows) <= _FEW:
        return ""
    names = [f"{case.recipients[row].name} ({grouped(trial.amounts[row] or 0)})" for row in rows]
    return f"; alone, another amount would be due to {listed(names)}"
