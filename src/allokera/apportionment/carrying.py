"""Several houses rounded together, so that nobody drifts away from its quotas over the years.

Rounded each on its own, the same rows may gain year after year. Rounded together, every row's
running total stays within one unit of its running quota, each year's units being its quota of the
year rounded down or up. That this is always possible is a theorem: the quotas themselves are a flow
through a network whose bounds are whole numbers, and such a network has a whole flow (Cox, A
constructive procedure for unbiased controlled rounding, JASA 82, 1987). Without the years' own
bounds it is the chairman assignment problem (Tijdeman, Discrete Mathematics 32, 1980).

The units of a year that are left when every row has what its running quota has come to go to the
rows that must have their next unit soonest: Tijdeman's rule. It may round a row in one year beyond
its quota of that year; then units are moved along cycles of the network until no row is.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, groupby
from typing import NamedTuple

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.messages import ApportionmentMessages
from allokera.errors import ProblemError
from allokera.kronor.rounding import ceiling, floor

Years = Sequence[Sequence[Fraction]]
"""Quotas: one list a year, one number a row, in units."""


def carry(quotas: Years, worths: Sequence[int | Fraction]) -> tuple[Apportionment, ...]:
    """Round the quotas of several years together.

    Args:
        quotas: of each year, non-negative, summing to a whole number of units.
        worths: what a unit of each year is worth: 1 000 where it is a thousand kronor.

    Returns:
        One apportionment a year. A running total is within one unit of the running quota, the unit
        being the largest so far.

    Raises:
        ProblemError: the years' units differ, and no such rounding is found.
    """
    drift = [Fraction(0)] * len(quotas[0])
    answers: list[Apportionment] = []
    for worth, places in groupby(range(len(quotas)), key=lambda place: worths[place]):
        block = [quotas[place] for place in places]
        ahead = [Fraction(each, worth) for each in drift]
        done = _round_alike(block, ahead)
        answers += done
        for answer, due in zip(done, block, strict=True):
            drift = [
                each + (units - quota) * worth
                for each, units, quota in zip(drift, answer.units, due, strict=True)
            ]
    return tuple(answers)


def _round_alike(quotas: Years, ahead: Sequence[Fraction]) -> list[Apportionment]:
    """Round the quotas of years with one unit.

    Args:
        ahead: what every row has more than its quotas of the years before, in units.
    """
    running = [
        [total - each for total, each in zip(totals, ahead, strict=True)]
        for totals in accumulate(
            quotas, lambda one, two: [a + b for a, b in zip(one, two, strict=True)]
        )
    ]
    houses = [floor(sum(year, Fraction(0))) for year in quotas]
    units, ties = _by_deadline(quotas, running, houses)
    network = _Network(quotas, running, units)
    network.repair()
    repaired = network.units()
    kept = next((n for n, year in enumerate(units) if repaired[n] != year), len(units))
    return [
        Apportionment(tuple(year), ties[n] if n < kept else ()) for n, year in enumerate(repaired)
    ]


def _by_deadline(
    quotas: Years, running: Years, houses: Sequence[int]
) -> tuple[list[list[int]], list[tuple[Tie, ...]]]:
    """Give every year's units to the rows that must have them soonest (Tijdeman 1980)."""
    have = [0] * len(running[0])
    years: list[list[int]] = []
    ties: list[tuple[Tie, ...]] = []
    for year, (due, house) in enumerate(zip(running, houses, strict=True)):
        now = [max(had, floor(total)) for had, total in zip(have, due, strict=True)]
        left = house - sum(now) + sum(have)
        keys = {
            row: (_deadline(running, year, row, units + 1), units - due[row])
            for row, units in enumerate(now)
            if units < due[row]
        }
        queue = sorted(keys, key=lambda row: (keys[row], row))
        if not 0 <= left <= len(queue):
            raise ProblemError(ApportionmentMessages.units_too_different)
        for row in queue[:left]:
            now[row] += 1
        gained = [units - had for units, had in zip(now, have, strict=True)]
        quota = quotas[year]
        served = [row for row in queue[:left] if gained[row] > quota[row]]
        waiting = [row for row in queue[left:] if gained[row] < quota[row]]
        ties.append(_tie(served, waiting, keys))
        years.append(gained)
        have = now
    return years, ties


def _deadline(running: Years, year: int, row: int, units: int) -> int:
    """Find the year when a row's running quota comes to so many units; past all if never."""
    return next(
        (each for each in range(year, len(running)) if running[each][row] >= units), len(running)
    )


def _tie(
    served: Sequence[int], waiting: Sequence[int], keys: dict[int, tuple[int, Fraction]]
) -> tuple[Tie, ...]:
    """Find the rows that come equally soon, some served and some not.

    Args:
        served: rows with a unit that the year's quota would let them do without.
        waiting: rows without one that it would let them have.
    """
    if not served or not waiting or keys[served[-1]] != keys[waiting[0]]:
        return ()
    alike = [row for row in (*served, *waiting) if keys[row] == keys[waiting[0]]]
    return (Tie(tuple(sorted(alike)), sum(row in served for row in alike)),)


class _Arc(NamedTuple):
    """A way for units to go, from a node to a node, between a least and a most."""

    tail: int
    head: int
    least: int
    most: int


class _Network:
    """Units on their way: from the years to the rows' totals, and along these from year to year.

    The nodes are the years, every row in every year, and an end. An arc from a year to a row
    carries the row's units of the year; one from a row in a year to the same row in the next
    carries its running total.
    """

    def __init__(self, quotas: Years, running: Years, units: Sequence[Sequence[int]]) -> None:
        """Fill a network.

        Args:
            units: of each year and row; the running totals are within their bounds.
        """
        years, rows = len(quotas), len(quotas[0])
        self._years, self._rows = years, rows
        self._arcs: list[_Arc] = []
        self._flow: list[int] = []
        end = years + years * rows
        for year in range(years):
            for row in range(rows):
                quota = quotas[year][row]
                node = years + year * rows + row
                self._arcs.append(_Arc(year, node, floor(quota), ceiling(quota)))
                self._flow.append(units[year][row])
        totals = list(
            accumulate(units, lambda one, two: [a + b for a, b in zip(one, two, strict=True)])
        )
        for year in range(years):
            for row in range(rows):
                node = years + year * rows + row
                total = running[year][row]
                after = node + rows if year + 1 < years else end
                self._arcs.append(_Arc(node, after, max(floor(total), 0), max(ceiling(total), 0)))
                self._flow.append(totals[year][row])
        self._at: list[list[int]] = [[] for _ in range(end + 1)]
        for place, arc in enumerate(self._arcs):
            self._at[arc.tail].append(place)
            self._at[arc.head].append(place)

    def units(self) -> list[list[int]]:
        """The units of each year and row."""
        return [
            self._flow[year * self._rows : (year + 1) * self._rows] for year in range(self._years)
        ]

    def repair(self) -> None:
        """Move units along cycles until every arc is within its bounds.

        Raises:
            ProblemError: they cannot be.
        """
        for place, arc in enumerate(self._arcs):
            while self._flow[place] > arc.most:
                self._move(arc.tail, arc.head, place, -1)
            while self._flow[place] < arc.least:
                self._move(arc.head, arc.tail, place, +1)

    def _move(self, start: int, goal: int, place: int, step: int) -> None:
        """Change an arc by a unit, and send the unit another way instead."""
        for each, forward in self._path(start, goal):
            self._flow[each] += 1 if forward else -1
        self._flow[place] += step

    def _path(self, start: int, goal: int) -> list[tuple[int, bool]]:
        """Find the shortest way from a node to a node by arcs with room."""
        came: dict[int, tuple[int, int, bool]] = {start: (start, -1, True)}
        queue = deque([start])
        while queue and goal not in came:
            node = queue.popleft()
            for place, forward, other in self._ways(node):
                if other not in came:
                    came[other] = (node, place, forward)
                    queue.append(other)
        if goal not in came:
            raise ProblemError(ApportionmentMessages.units_too_different)
        path, node = [], goal
        while node != start:
            node, place, forward = came[node]
            path.append((place, forward))
        return path

    def _ways(self, node: int) -> Iterator[tuple[int, bool, int]]:
        """List the arcs that a unit can take from a node: along one, or back along one."""
        for place in self._at[node]:
            arc = self._arcs[place]
            if arc.tail == node and self._flow[place] < arc.most:
                yield place, True, arc.head
            elif arc.head == node and self._flow[place] > arc.least:
                yield place, False, arc.tail
