"""`mean`: a mean that a row breaks."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.disagreement import disagreements
from allokera.audit.outcome import Outcome


def mean(case: Case) -> Iterator[Outcome]:
    """Find rows whose printed mean is not that of their numbers."""
    yield from disagreements(case, "mean", "mean", is_across=True)
