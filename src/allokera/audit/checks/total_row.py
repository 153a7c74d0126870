"""`total-row`: a row that is the sum of the others."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role
from allokera.names import is_called_a_sum


def total_row(case: Case) -> Iterator[Outcome]:
    """Find rows that are sums: by their name, or because all other rows come to them.

    Taken for a recipient, such a row agrees with all others, and doubles the pool.
    """
    for row, role in enumerate(case.roles):
        if role is Role.TOTAL:
            recipient = case.recipients[row]
            is_called = is_called_a_sum(recipient.name) or case.matches[row] is not None
            yield Finding(
                code="total-row",
                severity=Severity.NOTE if is_called else Severity.WARNING,
                message=(f"{recipient.name} is read as a sum of other rows, not as a recipient"),
                remedy="Nothing, if it is one."
                if is_called
                else "Call the row a sum, or strike it.",
                recipient=recipient,
            )
