"""`duplicate-row`: somebody who has two rows."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.survey.roles import Role, identity
from allokera.errors import message


def duplicate_row(case: Case) -> Iterator[Outcome]:
    """Find recipients that stand in the table twice."""
    first: dict[object, int] = {}
    for row, role in enumerate(case.roles):
        recipient = case.recipients[row]
        above = first.setdefault(
            identity(recipient, case.matches[row], case.survey.part_of.get(row)), row
        )
        if role is Role.REPEATED:
            is_same = all(sheet.amounts[above] == sheet.amounts[row] for sheet in case.sheets)
            form = AuditMessages.row_twice_alike if is_same else AuditMessages.row_twice_differing
            yield Finding(
                code="duplicate-row",
                severity=Severity.ERROR,
                message=message(form, name=recipient.name, rows=(above + 1, row + 1)),
                remedy=message(AuditMessages.strike_one),
                recipient=recipient,
            )
