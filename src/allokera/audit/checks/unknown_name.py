"""`unknown-name`: a row for somebody who is not on the list."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.kronor.wording import listed
from allokera.names import register


def unknown_name(case: Case) -> Iterator[Outcome]:
    """Find rows whose name, however it is folded, is not on the list of recipients."""
    if not case.brief.eligible:
        yield Unchecked("no list of recipients is known")
        return
    known = register(case.brief.eligible)
    for recipient, match in zip(case.recipients, case.matches, strict=True):
        if match is None:
            near = [each.name for each in known.nearest(recipient.name)]
            hint = f"; the nearest is {listed(near[:1])}" if near else ""
            yield Finding(
                code="unknown-name",
                severity=Severity.ERROR,
                message=f"{recipient.name} is not on the list of recipients{hint}",
                remedy=f"Write {near[0]}, if that is meant." if near else "Strike the row.",
                recipient=recipient,
            )
