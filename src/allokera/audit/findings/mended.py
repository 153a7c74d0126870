"""All mendings accepted at once: what then breaks that did not before takes its error back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.outcome import Check, Evidence
from allokera.audit.report.report import Finding, Severity
from allokera.relations.sheet.view import Cell

Made = tuple[Check, Finding]
"""A finding, and the check that made it."""


def take_back(case: Case, made: Sequence[Made]) -> list[Made]:
    """Make warnings of errors whose mendings do not go together.

    What shares prove by a base that somebody told stands by that.
    """
    changes = dict(_changes(case, made))
    bad = {
        cell
        for cell in changes
        if any(not check.fails and not check.holds(changes) for check in case.network.of(cell))
    }
    return [
        (check, replace(finding, severity=Severity.WARNING, is_proven=False))
        if finding.severity is Severity.ERROR
        and case.cell_of(finding) in bad
        and (check.rests_on is Evidence.ALL_LAWS or case.brief.base is None)
        else (check, finding)
        for check, finding in made
    ]


def _changes(case: Case, made: Sequence[Made]) -> Iterator[tuple[Cell, int]]:
    """List the proven numbers, in the scale of the sheet."""
    one = 10**case.survey.sheet.decimals
    for _, finding in made:
        cell = case.cell_of(finding)
        if cell is None or finding.suggestion is None or not finding.is_proven:
            continue
        told = finding.suggestion * case.survey.sign_of(cell[1])
        number = Fraction(told * one, case.worth(finding.column))
        if number.denominator == 1:
            yield cell, number.numerator
