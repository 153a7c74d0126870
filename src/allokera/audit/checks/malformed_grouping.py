"""`malformed-grouping`: digits in groups that are not of three."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.errors import message
from allokera.kronor.extras import Oddity


def malformed_grouping(case: Case) -> Iterator[Outcome]:
    """Find digits in groups that are not of three."""
    for sheet, row, remark in case.remarks(Oddity.MALFORMED_GROUPING):
        yield accuse(
            case,
            sheet,
            row,
            code="malformed-grouping",
            what=message(AuditMessages.not_in_threes),
            span=remark.span,
        )
