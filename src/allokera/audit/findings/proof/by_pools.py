"""Proofs that a reader can check by hand: two rows that cannot both be right."""

from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.report.evidence import CellReport, Evidence, of_pool
from allokera.audit.rounding.allowed import amounts_for
from allokera.audit.rounding.fit import Fit, only
from allokera.audit.rounding.interval import Interval
from allokera.audit.shares.sheet import Sheet
from allokera.audit.shares.trial import SOUND, Trial
from allokera.model import Recipient


def prove(case: Case, sheet: Sheet, row: int) -> tuple[Evidence, ...]:
    """Show by two rows that a cell cannot be right: they need different pools.

    The other row is one that nothing is held against, and that holds the pool on the side where the
    cell needs another, where there is such a row. A base amount is wrong by what its row needs in
    another column. There is no proof where the rows do not agree on a pool, or the cell has no
    digits.
    """
    trial = case.trial(sheet)
    if trial is None:
        return _prove_base(case, sheet, row) if sheet is case.base else ()
    weight = case.weights[row]
    if trial.fit is None or not weight:
        return ()
    own = _needed(case, trial, trial.fit, row, weight)
    return () if own is None else _against(case, trial, trial.fit, own, row)


def contradiction(case: Case, trial: Trial) -> tuple[Evidence, ...]:
    """Show by two rows that a column's rows cannot all be right, whichever are wrong."""
    fits = trial.fit
    if fits is None:
        return ()
    alone = _alone(case, trial, fits)
    highest = max(alone, key=lambda row: alone[row].lower)
    lowest = min(alone, key=lambda row: alone[row].upper)
    if not alone[highest].meet(alone[lowest]).is_empty:
        return ()
    return tuple(
        _of_row(case, trial, row, alone[row], trial.amounts[row] or 0, case.weights[row])
        for row in (lowest, highest)
    )


def needs_of(case: Case, trial: Trial) -> tuple[tuple[Recipient, Interval], ...]:
    """Say what pool each row needs alone, whatever the others need."""
    if trial.fit is None:
        return ()
    alone = _alone(case, trial, trial.fit)
    return tuple((case.recipients[row], pool) for row, pool in alone.items())


def _alone(case: Case, trial: Trial, fits: Fit) -> dict[int, Interval]:
    """Say what pools a row is right under, row by row."""
    found = {
        entry.row: only(fits.rule, entry.weight, entry.units, fits.slack) for entry in trial.entries
    }
    total, sheet = case.total_weight, trial.sheet
    return {
        row: sheet.kronor_between(amounts_for(each, total, sheet.unit))
        for row, each in found.items()
        if each is not None
    }


def _prove_base(case: Case, base: Sheet, row: int) -> tuple[Evidence, ...]:
    """Show in another column what a row would need by its printed base amount."""
    weight = base.amounts[row]
    if weight is None or weight <= 0:
        return ()
    for trial in case.trials:
        if trial.fit is None or trial.standing not in SOUND:
            continue
        own = _needed(case, trial, trial.fit, row, weight)
        if own is not None and (proof := _against(case, trial, trial.fit, own, row)):
            return proof
    return ()


def _against(case: Case, trial: Trial, found: Fit, own: Evidence, row: int) -> tuple[Evidence, ...]:
    """Find an innocent row that needs another pool than one witness does."""
    for other in _innocent(trial, found, row):
        weight = case.weights[other]
        witness = _needed(case, trial, found, other, weight) if weight else None
        if witness is not None and witness.interval.meet(own.interval).is_empty:
            return own._replace(holds=False), witness._replace(holds=True)
    return ()


def _innocent(trial: Trial, found: Fit, row: int) -> list[int]:
    """List the rows that stand as they were printed and fit: those that hold the pool first."""
    guilty = {row, *found.certain, *found.possible, *trial.mendings}
    guilty.update(() if trial.event is None else trial.event.rows)
    rows = (*found.lowest, *found.highest, *(entry.row for entry in trial.entries))
    return [each for each in dict.fromkeys(rows) if each not in guilty]


def _needed(case: Case, trial: Trial, found: Fit, row: int, weight: int) -> Evidence | None:
    """Say what pool a row needs, as printed; a malformed cell by its digits."""
    sheet = trial.sheet
    amount = sheet.amounts[row]
    if amount is None:
        digits, worth = sheet.keyed(row)
        amount = int(digits) * worth if digits else None
    if amount is None:
        return None
    total, unit = case.total_weight, sheet.unit
    reach = Fraction(unit, 2 if found.rule.nearest else 1)
    alone = only(found.rule, weight, amount // unit, found.slack) if amount % unit == 0 else None
    pool = (
        amounts_for(alone, total, unit)
        if alone is not None
        else Interval(
            Fraction((amount - reach) * total, weight),
            Fraction((amount + reach) * total, weight),
        )
    )
    return _of_row(case, trial, row, sheet.kronor_between(pool), amount, weight)


def _of_row(
    case: Case, trial: Trial, row: int, pool: Interval, amount: int, weight: int | None
) -> Evidence:
    """Put what a row needs by two of its cells: the amount, and the base amount it follows from."""
    name, base = trial.sheet.column.name, case.base
    cells = [_cell(case, trial.sheet, row, amount)]
    law = None
    if base is not None:
        cells.append(_cell(case, base, row, weight))
        law = case.survey.law_of(base.column.name, name)
    return of_pool(pool, tuple(cells), relation=None if law is None else case.survey.number_of(law))


def _cell(case: Case, sheet: Sheet, row: int, amount: int | None) -> CellReport:
    return CellReport(
        recipient=case.recipients[row],
        column=sheet.column.name,
        printed=sheet.readings[row].text,
        cell=case.cell(row, sheet.column.name),
        read=None if amount is None else sheet.kronor(amount),
    )
