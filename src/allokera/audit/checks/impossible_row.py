"""`impossible-row`: an amount that contradicts the other rows."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.trial import Standing
from allokera.audit.words import amounts


def impossible_row(case: Case) -> Iterator[Outcome]:
    """Find amounts that no pool explains together with the other rows.

    Every printed amount, undone by the rounding, allows the pool an interval. Most rows share a
    point; a row whose interval lies elsewhere is wrong, and two rows prove it. Rows are held
    against each other only: no list of right answers is needed.
    """
    for trial in case.trials:
        name = trial.sheet.column.name
        if trial.standing is Standing.UNCHECKED:
            yield Unchecked(f"{name}: fewer than two rows can be compared")
        for row in trial.accused:
            amount = trial.amounts[row]
            if amount is None or amount % trial.sheet.unit:
                continue
            mending = trial.mendings.get(row)
            what = (
                f"{amounts(mending.allowed)} follows from the shares"
                if mending is not None and mending.allowed and mending.suggestion is None
                else "which contradicts the other rows"
            )
            yield accuse(case, trial.sheet, row, code="impossible-row", what=what)
