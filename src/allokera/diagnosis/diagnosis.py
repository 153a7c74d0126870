"""What a component comes to: which cells are wrong, how surely, and what they should be."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from allokera.diagnosis.check import Check
from allokera.diagnosis.likelihood import Explanation
from allokera.diagnosis.rates import LIKELY, SURE, is_at_least
from allokera.diagnosis.weighing import Shares
from allokera.kronor.keying import Slip
from allokera.relations.sheet.view import Cell


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """What explains a component of failing checks.

    Attributes:
        failing: its checks.
        usual: the explanations with their shares, if mistakes are as common as anywhere.
        cautious: the same, if they are as rare as in tables that were looked over.
        is_whole: whether these are all; else nothing is called wrong.
    """

    failing: tuple[Check, ...]
    usual: Shares
    cautious: Shares
    is_whole: bool

    def is_sure(self, cells: Collection[Cell], value: int | None = None) -> bool:
        """Whether one of some cells is wrong almost surely, by both rates.

        Args:
            value: what it should be; None for anything.
        """
        return self.is_whole and all(
            is_at_least(
                sum((share * _part(each, cells, value) for share, each in shares), Fraction(0)),
                SURE,
            )
            for shares in (self.usual, self.cautious)
        )

    def is_likely(self, cells: Collection[Cell]) -> bool:
        """Whether one of some cells is wrong, likely enough to warn of it."""
        return is_at_least(self.share(cells), LIKELY)

    def share(self, cells: Collection[Cell]) -> Fraction:
        """Say how likely one of some cells is wrong, by the usual rates."""
        return sum((share for share, each in self.usual if each.cells & {*cells}), Fraction(0))

    def is_it(self, cell: Cell, odds: int) -> bool:
        """Whether, if some cell is wrong, it is so many to one that this one is."""
        wrong = sum((share for share, each in self.usual if each.cells), Fraction(0))
        return bool(wrong) and is_at_least(Fraction(self.share([cell]), wrong), odds)

    @property
    def suspects(self) -> list[Cell]:
        """The cells that may be wrong, the likeliest first."""
        totals: dict[Cell, Fraction] = {}
        for share, each in self.usual:
            for cell in each.cells:
                totals[cell] = totals.get(cell, Fraction(0)) + share
        return sorted(totals, key=lambda cell: (-totals[cell], cell))

    def value(self, cell: Cell) -> int | None:
        """Say what a cell likely should be, if it is wrong; None where others are as likely."""
        totals: dict[int, Fraction] = {}
        for share, each in self.usual:
            for value, part in each.options.get(cell, {}).items():
                totals[value] = totals.get(value, Fraction(0)) + share * part
        best = max(totals, key=lambda value: (totals[value], -value), default=None)
        if best is None or not is_at_least(Fraction(totals[best], self.share([cell])), LIKELY):
            return None
        return best

    def event(self, cell: Cell) -> Slip | None:
        """Say what happened to a cell and others at once, by the likeliest explanation."""
        best = self._likeliest
        return None if best is None else best.events.get(cell)

    @property
    def wrong(self) -> Collection[Cell]:
        """The cells that are wrong by the likeliest explanation."""
        best = self._likeliest
        return () if best is None else best.cells

    @property
    def _likeliest(self) -> Explanation | None:
        best = max(self.usual, key=lambda pair: pair[0], default=None)
        return None if best is None else best[1]


def _part(explanation: Explanation, cells: Collection[Cell], value: int | None) -> Fraction:
    """Say in what part of an explanation one of some cells is wrong, and should be a value."""
    inside = [explanation.options[cell] for cell in cells if cell in explanation.options]
    if value is None:
        return Fraction(bool(inside))
    return max((options.get(value, Fraction(0)) for options in inside), default=Fraction(0))
