"""`ambiguous-number`: a cell that could say two amounts."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Severity
from allokera.kronor.printed import Oddity


def ambiguous_number(case: Case) -> Iterator[Outcome]:
    """Find cells whose `.` or `,` may group digits, or start a decimal part.

    `1.350` is one thousand three hundred and fifty to some, and one and a bit to others. Where no
    other cell of the table shows which is meant, nothing is guessed: the other rows decide, or
    nobody does.
    """
    for sheet, row, remark in case.remarks(Oddity.AMBIGUOUS_NUMBER):
        yield accuse(
            case,
            sheet,
            row,
            code="ambiguous-number",
            what="which may be one of two numbers",
            severity=Severity.WARNING,
            span=remark.span,
        )
