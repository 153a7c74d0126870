"""The network of a sheet: its numbers, and every check that each is in, made when asked for."""

from collections import Counter
from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from allokera.diagnosis.check import NONE, Check, coarse_lines, make_check
from allokera.relations.evidence.pattern import EVERYTHING
from allokera.relations.laws.law import Group, Law
from allokera.relations.sheet.reading import Sheet
from allokera.relations.sheet.view import Cell


class Network:
    """Printed numbers, and what binds them."""

    def __init__(self, sheet: Sheet, laws: Sequence[Law]) -> None:
        self.sheet, self.laws = sheet, laws
        self._lags = {0, *(law.claim.view.lag for law in laws)}
        self._lines: dict[tuple[bool, int], list[Check]] = {}
        self._of: dict[Cell, list[Check]] = {}
        self._coarse: dict[Law, frozenset[int]] = {}
        self._facts: dict[int, ColumnFacts] = {}
        self._inexact: dict[Group, int] = {}

    @cached_property
    def failing(self) -> list[Check]:
        """The checks that fail beyond doubt, or by a step where all others are exact."""
        lines = sorted(
            {
                (law.claim.view.is_across, line)
                for law in self.laws
                for line in law.broken | law.slight
            }
        )
        return [
            check
            for where in lines
            for check in self._line(*where)
            if check.fails and not check.holds()
        ]

    def of(self, cell: Cell) -> list[Check]:
        """List the checks that a cell is in."""
        if cell not in self._of:
            row, column = cell
            lines = [*((True, row + lag) for lag in sorted(self._lags)), (False, column)]
            self._of[cell] = [
                check for where in lines for check in self._line(*where) if cell in check.places
            ]
        return self._of[cell]

    def doubtful(self, cells: Collection[Cell]) -> list[Check]:
        """List the checks of some cells that are off by no more than every line may be."""
        made = (make_check(law, line) for law in self.laws for line in sorted(law.doubtful))
        return [
            each for each in made if each is not None and not each.places.keys().isdisjoint(cells)
        ]

    def _line(self, is_across: bool, line: int) -> list[Check]:
        key = is_across, line
        if key not in self._lines:
            checks = (
                make_check(law, line, is_coarse=self._is_coarse(law, line))
                for law in self.laws
                if law.claim.view.is_across is is_across and line not in law.doubtful
            )
            self._lines[key] = [check for check in checks if check is not None]
        return self._lines[key]

    def _is_coarse(self, law: Law, line: int) -> bool:
        """Whether a line may be coarser than the others: it is off, and another such line is."""
        if line not in law.broken:
            return False
        if law not in self._coarse:
            self._coarse[law] = coarse_lines(law)
        return bool(self._coarse[law] - {line})

    def printed(self, cell: Cell) -> int:
        """Give the number that a cell holds."""
        row, column = cell
        return self.sheet.values[row][column] or 0

    @cached_property
    def size(self) -> int:
        """How many cells hold numbers."""
        return sum(value is not None for row in self.sheet.values for value in row)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.sheet.values)

    def column(self, column: int) -> "ColumnFacts":
        """Say what the numbers of a column have in common."""
        if column not in self._facts:
            self._facts[column] = _facts(self.sheet, column)
        return self._facts[column]

    def place(self, cell: Cell) -> int:
        """Say what a one in the last place that a cell shows is worth, in the sheet's scale."""
        row, column = cell
        worth: int = 10 ** (self.sheet.decimals - self.sheet.places[row][column])
        return worth

    def grain(self, cell: Cell) -> int:
        """Say what a cell is rounded to: its column's unit, or the last place where it is finer."""
        facts = self.column(cell[1])
        return facts.place if self.is_odd(cell) else facts.unit

    def is_odd(self, cell: Cell, value: int | None = None) -> bool:
        """Whether the number of a cell, or another there, is finer than its column's unit."""
        number = self.printed(cell) if value is None else value
        return number % self.column(cell[1]).unit != 0

    def commonness(self, cell: Cell, number: int) -> Fraction:
        """Say in what part of tables a number there has so many digits, by those of its column.

        Every length counts for half a number before any is seen.

        Source: the estimator of Krichevsky and Trofimov (1981), for symbols that may come in any
        order.
        """
        facts = self.column(cell[1])
        own, length = (count_digits(each, facts.place) for each in (self.printed(cell), number))
        like = facts.lengths[length] - (length == own)
        others, possible = (
            facts.lengths.total() - 1,
            max(count_digits(facts.most, facts.place), length),
        )
        return Fraction(2 * like + 1, 2 * others + possible)

    def inexact(self, group: Group) -> int:
        """Count the lines of a law that are right within rounding, and not to the last place."""
        if group not in self._inexact:
            made = (
                make_check(law, line)
                for law in self.laws
                for line in law.good
                if law.group is group
            )
            self._inexact[group] = sum(not each.is_exact(NONE) for each in made if each is not None)
        return self._inexact[group]

    def likelihood_of_exactness(self, cell: Cell, value: int) -> Fraction:
        """Say how likely a number is, by whether sums would be as exact as they are elsewhere."""
        odds = Fraction(1)
        for check in self.of(cell):
            if not check.law.is_exact and not check.is_exact({cell: value}):
                odds *= check.missing_exactly
        return odds


class ColumnFacts(NamedTuple):
    """What the numbers of a column have in common.

    Attributes:
        unit: what nearly all are rounded to.
        place: the last printed place.
        most: the largest number.
        least: what none is below: nothing, where none printed is.
        odd: the part of them that are finer than the unit.
        lengths: how many of them have so many digits.
    """

    unit: int
    place: int
    most: int
    least: int
    odd: Fraction
    lengths: Counter[int]


def _facts(sheet: Sheet, column: int) -> ColumnFacts:
    numbers = [
        (value, units[column], 10 ** (sheet.decimals - places[column]))
        for values, units, places in zip(sheet.values, sheet.units, sheet.places, strict=True)
        if (value := values[column]) is not None
    ]
    unit = Counter(unit for _, unit, _ in numbers).most_common(1)[0][0]
    odd = sum(value % unit != 0 for value, _, _ in numbers)
    place = min(place for _, _, place in numbers)
    return ColumnFacts(
        unit=unit,
        place=place,
        most=max(abs(value) for value, _, _ in numbers),
        least=0 if all(value >= 0 for value, _, _ in numbers) else -EVERYTHING,
        odd=Fraction(odd, len(numbers)),
        lengths=Counter(count_digits(value, place) for value, _, _ in numbers),
    )


def count_digits(number: int, place: int) -> int:
    """Count the digits of a number."""
    return len(str(abs(number) // place))
