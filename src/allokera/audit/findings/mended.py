"""All mendings accepted at once: what then breaks that did not before takes its error back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from allokera.audit.case.case import Case
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Finding, Severity
from allokera.relations.sheet.view import Cell

Made = tuple[Check, Finding]
"""A finding, and the check that made it."""


def take_back(case: Case, made: Sequence[Made]) -> list[Made]:
    """Make warnings of errors whose mendings do not go together.

    A number with which what fails would go on failing is not proven, unless another cell there is
    wrong of which nothing is proven. What shares prove by a base that somebody told stands by that.
    """
    # where shares and all relations say two numbers, those of all relations are tried
    ordered = sorted(made, key=lambda each: each[0].rests_on is Ground.ALL_LAWS)
    pairs = [*_changes(case, ordered)]
    changes, numbers = dict(pairs), Counter(cell for cell, _ in dict.fromkeys(pairs))
    unmended = {
        cell
        for _, finding in made
        if finding.severity is not Severity.NOTE
        and (cell := case.cell_of(finding)) is not None
        and cell not in changes
    }
    broken = {
        cell: [check for check in case.network.of(cell) if not check.holds(changes)]
        for cell in changes
    }
    bad = {cell for cell, checks in broken.items() if any(not check.fails for check in checks)}
    unproven = {
        cell
        for cell, checks in broken.items()
        if any(unmended.isdisjoint(check.places) for check in checks)
    }

    def held(check: Check, finding: Finding) -> Finding:
        cell = case.cell_of(finding)
        is_told = check.rests_on is not Ground.ALL_LAWS and case.brief.base is not None
        if is_told or finding.severity is not Severity.ERROR:
            return finding
        if cell in bad:
            return replace(finding, severity=Severity.WARNING, is_proven=False)
        is_other = check.rests_on is not Ground.ALL_LAWS and cell and numbers[cell] > 1
        return replace(finding, is_proven=False) if is_other or cell in unproven else finding

    return [(check, held(check, finding)) for check, finding in made]


def _changes(case: Case, made: Sequence[Made]) -> Iterator[tuple[Cell, int]]:
    """List the proven numbers, in the scale of the sheet."""
    one, worth = 10**case.survey.sheet.decimals, cache(case.worth)
    for _, finding in made:
        cell = case.cell_of(finding)
        if cell is None or finding.suggestion is None or not finding.is_proven:
            continue
        told = finding.suggestion * case.survey.sign_of(cell[1])
        number = Fraction(told * one, worth(finding.column))
        if number.denominator == 1:
            yield cell, number.numerator
