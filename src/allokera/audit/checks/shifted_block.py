"""`shifted-block`: amounts that stand a row too high or too low."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse_all
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.shares.event import Happening
from allokera.errors import message


def shifted_block(case: Case) -> Iterator[Outcome]:
    """Find neighbouring rows that each have the amount of the row above, or below."""
    for trial in case.trials:
        if trial.event is not None and trial.event.happening is Happening.SHIFTED_BLOCK:
            count = len(trial.event.rows)
            what = message(AuditMessages.in_shifted_block, rows=count)
            yield from accuse_all(
                case, trial.sheet, trial.event, dict.fromkeys(trial.event.rows, what)
            )
