"""One cell put into a finding: what is printed, what it must have been, and the proof."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allokera.audit.case import Case
from allokera.audit.event import Event
from allokera.audit.interval import Interval
from allokera.audit.mending import Mending
from allokera.audit.proof import prove
from allokera.audit.report import Candidate, Finding, Severity, Tried
from allokera.audit.sheet import Sheet
from allokera.audit.trial import SOUND
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
    mending = case.mending(sheet, row)
    suggestion = None if mending is None else mending.suggestion
    trial = case.trial(sheet)
    is_accused = trial is not None and (row in trial.accused or trial.standing not in SOUND)
    message = f"{_said(case, sheet, row)}, {what}"
    if suggestion is not None and mending is not None:
        slip = mending.candidates[0].slip
        message += f"; {grouped(suggestion)} kr follows from the shares ({slip})"
    return Finding(
        code=code,
        severity=severity,
        message=message,
        remedy=_remedy(sheet, mending, None if is_accused else sheet.amounts[row]),
        recipient=case.recipients[row],
        column=sheet.column.name,
        place=sheet.place(row, span),
        read=sheet.amounts[row],
        expected=_hull(mending),
        candidates=() if mending is None else mending.candidates,
        suggestion=suggestion,
        tried=_tried(case, sheet, row, mending),
        proof=prove(case, sheet, row),
    )


def accuse_all(
    case: Case, sheet: Sheet, event: Event, what: str, others: Mapping[int, str] | None = None
) -> Iterator[Finding]:
    """Make a finding of every cell that an event changed.

    Args:
        what: what is wrong, as a sentence goes on from the printed text; `{other}` stands for the
            name that `others` gives for the row.
    """
    for row, slip in zip(event.rows, event.slips, strict=True):
        recipient, before = case.recipients[row], event.amounts[row]
        mending = case.mending(sheet, row) if before is None else None
        said = what.format(other=(others or {}).get(row, ""))
        follows = "" if before is None else f"; {grouped(before)} kr follows from the shares"
        yield Finding(
            code=event.happening,
            severity=Severity.ERROR,
            message=f"{_said(case, sheet, row)}, {said}{follows}",
            remedy=_remedy(sheet, mending, before),
            recipient=recipient,
            column=sheet.column.name,
            place=sheet.place(row),
            read=sheet.amounts[row],
            expected=_hull(mending),
            candidates=() if before is None else (Candidate(before, slip),),
            suggestion=before,
            proof=prove(case, sheet, row),
        )


def _said(case: Case, sheet: Sheet, row: int) -> str:
    printed = sheet.readings[row].text
    what = f"{printed!r} is printed" if printed.strip() else "nothing is printed"
    return f"{case.recipients[row].name}: {what}"


def _tried(case: Case, sheet: Sheet, row: int, mending: Mending | None) -> Tried | None:
    if mending is None:
        return None
    trial = case.trial(sheet)
    entries = case.trials[0].entries if trial is None else trial.entries
    others = sum(entry.row != row for entry in entries)
    return Tried(mending.alternatives, mending.whole, others)


def _remedy(sheet: Sheet, mending: Mending | None, amount: int | None) -> str:
    if mending is None and amount is not None:
        return f"Print {sheet.spelled(amount)}."
    if mending is None or not mending.allowed:
        return "Look the amount up: the other rows do not tell it."
    if mending.suggestion is not None:
        return f"Print {sheet.spelled(mending.suggestion)}."
    if mending.candidates:
        listed = " or ".join(sheet.spelled(each.amount) for each in mending.candidates)
        return f"Look the amount up: it may be {listed}."
    return f"Look the amount up: by the other rows it is {amounts(mending.allowed)}."


def _hull(mending: Mending | None) -> Interval | None:
    if mending is None or not mending.allowed:
        return None
    return Interval(Fraction(mending.allowed[0]), Fraction(mending.allowed[-1]))
