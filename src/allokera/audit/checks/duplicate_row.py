"""`duplicate-row`: somebody who has two rows."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role


def duplicate_row(case: Case) -> Iterator[Outcome]:
    """Find recipients that stand in the table twice.

    The shares cannot show it: a row that is printed twice agrees with itself. Sums and shares are
    reckoned without the later one.
    """
    for row, role in enumerate(case.roles):
        if role is Role.REPEATED:
            recipient = case.recipients[row]
            yield Finding(
                code="duplicate-row",
                severity=Severity.ERROR,
                message=f"{recipient.name} has a row already; row {row + 1} is left out",
                remedy="Strike one of the two rows, or put another name.",
                recipient=recipient,
            )
