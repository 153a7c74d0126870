"""`swapped-rows`: two rows that have each other's amounts."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse_all
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.shares.event import Happening
from allokera.errors import message


def swapped_rows(case: Case) -> Iterator[Outcome]:
    """Find pairs of amounts that were exchanged: each is wrong where it stands, and right there."""
    event = case.base_event
    if case.base is not None and event is not None and event.happening is Happening.SWAPPED_ROWS:
        what = message(AuditMessages.base_amounts_exchanged)
        yield from accuse_all(case, case.base, event, dict.fromkeys(event.rows, what))
    for trial in case.trials:
        if trial.event is not None and trial.event.happening is Happening.SWAPPED_ROWS:
            rows = trial.event.rows
            pairs = [*zip(rows[::2], rows[1::2], strict=True)]
            pairs += [(other, one) for one, other in pairs]
            whats = {
                one: message(AuditMessages.amount_of_other, other=case.recipients[other].name)
                for one, other in pairs
            }
            yield from accuse_all(case, trial.sheet, trial.event, whats)
