"""`unreadable-cell`: a cell that should hold an amount, and holds none."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.kronor.printed import Oddity


def unreadable_cell(case: Case) -> Iterator[Outcome]:
    """Find cells in which no amount of whole kronor can be read.

    A cell that is empty, or says that there is no amount (`-`, `..`), is not one of them.
    """
    code = "unreadable-cell"
    for sheet, row, remark in case.remarks(Oddity.UNREADABLE_CELL):
        yield accuse(case, sheet, row, code=code, what="which is no amount", span=remark.span)
    for sheet in case.sheets:
        rows = [
            row
            for row, reading in enumerate(sheet.readings)
            if reading.value is not None and sheet.amounts[row] is None
        ]
        if 2 * len(rows) > len(sheet.readings):
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                message=f"most amounts of {sheet.column.name} are not whole kronor",
                remedy=f"Say what they are in: --unit '{sheet.column.name}=mnkr', or tkr.",
                column=sheet.column.name,
            )
            continue
        for row in rows:
            yield accuse(case, sheet, row, code=code, what="which is not whole kronor")
