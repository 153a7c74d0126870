"""`sum-out-of-bounds`: a column that sums to more than its envelope, or not to its own sum."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role
from allokera.audit.sheet import Sheet
from allokera.errors import message

_MOST_KEPT = 10
"""One part in so many of what is shared out may be kept besides, and announced with it."""


def sum_out_of_bounds(case: Case) -> Iterator[Outcome]:
    """Find columns that sum to more than was announced, or to another sum than is printed."""
    for sheet, amounts in case.columns:
        total = case.sum(amounts)
        yield from _against_envelope(case, sheet, total)
        if all(amounts[row] is not None for row in case.counted):
            yield from _against_printed_sums(case, sheet, total)


def _against_envelope(case: Case, sheet: Sheet, total: int) -> Iterator[Outcome]:
    name, slack, trial = sheet.column.name, _slack(case, sheet), case.trial(sheet)
    envelope = case.brief.envelopes.get(name)
    if envelope is None:
        yield Unchecked(message(AuditMessages.no_envelope, column=name))
        return
    pool = None if trial is None else case.pool_by_base(trial)
    if total > envelope + slack or (pool is not None and pool.lower > envelope):
        yield Finding(
            code="sum-out-of-bounds",
            severity=Severity.ERROR,
            message=message(
                AuditMessages.sum_above_envelope,
                column=name,
                total=total,
                envelope=envelope,
                slack=slack,
            )
            if total > envelope + slack
            else message(AuditMessages.pool_above_envelope, column=name, envelope=envelope),
            remedy=message(AuditMessages.too_large_or_too_many),
            column=name,
            read=total,
        )


def _against_printed_sums(case: Case, sheet: Sheet, total: int) -> Iterator[Finding]:
    """Hold the rows against the one row of sums; of several, some are sums of parts."""
    rows = [
        row
        for row, role in enumerate(case.roles)
        if role is Role.TOTAL and case.matches[row] is None
    ]
    printed = sheet.amounts[rows[0]] if len(rows) == 1 else None
    slack = _slack(case, sheet)
    if printed is None or abs(printed - total) <= slack:
        return
    # what is announced may hold more than is shared out, and is no error by itself
    is_more = 0 < printed - total <= total // _MOST_KEPT
    is_mended = total != sheet.sum_of(case.counted)
    yield Finding(
        code="sum-out-of-bounds",
        severity=Severity.NOTE if is_more else Severity.ERROR,
        message=message(
            AuditMessages.other_sum_as_mended if is_mended else AuditMessages.other_sum,
            name=case.recipients[rows[0]].name,
            printed=sheet.readings[rows[0]].text,
            column=sheet.column.name,
            total=total,
            slack=slack,
        ),
        remedy=message(
            AuditMessages.rest_for_administration if is_more else AuditMessages.wrong_or_missing
        ),
        recipient=case.recipients[rows[0]],
        column=sheet.column.name,
        place=sheet.place(rows[0]),
        read=printed,
    )


def _slack(case: Case, sheet: Sheet) -> int:
    """Say by how much rounding can move a column's sum, in kronor."""
    trial = case.trial(sheet)
    is_near = trial is None or trial.fit is None or trial.fit.rule.nearest
    return len(case.counted) * sheet.unit // (2 if is_near else 1)
