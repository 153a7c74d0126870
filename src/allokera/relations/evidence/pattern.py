"""A pattern: a position that is reckoned from others. The base of every family of relations.

A family says how far a line is off (`measure`), what one number of it may be by the others
(`linear`, or `allowed`), and when a line that agrees widely is exact (`exactness`). What counts as
a law, which of two rivals stands, and who is wrong, is the same for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, NamedTuple

from allokera.relations.bits import BIT, bits
from allokera.relations.sheet.view import Number, View

Bounds = tuple[int, int]
"""The least and the most that a number may be, both included."""

EVERYTHING = 10**40
"""More than any number is: a bound where nothing bounds."""


class Linear(NamedTuple):
    """A line of a pattern as a signed sum: doubled, it is nothing, give or take a window.

    Attributes:
        weights: how often each position counts in it; the target less than nothing.
        constant: what is added.
        tight: the window, by the target's own rounding alone.
        wide: the same, where the others were rounded as well.
        is_open: whether something is withheld: then it may be less than nothing by any amount.
    """

    weights: Mapping[int, int]
    constant: int
    tight: int
    wide: int
    is_open: bool = False

    def bounds(self, position: int, least: int, most: int, window: int) -> Bounds | None:
        """Bound the number of one position; None where no number will do.

        Args:
            least: what all that is added to it comes to, at least.
            most: the same, at most.
            window: how far the sum, doubled, may be from nothing.
        """
        own = self.weights[position]
        low, high = -window - 2 * most, window - 2 * least
        if self.is_open:
            low = -2 * abs(own) * EVERYTHING
        if own < 0:
            own, low, high = -own, -high, -low
        low, high = -(-low // (2 * own)), high // (2 * own)
        return (low, high) if low <= high else None


class Measure(NamedTuple):
    """How far one line is from a pattern, in whole numbers of one small measure, doubled.

    Attributes:
        off: what the target differs from what the other cells give.
        tight: how far it may, by its own rounding alone.
        wide: how far it may, where the others were rounded as well.
        size: of the target.
        given: bits that the target has.
        told: bits by which the line is more than a coincidence.
        sure: the same, if it had to agree exactly.
        key: lines with the same one count once; None where the line tells nothing.
        cells: the target, then the parts with their units: a line that is another one larger or
            smaller is no new witness.
        is_alone: whether the target is one part, and all others are nothing.
        is_rough: whether it agrees by rounding alone.
        is_silent: whether something is withheld, so that it says nothing.
    """

    off: int
    tight: int
    wide: int
    size: int
    given: int = 0
    told: int = 0
    sure: int = 0
    key: object = None
    cells: tuple[int, tuple[tuple[int, int], ...]] | None = None
    is_alone: bool = False
    is_rough: bool = False
    is_silent: bool = False

    @property
    def holds(self) -> bool:
        """Whether the line agrees, rounding granted."""
        return self.off <= self.wide


@dataclass(frozen=True)
class Pattern:
    """A target position and the positions that it is reckoned from.

    Attributes:
        family: its name, in reports.
        free: parameters that were fitted, and cost as many witnesses.
        penalty: bits of fit that a line loses which agrees by rounding alone.
        is_stepped: whether lines are off by whole steps: within a tight window, by nothing.
        is_linear: whether it is a signed sum.
    """

    target: int
    parts: tuple[int, ...]

    family: ClassVar[str]
    penalty: ClassVar[int] = BIT
    is_stepped: ClassVar[bool] = False
    is_linear: ClassVar[bool] = False

    @property
    def free(self) -> int:
        """Parameters that no number prints."""
        return 0

    @property
    def one_in(self) -> int:
        """What more than one line in so many breaks is no law."""
        return 4

    @property
    def operator(self) -> str:
        """What is done with the parts, where a family does several things."""
        return self.family

    @property
    def taken_away(self) -> frozenset[int]:
        """The parts that are subtracted."""
        return frozenset()

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the pattern; None where it lacks the numbers."""
        raise NotImplementedError

    def expected(self, view: View, line: int) -> Fraction | None:
        """Reckon the target of a line from the others; None where they say nothing."""
        raise NotImplementedError

    def linear(self, view: View, line: int) -> Linear | None:
        """Write a line as a signed sum, for families that are; None where it lacks the numbers."""
        raise NotImplementedError

    def allowed(
        self, view: View, line: int, place: int, values: Sequence[Number], *, is_exact: bool
    ) -> Bounds | None:
        """Bound the number of one position by those of the others, for families that are no sums.

        Args:
            values: of the line, some of them changed.
            is_exact: whether printed numbers were reckoned with, and not what they stand for.

        Returns:
            Whole numbers of the sheet's scale; None where no number will do.
        """
        raise NotImplementedError

    def exactness(self, measured: Measure) -> int:
        """Say by how many bits it is no accident that a line, widely right, is tightly right.

        The wider the parts' roundings, the less of an accident; none where there are none.
        """
        slack, tight = measured.wide - measured.tight, measured.tight
        if slack <= 4 * tight:
            return bits(8 * tight, 8 * tight - slack)
        return bits(slack, 2 * tight)
