"""An audit as sheets: the findings and the table that they are of, linked to each other."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from allokera.audit.report.printed_table import PrintedTable
from allokera.audit.report.report import Finding, Report
from allokera.render.language import Language, word
from allokera.render.page import sentence
from allokera.render.parts.findings import subject_text
from allokera.render.workbook import Cell, Column, Kind, Link, Sheet, address

FIELDS = (
    "severity",
    "code",
    "recipient_code",
    "recipient",
    "column",
    "where",
    "printed",
    "read",
    "suggestion",
    "message",
    "remedy",
)
"""What is said of a finding, by the names that CSV has for it."""

_WHERE, _PRINTED = FIELDS.index("where"), FIELDS.index("printed")
_AMOUNTS = ("read", "suggestion")
_HEAD = 2
"""The first row below the headings, as spreadsheets count."""


def report_sheets(say: Language, report: Report) -> Iterator[Sheet]:
    """Make a sheet of the findings, and one of the table as it is printed."""
    name, table = say.files.sheet("audit"), report.printed
    found = [_cell_of(each, table) if table else None for each in report.findings]
    rows = [_row(say, *each) for each in zip(report.findings, found, strict=True)]
    has_parts = any(isinstance(cell, Fraction) for row in rows for cell in row)
    kinds = dict.fromkeys(_AMOUNTS, Kind.PARTS if has_parts else Kind.AMOUNT)
    columns = [Column(say.files.heading(each), kinds.get(each, Kind.TEXT)) for each in FIELDS]
    yield Sheet(name, columns, rows, keys=1)
    if table is not None:
        first = {cell: row for row, cell in reversed([*enumerate(found, start=_HEAD)]) if cell}
        links = {
            cell: (name, address(_PRINTED if report.findings[row - _HEAD].place else _WHERE, row))
            for cell, row in first.items()
        }
        yield _table(say, table, links)
    yield _assumptions(say, report)


def _table(
    say: Language, table: PrintedTable, links: Mapping[tuple[int, int], tuple[str, str]]
) -> Sheet:
    """Make the table as it is printed, each cell of a finding leading to that."""
    names = {place: name for name, place in table.columns.items()}
    width = max(map(len, table.cells), default=0)
    return Sheet(
        _table_name(say),
        [Column(names.get(place, "")) for place in range(width)],
        [
            [_linked(text, links.get((row, place))) for place, text in enumerate(texts)]
            for row, texts in enumerate(table.cells)
        ],
    )


def _assumptions(say: Language, report: Report) -> Sheet:
    return Sheet(
        say.files.assumptions,
        [Column(say.files.heading(each)) for each in ("subject", "value", "basis")],
        [
            (subject_text(say, each.subject), word(each.value, say), say.report.basis(each.basis))
            for each in report.assumptions
        ],
    )


def _table_name(say: Language) -> str:
    return sentence(say.report.table)


def _row(say: Language, finding: Finding, cell: tuple[int, int] | None) -> Sequence[Cell]:
    """Say a finding in a row; what is printed leads to where it stands."""
    who, place = finding.recipient, finding.place
    target = None
    if cell is not None:
        row, column = cell
        target = (_table_name(say), address(column, row + _HEAD))
    where = say.files.place(finding.where)
    return (
        say.report.severity(finding.severity),
        finding.code,
        who.code if who else "",
        who.name if who else "",
        finding.column or "",
        where if place else _linked(where, target),
        _linked(place.printed, target) if place else "",
        finding.read,
        finding.suggestion,
        word(finding.message, say),
        word(finding.remedy, say),
    )


def _cell_of(finding: Finding, table: PrintedTable) -> tuple[int, int] | None:
    """Say in which row and column of the printed table a finding is, where it is in a cell."""
    if finding.cell is not None:
        return finding.cell
    place = finding.place
    if place is None or place.row not in table.rows or place.column not in table.columns:
        return None
    return table.rows[place.row], table.columns[place.column]


def _linked(text: str, target: tuple[str, str] | None) -> Cell:
    return Link(text, *target) if target and text else text
