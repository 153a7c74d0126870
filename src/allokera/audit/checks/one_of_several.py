"""`one-of-several`: cells one of which is wrong, while nothing says which."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings import suspects
from allokera.audit.outcome import Outcome


def one_of_several(case: Case) -> Iterator[Outcome]:
    """Find cells of which one, at least, must be wrong to explain what fails."""
    yield from suspects.one_of_several(case)
