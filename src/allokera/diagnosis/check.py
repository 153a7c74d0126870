"""A check: one law in one line. It holds or fails, and bounds each of its cells by the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from allokera.relations.bits import odds
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.pattern import Bounds, Linear
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell, View

Changes = Mapping[Cell, int]
"""Numbers that are put in place of printed ones, in the scale of the sheet."""

NONE: Changes = {}

_MOST_OFF = 100
"""Lines that are off a law, among which coarser ones are looked for."""


@dataclass(frozen=True, eq=False)
class Check:
    """One law in one line.

    Attributes:
        linear: the line as a signed sum; None where it is none.
        is_coarse: whether its amount is taken for as coarse as it is printed.
    """

    law: Law
    line: int
    linear: Linear | None
    is_coarse: bool = False

    @property
    def view(self) -> View:
        """The numbers, as printed."""
        return self.law.claim.view

    @cached_property
    def places(self) -> Mapping[Cell, int]:
        """The cells that it is about, each with its position in the line; the target first."""
        claim = self.law.claim
        parts = claim.parts if self.linear is None else self.linear.weights
        return {
            self.view.cell(self.line, place): place
            for place in dict.fromkeys((claim.target, *parts))
        }

    @property
    def target(self) -> Cell:
        """The cell that is reckoned from the others."""
        return next(iter(self.places))

    @property
    def fails(self) -> bool:
        """Whether it fails beyond doubt, or by a step where all others are exact."""
        return self.line in self.law.broken or self.line in self.law.slight

    @property
    def is_slight(self) -> bool:
        """Whether it fails by no more than rounding."""
        return self.line in self.law.slight

    @property
    def is_free(self) -> bool:
        """Whether nothing was fitted to the lines, but the factor that makes shares of a whole."""
        return not self.law.claim.pattern.free or self.law.is_share

    @property
    def is_in_one_row(self) -> bool:
        """Whether all its cells stand in one row."""
        return self.law.claim.view.is_across and not self.law.claim.view.lag

    @cached_property
    def _total(self) -> int:
        """The signed sum as printed."""
        assert self.linear is not None, "a quotient is no sum"
        values = self.view.values[self.line]
        return self.linear.constant + sum(
            weight * (values[place] or 0) for place, weight in self.linear.weights.items()
        )

    def total(self, changes: Changes) -> int:
        """Give the signed sum, with some numbers changed: doubled, within the window, it holds."""
        return self._total + sum(
            self.weight(cell) * (value - self._printed(cell))
            for cell, value in changes.items()
            if cell in self.places
        )

    def is_changed(self, changes: Changes) -> bool:
        """Whether it is another check with some numbers changed; one of a sum may be the same."""
        if self.linear is not None:
            return self.total(changes) != self._total
        return not self.places.keys().isdisjoint(changes)

    def weight(self, cell: Cell) -> int:
        """Say how often a cell counts in the signed sum."""
        assert self.linear is not None, "a quotient is no sum"
        return self.linear.weights[self.places[cell]]

    @property
    def window(self) -> int:
        """How far the signed sum, doubled, may be from nothing."""
        assert self.linear is not None, "a quotient is no sum"
        return self.linear.tight if self.law.is_exact else self.linear.wide

    def _printed(self, cell: Cell) -> int:
        return self.view.values[self.line][self.places[cell]] or 0

    def allowed(
        self,
        cell: Cell,
        changes: Changes = NONE,
        slack: Bounds = (0, 0),
        window: int | None = None,
    ) -> Bounds | None:
        """Bound one cell by the others; None where no number will do.

        Args:
            slack: what the signed sum of the others may be less, and more, than it is.
            window: how far the signed sum, doubled, may be from nothing, if not as it is known.
        """
        if self.linear is None:
            values = list(self.view.values[self.line])
            for other, value in changes.items():
                if other in self.places:
                    values[self.places[other]] = value
            claim, view = self.law.claim, self.view
            if self.is_coarse:
                view = view.coarser(self.line, claim.target, values[claim.target] or 0)
            return claim.pattern.allowed(
                view, self.line, self.places[cell], values, is_exact=self.law.is_exact
            )
        own = self.weight(cell)
        rest = self.total(changes) - own * changes.get(cell, self._printed(cell))
        within = self.window if window is None else window
        return self.linear.bounds(self.places[cell], rest + slack[0], rest + slack[1], within)

    def holds(self, changes: Changes = NONE) -> bool:
        """Whether it holds, with some numbers changed."""
        found = self.allowed(self.target, changes)
        number = changes.get(self.target, self._printed(self.target))
        return found is not None and found[0] <= number <= found[1]

    @cached_property
    def missing_exactly(self) -> Fraction:
        """How likely it is that it holds by no more than rounding, as sums elsewhere do not.

        Then numbers were rounded after they were reckoned, and it shows in this line.
        """
        claim = self.law.claim
        measured = claim.pattern.measure(claim.view, self.line)
        assert measured is not None, "a line that is a sum can be measured"
        shows = 1 - Fraction(1, odds(claim.pattern.exactness(measured)))
        return Fraction(shows, odds(self.law.group.exactness))

    def is_exact(self, changes: Changes) -> bool:
        """Whether a sum is right to the last place, or what is withheld may make it so."""
        if self.linear is None or self.linear.is_open:
            return True
        return 2 * abs(self.total(changes)) <= self.linear.tight


def make_check(law: Law, line: int, *, is_coarse: bool = False) -> Check | None:
    """Hold a law to a line; None where the line lacks the numbers.

    Args:
        is_coarse: whether the amount is taken for as coarse as it is printed.
    """
    if line not in law.lines:
        return None
    claim = law.claim
    view = claim.view
    if claim.pattern.is_linear:
        linear = claim.pattern.linear(view, line)
        return Check(law, line, linear) if linear is not None and len(linear.weights) > 1 else None
    values = view.values[line]
    has_all = all(values[place] for place in (claim.target, *claim.parts))
    return Check(law, line, None, is_coarse) if has_all else None


def coarse_lines(law: Law) -> frozenset[int]:
    """List lines that are off a fitted law, and are not if they are as coarse as they are printed.

    Some rows are rounded to a coarser step than the others: a rule of their own, and no mistake.
    """
    claim = law.claim
    if not claim.pattern.free or law.is_told:
        return frozenset()
    off = sorted(law.broken | law.doubtful)[:_MOST_OFF]
    return frozenset(line for line in off if _is_coarse(claim, line))


def _is_coarse(claim: Claim, line: int) -> bool:
    amount = claim.view.values[line][claim.target] or 0
    measured = claim.pattern.measure(claim.view.coarser(line, claim.target, amount), line)
    return measured is not None and measured.holds
