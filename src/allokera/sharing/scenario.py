"""A scenario: what is asked of a grant, in values."""

from dataclasses import dataclass

from allokera.apportionment import LARGEST_REMAINDER, Method
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency
from allokera.model import Recipient
from allokera.terms.bounds import Bound
from allokera.terms.shares import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is to be shared out, among whom, and how.

    Attributes:
        years: those whose money is shared out, each on its own; empty where `envelope` is all.
        envelope: kronor instead of what is known for the years; negative where they are paid back.
        unit: kronor in one indivisible unit. None takes the unit that a year was published in, and
            where there is no year 1 krona, or the smallest part of one if the envelope has parts.
        currency: what is shared out; None where it is counted, such as seats.
        administration: kronor that are not shared out. None takes the year's own, and nothing where
            there is no year.
        shares: None takes the grant's own.
        lot: recipients in the order that was drawn for equal claims.
        minimums: what recipients get at least.
        maximums: what they get at most.
        applied: what they applied for, and are not paid more than.
        redistribute: whether what was not applied for is shared out among the others; else it is
            left unused, since no rule of the grant says so.
        carry: whether the years are rounded together.
    """

    years: tuple[int, ...] = ()
    envelope: Amount | None = None
    unit: Amount | None = None
    currency: Currency | None = KRONA
    administration: Amount | None = None
    method: Method = LARGEST_REMAINDER
    shares: Shares | None = None
    lot: tuple[Recipient, ...] = ()
    minimums: tuple[Bound, ...] = ()
    maximums: tuple[Bound, ...] = ()
    applied: tuple[Bound, ...] = ()
    redistribute: bool = False
    carry: bool = False
