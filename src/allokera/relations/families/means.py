"""Means: a target is the mean of its parts, of all of them or of those that are printed."""

from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import ClassVar

from allokera.relations.bits import bits
from allokera.relations.evidence.pattern import Linear, Measure, Pattern
from allokera.relations.sheet.view import MOST_PLACES, View


@dataclass(frozen=True)
class Mean(Pattern):
    """A mean.

    Attributes:
        of_all: whether a blank counts as nought; else those that are printed count alone.
    """

    of_all: bool = False

    family: ClassVar[str] = "mean"
    is_linear: ClassVar[bool] = True
    is_stepped: ClassVar[bool] = True

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the mean; None where nothing is printed."""
        values, units = view.values[line], view.units[line]
        whole = values[self.target]
        parts = [value for place in self.parts if (value := values[place]) is not None]
        if whole is None or not parts:
            return None
        count = len(self.parts) if self.of_all else len(parts)
        unit = units[self.target]
        off = 2 * abs(whole * count - sum(parts))
        # where all decimals are kept, the last is what binary fractions leave
        dust = 2 * count if view.one == 10**MOST_PLACES else 0
        tight = unit * count + dust
        wide = tight + sum([units[place] for place in self.parts if values[place] is not None])
        size = 2 * abs(whole) * count
        if off > wide:
            is_silent = view.withholds(line, self.parts)
            return Measure(off, tight, wide, size, is_silent=is_silent)
        spread, told = max(parts) - min(parts), 0
        if spread:
            # a mean that is as round as its parts may be any of them
            step = max(unit + wide // count, 0 if off else gcd(whole, *parts))
            told = bits(spread, step)
        given = bits(2 * abs(whole) + unit, unit) if whole else 0
        cells = (whole, tuple((values[place] or 0, units[place]) for place in self.parts))
        return Measure(off, tight, wide, size, given, told, told, (whole, *parts), cells)

    def expected(self, view: View, line: int) -> Fraction | None:
        """Take the mean of the parts."""
        values = view.values[line]
        parts = [value for place in self.parts if (value := values[place]) is not None]
        count = len(self.parts) if self.of_all else len(parts)
        return Fraction(sum(parts), count) if parts else None

    def linear(self, view: View, line: int) -> Linear | None:
        """Take the target, as often as there are parts, from their sum."""
        values, units = view.values[line], view.units[line]
        used = [place for place in self.parts if values[place] is not None]
        if len(used) < 2 or values[self.target] is None:
            return None
        count = len(self.parts) if self.of_all else len(used)
        tight = units[self.target] * count
        wide = tight + sum([units[place] for place in used])
        return Linear({**dict.fromkeys(used, 1), self.target: -count}, 0, tight, wide)
