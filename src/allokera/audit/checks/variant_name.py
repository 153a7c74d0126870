"""`variant-name`: a name written otherwise than on the list."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.names import Likeness


def variant_name(case: Case) -> Iterator[Outcome]:
    """Find names that are on the list in another spelling.

    Case, diacritics, composed or decomposed letters, `kommun` and `stad` may differ, where what is
    left can mean one recipient only: Habo and Håbo are never taken for each other.
    """
    if not (case.brief.eligible or case.brief.known):
        yield Unchecked("no list of recipients is known")
        return
    for recipient, match in zip(case.recipients, case.matches, strict=True):
        if match is None or match.recipient.name == recipient.name:
            continue
        if match.likeness is Likeness.VARIANT or match.likeness is Likeness.EXACT:
            yield Finding(
                code="variant-name",
                severity=Severity.NOTE,
                message=f"{recipient.name!r} is read as {match.recipient.name}",
                remedy=f"Write {match.recipient.name}.",
                recipient=recipient,
            )
