"""How much likelier a right number is than the printed one would be, by how many digits it has."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.diagnosis.check import Check
from allokera.diagnosis.network import Network
from allokera.relations.sheet.view import Cell


class Sizes:
    """Weighs numbers of a component by their digits."""

    def __init__(self, network: Network, failing: Sequence[Check]) -> None:
        self.network, self.failing = network, failing
        self._rarest: dict[Cell, Fraction] = {}

    def odds(self, cell: Cell, value: int) -> Fraction:
        """Say how much likelier a number is in a cell than the one that is printed there.

        Noughts at the end aside, a number of one more digit is ten times rarer; how common its
        length is, other numbers of its column tell. A line is as rare as its rarest number: where
        one is large, others are. Of a number that others give, or are in proportion to, nothing is
        known before.
        """
        if not self._is_base(cell):
            return Fraction(1)
        network, printed = self.network, self.network.printed(cell)
        others = self._rarest_beside(cell)
        now, then = (min(others, network.commonness(cell, each)) for each in (value, printed))
        return Fraction(_digits(printed) * now, _digits(value) * then)

    def _rarest_beside(self, cell: Cell) -> Fraction:
        """Say how common the rarest of the other numbers is in checks of a cell that fail."""
        if cell not in self._rarest:
            checks = [check for check in self.failing if cell in check.places]
            beside = {other for check in checks for other in check.places} - {cell}
            self._rarest[cell] = min(
                (
                    self.network.commonness(other, self.network.printed(other))
                    for other in beside
                    if self._is_base(other)
                ),
                default=Fraction(1),
            )
        return self._rarest[cell]

    def _is_base(self, cell: Cell) -> bool:
        """Whether no law gives a number, and none is in proportion to it."""
        return not any(cell == each.target or not each.is_free for each in self.network.of(cell))


def _digits(number: int) -> int:
    """Take the digits of a number as one, without noughts at the end."""
    return int(str(abs(number)).rstrip("0") or "1")
