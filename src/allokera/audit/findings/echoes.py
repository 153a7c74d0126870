"""Saying each thing once, where the audit by shares and the diagnosis both say it.

What shares prove of a cell stands, with its proof; where the diagnosis is surer, it is heard alone.
"""

from collections.abc import Sequence

from allokera.audit.case.case import Case
from allokera.audit.findings.suspects import named, several
from allokera.audit.outcome import OF_SHARES, Check, Evidence
from allokera.audit.report.report import Finding, Severity
from allokera.diagnosis.diagnose import Diagnosis
from allokera.relations.sheet.view import Cell

Made = tuple[Check, Finding]
"""A finding, and the check that made it."""


def without_echoes(case: Case, made: Sequence[Made]) -> list[Finding]:
    """Leave out what another finding says better."""
    proven = {
        cell
        for check, finding in made
        if check.rests_on is not Evidence.ALL_LAWS
        and finding.severity is Severity.ERROR
        and (cell := _cell(case, finding)) is not None
    }
    heard = [each for each in case.diagnoses if not _is_proven(each, proven)]
    said = {cell for each in heard for cell in _cells(each)} - proven
    kept = []
    for check, finding in made:
        cell = _cell(case, finding)
        if check.rests_on is Evidence.ALL_LAWS:
            is_echo = cell is not None and case.diagnosis(cell) not in heard
        else:
            is_echo = check.rests_on in OF_SHARES and cell in said
        kept += [] if is_echo else [finding]
    return kept


def _is_proven(diagnosis: Diagnosis, proven: set[Cell]) -> bool:
    """Whether cells that shares prove wrong explain all that fails."""
    return all(proven & check.places.keys() for check in diagnosis.failing)


def _cells(diagnosis: Diagnosis) -> set[Cell]:
    """List the cells that a diagnosis names, alone or among several."""
    group = several(diagnosis)
    return {cell for cell, _ in named(diagnosis)}.union(() if group is None else group[0])


def _cell(case: Case, finding: Finding) -> Cell | None:
    if finding.cell is not None:
        return finding.cell
    return None if finding.place is None else case.cell(finding.place.row, finding.column)
