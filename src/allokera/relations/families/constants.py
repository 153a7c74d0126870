"""Constants: the same amount to each."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from allokera.relations.bits import BIT, bits
from allokera.relations.evidence.pattern import Linear, Measure, Pattern
from allokera.relations.sheet.view import View


@dataclass(frozen=True)
class Constant(Pattern):
    """The same number in every line.

    Attributes:
        value: the number, in the scale of the sheet.
    """

    value: int = 0

    family: ClassVar[str] = "constant"
    is_linear: ClassVar[bool] = True

    @property
    def free(self) -> int:
        """The number itself."""
        return 1

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the number; nought again tells a bit."""
        number = view.values[line][self.target]
        if number is None:
            return None
        unit, off = view.units[line][self.target], 2 * abs(number - self.value)
        told = max(BIT, bits(2 * abs(self.value), unit))
        return Measure(off, unit, unit, 2 * abs(number), told, told, told, line)

    def expected(self, view: View, line: int) -> Fraction | None:
        """Give the number."""
        return None if view.values[line][self.target] is None else Fraction(self.value)

    def linear(self, view: View, line: int) -> Linear | None:
        """Take the target from the number."""
        if view.values[line][self.target] is None:
            return None
        unit = view.units[line][self.target]
        return Linear({self.target: -1}, self.value, unit, unit)
