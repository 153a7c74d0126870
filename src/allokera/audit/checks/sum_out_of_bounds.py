"""`sum-out-of-bounds`: a column that sums to more than its envelope."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.kronor.wording import grouped


def sum_out_of_bounds(case: Case) -> Iterator[Outcome]:
    """Find columns that sum to more than was announced.

    Rows that are rounded one by one may miss their sum by half a unit each, or by a unit each where
    they are not rounded to the nearest. A sum below the envelope is no error: what is missing may
    be kept for administration.
    """
    for sheet, amounts in case.columns:
        envelope = case.brief.envelopes.get(sheet.column.name)
        if envelope is None:
            yield Unchecked(f"{sheet.column.name}: no envelope is known")
            continue
        trial = case.trial(sheet)
        is_near = trial is None or trial.fit is None or trial.fit.rule.nearest
        slack = len(case.counted) * sheet.unit // (2 if is_near else 1)
        total = case.sum(amounts)
        if total > envelope + slack:
            yield Finding(
                code="sum-out-of-bounds",
                severity=Severity.ERROR,
                message=(
                    f"{sheet.column.name} sums to {grouped(total)} kr, "
                    f"{grouped(total - envelope)} kr "
                    f"more than the envelope of {grouped(envelope)} kr; rounding explains "
                    f"{grouped(slack)} kr at most"
                ),
                remedy="Look for an amount that is too large, or for a row too many.",
                column=sheet.column.name,
                read=total,
            )
