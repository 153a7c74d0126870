"""One recipient's arithmetic: what was due, what was left over, and who stood in the queue."""

from dataclasses import dataclass
from fractions import Fraction

from allokera.allocation import Allocation, Row
from allokera.apportionment import LARGEST_REMAINDER
from allokera.errors import RequestError
from allokera.kronor.rounding import floor
from allokera.model import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A row's claim to one of the units left over.

    Attributes:
        remainder: the quota less its floor: the claim's size.
        rank: its place in the queue, from 1; table order ranks equal claims.
        won: whether it got a unit.
    """

    recipient: Recipient
    remainder: Fraction
    rank: int
    won: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one recipient gets its amount.

    Attributes:
        row: what it gets.
        lower_quota: the floor of its quota: what it gets at least.
        left_over: units that remained when every row had its lower quota.
        queue: every row's claim to those, the largest first.
    """

    allocation: Allocation
    row: Row
    lower_quota: int
    left_over: int
    queue: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The recipient's own claim."""
        return next(claim for claim in self.queue if claim.recipient == self.row.recipient)

    @property
    def last_in(self) -> Claim | None:
        """The last claim that won, or None where no unit was left over."""
        return self.queue[self.left_over - 1] if self.left_over else None

    @property
    def first_out(self) -> Claim:
        """The first claim that did not win: who stood next in line."""
        return self.queue[self.left_over]


def explain(allocation: Allocation, recipient: Recipient) -> Explanation:
    """Explain one row of an allocation by largest remainder.

    Raises:
        RequestError: the allocation is by another method.
    """
    method = allocation.problem.method
    if method is not LARGEST_REMAINDER:
        raise RequestError(f"only largest-remainder is explained so far, not {method.name}")
    ranked = sorted(allocation.rows, key=lambda row: row.quota - floor(row.quota), reverse=True)
    left_over = allocation.problem.house - sum(floor(row.quota) for row in ranked)
    row = next(row for row in allocation.rows if row.recipient == recipient)
    return Explanation(
        allocation=allocation,
        row=row,
        lower_quota=floor(row.quota),
        left_over=left_over,
        queue=tuple(
            Claim(
                recipient=each.recipient,
                remainder=each.quota - floor(each.quota),
                rank=rank,
                won=rank <= left_over,
            )
            for rank, each in enumerate(ranked, 1)
        ),
    )
