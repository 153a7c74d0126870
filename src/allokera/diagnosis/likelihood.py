"""How likely what is printed is, if some cells are wrong and some checks are exceptions."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from allokera.diagnosis.check import NONE, Changes, Check
from allokera.diagnosis.exceptions import of_exception
from allokera.diagnosis.hypothesis import Hypothesis
from allokera.diagnosis.mistakes.sizes import Sizes
from allokera.diagnosis.mistakes.slips import chance_among, chance_of_any, happening, keyed
from allokera.diagnosis.network import Network
from allokera.diagnosis.rates import shortened
from allokera.diagnosis.solving import count, solve
from allokera.kronor.keying import Slip
from allokera.relations.bits import odds
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell

FEW = 99
"""Numbers that may stand in a cell, at most, to be looked at one by one."""

Options = Mapping[Cell, Mapping[int, Fraction]]
"""For wrong cells, the numbers that are told apart, each with its part of the likelihood."""


class Explanation(NamedTuple):
    """Mistakes and exceptions that explain a component.

    Attributes:
        likelihood: of what is printed, given these mistakes and exceptions; their rates are not in
            it.
        mistakes: how many; an event is one.
        options: for the wrong cells, what they may have to be, with parts of one.
        exceptions: the checks that do not apply, those of one exception together.
        events: for the cells among the wrong ones that something happened to at once, what it was.
    """

    likelihood: Fraction
    mistakes: int
    options: Options
    exceptions: tuple[tuple[Check, ...], ...]
    events: Mapping[Cell, Slip]

    @property
    def cells(self) -> frozenset[Cell]:
        """The cells that are wrong by it."""
        return frozenset(self.options)


class Likelihood:
    """Weighs hypotheses of one component."""

    def __init__(
        self, network: Network, failing: Sequence[Check], ignored: Collection[Check] = ()
    ) -> None:
        self.network, self.failing, self.ignored = network, failing, frozenset(ignored)
        self._cells = {cell for check in failing for cell in check.places}
        self._known: dict[tuple[Cell, int], tuple[Fraction, Fraction]] = {}
        self._sizes = Sizes(network, failing)
        self._inexact = {
            check.law.group: network.inexact(check.law.group)
            for cell in self._cells
            for check in network.of(cell)
            if not check.law.is_exact and check.law.group.exactness
        }
        # what may be off by something else that is wrong says nothing
        besides = {cell for each in network.failing if each not in failing for cell in each.places}
        self._doubtful = [
            (check, Fraction(1, odds(check.law.doubt(check.line))))
            for check in network.doubtful(self._cells)
            if besides.isdisjoint(check.places)
        ]

    def explain(self, chosen: Hypothesis) -> Explanation | None:
        """Say how likely what is printed is; None where no numbers fit."""
        # in an order that does not hang on how sets are kept
        exceptions = tuple(
            tuple(self.failing[place] for place in hits)
            for hits in sorted(sorted(each.hits) for each in chosen if each.is_exception)
        )
        excused: frozenset[Check] = self.ignored.union(*exceptions)
        events = [each.event for each in chosen if each.event is not None]
        meant = {cell: each for event in events for cell, each in event.meant}
        changes = {cell: each.number for cell, each in meant.items()}
        slips = {cell: event.slip for event in events for cell in event.cells}
        lost = [cell for event in events for cell in event.lost]
        wrong = [each.cell for each in chosen if each.cell is not None]
        cells = sorted([*wrong, *lost])
        touched = [*cells, *(cell for event in events for cell, _ in event.meant)]
        if len(touched) > len({*touched}) or not self._hold(changes, cells, excused):
            return None
        chance = prod((happening(self.network, each) for each in events), start=Fraction(1))
        total, options = self._weigh(cells, excused, changes, lost)
        if not total:
            return None
        for some in exceptions:
            told = [check for check in some if not check.places.keys() & {*lost}]
            chance *= of_exception(self.network, told, changes)
        targets = {check.target for some in exceptions for check in some}
        for cell in self._cells.difference(cells):
            if self.network.is_odd(cell, changes.get(cell)):
                chance *= self._of_odd(cell, is_excused=cell in targets)
        parts = {
            cell: {value: shortened(Fraction(part, total)) for value, part in own.items()}
            for cell, own in options.items()
        }
        parts |= {cell: {each.number: each.share} for cell, each in meant.items()}
        numbers = {cell: own for cell, own in parts.items() if own}
        untold = parts.keys() - numbers.keys()
        chance *= self._of_doubtful(numbers, untold)
        chance *= self._of_exactness(numbers, untold, excused)
        mistakes = len(wrong) + len(events)
        return Explanation(shortened(chance * total), mistakes, parts, exceptions, slips)

    def _hold(self, changes: Changes, wrong: Collection[Cell], excused: frozenset[Check]) -> bool:
        """Whether all around some cells holds with other numbers there, wrong cells aside."""
        around = {check for cell in changes for check in self.network.of(cell)} - excused
        return all(
            check.holds(changes)
            for check in around
            if check.is_changed(changes) and not any(cell in check.places for cell in wrong)
        )

    def _weigh(
        self,
        cells: Sequence[Cell],
        excused: Collection[Check],
        fixed: Changes,
        lost: Collection[Cell],
    ) -> tuple[Fraction, dict[Cell, dict[int, Fraction]]]:
        """Add up how likely what is printed in some cells came from numbers that are allowed.

        Cells that share a check are taken one after the other; of lost ones, which may be hundreds,
        each is what all checks leave it, and which numbers of theirs go together is not asked.

        Args:
            lost: those of the cells whose printed number an event explains, whatever was there.

        Returns:
            The likelihood, and for each cell that of the values which are told apart.
        """
        solved = solve(self.network, cells, excused, fixed)
        if solved is None:
            return Fraction(0), {}
        linked = [
            cell for cell in cells if cell not in lost and self._is_linked(cell, cells, excused)
        ]
        if not linked:
            each = {cell: self._of(cell, solved[cell], lost) for cell in cells}
            if len(cells) == 1:
                return each[cells[0]][0], {cells[0]: each[cells[0]][1]}
            total = prod((own for own, _ in each.values()), start=Fraction(1))
            return total, {
                cell: {value: Fraction(total * part, own) for value, part in parts.items()}
                for cell, (own, parts) in each.items()
                if own
            }
        groups = self._apart(cells, excused)
        if len(groups) > 1:
            apart = [self._weigh(group, excused, fixed, lost) for group in groups]
            total = prod((own for own, _ in apart), start=Fraction(1))
            return shortened(total), {
                cell: {value: Fraction(total * part, own) for value, part in parts.items()}
                for own, told in apart
                for cell, parts in told.items()
                if own
            }
        narrow = min(linked, key=lambda cell: count(solved[cell]))
        # where any number will do, those of which one is a slip away
        firsts = [narrow] if count(solved[narrow]) <= FEW else linked
        total, options = Fraction(0), {cell: dict[int, Fraction]() for cell in cells}
        for first in firsts:
            rest = [cell for cell in cells if cell != first]
            for value, chance in self._of(first, solved[first], lost)[1].items():
                own, inner = self._weigh(rest, excused, {**fixed, first: value}, lost)
                total += chance * own
                for cell, parts in ({first: {value: own}} | inner).items():
                    for number, part in parts.items():
                        options[cell][number] = options[cell].get(number, 0) + chance * part
        return shortened(total), options

    def _apart(self, cells: Sequence[Cell], excused: Collection[Check]) -> list[list[Cell]]:
        """Group the cells that share checks: what one is says nothing of those of other groups."""
        groups: list[tuple[set[Check], list[Cell]]] = []
        for cell in cells:
            checks = {check for check in self.network.of(cell) if check not in excused}
            joined = [group for group in groups if group[0] & checks]
            groups = [group for group in groups if group not in joined]
            members = [each for _, some in joined for each in some]
            groups.append((checks.union(*(some for some, _ in joined)), [*members, cell]))
        return [members for _, members in groups]

    def _is_linked(self, cell: Cell, cells: Sequence[Cell], excused: Collection[Check]) -> bool:
        return any(
            other != cell and other in check.places
            for check in self.network.of(cell)
            if check not in excused
            for other in cells
        )

    def _of(
        self, cell: Cell, values: range, lost: Collection[Cell]
    ) -> tuple[Fraction, dict[int, Fraction]]:
        if cell not in lost:
            return self._of_mistake(cell, values)
        # what is printed nowhere is told by laws alone, as far as they hold elsewhere
        sure = max(
            Fraction(len(check.law.good), len(check.law.lines)) for check in self.network.of(cell)
        )
        told = values if count(values) <= FEW else range(0)
        exact = {value: self.network.likelihood_of_exactness(cell, value) for value in told}
        total = sum(exact.values(), Fraction(0))
        return Fraction(1), {value: sure * Fraction(own, total) for value, own in exact.items()}

    def _of_mistake(self, cell: Cell, values: range) -> tuple[Fraction, dict[int, Fraction]]:
        """Add up how likely what a cell holds came from each number allowed."""
        network, printed = self.network, self.network.printed(cell)
        if count(values) > FEW:
            slips = {
                value: chance * self._sizes.odds(cell, value)
                for value, chance in keyed(network, cell).items()
                if value in values
            }
            others = chance_among(network, cell, values.start, values.stop - 1)
            return shortened(sum(slips.values(), others)), slips
        known = {value: self._of_one(cell, value) for value in values if value != printed}
        best = max((exact for _, exact in known.values()), default=Fraction(1))
        chances = {
            value: chance if exact == best else chance * Fraction(exact, best)
            for value, (chance, exact) in known.items()
        }
        total = sum(chances.values(), Fraction(0))
        return shortened(total), chances

    def _of_one(self, cell: Cell, value: int) -> tuple[Fraction, Fraction]:
        """Say how likely a cell holds what it does if a number was meant, and how exact that is.

        Beside other wrong cells the same is asked again and again.
        """
        if (cell, value) not in self._known:
            exact = self.network.likelihood_of_exactness(cell, value)
            self._known[cell, value] = self._chance(cell, value), exact
        return self._known[cell, value]

    def _chance(self, cell: Cell, value: int) -> Fraction:
        slip = keyed(self.network, cell).get(value)
        slipped = Fraction(0) if slip is None else slip * self._sizes.odds(cell, value)
        return slipped + chance_of_any(self.network, cell, value)

    def _of_doubtful(self, told: Options, untold: Collection[Cell]) -> Fraction:
        """Say how likely it is that what is off no more than all may be is off by that alone.

        If a cell is wrong, it may be by that. That all lines of a law are off explains each.

        Args:
            untold: wrong cells that may hold any number.
        """
        likeliest = {
            cell: max(own, key=lambda each: (own[each], -each)) for cell, own in told.items()
        }
        least: dict[Law, Fraction] = {}
        for check, chance in self._doubtful:
            if check.places.keys().isdisjoint(untold) and not check.holds(likeliest):
                least[check.law] = min(chance, least.get(check.law, chance))
        return prod(least.values(), start=Fraction(1))

    def _of_exactness(
        self, told: Options, untold: Collection[Cell], excused: Collection[Check]
    ) -> Fraction:
        """Say how likely it is that sums are right within rounding alone where most are exact.

        Either numbers were rounded after they were added, which so many exact sums make unlikely,
        or some of the numbers told leave none that is not. Which of a cell's do is weighed there.
        """
        exact = {
            cell: max(
                own, key=lambda each: (self.network.likelihood_of_exactness(cell, each), own[each])
            )
            for cell, own in told.items()
        }
        left = dict(self._inexact)
        cells = {*told, *untold}
        for check in {check for cell in cells for check in self.network.of(cell)}.difference(
            excused
        ):
            if check.law.group in left:
                is_known = check.places.keys().isdisjoint(untold)
                left[check.law.group] += is_known and not check.is_exact(exact)
                left[check.law.group] -= not check.fails and not check.is_exact(NONE)
        groups = (Fraction(1, odds(group.exactness)) for group, count in left.items() if count)
        return prod(groups, start=Fraction(1))

    def _of_odd(self, cell: Cell, *, is_excused: bool) -> Fraction:
        """Bound how likely a number is right that is finer than its column's unit."""
        facts = self.network.column(cell[1])
        return facts.odd if is_excused else facts.odd * Fraction(facts.place, facts.unit)
