"""Quotients: one position per another, or its change, times a power of ten; products of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from allokera.relations.bits import BIT, bits
from allokera.relations.evidence.pattern import EVERYTHING, Bounds, Measure, Pattern
from allokera.relations.sheet.view import Number, View

DIVISION, CHANGE, PRODUCT = "division", "change", "product"


@dataclass(frozen=True)
class Ratio(Pattern):
    """Of the parts a, b: the target is a / b, (b - a) / a, or a * b, by the operator.

    Attributes:
        kind: which of them.
        factor: 1, 100 for per cent, 1000 for per mille; a product is divided by it.
    """

    kind: str = DIVISION
    factor: int = 1

    family: ClassVar[str] = "ratio"
    penalty: ClassVar[int] = 2 * BIT

    @property
    def operator(self) -> str:
        """Which of the three."""
        return self.kind

    def sides(self, first: int, second: int, one: int) -> tuple[int, int]:
        """Give the two numbers whose quotient the target is, in the scale of the sheet."""
        scale = one * self.factor
        if self.kind == DIVISION:
            return first * scale, second
        return ((second - first) * scale, first) if self.kind == CHANGE else (first * second, scale)

    def measure(self, view: View, line: int) -> Measure | None:
        """Hold one line against the quotient, with the divisor multiplied out."""
        values, units = view.values[line], view.units[line]
        one, two = self.parts
        whole, first, second = values[self.target], values[one], values[two]
        if whole is None or first is None or second is None:
            return None
        over, under = self.sides(first, second, view.one)
        if under == 0:
            return Measure(1, 0, 0, 0, is_silent=whole == 0)
        unit, scale, size = units[self.target], view.one * self.factor, abs(under)
        if self.kind == PRODUCT:
            slack = abs(first) * units[two] + abs(second) * units[one]
        elif self.kind == DIVISION:
            slack = units[one] * scale + units[two] * abs(whole)
        else:
            slack = units[two] * scale + units[one] * abs(scale + whole)
        off, tight = 2 * abs(whole * under - over), unit * size
        wide, large = tight + slack, abs(whole) * size
        if off > wide:
            return Measure(off, tight, wide, 2 * large)
        given, is_rough = bits(2 * abs(whole) + unit, unit), off > tight
        is_plain = self.kind != PRODUCT and (abs(whole) * scale == abs(over) or size == view.one)
        if over == 0 or whole == 0 or abs(first) == abs(second) or is_plain:
            return Measure(off, tight, wide, 2 * large, given, is_rough=is_rough)
        window = wide if is_rough else tight
        if not off:  # a whole number may be met by any whole number
            window = max(window, grain(abs(whole), view.one) * size)
        told = max(0, bits(large + window, window) - BIT * is_rough)
        if not off and self.kind != CHANGE:
            # a product, printed whole, tells as much as its factor has digits
            step = max(units[one], grain(abs(first), view.one))
            told = max(told, bits(abs(first) + step, step))
        return Measure(off, tight, wide, 2 * large, given, told, told, whole, is_rough=is_rough)

    def expected(self, view: View, line: int) -> Fraction | None:
        """Divide, or multiply."""
        one, two = (view.values[line][part] for part in self.parts)
        if one is None or two is None:
            return None
        over, under = self.sides(one, two, view.one)
        return Fraction(over, under) if under else None

    def allowed(
        self, view: View, line: int, place: int, values: Sequence[Number], *, is_exact: bool
    ) -> Bounds | None:
        """Bound one number by the two others: all three kinds are quotient = scale * over / under.

        A change, one added, is a quotient; of a product either factor is.
        """
        one, two = self.parts
        scale, target = view.one * self.factor, self.target
        quotient, over, under = {
            DIVISION: (target, one, two),
            CHANGE: (target, two, one),
            PRODUCT: (one, target, two),
        }[self.kind]
        added = 2 * scale if self.kind == CHANGE else 0

        def ends(position: int) -> tuple[int, int]:
            unit = view.units[line][position] if position == target or not is_exact else 0
            middle = 2 * (values[position] or 0) + (added if position == quotient else 0)
            return middle - unit, middle + unit

        if place == over:
            found = [Fraction(q * u, 2 * scale) for q in ends(quotient) for u in ends(under)]
        else:
            divisor = ends(under if place == quotient else quotient)
            if divisor[0] <= 0 <= divisor[1]:
                return self._beyond(ends(over), divisor, scale, values[place] or 0)
            found = [Fraction(2 * scale * o, d) for o in ends(over) for d in divisor]
        own = view.units[line][place] if place == target or not is_exact else 0
        shift = added if place == quotient else 0
        low, high = -((own + shift - min(found)) // 2), (max(found) + own - shift) // 2
        return (low, high) if low <= high else None

    @staticmethod
    def _beyond(over: Bounds, divisor: Bounds, scale: int, printed: int) -> Bounds:
        """Bound what is divided by something that may be nought: on the side where it is."""
        least, most = min(map(abs, over)), max(map(abs, divisor))
        size = scale * least // most if most and over[0] * over[1] > 0 else 0
        return (-EVERYTHING, -size) if printed < 0 else (size, EVERYTHING)


def grain(value: int, one: int) -> int:
    """Say by what power of ten, up to one, a number can be divided; nought by one."""
    if not value:
        return one
    step = 1
    while step < one and value % (step * 10) == 0:
        step *= 10
    return step
