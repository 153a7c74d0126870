"""How much a finding weighs: no cell is called wrong by a base that nobody told and rows clear.

Where the base column is told, by a grant or a person, every column follows it by what is told, and
a check's own severity stands. Where it was found, a cell is called wrong only in a column that
follows it, and not where the law, with rounding granted, lets it stand. In other columns a cell is
looked at by itself: what is odd in how it is printed is said, and accuses nobody.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.odds import are_slips
from allokera.audit.shares.trial import SOUND, Trial
from allokera.diagnosis.rates import LIKELY, SURE
from allokera.kronor.amount import Amount

_LITTLE = 8
"""One in so many is little: as much as columns that are alike differ by from row to row."""


def weighed(case: Case, check: Check, finding: Finding) -> Finding:
    """Give a finding no more weight than what its check rests on lets it have."""
    most = _most(case, check.rests_on, finding)
    return finding if most.weighs(finding.severity) else replace(finding, severity=most)


def _most(case: Case, rests_on: Ground, finding: Finding) -> Severity:
    if case.brief.base is not None or rests_on in {
        Ground.ALL_THERE_IS,
        Ground.ALL_LAWS,
    }:
        return Severity.ERROR
    is_held = _is_held(case, finding.column)
    if rests_on is Ground.MISPRINT:
        return Severity.ERROR if is_held else Severity.WARNING
    if rests_on is Ground.CELL:
        # who stands in the table twice matters where it is shared out, if it is somebody known:
        # `of which private` may stand below every row
        is_shared = finding.column is None and case.base is not None and _is_known(case, finding)
        return Severity.ERROR if is_shared else Severity.NOTE
    if not is_held or _is_cleared(case, finding):
        return Severity.NOTE
    others, joint = _by_others(case, rests_on, finding), _by_all_laws(case, finding)
    return joint if others.weighs(joint) else others


def _is_known(case: Case, finding: Finding) -> bool:
    rows = zip(case.recipients, case.matches, strict=True)
    return any(match is not None for each, match in rows if each == finding.recipient)


def _by_all_laws(case: Case, finding: Finding) -> Severity:
    """Weigh whether it is this cell that is wrong, by all that fails around it."""
    cell = case.cell_of(finding)
    diagnosis = None if cell is None else case.diagnosed.get(cell)
    if cell is None or diagnosis is None or diagnosis.is_it(cell, SURE):
        return Severity.ERROR
    return Severity.WARNING if diagnosis.is_it(cell, LIKELY) else Severity.NOTE


def _by_others(case: Case, rests_on: Ground, finding: Finding) -> Severity:
    """Weigh what the other rows and columns say."""
    if rests_on is Ground.BASE:
        # one slip mends all columns; who has no base amount may be paid by another rule
        is_change = _is_unit_off(case, finding) or _is_change(case, case.trials, finding)
        is_slip = finding.suggestion and finding.read and not is_change
        return Severity.ERROR if is_slip else Severity.NOTE
    trial = next((each for each in case.trials if each.sheet.column.name == finding.column), None)
    if rests_on is Ground.EVENT:
        # rows that are rounded together are a unit off here and there
        unit = 1 if trial is None else trial.sheet.step
        is_change = trial is not None and _is_change(case, [trial], finding)
        is_near = is_change or _is_near(finding, unit)
        return Severity.NOTE if is_near else Severity.ERROR
    if trial is None or _is_often_off(case, finding) or _is_change(case, [trial], finding):
        return Severity.NOTE
    row = None if finding.place is None else finding.place.row
    odds = None if row is None else case.odds.get(trial.sheet.column.name, {}).get(row)
    if odds is None:
        return Severity.NOTE
    # a row that follows the base in other columns is not exempt; in the only one, odds must not be
    # against a slip: a digit replaced is a round amount more
    is_slip = are_slips(trial) and (len(case.trials) > 1 or odds.usual >= 1)
    if _is_near(finding, trial.sheet.step):
        return Severity.NOTE
    return Severity.ERROR if is_slip else odds.severity


def _is_near(finding: Finding, unit: Amount) -> bool:
    """Whether a cell is a unit off what it should be."""
    meant, read = finding.suggestion, finding.read
    return meant is not None and read is not None and abs(Fraction(meant) - read) <= unit


def _is_unit_off(case: Case, finding: Finding) -> bool:
    """Whether, with the base amount as it is printed, no column is more than a unit off.

    As years of one thing are, here and there: the coarsest of their units is that of all.
    """
    meant, read, place = finding.suggestion, finding.read, finding.place
    if not meant or read is None or place is None:
        return False
    part = Fraction(abs(Fraction(meant) - read), Fraction(meant))
    unit = max((trial.sheet.step for trial in case.trials), default=1)
    return all(abs(trial.amounts[place.row] or 0) * part <= unit for trial in case.trials)


def _is_change(case: Case, trials: Sequence[Trial], finding: Finding) -> bool:
    """Whether columns are the same as the base in most rows, and in this one a little apart.

    So are years of one thing that changes seldom.
    """
    meant, read = finding.suggestion, finding.read
    if case.base is None or not meant or read is None:
        return False
    if abs(Fraction(meant) - read) > Fraction(abs(Fraction(meant)), _LITTLE):
        return False
    pairs = [
        [(one, other) for one, other in zip(trial.amounts, case.base.amounts, strict=True) if one]
        for trial in trials
    ]
    return all(2 * sum(one == other for one, other in each) > len(each) for each in pairs)


def _is_often_off(case: Case, finding: Finding) -> bool:
    """Whether a row contradicts in several columns: a row of another kind, not as many mistakes."""
    row = None if finding.place is None else finding.place.row
    return sum(row in trial.accused for trial in case.trials) > 1


def _is_held(case: Case, column: str | None) -> bool:
    """Whether a column follows the base, or is it."""
    if case.base is not None and case.base.column.name == column:
        return True
    return any(
        trial.sheet.column.name == column and trial.standing in SOUND for trial in case.trials
    )


def _is_cleared(case: Case, finding: Finding) -> bool:
    """Whether the law by which the column follows the base lets the row stand as it is."""
    if case.base is None or finding.place is None or finding.read is None:
        return False
    law = case.survey.law_of(case.base.column.name, finding.column or "")
    return law is not None and case.survey.printed.rows[finding.place.row] in law.good
