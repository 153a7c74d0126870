"""The queue for units: whose claim was served last, and whose would have been next.

By largest remainder everybody claims at most one of the units that are left over, and the queue is
short. By a divisor method every unit is claimed, one after another, and what matters is where the
queue was cut: a rank is the place of a claim among all claims, of which so many were served as
there are units to share out. Units that a row has by its least are not queued for.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from itertools import islice
from typing import NamedTuple

from allokera.apportionment.divisor import within_firsts
from allokera.apportionment.limits import Limits
from allokera.apportionment.signposts import Signposts
from allokera.kronor.rounding import floor
from allokera.model import Recipient
from allokera.sharing.allocation import Allocation
from allokera.sharing.problem import Problem

AROUND = 3
"""Claims of the queue that are looked up on either side of the cut."""


class Claim(NamedTuple):
    """A claim to one unit.

    Attributes:
        unit: which of its units it is for the recipient, from 1.
        size: the remainder, by largest remainder; weight over the signpost, by a divisor method, or
            the square of that.
        rank: its place in the queue, from 1; table order, or the lot, ranks equal claims.
        won: whether it was served.
    """

    recipient: Recipient
    unit: int
    size: Fraction
    rank: int
    won: bool


def queue_of_remainders(allocation: Allocation) -> tuple[Claim, ...]:
    """List every row's claim to one of the units left over, the largest remainder first."""
    rows = [allocation.rows[place] for place in allocation.problem.order]
    left_over = allocation.problem.house - sum(floor(row.quota) for row in rows)
    ranked = sorted(rows, key=lambda row: row.quota - floor(row.quota), reverse=True)
    return tuple(
        Claim(
            recipient=row.recipient,
            unit=floor(row.quota) + 1,
            size=row.quota - floor(row.quota),
            rank=rank,
            won=rank <= left_over,
        )
        for rank, row in enumerate(ranked, 1)
    )


def queue_of_claims(allocation: Allocation, place: int) -> tuple[Claim, ...]:
    """List the claims around the cut, and a row's own last and next, in the order of the queue."""
    queue = _Queue(allocation.problem, [row.units for row in allocation.rows])
    found = [*islice(queue.served(), AROUND), *islice(queue.waiting(), AROUND)]
    units = allocation.rows[place].units
    if units > queue.limits.lower[place]:
        found.append((place, units - 1))
    if units < queue.limits.upper[place]:
        found.append((place, units))
    claims = [queue.claim(row, held) for row, held in dict.fromkeys(found)]
    return tuple(sorted(claims, key=lambda claim: claim.rank))


class _Queue:
    """The claims to all units, one after another."""

    def __init__(self, problem: Problem, units: Sequence[int]) -> None:
        assert problem.method.signposts is not None
        self._signposts: Signposts = problem.method.signposts
        self._problem, self._units, self._rows = problem, units, problem.order
        self._turns = {row: turn for turn, row in enumerate(self._rows)}
        lower, upper = problem.units_of_bounds()
        weights, house = problem.weights, problem.house
        # with a larger house, nobody's claims before the next one in the queue come to more
        positive = [weight for weight in weights if weight]
        reach = (house + 1) * (max(positive) // min(positive) + 1)
        least = lower or [0] * len(weights)
        most = [
            low if not weight else reach if high is None else high
            for weight, low, high in zip(
                weights, least, upper or [None] * len(weights), strict=True
            )
        ]
        self.limits = within_firsts(self._signposts, weights, house, Limits(least, most))

    def served(self) -> Iterator[tuple[int, int]]:
        """Yield the claims that were served, the last first: rows, with what they held before."""
        heap = [
            (self._size(row, held - 1), -self._turns[row], held - 1)
            for row, held in enumerate(self._units)
            if held > self.limits.lower[row]
        ]
        heapify(heap)
        while heap:
            _, turn, held = heap[0]
            row = self._rows[-turn]
            yield row, held
            if held > self.limits.lower[row]:
                heapreplace(heap, (self._size(row, held - 1), turn, held - 1))
            else:
                heappop(heap)

    def waiting(self) -> Iterator[tuple[int, int]]:
        """Yield the claims that were not served, the first first: rows, with what they hold."""
        heap = [
            (-self._size(row, held), self._turns[row], held)
            for row, held in enumerate(self._units)
            if held < self.limits.upper[row]
        ]
        heapify(heap)
        while heap:
            _, turn, held = heap[0]
            row = self._rows[turn]
            yield row, held
            if held + 1 < self.limits.upper[row]:
                heapreplace(heap, (-self._size(row, held + 1), turn, held + 1))
            else:
                heappop(heap)

    def claim(self, row: int, held: int) -> Claim:
        """Describe a row's claim to one unit more than it holds."""
        return Claim(
            recipient=self._problem.recipients[row],
            unit=held + 1,
            size=self._size(row, held),
            rank=1 + sum(self._before(other, row, held) for other in range(len(self._units))),
            won=held < self._units[row],
        )

    def _before(self, other: int, row: int, held: int) -> int:
        """Count the claims of a row that come before one of a row: by halving."""
        if other == row:
            return held - self.limits.lower[row]
        size = self._size(row, held)
        low, high = self.limits.lower[other], self.limits.upper[other]
        while low < high:
            middle = (low + high) // 2
            theirs = self._size(other, middle)
            if theirs > size or (theirs == size and self._turns[other] < self._turns[row]):
                low = middle + 1
            else:
                high = middle
        return low - self.limits.lower[other]

    def _size(self, row: int, held: int) -> Fraction:
        return Fraction(*self._signposts.claim(self._problem.weights[row], held))
