"""`malformed-grouping`: digits in groups that are not of three."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.kronor.printed import Oddity


def malformed_grouping(case: Case) -> Iterator[Outcome]:
    """Find digits in groups that are not of three.

    `164 000 00` can be read in two ways: regrouped it is 16 400 000; mended, with the digit put
    back that was lost, it is 164 000 000. The cell alone cannot tell them apart, and a strict
    parser takes the first, wrong by a factor of ten. The other rows decide.
    """
    for sheet, row, remark in case.remarks(Oddity.MALFORMED_GROUPING):
        yield accuse(
            case,
            sheet,
            row,
            code="malformed-grouping",
            what="its digits are not in groups of three",
            span=remark.span,
        )
