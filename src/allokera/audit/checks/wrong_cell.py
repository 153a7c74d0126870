"""`wrong-cell`: a cell that is wrong by all relations that speak of it."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.suspects import wrong_cells
from allokera.audit.outcome import Outcome


def wrong_cell(case: Case) -> Iterator[Outcome]:
    """Find cells whose being wrong explains what fails, where nothing else is as likely."""
    yield from wrong_cells(case)
