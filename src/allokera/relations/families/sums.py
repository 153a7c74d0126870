"""Sums: a target is the signed sum of its parts. Totals, differences, balances; down, sum rows.

A total that is withheld in part is silent, unless the known parts exceed it.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import comb, factorial, gcd
from typing import ClassVar

from allokera.relations.bits import bits
from allokera.relations.evidence.pattern import Linear, Measure, Pattern
from allokera.relations.sheet.view import View

AT_RANDOM = (3, 5)
"""Steps that offices round to at random, up or down, to protect who answered: a whole step each."""

_MOST_ROUNDINGS = 300

_BALANCE = 3
"""Parts of a balance: two that are added, and one that is taken away."""


@dataclass(frozen=True)
class Sum(Pattern):
    """A sum.

    Attributes:
        minus: those of the parts that are taken away.
    """

    minus: frozenset[int] = frozenset()

    family: ClassVar[str] = "sum"
    is_linear: ClassVar[bool] = True
    is_stepped: ClassVar[bool] = True

    @property
    def taken_away(self) -> frozenset[int]:
        """The parts that are subtracted."""
        return self.minus

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the sum; parts without a number are nothing."""
        values, units = view.values[line], view.units[line]
        whole = values[self.target]
        if whole is None:
            return None
        unit = units[self.target]
        if self.minus:
            parts = [
                -value if place in self.minus else value
                for place in self.parts
                if (value := values[place]) is not None
            ]
        else:
            parts = [value for place in self.parts if (value := values[place]) is not None]
        if not parts:
            return Measure(0, unit, unit, 0, is_silent=whole != 0)
        total = sum(parts)
        off = 2 * abs(whole - total)
        wide = unit + sum([units[place] for place in self.parts if values[place]])
        if off and unit // view.one in AT_RANDOM:
            wide *= 2
        if off > wide:
            # what is withheld may be the rest; but no part of a total is more than the total
            may_be_rest = total < whole or min(parts) < 0
            is_silent = may_be_rest and view.withholds(line, self.parts)
            return Measure(off, unit, wide, 2 * abs(whole), is_silent=is_silent)
        return self._told(whole, parts, off, wide, view, line)

    def _told(
        self, whole: int, parts: list[int], off: int, wide: int, view: View, line: int
    ) -> Measure:
        """Say what a line that agrees is worth: what all parts but the largest come to tells."""
        values, units = view.values[line], view.units[line]
        unit, size = units[self.target], abs(whole)
        sizes = sorted([abs(value) for value in parts if value])
        given = bits(2 * size + unit, unit)
        # what is left cancels out, or is less than what the parts' rounding leaves
        is_nothing = not whole or whole in parts or (off > 0 and 2 * size <= wide - unit)
        if len(sizes) < 2 or (self.minus and is_nothing):
            is_alone = len(sizes) == 1 and whole != 0
            return Measure(off, unit, wide, 2 * size, given, is_alone=is_alone, is_rough=off > 0)
        rest = sum(sizes[:-1])
        step = min(max(unit, gcd(whole, *sizes)), rest)
        sure = bits(2 * rest + step, step)
        told = bits(2 * rest + step, off + step) if off else sure
        if len(self.minus) == 1 and len(parts) == _BALANCE:
            # of four that are alike in twos it tells no more than by what they differ
            others = (values[place] or 0 for place in self.parts if place not in self.minus)
            apart = 2 * min(abs(whole - value) for value in others)
            sure = min(sure, bits(apart + step, step))
            told = min(told, sure if off <= unit else bits(apart, wide))
        cells = (whole, tuple((values[place] or 0, units[place]) for place in self.parts))
        key = (whole, *sizes)
        return Measure(off, unit, wide, 2 * size, given, told, sure, key, cells, is_rough=off > 0)

    def expected(self, view: View, line: int) -> Fraction | None:
        """Add the parts up."""
        values = view.values[line]
        signed = [
            -value if place in self.minus else value
            for place in self.parts
            if (value := values[place]) is not None
        ]
        return Fraction(sum(signed)) if signed else None

    def linear(self, view: View, line: int) -> Linear | None:
        """Take the target from the signed sum of the parts that are printed."""
        values, units = view.values[line], view.units[line]
        weights = {
            place: -1 if place in self.minus else 1
            for place in self.parts
            if values[place] is not None
        }
        if not weights or values[self.target] is None:
            return None
        unit = units[self.target]
        wide = unit + sum([units[place] for place in weights if values[place]])
        if unit // view.one in AT_RANDOM:
            wide *= 2
        is_open = view.withholds(line, self.parts)
        return Linear({**weights, self.target: -1}, 0, unit, wide, is_open)

    def exactness(self, measured: Measure) -> int:
        """One part, at least, is rounded to the mean unit of all."""
        count = len(self.parts)
        slack = measured.wide - measured.tight
        return max(_no_accident(count), bits(slack, measured.tight * count))


@cache
def _no_accident(count: int) -> int:
    """Say by how many bits it is no accident that roundings come to less than half a unit.

    Source: the distribution of a sum of uniform errors (Irwin 1927, Hall 1927).
    """
    count = min(count, _MOST_ROUNDINGS)
    if count < 2:
        return 0

    def below(halves: int) -> int:
        return sum(
            (-1) ** k * comb(count, k) * (halves - 2 * k) ** count for k in range(halves // 2 + 1)
        )

    return bits(factorial(count) << count, below(count + 1) - below(count - 1))
