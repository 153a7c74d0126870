"""`sum-out-of-bounds`: a column that sums to more than its envelope, or not to its own sum."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role
from allokera.audit.sheet import Sheet
from allokera.kronor.wording import grouped


def sum_out_of_bounds(case: Case) -> Iterator[Outcome]:
    """Find columns that sum to more than was announced, or to another sum than is printed.

    Rows that are rounded one by one may miss their sum by half a unit each, or by a unit each where
    they are not rounded to the nearest. A sum below the envelope is no error: what is missing may
    be kept for administration.
    """
    for sheet, amounts in case.columns:
        total = case.sum(amounts)
        yield from _against_envelope(case, sheet, total)
        if all(amounts[row] is not None for row in case.counted):
            yield from _against_printed_sums(case, sheet, total)


def _against_envelope(case: Case, sheet: Sheet, total: int) -> Iterator[Outcome]:
    name, slack, trial = sheet.column.name, _slack(case, sheet), case.trial(sheet)
    envelope = case.brief.envelopes.get(name)
    if envelope is None:
        yield Unchecked(f"{name}: no envelope is known")
        return
    pool = None if trial is None else case.pool(trial)
    if total > envelope + slack or (pool is not None and pool.lower > envelope):
        yield Finding(
            code="sum-out-of-bounds",
            severity=Severity.ERROR,
            message=(
                f"{name} sums to {grouped(total)} kr, {grouped(total - envelope)} kr more than "
                f"the envelope of {grouped(envelope)} kr; rounding explains "
                f"{grouped(slack)} kr at most"
                if total > envelope + slack
                else f"{name} is shared out from more than its envelope of {grouped(envelope)} kr"
            ),
            remedy="Look for an amount that is too large, or for a row too many.",
            column=name,
            read=total,
        )


def _against_printed_sums(case: Case, sheet: Sheet, total: int) -> Iterator[Finding]:
    slack = _slack(case, sheet)
    for row, role in enumerate(case.roles):
        printed = sheet.amounts[row]
        if role is not Role.TOTAL or printed is None or abs(printed - total) <= slack:
            continue
        yield Finding(
            code="sum-out-of-bounds",
            severity=Severity.ERROR,
            message=(
                f"{case.recipients[row].name}: {sheet.readings[row].text!r} is printed in "
                f"{sheet.column.name}, and the rows sum to {grouped(total)} kr; rounding explains "
                f"{grouped(slack)} kr at most"
            ),
            remedy="Look for a wrong amount, or for a row that is missing.",
            recipient=case.recipients[row],
            column=sheet.column.name,
            place=sheet.place(row),
            read=printed,
        )


def _slack(case: Case, sheet: Sheet) -> int:
    """Say by how much rounding can move a column's sum, in kronor."""
    trial = case.trial(sheet)
    is_near = trial is None or trial.fit is None or trial.fit.rule.nearest
    return len(case.counted) * sheet.unit // (2 if is_near else 1)
