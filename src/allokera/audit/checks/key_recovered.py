"""`key-recovered`: the key that the base amounts themselves follow."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.audit.rounding.allowed import kronor_for
from allokera.errors import message


def key_recovered(case: Case) -> Iterator[Outcome]:
    """Say whether the base amounts are half a pool in equal shares, half by inhabitants."""
    if not case.brief.inhabitants:
        yield Unchecked(message(AuditMessages.no_inhabitants))
        return
    base, key = case.base, case.key
    if base is None or key is None or (settled := key.settled) is None:
        yield Unchecked(message(AuditMessages.no_key))
        return
    total = sum(entry.weight for entry in key.entries)
    pools = kronor_for(settled, total, base.unit).multiples(1)
    yield Finding(
        code="key-recovered",
        severity=Severity.NOTE,
        message=message(
            AuditMessages.key_gives,
            unit=base.unit,
            right=len(key.entries) - key.suspects,
            rows=len(case.counted),
            column=base.column.name,
            pools=pools,
        ),
        remedy=message(AuditMessages.ask_for_the_key),
        column=base.column.name,
    )
