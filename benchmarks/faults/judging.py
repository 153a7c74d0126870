"""What an audit says of a table with faults, held to what was done to it."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from openpyxl.utils import column_index_from_string

from allokera.audit.report.relation import RelationReport, Standing
from allokera.audit.report.report import Finding, Report, Severity
from benchmarks.faults.seeding import Fault, digits_of
from benchmarks.silence.drawing import Table

Cell = tuple[int, int]

_IN_SHEET = re.compile(r"!(?P<column>[A-Z]+)(?P<row>[0-9]+)$")
_MOST_DECIMALS = 9
_OF_RELATIONS = {"row-sum", "column-sum", "ratio", "mean", "other-rule"}
_ROLES = {
    "division": "quotient",
    "change": "quotient",
    "affine": "proportional",
    "bounded": "proportional",
}


class Outcome(NamedTuple):
    """What an audit says of a table with a fault.

    Attributes:
        before: what covers the cell: how many relations with nothing fitted, and others.
        audited: the same in the table with faults, as the audit says it: a fault may take away the
            relation by which it would be found.
        role: what the cell is in the table.
        found: whether a warning or an error holds the cell.
        named: whether it, and no other cell, is named.
        told: whether the right number is told.
        error: whether the cell is called wrong, by itself.
        proven: whether its number is proven.
        innocent: whether another cell is called wrong.
        false_value: whether a wrong number is proven.
    """

    before: str
    audited: str
    role: str
    found: bool
    named: bool
    told: bool
    error: bool
    proven: bool
    innocent: bool
    false_value: bool


def _cells(finding: Finding, table: Table) -> set[Cell]:
    """List the cells that a finding holds."""
    if finding.cells:
        return {each.cell for each in finding.cells if each.cell is not None}
    if finding.cell is not None:
        return {finding.cell}
    if match := _IN_SHEET.search(finding.where):
        return {(int(match["row"]) - 1, column_index_from_string(match["column"]) - 1)}
    if finding.recipient is None or finding.column is None:
        return set()
    names = {row[0]: place for place, row in enumerate(table)}
    heads = {name: place for place, name in enumerate(table[0])}
    return {(names.get(finding.recipient.name, 0), heads.get(finding.column, 0))}


def _relation_cells(report: Report, finding: Finding) -> set[Cell]:
    """List the cells that a finding about a relation holds: those of the lines that break it."""
    found: set[Cell] = set()
    for relation in report.relations:
        sides = [relation.target.place, *(part.place for part in relation.parts)]
        for line in relation.broken:
            cells = {(line, side) if relation.is_across else (side, line) for side in sides}
            if finding.cell in cells:
                found |= cells
    return found


def _laws_of(report: Report, fault: Fault) -> list[RelationReport]:
    """List the laws that speak of a cell."""
    found = []
    for relation in report.relations:
        lines = {*relation.agreeing, *relation.broken, *relation.nearly}
        sides = {relation.target.place, *(part.place for part in relation.parts)}
        line, side = (fault.row, fault.column) if relation.is_across else (fault.column, fault.row)
        if relation.standing is not Standing.LIKELY and line in lines and side in sides:
            found.append(relation)
    return found


def _role(laws: Sequence[RelationReport], fault: Fault) -> str:
    """Say what a cell is in the table: a target, if of any relation it is one."""
    roles = []
    for law in laws:
        place = fault.column if law.is_across else fault.row
        name = _ROLES.get(law.family, law.family) if law.is_across else f"{law.family} down"
        roles.append(name if law.target.place == place else f"part of {name}")
    return min(roles, key=lambda role: (role.startswith("part"), role), default="in no relation")


COVERS = (
    "nothing",
    "fitted relations only",
    "one free",
    "one free and fitted ones",
    "two free",
    "more",
)
"""What may cover a cell, from the least."""


def _covered(laws: Sequence[RelationReport]) -> str:
    fitted = sum(law.parameters is not None for law in laws)
    free = len(laws) - fitted
    if not free:
        return "fitted relations only" if fitted else "nothing"
    if free > 1:
        return "two free" if free == 2 else "more"
    return "one free and fitted ones" if fitted else "one free"


def judge(right: Report, report: Report, table: Table, faults: Sequence[Fault]) -> Outcome:
    """Say what came out for a table with faults.

    Args:
        right: of the table without them: its relations say what covers a cell.
    """
    before, audited = (
        min((_covered(_laws_of(each, fault)) for fault in faults), key=COVERS.index)
        for each in (right, report)
    )
    wrong = {(fault.row, fault.column): _right(fault.right) for fault in faults}
    weighty = [each for each in report.findings if each.severity is not Severity.NOTE]
    single = {
        cell: each
        for each in sorted(weighty, key=lambda each: each.severity is Severity.ERROR)
        if not each.cells and each.code not in _OF_RELATIONS
        for cell in _cells(each, table)
    }
    held = {*single}.union(*(_cells(each, table) for each in weighty))
    held.update(*(_relation_cells(report, each) for each in weighty if each.code in _OF_RELATIONS))
    known = {
        cell
        for each in right.findings
        if each.severity is Severity.ERROR
        for cell in _cells(each, table)
    }
    errors = {cell for cell, each in single.items() if each.severity is Severity.ERROR} - known
    proven = {
        cell: each.suggestion
        for cell, each in single.items()
        if cell in errors and each.suggestion is not None and each.is_proven
    }
    return Outcome(
        before=before,
        audited=audited,
        role=_role(_laws_of(right, faults[0]), faults[0]),
        found=any(cell in held for cell in wrong),
        named=bool(single.keys() & wrong.keys()) and not single.keys() - wrong.keys() - known,
        told=any(
            cell in single and _is_right(single[cell].suggestion, number)
            for cell, number in wrong.items()
        ),
        error=bool(errors & wrong.keys()),
        proven=any(
            cell in proven and _is_right(proven[cell], number) for cell, number in wrong.items()
        ),
        innocent=bool(errors - wrong.keys()),
        false_value=any(
            not _is_right(value, wrong.get(cell, _right(table[cell[0]][cell[1]])))
            for cell, value in proven.items()
        ),
    )


def _right(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    return sign * int(digits_of(text) or 0)


def _is_right(suggestion: int | Fraction | None, right: int) -> bool:
    """Whether a suggestion has the digits of the right number: its unit, and mark, may differ."""
    if suggestion is None:
        return False
    keyed = abs(suggestion) * 10**_MOST_DECIMALS
    return str(int(keyed)).rstrip("0") == str(abs(right)).rstrip("0")
