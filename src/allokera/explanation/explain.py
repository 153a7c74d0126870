"""One recipient's arithmetic in one year: from its weight to its amount."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment.margin import Margin
from allokera.errors import RequestError
from allokera.explanation.counterfactuals import Counterfactual, find_counterfactuals
from allokera.explanation.queue import Claim, queue_of_claims, queue_of_remainders
from allokera.kronor.rounding import floor
from allokera.model import KeyPart, Recipient
from allokera.sharing.allocation import Allocation, Row
from allokera.sharing.plan import Plan
from allokera.terms.messages import TermsMessages


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRemainder:
    """How largest remainder comes to an amount.

    Attributes:
        lower_quota: the floor of the quota: what the recipient gets at least.
        left_over: units that remained when every row had its lower quota.
        claim: the recipient's own to one of those.
    """

    lower_quota: int
    left_over: int
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDivisor:
    """How a divisor method comes to an amount.

    Attributes:
        divisor: a common divisor that gives all amounts, with few digits; None where limits leave
            nobody a choice.
        quotient: the weight over it; None where there is none.
        is_root: whether these two are given by their squares, since only a root is a divisor.
        passed: the signpost below the last unit; None where there is no unit.
        ahead: the signpost below the next.
        squared: whether the signposts are given by their squares.
    """

    divisor: Fraction | None
    quotient: Fraction | None
    is_root: bool
    passed: Fraction | None
    ahead: Fraction
    squared: bool


class PartDue(NamedTuple):
    """What one part of a key comes to for a recipient.

    Attributes:
        figure: the recipient's; 1 where all share equally.
        total: that of all together.
        units: what it is due by this part, exactly.
    """

    part: KeyPart
    figure: int | Fraction
    total: int | Fraction
    units: Fraction


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Explanation:
    """Why one recipient gets its amount.

    Attributes:
        row: what it gets.
        parts: what every part of the key comes to; none where the shares are not by key.
        how: the arithmetic of the method.
        queue: claims to units, in the order that they are served: by largest remainder, everybody's
            to those left over; by a divisor method, those around the cut and the recipient's own.
        margin: the common divisors, or splits of remainders, that give all amounts.
        counterfactuals: what would have changed the recipient's amount.
    """

    allocation: Allocation
    row: Row
    parts: tuple[PartDue, ...]
    how: ByRemainder | ByDivisor
    queue: tuple[Claim, ...]
    margin: Margin
    counterfactuals: tuple[Counterfactual, ...]

    def __repr__(self) -> str:
        return f"<Explanation {self.row.recipient.name}: {self.row.amount}>"

    @property
    def last_in(self) -> Claim | None:
        """The last claim that was served; None where none was."""
        return next((claim for claim in reversed(self.queue) if claim.won), None)

    @property
    def first_out(self) -> Claim | None:
        """The first claim that was not: who stood next in line; None where nobody did."""
        return next((claim for claim in self.queue if not claim.won), None)


def explain(allocation: Allocation, recipient: Recipient) -> Explanation:
    """Explain one row of an allocation.

    Raises:
        RequestError: the allocation has no such recipient.
    """
    problem = allocation.problem
    if recipient not in problem.recipients:
        raise RequestError(TermsMessages.none_of_recipients, name=recipient.name)
    place = problem.recipients.index(recipient)
    row = allocation.rows[place]
    margin = allocation.margin
    signposts = problem.method.signposts
    how: ByRemainder | ByDivisor
    if signposts is None:
        queue = queue_of_remainders(allocation)
        how = ByRemainder(
            lower_quota=floor(row.quota),
            left_over=sum(claim.won for claim in queue),
            claim=next(claim for claim in queue if claim.recipient == recipient),
        )
    else:
        queue = queue_of_claims(allocation, place)
        is_root = margin.squared and margin.simplest is None and margin.most is not None
        divisor = margin.most if is_root else margin.simplest
        how = ByDivisor(
            divisor=divisor,
            quotient=Fraction(row.weight ** (2 if is_root else 1), divisor) if divisor else None,
            is_root=is_root,
            passed=Fraction(*signposts.at(row.units - 1)) if row.units else None,
            ahead=Fraction(*signposts.at(row.units)),
            squared=signposts.squared,
        )
    return Explanation(
        allocation=allocation,
        row=row,
        parts=tuple(
            PartDue(each.part, each.figures[place], each.total, each.share(place) * problem.house)
            for each in problem.shares.parts
        ),
        how=how,
        queue=queue,
        margin=margin,
        counterfactuals=tuple(find_counterfactuals(Plan(allocations=(allocation,)), place)),
    )
