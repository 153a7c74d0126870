"""Saying each thing once, where the audit by shares and the diagnosis both say it.

What shares prove of a cell stands, with its proof; where the diagnosis is surer, it is heard alone.
"""

from collections.abc import Sequence

from allokera.audit.case.case import Case
from allokera.audit.findings.mended import Made
from allokera.audit.findings.suspects import named, several
from allokera.audit.outcome import OF_SHARES, Ground
from allokera.audit.report.report import Severity
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.relations.sheet.view import Cell


def without_echoes(case: Case, made: Sequence[Made]) -> list[Made]:
    """Leave out what another finding says better."""
    said = [(diagnosis, _said(diagnosis)) for diagnosis in case.diagnoses]
    joint = {cell: severity for _, cells in said for cell, severity in cells.items()}
    proven = {
        cell
        for check, finding in made
        if check.rests_on is not Ground.ALL_LAWS
        and finding.severity is not Severity.NOTE
        and finding.is_proven
        and (cell := case.cell_of(finding)) is not None
        and finding.severity.weighs(joint.get(cell, Severity.NOTE))
    }
    heard = {
        diagnosis
        for diagnosis, cells in said
        if cells and not all(proven & check.places.keys() for check in diagnosis.failing)
    }
    told = {cell for diagnosis, cells in said if diagnosis in heard for cell in cells}
    weighed = {cell for diagnosis in heard for cell in diagnosis.suspects} - proven
    kept: list[Made] = []
    for check, finding in made:
        cell = case.cell_of(finding)
        if check.rests_on is Ground.ALL_LAWS:
            is_echo = cell not in told
        else:
            is_echo = check.rests_on in OF_SHARES and cell in weighed
        kept += [] if is_echo else [(check, finding)]
    return kept


def _said(diagnosis: Diagnosis) -> dict[Cell, Severity]:
    """List the cells that a diagnosis names, alone or among several."""
    cells, severity = several(diagnosis) or ((), Severity.NOTE)
    return dict.fromkeys(cells, severity) | dict(named(diagnosis))
