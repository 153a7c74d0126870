"""Audits of tables with faults: `python -m benchmarks.faults`. What is found, named, mended."""

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple

from allokera import audit_file
from allokera.audit.report.report import Finding, Report, Severity
from benchmarks.faults.seeding import Fault, digits_of, is_number, seed_fault
from benchmarks.silence.__main__ import text_of
from benchmarks.silence.drawing import Table
from benchmarks.silence.shapes import SHAPES

_SHAPES = {shape.__name__: shape for shape in SHAPES}
_MOST_DECIMALS = 9
_COLUMNS = ("seeded", "found", "named", "told", "error", "proven", "innocent", "false value")


class Outcome(NamedTuple):
    """What an audit says of a table with a fault.

    Attributes:
        group: what covers the cell: how many relations with nothing fitted, and others.
        found: whether a warning or an error holds the cell.
        named: whether it, and no other cell, is named.
        told: whether the right number is told.
        error: whether the cell is called wrong, by itself.
        proven: whether its number is proven.
        innocent: whether another cell is called wrong.
        false_value: whether a wrong number is proven.
    """

    group: str
    found: bool
    named: bool
    told: bool
    error: bool
    proven: bool
    innocent: bool
    false_value: bool


def audited(table: Table) -> Report:
    """Audit a table as a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text_of(table), encoding="utf-8")
        return audit_file(path)


def _cells(finding: Finding, table: Table) -> set[tuple[int, int]]:
    """List the cells that a finding holds, by name."""
    names = {row[0]: place for place, row in enumerate(table)}
    heads = {name: place for place, name in enumerate(table[0])}
    if finding.cells:
        return {
            (names[each.recipient.name], heads[each.column])
            for each in finding.cells
            if each.recipient is not None and each.column is not None
        }
    if finding.cell is not None:
        row, column = finding.cell
        return {(row, column)}
    if finding.recipient is None or finding.column is None:
        return set()
    return {(names.get(finding.recipient.name, 0), heads.get(finding.column, 0))}


def _relation_cells(report: Report, finding: Finding) -> set[tuple[int, int]]:
    """List the cells that a finding about a relation holds: those of the lines that break it."""
    found: set[tuple[int, int]] = set()
    for relation in report.relations:
        sides = [relation.target.place, *(part.place for part in relation.parts)]
        for line in relation.broken:
            cells = {(line, side) if relation.is_across else (side, line) for side in sides}
            if finding.cell in cells:
                found |= cells
    return found


def _covered(report: Report, fault: Fault) -> str:
    free = fitted = 0
    for relation in report.relations:
        lines = {*relation.agreeing, *relation.broken, *relation.nearly}
        sides = {relation.target.place, *(part.place for part in relation.parts)}
        line, side = (fault.row, fault.column) if relation.is_across else (fault.column, fault.row)
        if relation.standing != "likely" and line in lines and side in sides:
            fitted, free = (
                (fitted + 1, free) if relation.parameters is not None else (fitted, free + 1)
            )
    if not free:
        return "fitted relations only" if fitted else "nothing"
    if free > 1:
        return "two free" if free == 2 else "more"
    return "one free and fitted ones" if fitted else "one free"


def judge(table: Table, faults: Sequence[Fault]) -> Outcome:
    """Audit a table with faults, and say what came out."""
    report = audited(table)
    wrong = {(fault.row, fault.column): fault.right for fault in faults}
    weighty = [each for each in report.findings if each.severity is not Severity.NOTE]
    single = {
        cell: each
        for each in sorted(weighty, key=lambda each: each.severity is Severity.ERROR)
        if not each.cells and each.code not in _OF_RELATIONS
        for cell in _cells(each, table)
    }
    held = set(single).union(*(_cells(each, table) for each in weighty))
    held |= set[tuple[int, int]]().union(
        *(_relation_cells(report, each) for each in weighty if each.code in _OF_RELATIONS)
    )
    errors = {cell for cell, each in single.items() if each.severity is Severity.ERROR}
    proven = {
        cell: each.suggestion
        for cell, each in single.items()
        if each.severity is Severity.ERROR and each.suggestion is not None and each.is_proven
    }
    rights = {cell: _right(text) for cell, text in wrong.items()}
    return Outcome(
        group=_covered(report, faults[0]),
        found=any(cell in held for cell in wrong),
        named=any(cell in single for cell in wrong) and not set(single) - set(wrong),
        told=any(
            cell in single and _is_right(single[cell].suggestion, rights[cell]) for cell in wrong
        ),
        error=bool(errors & set(wrong)),
        proven=any(cell in proven and _is_right(proven[cell], rights[cell]) for cell in wrong),
        innocent=bool(errors - set(wrong)),
        false_value=any(
            not _is_right(
                value, rights[cell] if cell in rights else _right(table[cell[0]][cell[1]])
            )
            for cell, value in proven.items()
        ),
    )


_OF_RELATIONS = {"row-sum", "column-sum", "ratio", "mean", "other-rule"}


def _right(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    return sign * int(digits_of(text) or 0)


def _is_right(suggestion: int | Fraction | None, right: int) -> bool:
    """Whether a suggestion has the digits of the right number: its unit, and mark, may differ."""
    if suggestion is None:
        return False
    keyed = abs(suggestion) * 10**_MOST_DECIMALS
    return str(int(keyed)).rstrip("0") == str(abs(right)).rstrip("0")


def _try(case: tuple[str, int, int]) -> tuple[str, int, str, bool, Outcome] | None:
    name, seed, count = case
    random = Random(f"fault {name} {seed}")
    table = _SHAPES[name](Random(f"{name} {seed}"))
    faults: list[Fault] = []
    for _ in range(count):
        seeded = seed_fault(table, random)
        if seeded is None:
            return None
        table, made = seeded
        if {(fault.row, fault.column) for fault in faults} & {(m.row, m.column) for m in made}:
            return None
        faults += made
    if not all(is_number(table[fault.row][fault.column]) for fault in faults):
        return None
    is_slight = all(fault.is_slight for fault in faults)
    return name, seed, faults[0].kind, is_slight, judge(table, faults)


def _row(title: str, counts: Counter[str]) -> str:
    seeded = counts["seeded"]
    shares = [f"{100 * counts[name] / seeded:6.1f}" for name in _COLUMNS[1:]] if seeded else []
    return f"{title:28}{seeded:7}" + "".join(f"{share:>12}" for share in shares)


def main() -> int:
    """Seed faults, audit, and show what came out by shape, by kind and by what covers the cell."""
    parser = ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--each", type=int, default=200, help="tables of each shape")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--shape", choices=_SHAPES, help="one shape alone")
    parser.add_argument("--faults", type=int, default=1, help="faults in each table")
    parser.add_argument("--show", action="store_true", help="name the tables that go wrong")
    arguments = parser.parse_args()
    names = [arguments.shape] if arguments.shape else list(_SHAPES)
    seeds = range(arguments.seed, arguments.seed + arguments.each)
    cases = [(name, seed, arguments.faults) for seed in seeds for name in names]
    told: dict[str, Counter[str]] = {}
    is_false = False
    with Pool() as pool:
        for result in pool.imap(_try, cases, 8):
            if result is None:
                continue
            name, seed, kind, is_slight, outcome = result
            is_false |= outcome.innocent or outcome.false_value
            if arguments.show and (outcome.innocent or outcome.false_value or not outcome.told):
                print(name, seed, kind, "slight" if is_slight else "", outcome)
            groups = ["one unit"] if is_slight else ["all", f"shape {name}", kind, outcome.group]
            for group in groups:
                counts = told.setdefault(group, Counter())
                counts["seeded"] += 1
                for column, value in zip(_COLUMNS[1:], outcome[1:], strict=True):
                    counts[column] += bool(value)
    print(f"{'':28}{'seeded':>7}" + "".join(f"{name:>12}" for name in _COLUMNS[1:]))
    for title in sorted(told, key=lambda title: (title.startswith("shape"), title)):
        print(_row(title, told[title]))
    return int(is_false)


if __name__ == "__main__":
    sys.exit(main())
