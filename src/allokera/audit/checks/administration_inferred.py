"""`administration-inferred`: the deduction from the envelopes that the rows allow."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.administration import common_share
from allokera.errors import message


def administration_inferred(case: Case) -> Iterator[Outcome]:
    """Say what the envelopes hold besides what is shared out, where the rows tell."""
    if not case.deductions:
        yield Unchecked(message(AuditMessages.no_envelope_and_pool))
    found = [each for each in case.deductions if each.amount.upper > 0]
    if not found:
        return
    deductions = tuple((each.amount, each.column) for each in found)
    yield Finding(
        code="administration-inferred",
        severity=Severity.NOTE,
        message=message(
            AuditMessages.administration_inferred,
            deductions=deductions,
            amount=case.administration,
            share_fits=common_share(case.deductions) is not None,
        )
        if len(case.deductions) > 1
        else message(AuditMessages.envelopes_hold_more, deductions=deductions),
        remedy=message(AuditMessages.ask_for_administration),
    )
