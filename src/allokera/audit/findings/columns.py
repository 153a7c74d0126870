"""What each column of amounts says of itself, for the report."""

from collections.abc import Sequence

from allokera.audit.case.case import Case
from allokera.audit.findings.proof.by_pools import needs_of
from allokera.audit.report.column import ColumnReport, RuleVerdict, State
from allokera.audit.rounding.interval import point
from allokera.audit.shares.power import pinned
from allokera.audit.shares.sheet import Sheet
from allokera.audit.shares.trial import SOUND, Standing, Trial, make_entries
from allokera.model import Recipient

_MOST_NEEDS = 300
"""Rows whose pools are told one by one, at most: more are no picture."""


def column_reports(case: Case) -> tuple[ColumnReport, ...]:
    """Report the base column, then those that are held against it; the others say nothing."""
    base = () if case.base is None else (_base_column(case, case.base),)
    return (*base, *(_tried_column(case, trial) for trial in case.trials))


def _base_column(case: Case, sheet: Sheet) -> ColumnReport:
    """Report the column that the others are computed from: nothing explains it but its sum."""
    envelope, total = case.brief.envelopes.get(sheet.column.name), sheet.kronor(case.total_weight)
    return ColumnReport(
        name=sheet.column.name,
        state=State.NOT_APPLICABLE,
        unit=sheet.step,
        worth=sheet.worth,
        unit_basis=sheet.unit_basis,
        rules=(),
        rule=None,
        pool=None,
        pool_by_base=None,
        binding=(),
        rows=sum(case.weights[row] is not None for row in case.counted),
        agreeing=sum(
            case.weights[row] is not None and row not in case.base_mendings for row in case.counted
        ),
        consistent=not case.base_mendings and case.base_event is None,
        certain=tuple(case.recipients[row] for row in sorted(case.base_mendings)),
        possible=(),
        pinned=0,
        sum=sheet.kronor(sheet.sum_of(case.counted)) if sheet.has_numbers else None,
        mended_sum=total if sheet.has_numbers else None,
        envelope=envelope,
        administration=None if envelope is None else point(envelope - total),
    )


def _tried_column(case: Case, trial: Trial) -> ColumnReport:
    sheet, settled = trial.sheet, trial.settled
    entries = make_entries(trial.mended, case.weights, sheet.unit)
    outside = set() if settled is None else {*settled.certain, *settled.possible}
    inside = tuple(entry for entry in entries if entry.row not in outside)
    is_open = trial.standing not in SOUND
    is_sound = settled is not None and not is_open
    envelope = case.brief.envelopes.get(sheet.column.name)
    pool, by_base = case.pool(trial), case.pool_by_base(trial)

    def named(rows: Sequence[int]) -> tuple[Recipient, ...]:
        return tuple(case.recipients[row] for row in rows)

    return ColumnReport(
        name=sheet.column.name,
        state=State.NOT_CHECKED if trial.standing is Standing.UNCHECKED else State.CHECKED,
        unit=sheet.step,
        worth=sheet.worth,
        unit_basis=sheet.unit_basis,
        rules=tuple(
            RuleVerdict(name, fit is not None and fit.suspects == 0)
            for name, fit in trial.fits.items()
        ),
        rule=None if trial.fit is None else trial.fit.rule.name,
        pool=pool,
        pool_by_base=by_base,
        binding=() if settled is None or not is_sound else named(settled.lowest + settled.highest),
        rows=len({*(entry.row for entry in trial.entries), *trial.accused}),
        agreeing=_agreeing(trial),
        consistent=trial.standing is Standing.CONSISTENT
        and trial.event is None
        and not trial.mendings,
        certain=named(trial.accused),
        possible=() if is_open else named(trial.doubtful),
        pinned=len(pinned(settled, inside)) if settled is not None and is_sound else 0,
        sum=sheet.kronor(sheet.sum_of(case.counted)) if sheet.has_numbers else None,
        mended_sum=sheet.kronor(case.sum(trial.mended)) if sheet.has_numbers else None,
        envelope=envelope,
        administration=None if pool is None or envelope is None else pool.taken_from(envelope),
        needs=needs_of(case, trial) if len(trial.entries) <= _MOST_NEEDS else (),
    )


def _agreeing(trial: Trial) -> int:
    """Count the rows that can be right together."""
    if trial.fit is None or trial.standing not in SOUND:
        return 0 if trial.fit is None else trial.fit.depth
    doubted = {*trial.accused, *trial.doubtful}
    return sum(entry.row not in doubted for entry in trial.entries)
