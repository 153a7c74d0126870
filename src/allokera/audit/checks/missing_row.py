"""`missing-row`: somebody on the list who has no row."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message


def missing_row(case: Case) -> Iterator[Outcome]:
    """Find names on the list of those who may be in the table that have no row."""
    if not case.brief.eligible:
        yield Unchecked(message(AuditMessages.no_list))
    present = {match.recipient for match in case.matches if match is not None}
    for recipient in case.brief.eligible:
        if recipient not in present:
            yield Finding(
                code="missing-row",
                severity=Severity.ERROR,
                message=message(AuditMessages.no_row, name=recipient.name),
                remedy=message(AuditMessages.add_a_row, name=recipient.name),
                recipient=recipient,
            )
