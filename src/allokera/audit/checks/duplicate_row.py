"""`duplicate-row`: somebody who has two rows."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.audit.roles import Role, identity


def duplicate_row(case: Case) -> Iterator[Outcome]:
    """Find recipients that stand in the table twice.

    The shares cannot show it: a row that is printed twice agrees with itself. Sums and shares are
    reckoned without the later one.
    """
    first: dict[object, int] = {}
    for row, role in enumerate(case.roles):
        recipient = case.recipients[row]
        above = first.setdefault(identity(recipient, case.matches[row]), row)
        if role is Role.REPEATED:
            is_same = all(sheet.amounts[above] == sheet.amounts[row] for sheet in case.sheets)
            yield Finding(
                code="duplicate-row",
                severity=Severity.ERROR,
                message=(
                    f"{recipient.name} stands in rows {above + 1} and {row + 1} of the table, with "
                    f"{'the same' if is_same else 'different'} amounts; the later is left out"
                ),
                remedy="Strike one of the two rows, or put another name.",
                recipient=recipient,
            )
