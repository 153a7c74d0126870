"""One position by another, with parameters that nothing prints: t = a + f w, at least m, at most M.

All numbers are doubled, so that halves of a unit are whole; the parameters are exact, as the
corners of all (a, f) that the lines allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from allokera.relations.bits import bits
from allokera.relations.evidence.pattern import EVERYTHING, Bounds, Measure, Pattern
from allokera.relations.sheet.view import Number, View

Point = tuple[Fraction, Fraction]
"""A fixed amount, doubled, and a factor."""

Box = tuple[int, int, int, int]
"""The least and the most weight and amount that a line's printed numbers stand for, doubled."""

SHIFT = 64
"""Binary places that are kept of a quotient."""


@dataclass(frozen=True)
class Fitted(Pattern):
    """A factor, with a fixed amount or a bound where needed.

    Attributes:
        corners: of all (a, f) that the lines allow: a segment where a is nothing, else a polygon.
        has_fixed: whether there is a fixed amount.
        floor: the least that a target is, doubled; None where there is none.
        cap: the most that it is, doubled; None where there is none.
        shift: what twice a target lies below the middle of what it stands for: where amounts were
            rounded down, a unit; up, a unit less than nothing.
        is_loose: whether the weights' own rounding is counted in.
    """

    corners: tuple[Point, ...] = ()
    has_fixed: bool = False
    floor: int | None = None
    cap: int | None = None
    shift: int = 0
    is_loose: bool = True

    family: ClassVar[str] = "proportional"

    @property
    def operator(self) -> str:
        """Which of the fitted relations."""
        if self.floor is not None or self.cap is not None:
            return "bounded"
        return "affine" if self.has_fixed else "proportional"

    @property
    def free(self) -> int:
        """The factor, a fixed amount, a bound."""
        return 1 + self.has_fixed + (self.floor is not None or self.cap is not None)

    @property
    def one_in(self) -> int:
        """A plain factor that most lines share to the last place is believed with many off."""
        return 3 if self.operator == "proportional" else 4

    def box(self, view: View, line: int) -> Box:
        """Give the least and the most that a line's numbers stand for."""
        return self._box(view, line, view.values[line])

    def _box(self, view: View, line: int, values: Sequence[Number]) -> Box:
        units, (weight,) = view.units[line], self.parts
        middle, size = values[self.target] or 0, 2 * (values[weight] or 0)
        own, unit = units[weight] if self.is_loose else 0, units[self.target]
        amount = 2 * middle + self.shift
        return size - own, size + own, amount - unit, amount + unit

    def reckon(self, low: int, high: int) -> tuple[int, int]:
        """Say between what an amount lies whose weight lies between two numbers, in 2^-SHIFT."""
        ends = [
            ((a.numerator * f.denominator + f.numerator * a.denominator * weight) << SHIFT)
            // (a.denominator * f.denominator)
            for a, f in self.corners
            for weight in {low, high}
        ]
        least, most = min(ends), max(ends)
        if self.floor is not None:
            least, most = max(least, self.floor << SHIFT), max(most, self.floor << SHIFT)
        if self.cap is not None:
            least, most = min(least, self.cap << SHIFT), min(most, self.cap << SHIFT)
        return least, most

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the parameters; a line at a bound tells nothing."""
        values, (place,) = view.values[line], self.parts
        amount, weight = values[self.target], values[place]
        if amount is None or weight is None or weight <= 0:
            return None
        low, high, below, above = self.box(view, line)
        least, most = self.reckon(low, high)
        # once more doubled, for the middle of what the amount lies between is no whole number
        middle = (below + above) << SHIFT
        slope = min(factor for _, factor in self.corners)
        rising = abs(slope.numerator * 2 * low << SHIFT) // slope.denominator
        window = ((above - below) << SHIFT) + most - least
        off = abs(middle - least - most)
        is_bound = 2 * amount in {self.floor, self.cap}
        told = 0 if is_bound else bits(min(abs(middle), rising), window)
        return Measure(off, window, window, abs(middle), told, told, told, (weight, amount))

    def expected(self, view: View, line: int) -> Fraction | None:
        """Take the middle of what the parameters allow."""
        if view.values[line][self.parts[0]] is None:
            return None
        low, high, _, _ = self.box(view, line)
        least, most = self.reckon(low, high)
        return Fraction(least + most - (self.shift << SHIFT), 4 << SHIFT)

    def allowed(
        self, view: View, line: int, place: int, values: Sequence[Number], *, is_exact: bool
    ) -> Bounds | None:
        """Bound the amount by the weight, or the weight by the amount."""
        weight_low, weight_high, below, above = self._box(view, line, values)
        unit = view.units[line][self.target]
        if place == self.target:
            least, most = self.reckon(weight_low, weight_high)
            slack = (unit - self.shift) << SHIFT, (unit + self.shift) << SHIFT
            low = -((slack[1] - least) // (2 << SHIFT))
            high = (most + slack[0]) // (2 << SHIFT)
            return (low, high) if low <= high else None
        if (self.floor is not None and above < self.floor) or (
            self.cap is not None and below > self.cap
        ):
            return None
        own = view.units[line][place] if self.is_loose and not is_exact else 0
        at_floor = self.floor is not None and below <= self.floor
        at_cap = self.cap is not None and above >= self.cap
        ends = [Fraction(end - a, f) for a, f in self.corners if f for end in (below, above)]
        if not ends:
            return None
        low = 0 if at_floor else -((own - min(ends)) // 2)
        high = EVERYTHING if at_cap else (max(ends) + own) // 2
        return (low, high) if low <= high else None
