"""`column-sum`: a sum of rows that a column breaks."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.outcome import Outcome


def column_sum(case: Case) -> Iterator[Outcome]:
    """Find columns whose printed sum is not that of their rows."""
    yield from disagreements(case, "column-sum", "sum", is_across=False)
