"""`total-row`: a row that is the sum of the others."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.survey.roles import Role
from allokera.errors import message
from allokera.names import is_called_a_sum


def total_row(case: Case) -> Iterator[Outcome]:
    """Find rows that are sums: by their name, or because all other rows come to them."""
    for row, role in enumerate(case.roles):
        if role is Role.TOTAL:
            recipient = case.recipients[row]
            is_called = is_called_a_sum(recipient.name) or case.matches[row] is not None
            yield Finding(
                code="total-row",
                severity=Severity.NOTE,
                message=message(AuditMessages.read_as_sum, name=recipient.name),
                remedy=message(
                    AuditMessages.nothing_if_sum if is_called else AuditMessages.call_it_a_sum
                ),
                recipient=recipient,
            )
