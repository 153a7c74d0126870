"""`rounding-rule`: a column that is rounded otherwise than to the nearest, row by row."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.rounding.rules import ALONE, RULES
from allokera.audit.shares.trial import SOUND, Trial
from allokera.errors import message
from allokera.kronor.amount import Amount, size

_FEW = 3


def rounding_rule(case: Case) -> Iterator[Outcome]:
    """Say by which rule a column is rounded, where it is not to the nearest with ties up."""
    if case.brief.rule is not None:
        yield Inapplicable(message(AuditMessages.rule_given))
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
                message=message(
                    AuditMessages.rounded_otherwise,
                    column=trial.sheet.column.name,
                    rule=trial.fit.rule.name,
                    explained=trial.fit.depth,
                    rows=len(trial.entries),
                    usual=usual.depth,
                    moved=_named(case, trial, moved),
                ),
                remedy=message(AuditMessages.say_the_rule),
                recipient=case.recipients[moved[0]] if len(moved) == 1 else None,
                column=trial.sheet.column.name,
            )
        if trial.fit.slack and case.base is not None:
            strict = trial.fits[trial.fit.rule.name]
            more = trial.fit.depth - (0 if strict is None else strict.depth)
            yield Finding(
                code="rounding-rule",
                severity=Severity.NOTE,
                message=message(
                    AuditMessages.from_unrounded_base,
                    column=trial.sheet.column.name,
                    unit=size(case.base.kronor(trial.fit.slack)),
                    rows=more,
                ),
                remedy=message(AuditMessages.print_base_in_full),
                column=trial.sheet.column.name,
            )


def _named(case: Case, trial: Trial, moved: tuple[int, ...]) -> tuple[tuple[str, Amount], ...]:
    """Name the rows that would be due another amount alone, with theirs, where they are few."""
    rows = [row for row in moved if row not in trial.accused]
    if len(rows) > _FEW:
        return ()
    return tuple(
        (case.recipients[row].name, trial.sheet.kronor(trial.amounts[row] or 0)) for row in rows
    )
