"""`ratio`: a quotient, a change or a product that a row breaks."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.outcome import Outcome


def ratio(case: Case) -> Iterator[Outcome]:
    """Find rows whose printed quotient is not that of their numbers."""
    yield from disagreements(case, "ratio", "ratio")
