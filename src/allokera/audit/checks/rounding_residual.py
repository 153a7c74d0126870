"""`rounding-residual`: what the rows, each rounded on its own, miss of their pool."""

from collections.abc import Iterator
from math import isqrt

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.amount import size


def rounding_residual(case: Case) -> Iterator[Outcome]:
    """Say by how much a column's sum misses its pool because every row is rounded on its own."""
    if case.administration is None:
        yield Inapplicable(message(AuditMessages.no_common_deduction))
        return
    for trial in case.trials:
        sheet, unit = trial.sheet, trial.sheet.unit
        envelope = case.brief.envelopes.get(sheet.column.name)
        amounts = [each for row in case.counted if (each := trial.mended[row]) is not None]
        is_mended = all(each.suggestion is not None for each in trial.mendings.values())
        if envelope is None or not is_mended or len(amounts) < len(case.counted):
            continue
        total, pool = sheet.kronor(sum(amounts)), envelope - case.administration
        if total != pool:
            yield Finding(
                code="rounding-residual",
                severity=Severity.NOTE,
                message=message(
                    AuditMessages.misses_its_pool,
                    column=sheet.column.name,
                    total=total,
                    pool=pool,
                    deviation=size(sheet.kronor(isqrt(unit * unit * len(amounts) // 12))),
                ),
                remedy=message(AuditMessages.share_by_remainder),
                column=sheet.column.name,
                read=total,
            )
