"""`sum-out-of-bounds`: a column that sums to more than its envelope."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.sheet import Sheet
from allokera.errors import message
from allokera.kronor.amount import size


def sum_out_of_bounds(case: Case) -> Iterator[Outcome]:
    """Find columns that sum to more than was announced."""
    for sheet, amounts in case.columns:
        total = case.sum(amounts)
        yield from _against_envelope(case, sheet, total)


def _against_envelope(case: Case, sheet: Sheet, total: int) -> Iterator[Outcome]:
    name, slack, trial = sheet.column.name, _slack(case, sheet), case.trial(sheet)
    envelope = case.brief.envelopes.get(name)
    if envelope is None:
        yield Unchecked(message(AuditMessages.no_envelope, column=name))
        return
    limit = Fraction(envelope, sheet.one)
    pool = None if trial is None else case.pool_by_base(trial)
    is_above = pool is not None and pool.times(Fraction(1, sheet.one)).lower > limit
    if total > limit + slack or is_above:
        yield Finding(
            code="sum-out-of-bounds",
            severity=Severity.ERROR,
            message=message(
                AuditMessages.sum_above_envelope,
                column=name,
                total=sheet.kronor(total),
                envelope=envelope,
                slack=size(sheet.kronor(slack)),
            )
            if total > limit + slack
            else message(AuditMessages.pool_above_envelope, column=name, envelope=envelope),
            remedy=message(AuditMessages.too_large_or_too_many),
            column=name,
            read=sheet.kronor(total),
        )


def _slack(case: Case, sheet: Sheet) -> int:
    """Say by how much rounding can move a column's sum, in its ones."""
    trial = case.trial(sheet)
    is_near = trial is None or trial.fit is None or trial.fit.rule.nearest
    return len(case.counted) * sheet.unit // (2 if is_near else 1)
