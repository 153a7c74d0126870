"""`row-sum`: a sum of columns that a row breaks."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.outcome import Outcome


def row_sum(case: Case) -> Iterator[Outcome]:
    """Find rows whose printed sum is not that of their parts."""
    yield from disagreements(case, "row-sum", "sum", is_across=True)
