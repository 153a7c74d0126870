"""`ambiguous-suspects`: rows that contradict each other, and do not say which are wrong."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, compared
from allokera.audit.proof import contradiction
from allokera.audit.report import Finding, Severity


@compared
def ambiguous_suspects(case: Case) -> Iterator[Outcome]:
    """Find columns whose rows cannot all be right, where it is not clear which are wrong.

    Nobody is named when fewer than four rows agree, when those that agree are no majority, or when
    another explanation covers nearly as many rows. Two rows prove that something is wrong.
    """
    for trial in case.trials:
        if trial.doubtful:
            agree = 0 if trial.fit is None else trial.fit.depth
            yield Finding(
                code="ambiguous-suspects",
                severity=Severity.ERROR,
                message=(
                    f"the rows of {trial.sheet.column.name} contradict each other: at most "
                    f"{agree} of {len(trial.entries)} can be right, and they do not say which"
                ),
                remedy="Look the amounts up at their source.",
                column=trial.sheet.column.name,
                proof=contradiction(case, trial),
            )
