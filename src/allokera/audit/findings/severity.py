"""How much a finding weighs: no cell is called wrong by a base that nobody told and rows clear.

Where the base column is told, by a grant or a person, every column follows it by what is told, and
a check's own severity stands. Where it was found, a cell is called wrong only in a column that
follows it, and not where the law, with rounding granted, lets it stand. In other columns a cell is
looked at by itself: what is odd in how it is printed is said, and accuses nobody.
"""

from dataclasses import replace

from allokera.audit.case.case import Case
from allokera.audit.report.report import Finding, Severity
from allokera.audit.shares.odds import are_slips, odds_of
from allokera.audit.shares.trial import SOUND

_MISPRINTS = frozenset({"look-alike-digit", "malformed-grouping"})
"""What is a misprint, whatever the number is."""

_BY_ROWS = frozenset({"excess-digits", "impossible-row"})
"""What the other rows alone say."""

_EVENTS = frozenset({"shifted-block", "swapped-rows"})
"""What happened to some rows together."""

_OF_CELLS = (
    _MISPRINTS
    | _BY_ROWS
    | _EVENTS
    | {
        "ambiguous-number",
        "ambiguous-suspects",
        "base-suspect",
        "duplicate-row",
        "empty-cell",
        "negative-sign",
        "total-row",
        "unreadable-cell",
    }
)
"""Codes of findings about cells, or rows, by themselves."""


def weighed(case: Case, finding: Finding) -> Finding:
    """Give a finding no more weight than what was found lets it have."""
    most = _most(case, finding)
    return finding if most.weighs(finding.severity) else replace(finding, severity=most)


def _most(case: Case, finding: Finding) -> Severity:
    if case.brief.base is not None or finding.code not in _OF_CELLS:
        return Severity.ERROR
    if finding.code == "ambiguous-suspects":
        return Severity.NOTE
    if finding.column is None:
        return Severity.NOTE if case.base is None else Severity.ERROR
    if finding.code in _MISPRINTS:
        return Severity.ERROR if _is_held(case, finding.column) else Severity.WARNING
    is_held = _is_held(case, finding.column) and not _is_cleared(case, finding)
    return _by_rows(case, finding) if is_held else Severity.NOTE


def _by_rows(case: Case, finding: Finding) -> Severity:
    """Weigh what the other rows say: by odds; a base amount by whether one slip mends all."""
    if finding.code == "base-suspect":
        # who has no base amount may be paid by another rule
        return Severity.ERROR if finding.suggestion and finding.read else Severity.NOTE
    trial = next((each for each in case.trials if each.sheet.column.name == finding.column), None)
    if finding.code in _EVENTS:
        # rows that are rounded together are a unit off here and there
        unit = 1 if trial is None else trial.sheet.unit
        return Severity.NOTE if _is_near(finding, unit) else Severity.ERROR
    if trial is None or finding.code not in _BY_ROWS or _is_often_off(case, finding):
        return Severity.NOTE
    odds = odds_of(trial)
    # a row that follows the base in other columns is not exempt; in the only one, odds must not be
    # against a slip: a digit replaced is a round amount more
    is_slip = are_slips(trial) and (len(case.trials) > 1 or odds.usual >= 1)
    return Severity.ERROR if is_slip else odds.severity


def _is_near(finding: Finding, unit: int) -> bool:
    """Whether a cell is a unit off what it should be."""
    meant, read = finding.suggestion, finding.read
    return meant is not None and read is not None and abs(meant - read) <= unit


def _is_often_off(case: Case, finding: Finding) -> bool:
    """Whether a row contradicts in several columns: a row of another kind, not as many mistakes."""
    row = None if finding.place is None else finding.place.row
    return sum(row in trial.accused for trial in case.trials) > 1


def _is_held(case: Case, column: str) -> bool:
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
