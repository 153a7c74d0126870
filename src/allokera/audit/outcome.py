"""What a check yields: findings, or that it could not be made."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from allokera.audit.case import Case
from allokera.audit.report import Finding


class Unchecked(NamedTuple):
    """A check that could not be made, and why."""

    reason: str


Outcome = Finding | Unchecked
Check = Callable[[Case], Iterator[Outcome]]
"""A pure function of the case, named like the code of its findings, `_` for `-`."""
