"""`unreadable-cell`: a cell that should hold an amount, and holds none."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.kronor.printed import Oddity


def unreadable_cell(case: Case) -> Iterator[Outcome]:
    """Find cells in which no amount can be read.

    A cell that is empty, or says that there is no amount (`-`, `..`), is not one of them.
    """
    for sheet, row, remark in case.remarks(Oddity.UNREADABLE_CELL):
        yield accuse(
            case, sheet, row, code="unreadable-cell", what="which is no amount", span=remark.span
        )
