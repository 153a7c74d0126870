"""`variant-name`: a name written otherwise than on the list."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.names import Likeness


def variant_name(case: Case) -> Iterator[Outcome]:
    """Find names that are on the list in another spelling."""
    if not (case.brief.eligible or case.brief.known):
        yield Unchecked(message(AuditMessages.no_list))
        return
    for recipient, match in zip(case.recipients, case.matches, strict=True):
        if match is None or match.recipient.name == recipient.name:
            continue
        if match.likeness is Likeness.VARIANT or match.likeness is Likeness.EXACT:
            yield Finding(
                code="variant-name",
                severity=Severity.NOTE,
                message=message(
                    AuditMessages.read_as, written=recipient.name, name=match.recipient.name
                ),
                remedy=message(AuditMessages.write_name, name=match.recipient.name),
                recipient=recipient,
            )
