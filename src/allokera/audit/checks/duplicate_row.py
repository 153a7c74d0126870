"""`duplicate-row`: somebody who has two rows."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role
from allokera.names import fold


def duplicate_row(case: Case) -> Iterator[Outcome]:
    """Find recipients that stand in the table twice.

    The shares cannot show it: a row that is printed twice agrees with itself. Sums and shares are
    reckoned without the later one.
    """
    for row, role in enumerate(case.roles):
        if role is Role.REPEATED:
            recipient = case.recipients[row]
            first = next(above for above in range(row) if _who(case, above) == _who(case, row))
            is_same = all(sheet.amounts[first] == sheet.amounts[row] for sheet in case.sheets)
            yield Finding(
                code="duplicate-row",
                severity=Severity.ERROR,
                message=(
                    f"{recipient.name} stands in rows {first + 1} and {row + 1} of the table, with "
                    f"{'the same' if is_same else 'different'} amounts; the later is left out"
                ),
                remedy="Strike one of the two rows, or put another name.",
                recipient=recipient,
            )


def _who(case: Case, row: int) -> object:
    match = case.matches[row]
    return fold(case.recipients[row].name) if match is None else match.recipient
