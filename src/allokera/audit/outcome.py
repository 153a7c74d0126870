"""What a check yields: findings, or why it was not made."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from allokera.audit.case import Case
from allokera.audit.report import Finding
from allokera.audit.trial import SOUND


class Unchecked(NamedTuple):
    """A check that could not be made, and why."""

    reason: str


class Inapplicable(NamedTuple):
    """A check that this table gives no occasion for, and why."""

    reason: str


Outcome = Finding | Unchecked | Inapplicable
Check = Callable[[Case], Iterator[Outcome]]
"""A pure function of the case, named like the code of its findings, `_` for `-`."""


def compared(check: Check) -> Check:
    """Make a check that is not passed where there are no rows to hold against each other."""

    def run(case: Case) -> Iterator[Outcome]:
        if any(trial.fit is not None and len(trial.entries) > 1 for trial in case.trials):
            yield from check(case)
        else:
            yield Unchecked("no column has two rows to compare")

    return _like(check, run)


def agreed(check: Check) -> Check:
    """Make a check that is not passed where no column's rows agree on a factor."""

    def run(case: Case) -> Iterator[Outcome]:
        if any(trial.fit is not None and trial.standing in SOUND for trial in case.trials):
            yield from check(case)
        else:
            yield Unchecked("no column's rows agree")

    return _like(check, run)


def _like(check: Check, run: Check) -> Check:
    run.__name__, run.__doc__, run.__module__ = check.__name__, check.__doc__, check.__module__
    return run
