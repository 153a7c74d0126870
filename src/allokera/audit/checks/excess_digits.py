"""`excess-digits`: an amount that is no multiple of its column's unit."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, compared
from allokera.audit.report import Severity
from allokera.kronor.wording import grouped


@compared
def excess_digits(case: Case) -> Iterator[Outcome]:
    """Find amounts with digits where the rest of the column is rounded off.

    The base column is not checked for it: weights need no unit.
    """
    for trial in case.trials:
        sheet = trial.sheet
        for row, amount in enumerate(trial.amounts):
            if amount is not None and amount % sheet.unit:
                accused = row in trial.accused
                yield accuse(
                    case,
                    sheet,
                    row,
                    code="excess-digits",
                    what=f"which is no multiple of {grouped(sheet.unit)} kr",
                    severity=Severity.ERROR if accused else Severity.WARNING,
                )
