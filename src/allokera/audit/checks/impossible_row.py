"""`impossible-row`: an amount that contradicts the other rows."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse, ends
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.shares.trial import Standing
from allokera.errors import message


def impossible_row(case: Case) -> Iterator[Outcome]:
    """Find amounts that no pool explains together with the other rows."""
    for trial in case.trials:
        name = trial.sheet.column.name
        if trial.standing is Standing.UNCHECKED:
            yield Unchecked(message(AuditMessages.too_few_rows, column=name))
        for row in trial.accused:
            amount = trial.amounts[row]
            if amount is None or amount % trial.sheet.unit:
                continue
            mending = trial.mendings.get(row)
            what = message(AuditMessages.contradicts_rows)
            if mending is not None and mending.allowed and mending.suggestion is None:
                what = message(AuditMessages.amounts_follow, allowed=ends(trial.sheet, mending))
            yield accuse(case, trial.sheet, row, code="impossible-row", what=what)
