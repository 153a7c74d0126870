"""`rounding-residual`: what the rows, each rounded on its own, miss of their pool."""

from collections.abc import Iterator
from math import isqrt

from allokera.audit.case import Case
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report import Finding, Severity
from allokera.kronor.wording import grouped


def rounding_residual(case: Case) -> Iterator[Outcome]:
    """Say by how much a column's sum misses its pool because every row is rounded on its own.

    The pool is the one that the simplest deduction from the envelopes leaves, where one deduction
    fits all columns. Of n rows in units of u, the residual has a standard deviation of u *
    sqrt(n/12).
    """
    if case.administration is None:
        yield Inapplicable("no one deduction is known to fit two envelopes")
        return
    for trial in case.trials:
        name, unit = trial.sheet.column.name, trial.sheet.unit
        envelope = case.brief.envelopes.get(name)
        amounts = [each for row in case.counted if (each := trial.mended[row]) is not None]
        is_mended = all(each.suggestion is not None for each in trial.mendings.values())
        if envelope is None or not is_mended or len(amounts) < len(case.counted):
            continue
        total, pool = sum(amounts), envelope - case.administration
        if total != pool:
            deviation = grouped(isqrt(unit * unit * len(amounts) // 12))
            yield Finding(
                code="rounding-residual",
                severity=Severity.NOTE,
                message=(
                    f"{name} sums to {grouped(total)} kr, {grouped(abs(pool - total))} kr "
                    f"{'less' if total < pool else 'more'} than its pool of {grouped(pool)} kr: "
                    f"every row is rounded on its own (standard deviation {deviation} kr)"
                ),
                remedy="Share out by largest remainder, so that the sum matches.",
                column=name,
                read=total,
            )
