"""A scenario: what is asked of a grant, in values."""

from dataclasses import dataclass

from allokera.apportionment import LARGEST_REMAINDER, Method
from allokera.model import Measure
from allokera.terms.bounds import Bound
from allokera.terms.shares import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is to be shared out, among whom, and how.

    Attributes:
        years: those whose money is shared out, each on its own; empty where `envelope` is all.
        envelope: kronor instead of what is known for the years.
        unit: kronor in one indivisible unit. None takes the unit that a year was published in, and
            1 krona where there is no year.
        measure: what is shared out.
        administration: kronor that are not shared out. None takes the year's own, and nothing where
            there is no year.
        shares: None takes the grant's own.
        minimums: what recipients get at least.
        maximums: what they get at most.
        applied: what they applied for, and are not paid more than.
        redistribute: whether what was not applied for is shared out among the others; else it is
            left unused, since no rule of the grant says so.
        carry: whether the years are rounded together.
    """

    years: tuple[int, ...] = ()
    envelope: int | None = None
    unit: int | None = None
    measure: Measure = Measure.KRONOR
    administration: int | None = None
    method: Method = LARGEST_REMAINDER
    shares: Shares | None = None
    minimums: tuple[Bound, ...] = ()
    maximums: tuple[Bound, ...] = ()
    applied: tuple[Bound, ...] = ()
    redistribute: bool = False
    carry: bool = False
