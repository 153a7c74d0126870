"""`unknown-name`: a row for somebody who is not on the list."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.kronor.wording import listed
from allokera.names import register

_FEW = 10
"""Unknown names that the nearest known is looked for; looking takes long."""


def unknown_name(case: Case) -> Iterator[Outcome]:
    """Find rows whose name, however it is folded, is not on the list of recipients."""
    matched = sum(case.matches[row] is not None for row in case.counted)
    if not case.brief.eligible and 4 * matched < 3 * len(case.counted):
        yield Unchecked("no list of recipients is known, and most names are on none")
        return
    known = register(case.brief.eligible or case.brief.known)
    where = (
        "on the list of recipients"
        if case.brief.eligible
        else "among the municipalities and counties"
    )
    told = 0
    for row in case.counted:
        recipient = case.recipients[row]
        if case.matches[row] is None:
            near = [each.name for each in known.nearest(recipient.name)] if told < _FEW else []
            told += 1
            hint = f"; the nearest is {listed(near[:1])}" if near else ""
            yield Finding(
                code="unknown-name",
                severity=Severity.ERROR if case.brief.eligible else Severity.WARNING,
                message=f"{recipient.name} is not {where}{hint}",
                remedy=f"Write {near[0]}, if that is meant." if near else "Strike the row.",
                recipient=recipient,
            )
