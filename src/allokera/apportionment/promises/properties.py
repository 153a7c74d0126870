"""What a method may guarantee, and what it is to break a guarantee.

A property is a promise for every list of weights and every house. Whether one case keeps it can be
seen: the case is solved, then solved again with the change that the property speaks of, and the two
answers are compared. The properties are those of Balinski & Young (1982, appendix A) and Pukelsheim
(2017, chapters 9 to 11).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from allokera.apportionment.answer import Apportionment

SolvePlainly = Callable[[Sequence[int], int], Apportionment]


class Instance(NamedTuple):
    """A problem, and the change that a property speaks of.

    Attributes:
        changed: the weights afterwards, for vote-ratio monotone.
        rows: the rows that remain, for coherent; the two that become one, for mergers.
    """

    weights: tuple[int, ...]
    house: int
    changed: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


class Setup(NamedTuple):
    """Weights and a house, and which rows of a case each weight belongs to."""

    weights: tuple[int, ...]
    house: int
    members: tuple[tuple[int, ...], ...]


class Scene(NamedTuple):
    """A problem, solved."""

    problem: Setup
    units: tuple[int, ...]

    @property
    def quotas(self) -> tuple[Fraction, ...]:
        """The exact units that every row is due."""
        total = sum(self.problem.weights)
        return tuple(Fraction(each * self.problem.house, total) for each in self.problem.weights)

    def of(self, row: int) -> int:
        """Units of the row that a row of the case is, or has become a part of."""
        members = self.problem.members
        return next(u for u, rows in zip(self.units, members, strict=True) if row in rows)


class Property(NamedTuple):
    """A promise.

    Attributes:
        name: as documents carry it.
        losers: the rows of a case that show the promise broken, from before and after; where there
            is no change the two are one.
        change: the problem afterwards; it depends on the answer before. None where the promise
            speaks of one answer only.
    """

    name: str
    losers: Callable[[Instance, Scene, Scene], Iterable[int]]
    change: Callable[[Instance, Scene], Setup] | None = None


class Demonstration(NamedTuple):
    """A case played through.

    Attributes:
        after: None where the property speaks of no change.
        losers: rows of the case that show the property broken; empty where it is kept.
    """

    before: Scene
    after: Scene | None
    losers: tuple[int, ...]


def play(promise: Property, solve: SolvePlainly, case: Instance) -> Demonstration:
    """Solve a case, before and after its change, and say which rows show the promise broken."""
    before = _scene(solve, Setup(case.weights, case.house, _each(case)))
    after = None if promise.change is None else _scene(solve, promise.change(case, before))
    losers = promise.losers(case, before, after or before)
    return Demonstration(before, after, tuple(sorted(set(losers))))


def _scene(solve: SolvePlainly, problem: Setup) -> Scene:
    return Scene(problem, solve(problem.weights, problem.house).units)


def _each(case: Instance) -> tuple[tuple[int, ...], ...]:
    return tuple((row,) for row in range(len(case.weights)))


def _below_quota(case: Instance, before: Scene, _: Scene) -> Iterator[int]:
    total = sum(case.weights)
    for row, (weight, units) in enumerate(zip(case.weights, before.units, strict=True)):
        if units < weight * case.house // total:
            yield row


def _above_quota(case: Instance, before: Scene, _: Scene) -> Iterator[int]:
    total = sum(case.weights)
    for row, (weight, units) in enumerate(zip(case.weights, before.units, strict=True)):
        if units > -(-weight * case.house // total):
            yield row


def _one_unit_more(case: Instance, _: Scene) -> Setup:
    return Setup(case.weights, case.house + 1, _each(case))


def _who_has_less(case: Instance, before: Scene, after: Scene) -> Iterator[int]:
    return (row for row in range(len(case.weights)) if after.of(row) < before.of(row))


def _other_weights(case: Instance, _: Scene) -> Setup:
    return Setup(case.changed, case.house, _each(case))


def _who_loses_to_the_fallen(case: Instance, before: Scene, after: Scene) -> Iterator[int]:
    for one, other in permutations(range(len(case.weights)), 2):
        loses = after.of(one) < before.of(one) and after.of(other) > before.of(other)
        rise, fall = (
            case.changed[one] * case.weights[other],
            case.changed[other] * case.weights[one],
        )
        if loses and rise >= fall:
            yield one


def _some_alone(case: Instance, before: Scene) -> Setup:
    weights = tuple(case.weights[row] for row in case.rows)
    house = sum(before.of(row) for row in case.rows)
    return Setup(weights, house, tuple((row,) for row in case.rows))


def _who_differs(case: Instance, before: Scene, after: Scene) -> Iterator[int]:
    return (row for row in case.rows if after.of(row) != before.of(row))


def _two_as_one(case: Instance, _: Scene) -> Setup:
    """Put the second of two rows to the first, which keeps its place in the table."""
    first, second = sorted(case.rows)
    weights, members = list(case.weights), list(_each(case))
    weights[first] += weights.pop(second)
    members[first] += members.pop(second)
    return Setup(tuple(weights), case.house, tuple(members))


def _who_loses_together(case: Instance, before: Scene, after: Scene) -> Sequence[int]:
    apart = sum(before.of(row) for row in case.rows)
    return case.rows if after.of(case.rows[0]) < apart else ()


def _who_gains_together(case: Instance, before: Scene, after: Scene) -> Sequence[int]:
    apart = sum(before.of(row) for row in case.rows)
    return case.rows if after.of(case.rows[0]) > apart else ()


LOWER_QUOTA = Property(
    name="lower quota",
    losers=_below_quota,
)
UPPER_QUOTA = Property(
    name="upper quota",
    losers=_above_quota,
)
HOUSE_MONOTONE = Property(
    name="house monotone",
    change=_one_unit_more,
    losers=_who_has_less,
)
VOTE_RATIO_MONOTONE = Property(
    name="vote-ratio monotone",
    change=_other_weights,
    losers=_who_loses_to_the_fallen,
)
COHERENT = Property(
    name="coherent",
    change=_some_alone,
    losers=_who_differs,
)
MERGERS_NEVER_LOSE = Property(
    name="mergers never lose",
    change=_two_as_one,
    losers=_who_loses_together,
)
MERGERS_NEVER_GAIN = Property(
    name="mergers never gain",
    change=_two_as_one,
    losers=_who_gains_together,
)

PROPERTIES = (
    LOWER_QUOTA,
    UPPER_QUOTA,
    HOUSE_MONOTONE,
    VOTE_RATIO_MONOTONE,
    COHERENT,
    MERGERS_NEVER_LOSE,
    MERGERS_NEVER_GAIN,
)
"""Every property, in the order that tables show them."""
