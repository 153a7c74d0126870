"""One cell put into a finding: what is printed, what it must have been, and the proof."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allokera.audit.case import Case
from allokera.audit.event import Event
from allokera.audit.fit import kronor_for, only
from allokera.audit.interval import Interval
from allokera.audit.mending import Mending
from allokera.audit.report import Candidate, Finding, Severity, Witness
from allokera.audit.sheet import Sheet
from allokera.audit.trial import SOUND, Trial
from allokera.audit.words import amounts
from allokera.kronor.wording import grouped


def accuse(
    case: Case,
    sheet: Sheet,
    row: int,
    *,
    code: str,
    what: str,
    severity: Severity = Severity.ERROR,
    span: tuple[int, int] | None = None,
) -> Finding:
    """Make a finding of one cell.

    Args:
        what: what is wrong with the printed text, as a sentence goes on from it.
        span: where in the text it stands; None for all of it.
    """
    mending, recipient = case.mending(sheet, row), case.recipients[row]
    suggestion = None if mending is None else mending.suggestion
    trial = case.trial(sheet)
    is_accused = trial is not None and (row in trial.accused or trial.standing not in SOUND)
    printed = sheet.readings[row].text
    message = f"{recipient.name}: {printed!r} is printed, {what}"
    if suggestion is not None and mending is not None:
        slip = mending.candidates[0].slip
        message += f"; {grouped(suggestion)} kr follows from the shares ({slip})"
    return Finding(
        code=code,
        severity=severity,
        message=message,
        remedy=_remedy(mending, None if is_accused else sheet.amounts[row]),
        recipient=recipient,
        column=sheet.column.name,
        place=sheet.place(row, span),
        read=sheet.amounts[row],
        expected=None if mending is None or not mending.allowed else _hull(mending.allowed),
        candidates=() if mending is None else mending.candidates,
        suggestion=suggestion,
        tried=None if mending is None else (mending.alternatives, mending.whole),
        proof=prove(case, sheet, row),
    )


def accuse_all(
    case: Case, sheet: Sheet, event: Event, what: str, others: Mapping[str, str] | None = None
) -> Iterator[Finding]:
    """Make a finding of every cell that an event changed.

    Args:
        what: what is wrong, as a sentence goes on from the printed text; `{other}` stands for the
            name that `others` gives for the row's own.
    """
    for row, slip in zip(event.rows, event.slips, strict=True):
        recipient, before = case.recipients[row], event.amounts[row]
        said = what.format(other=(others or {}).get(recipient.name, ""))
        follows = "" if before is None else f"; {grouped(before)} kr follows from the shares"
        yield Finding(
            code=event.happening,
            severity=Severity.ERROR,
            message=f"{recipient.name}: {sheet.readings[row].text!r} is printed, {said}{follows}",
            remedy="Look the amount up." if before is None else f"Print {grouped(before)}.",
            recipient=recipient,
            column=sheet.column.name,
            place=sheet.place(row),
            read=sheet.amounts[row],
            candidates=() if before is None else (Candidate(before, slip),),
            suggestion=before,
            proof=prove(case, sheet, row),
        )


def prove(case: Case, sheet: Sheet, row: int) -> tuple[Witness, ...]:
    """Show by two rows that a cell cannot be right: they need different pools.

    The other row is one of those that hold the pool on the side where the cell needs another. There
    is no proof where the column's rows do not agree on a pool, or the cell has no digits.
    """
    trial = case.trial(sheet)
    weight = case.weights[row]
    if trial is None or trial.fit is None or not weight:
        return ()
    own = _needed(case, trial, row, weight)
    held = kronor_for(trial.fit, case.total_weight, sheet.unit)
    if own is None or not own.pool.meet(held).is_empty:
        return ()
    side = trial.fit.lowest if own.pool.upper <= held.lower else trial.fit.highest
    if not side:
        return ()
    other = side[0]
    other_weight = case.weights[other]
    assert other_weight is not None, "a row that holds the pool has a weight"
    against = _needed(case, trial, other, other_weight)
    return () if against is None or not own.pool.meet(against.pool).is_empty else (own, against)


def contradiction(case: Case, trial: Trial) -> tuple[Witness, ...]:
    """Show by two rows that a column's rows cannot all be right, whichever are wrong."""
    fits = trial.fit
    if fits is None:
        return ()
    alone, total = {}, case.total_weight
    for entry in trial.entries:
        found = only(fits.rule, entry.weight, entry.units)
        if found is not None:
            alone[entry.row] = kronor_for(found, total, trial.sheet.unit)
    highest = max(alone, key=lambda row: alone[row].lower)
    lowest = min(alone, key=lambda row: alone[row].upper)
    if not alone[highest].meet(alone[lowest]).is_empty:
        return ()
    return tuple(
        Witness(
            recipient=case.recipients[row],
            column=trial.sheet.column.name,
            printed=trial.sheet.readings[row].text,
            amount=trial.sheet.amounts[row] or 0,
            pool=alone[row],
        )
        for row in (lowest, highest)
    )


def _needed(case: Case, trial: Trial, row: int, weight: int) -> Witness | None:
    """Say what pool a row needs, as printed; a malformed cell by its digits."""
    sheet = trial.sheet
    amount = sheet.amounts[row]
    if amount is None:
        digits, worth = sheet.keyed(row)
        amount = int(digits) * worth if digits else None
    if amount is None or trial.fit is None:
        return None
    total, unit = case.total_weight, sheet.unit
    alone = only(trial.fit.rule, weight, amount // unit) if amount % unit == 0 else None
    pool = (
        kronor_for(alone, total, unit)
        if alone is not None
        else Interval(
            Fraction((2 * amount - unit) * total, 2 * weight),
            Fraction((2 * amount + unit) * total, 2 * weight),
        )
    )
    return Witness(
        recipient=case.recipients[row],
        column=sheet.column.name,
        printed=sheet.readings[row].text,
        amount=amount,
        pool=pool,
    )


def _remedy(mending: Mending | None, read: int | None) -> str:
    if mending is None and read is not None:
        return f"Print {grouped(read)}."
    if mending is None or not mending.allowed:
        return "Look the amount up: the other rows do not tell it."
    if mending.suggestion is not None:
        return f"Print {grouped(mending.suggestion)}."
    if mending.candidates:
        listed = " or ".join(grouped(each.amount) for each in mending.candidates)
        return f"Look the amount up: it may be {listed}."
    return f"Look the amount up: by the other rows it is {amounts(mending.allowed)}."


def _hull(allowed: range) -> Interval:
    return Interval(Fraction(allowed[0]), Fraction(allowed[-1]))
