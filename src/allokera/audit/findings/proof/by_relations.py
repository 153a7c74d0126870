"""Proofs by what a table says of itself: what a relation gives, and which cells others clear."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.findings.at_cell import cell_report
from allokera.audit.report.evidence import Evidence, Quantity
from allokera.audit.rounding.interval import Interval
from allokera.diagnosis.check import NONE, Changes, Check
from allokera.diagnosis.solving import solve
from allokera.relations.evidence.pattern import EVERYTHING, Bounds
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell

_MOST_CELLS = 12
"""Cells that bound a number and are listed; the relation names the others."""

_MOST_LINES = 12
"""Lines of one relation that are shown to fail; the relation lists the others."""

_MOST_CLEARED = 6
"""Cells of a failing relation that are shown to be right; of a longer sum none is, one by one."""


def against(
    case: Case, failing: Sequence[Check], cell: Cell, mended: Changes
) -> tuple[Evidence, ...]:
    """Show what a cell should hold by what fails, and which other cells cannot be meant.

    Args:
        failing: the checks that fail and that the cell is in.
        mended: what other wrong cells of these should hold.
    """
    shortest = sorted(failing, key=lambda check: len(check.places))
    shown = [_bound(case, check, cell, mended, holds=False) for check in shortest]
    cleared = {
        other: evidence
        for check in shortest
        if len(check.places) <= 1 + _MOST_CLEARED
        for other in check.places
        for evidence in _clears(case, check, other, accused={cell, *mended})
    }
    return (*(each for each in shown if each is not None), *cleared.values())


def broken(case: Case, checks: Sequence[Check]) -> tuple[Evidence, ...]:
    """Show what each of some checks gives for the cell that is reckoned."""
    shown = (_bound(case, each, each.target, NONE, holds=False) for each in checks[:_MOST_LINES])
    return tuple(each for each in shown if each is not None)


def broken_lines(case: Case, law: Law, lines: Sequence[int]) -> tuple[Evidence, ...]:
    """Show what a law gives in lines that disagree with it."""
    view, target = law.claim.view, law.claim.target
    checks = (
        check
        for line in lines[:_MOST_LINES]
        for check in case.network.of(view.cell(line, target))
        if check.law is law and check.line == line
    )
    return broken(case, [*checks])


def allowed(case: Case, cell: Cell, mended: Changes) -> Bounds | None:
    """Say between which numbers, in the scale of the sheet, all relations let a cell be.

    None where they let it be none, or any.
    """
    solved = solve(case.network, [cell], (), mended)
    if solved is None:
        return None
    least, most = solved[cell].start, solved[cell].stop - 1
    return (least, most) if _is_end(least) and _is_end(most) else None


def interval_of(case: Case, cell: Cell, between: Bounds) -> Interval:
    """Put what a cell may be in kronor."""
    lower, upper = sorted(Fraction(case.amount(cell, end)) for end in between)
    return Interval(lower, upper)


def _clears(
    case: Case, failing: Check, cell: Cell, accused: Collection[Cell]
) -> Iterator[Evidence]:
    """Find a relation by which a cell is what is printed, and not what another one would need."""
    needed = failing.allowed(cell)
    for check in case.network.of(cell):
        if check.fails or not check.holds() or any(each in check.places for each in accused):
            continue
        held = check.allowed(cell)
        if held is not None and (needed is None or needed[1] < held[0] or held[1] < needed[0]):
            evidence = _bound(case, check, cell, NONE, holds=True)
            yield from () if evidence is None else (evidence,)
            return


def _bound(
    case: Case, check: Check, cell: Cell, mended: Changes, *, holds: bool
) -> Evidence | None:
    """Put what a check lets a cell hold, or the cell that is reckoned where no number will do."""
    found = check.allowed(cell, mended)
    if found is None:
        target = check.target
        return None if cell == target else _bound(case, check, target, mended, holds=holds)
    survey, (row, column) = case.survey, cell
    lower, upper = (
        Fraction(case.amount(cell, end)) if _is_end(end) else None
        for end in _printable(case, cell, found)[:: survey.sign_of(column)]
    )
    others = [other for other in check.places if other != cell]
    return Evidence(
        quantity=Quantity.NUMBER,
        lower=lower,
        upper=upper,
        cells=tuple(cell_report(case, each, mended) for each in (cell, *others[:_MOST_CELLS])),
        more=len(others[_MOST_CELLS:]),
        holds=holds,
        relation=survey.number_of(check.law),
        places=survey.sheet.places[row][column],
        worth=case.worth(survey.column_at.get(column)),
    )


def _is_end(bound: int) -> bool:
    """Whether a bound bounds anything; one that does not may have been rounded to a unit."""
    return 2 * abs(bound) < EVERYTHING


def _printable(case: Case, cell: Cell, between: Bounds) -> Bounds:
    """Narrow what a cell may hold to multiples of what its column is rounded to, if there are."""
    unit = case.network.column(cell[1]).unit
    low, high = -(-between[0] // unit) * unit, between[1] // unit * unit
    return (low, high) if low <= high else between
