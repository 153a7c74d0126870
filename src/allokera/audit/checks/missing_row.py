"""`missing-row`: somebody on the list who has no row."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity


def missing_row(case: Case) -> Iterator[Outcome]:
    """Find names on the list of those who may be in the table that have no row.

    The shares cannot show it: the rows that are there agree with each other all the same.
    """
    if not case.brief.eligible:
        yield Unchecked("no list of recipients is known")
    present = {match.recipient for match in case.matches if match is not None}
    for recipient in case.brief.eligible:
        if recipient not in present:
            yield Finding(
                code="missing-row",
                severity=Severity.ERROR,
                message=f"{recipient.name} is on the list of recipients and has no row",
                remedy=f"Add a row for {recipient.name}.",
                recipient=recipient,
            )
