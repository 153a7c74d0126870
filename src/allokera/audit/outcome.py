"""What a check is, and what it yields: findings, or why it was not made."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding
from allokera.audit.shares.trial import SOUND
from allokera.errors import Message, message


class Unchecked(NamedTuple):
    """A check that could not be made, and why."""

    reason: Message


class Inapplicable(NamedTuple):
    """A check that this table gives no occasion for, and why."""

    reason: Message


Outcome = Finding | Unchecked | Inapplicable


class Need(Enum):
    """What a check cannot be made without."""

    NOTHING = auto()
    COMPARED_ROWS = auto()
    """A column with two rows to compare."""
    AGREEING_ROWS = auto()
    """A column whose rows agree on a factor."""

    def missing(self, case: Case) -> Message | None:
        """Say what is missing in a case, or None where it is there."""
        compared = [t for t in case.trials if t.fit is not None and len(t.entries) > 1]
        if self is Need.COMPARED_ROWS and not compared:
            return message(AuditMessages.no_rows_to_compare)
        agreed = any(t.fit is not None and t.standing in SOUND for t in case.trials)
        if self is Need.AGREEING_ROWS and not agreed:
            return message(AuditMessages.no_rows_agree)
        return None


class Ground(Enum):
    """What findings rest on, and so how much they may weigh by a base that was found."""

    ALL_THERE_IS = auto()
    """Lists, envelopes, relations that nothing was fitted to: whatever the check says."""
    MISPRINT = auto()
    """What is misprinted, whatever the number is."""
    CELL = auto()
    """A cell, or a row, by itself."""
    ROWS = auto()
    """That other rows follow a factor."""
    EVENT = auto()
    """That something happened to some rows together."""
    BASE = auto()
    """That the other columns of a row follow another base amount."""
    ALL_LAWS = auto()
    """All relations that speak of a cell, weighed together."""


OF_SHARES = frozenset({Ground.ROWS, Ground.EVENT, Ground.BASE})
"""What the audit by shares rests on."""


class Check(NamedTuple):
    """One check.

    Attributes:
        code: of its findings, kebab-case; a language says what they mean by it.
        find: makes them; a pure function of the case.
        needs: what it cannot be made without.
        rests_on: what its findings rest on.
    """

    code: str
    find: Callable[[Case], Iterator[Outcome]]
    needs: Need = Need.NOTHING
    rests_on: Ground = Ground.ALL_THERE_IS

    def make(self, case: Case) -> Iterator[Outcome]:
        """Make the check, or say why it cannot be made."""
        missing = self.needs.missing(case)
        if missing is not None:
            yield Unchecked(missing)
        else:
            yield from self.find(case)
