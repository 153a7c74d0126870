"""`shifted-block`: amounts that stand a row too high or too low."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse_all
from allokera.audit.case import Case
from allokera.audit.event import Happening
from allokera.audit.outcome import Outcome, compared


@compared
def shifted_block(case: Case) -> Iterator[Outcome]:
    """Find neighbouring rows that each have the amount of the row above, or below.

    A list that was pasted one cell off, or from which a line fell out: every amount is right, and
    none stands where it belongs.
    """
    for trial in case.trials:
        if trial.event is not None and trial.event.happening is Happening.SHIFTED_BLOCK:
            count = len(trial.event.rows)
            what = f"in a block of {count} rows that stands one row off"
            yield from accuse_all(case, trial.sheet, trial.event, what)
