"""`mean`: a mean that a row breaks."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.outcome import Outcome


def mean(case: Case) -> Iterator[Outcome]:
    """Find rows whose printed mean is not that of their numbers."""
    yield from disagreements(case, "mean", "mean")
