"""`base-suspect`: a base amount that is wrong."""

from collections.abc import Iterator

from allokera.audit.accusation import accuse
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, compared


@compared
def base_suspect(case: Case) -> Iterator[Outcome]:
    """Find base amounts that are wrong: the weights that all other columns were computed from.

    Such a row contradicts the others in every column, and another base amount, one slip away from
    the printed one, makes it right in all of them. The other columns' cells are then held innocent.
    """
    for row in case.base_mendings:
        if case.base.amounts[row] is not None:
            yield accuse(
                case,
                case.base,
                row,
                code="base-suspect",
                what="and its row contradicts the others in every column",
            )
