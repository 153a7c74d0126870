"""`unknown-name`: a row for somebody who is not on the list."""

from collections.abc import Iterator, Sequence

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.names import register
from allokera.relations.bits import are_most

_FEW = 10
"""Unknown names that the nearest known is looked for; looking takes long."""


def unknown_name(case: Case) -> Iterator[Outcome]:
    """Find rows whose name, however it is folded, is not on the list of recipients."""
    matched = sum(case.matches[row] is not None for row in case.counted)
    if not case.brief.eligible and not are_most(matched, len(case.counted)):
        yield Unchecked(message(AuditMessages.no_list_and_no_names))
        return
    known = register(case.brief.eligible or case.brief.known)
    told = 0
    for row in case.counted:
        recipient = case.recipients[row]
        if case.matches[row] is None:
            near = [each.name for each in known.nearest(recipient.name)] if told < _FEW else []
            told += 1
            yield Finding(
                code="unknown-name",
                severity=_weight(case, near),
                message=message(
                    AuditMessages.not_on_the_list
                    if case.brief.eligible
                    else AuditMessages.no_municipality,
                    name=recipient.name,
                    near=near[0] if near else None,
                ),
                remedy=message(AuditMessages.write_if_meant, name=near[0])
                if near
                else message(AuditMessages.strike_the_row),
                recipient=recipient,
            )


def _weight(case: Case, near: Sequence[str]) -> Severity:
    """Who is on no list that was told is wrong; else a name may only be misspelt."""
    if case.brief.eligible:
        return Severity.ERROR
    return Severity.WARNING if near else Severity.NOTE
