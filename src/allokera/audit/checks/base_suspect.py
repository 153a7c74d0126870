"""`base-suspect`: a base amount that is wrong."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.errors import message


def base_suspect(case: Case) -> Iterator[Outcome]:
    """Find base amounts that are wrong: the weights that all other columns were computed from."""
    for row in case.base_mendings:
        if case.base is not None and case.base.amounts[row] is not None:
            yield accuse(
                case,
                case.base,
                row,
                code="base-suspect",
                what=message(AuditMessages.row_contradicts_everywhere),
            )
