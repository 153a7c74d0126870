"""One cell put into a finding: what is printed, what it must have been, and the proof."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.findings.proof.by_pools import prove
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Candidate, Finding, Severity, Tried
from allokera.audit.rounding.interval import Interval
from allokera.audit.shares.event import Event
from allokera.audit.shares.mending import Mending
from allokera.audit.shares.sheet import Sheet
from allokera.audit.shares.trial import SOUND
from allokera.errors import Message, message
from allokera.kronor.amount import Amount


def accuse(
    case: Case,
    sheet: Sheet,
    row: int,
    *,
    code: str,
    what: Message,
    severity: Severity = Severity.ERROR,
    span: tuple[int, int] | None = None,
) -> Finding:
    """Make a finding of one cell.

    Args:
        what: what is wrong with the printed text.
        span: where in the text it stands; None for all of it.
    """
    mending = case.mending(sheet, row)
    meant = None if mending is None else mending.suggestion
    suggestion = None if meant is None else sheet.kronor(meant)
    trial = case.trial(sheet)
    is_accused = trial is not None and (row in trial.accused or trial.standing not in SOUND)
    said = _printed(case, sheet, row, what)
    if suggestion is not None and mending is not None:
        slip = mending.candidates[0].slip
        said = message(AuditMessages.mended, said=said, amount=suggestion, slip=slip)
    return Finding(
        code=code,
        severity=severity,
        message=said,
        remedy=_remedy(sheet, mending, None if is_accused else sheet.told(row)),
        recipient=case.recipients[row],
        column=sheet.column.name,
        place=sheet.place(row, span),
        read=sheet.told(row),
        expected=_hull(sheet, mending),
        candidates=candidates(sheet, mending),
        suggestion=suggestion,
        tried=_tried(case, sheet, row, mending),
        evidence=prove(case, sheet, row),
    )


def accuse_all(
    case: Case, sheet: Sheet, event: Event, what: Mapping[int, Message]
) -> Iterator[Finding]:
    """Make a finding of every cell that an event changed.

    Args:
        what: what is wrong in each of its rows.
    """
    for row, slip in zip(event.rows, event.slips, strict=True):
        recipient, mended = case.recipients[row], event.amounts[row]
        mending = case.mending(sheet, row) if mended is None else None
        before = None if mended is None else sheet.kronor(mended)
        said = _printed(case, sheet, row, what[row])
        if before is not None:
            said = message(AuditMessages.follows, said=said, amount=before)
        yield Finding(
            code=event.happening,
            severity=Severity.ERROR,
            message=said,
            remedy=_remedy(sheet, mending, before),
            recipient=recipient,
            column=sheet.column.name,
            place=sheet.place(row),
            read=sheet.told(row),
            expected=_hull(sheet, mending),
            candidates=() if before is None else (Candidate(before, slip),),
            suggestion=before,
            evidence=prove(case, sheet, row),
        )


def _printed(case: Case, sheet: Sheet, row: int, what: Message) -> Message:
    printed, name = sheet.readings[row].text, case.recipients[row].name
    if printed.strip():
        return message(AuditMessages.is_printed, name=name, printed=printed, what=what)
    return message(AuditMessages.nothing_printed, name=name, what=what)


def _tried(case: Case, sheet: Sheet, row: int, mending: Mending | None) -> Tried | None:
    if mending is None:
        return None
    trial = case.trial(sheet) or next(iter(case.trials), None)
    entries = () if trial is None else trial.entries
    place = bisect_left(entries, row, key=lambda entry: entry.row)  # they stand in order
    is_own = place < len(entries) and entries[place].row == row
    return Tried(mending.alternatives, mending.whole, len(entries) - is_own)


def _remedy(sheet: Sheet, mending: Mending | None, amount: Amount | None) -> Message:
    if mending is None and amount is not None:
        return message(AuditMessages.print_amount, amount=amount, worth=sheet.worth)
    if mending is None or not mending.allowed:
        return message(AuditMessages.look_up)
    if mending.suggestion is not None:
        return message(
            AuditMessages.print_amount, amount=sheet.kronor(mending.suggestion), worth=sheet.worth
        )
    if mending.candidates:
        amounts = tuple(each.amount for each in candidates(sheet, mending))
        return message(AuditMessages.look_up_among, amounts=amounts, worth=sheet.worth)
    return message(AuditMessages.look_up_between, allowed=ends(sheet, mending))


def _hull(sheet: Sheet, mending: Mending | None) -> Interval | None:
    if mending is None or not mending.allowed:
        return None
    least, most = ends(sheet, mending)
    return Interval(Fraction(least), Fraction(most))


def candidates(sheet: Sheet, mending: Mending | None) -> tuple[Candidate, ...]:
    """List the amounts that a cell may have been meant to show, in kronor."""
    found = () if mending is None else mending.candidates
    return tuple(Candidate(sheet.kronor(each.amount), each.slip) for each in found)


def ends(sheet: Sheet, mending: Mending) -> tuple[Amount, Amount]:
    """Say which kronor are the least and the most that a cell may be."""
    first, last = sorted((sheet.kronor(mending.allowed[0]), sheet.kronor(mending.allowed[-1])))
    return first, last
