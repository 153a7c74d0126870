"""A sheet of numbers seen one way: lines that bear witness, positions that relations speak of.

Seen across, the lines are rows and the positions columns; seen down, the other way round. A sum
row is an ordinary sum of positions in the view down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

Number = int | None
Cell = tuple[int, int]
"""A row and a column, from 0."""

Entry = TypeVar("Entry")

MOST_PLACES = 9
"""Decimals that are kept: what binary fractions leave starts further out."""


@dataclass(frozen=True, eq=False)
class View:
    """Numbers of one scale, by line and position.

    Attributes:
        values: whole numbers of the sheet's smallest unit; None where no number stands.
        units: what each is rounded to, in the same unit.
        withheld: where a text stands in place of a number: not available, a secret.
        names: the headings of the positions.
        labels: the headings of the lines.
        is_across: whether lines are rows.
        one: what a one is in the scale.
        lag: how far away the line stands whose numbers are the positions from `width` on; 0 where
            there are no such.
    """

    values: Sequence[Sequence[Number]]
    units: Sequence[Sequence[int]]
    withheld: Sequence[Sequence[bool]]
    names: Sequence[str]
    labels: Sequence[str]
    is_across: bool
    one: int
    lag: int = 0

    @property
    def width(self) -> int:
        """How many positions a line has of its own."""
        return len(self.names)

    @cached_property
    def used(self) -> tuple[int, ...]:
        """The positions that hold a number in some line."""
        return tuple(
            place
            for place in range(self.width)
            if any(values[place] is not None for values in self.values)
        )

    @cached_property
    def columns(self) -> tuple[tuple[Number, ...], ...]:
        """The numbers of every position, by line."""
        return tuple(zip(*self.values, strict=True)) if self.values else ((),) * self.width

    def has_gaps(self, position: int) -> bool:
        """Whether lines without a number stand between lines with one."""
        if position not in self._gaps:
            numbers = self.columns[position]
            there = [line for line, number in enumerate(numbers) if number is not None]
            self._gaps[position] = bool(there) and there[-1] - there[0] >= len(there)
        return self._gaps[position]

    @cached_property
    def _gaps(self) -> dict[int, bool]:
        return {}

    def withholds(self, line: int, positions: Iterable[int]) -> bool:
        """Whether something is withheld in some positions of a line; in most sheets nothing is."""
        marks = self.withheld[line]
        return True in marks and any(marks[position] for position in positions)

    def cell(self, line: int, position: int) -> Cell:
        """Say where in the sheet a position of a line is."""
        if position >= self.width:
            line, position = line - self.lag, position - self.width
        return (line, position) if self.is_across else (position, line)

    def only(self, lines: Iterable[int]) -> "View":
        """Leave all lines but some without a number."""
        kept, nothing = set(lines), (None,) * (2 * self.width if self.lag else self.width)
        values = [each if line in kept else nothing for line, each in enumerate(self.values)]
        return replace(self, values=values)

    def coarser(self, line: int, position: int, number: int) -> "View":
        """Take what stands at a position for rounded to as many noughts as a number ends with."""
        units = list(self.units[line])
        unit = units[position]
        while number and number % (unit * 10) == 0:
            unit *= 10
        units[position] = unit
        return replace(self, units=[*self.units[:line], units, *self.units[line + 1 :]])

    def sample(self, most: int) -> "View":
        """Keep so many lines, evenly spread."""
        step = -(-len(self.values) // most)
        return replace(
            self,
            values=self.values[::step],
            units=self.units[::step],
            withheld=self.withheld[::step],
            labels=self.labels[::step],
        )

    def lagged(self, lag: int) -> "View":
        """Put beside each line the numbers of the line so far before it."""
        return replace(
            self,
            values=_beside(self.values, lag, None),
            units=_beside(self.units, lag, 1),
            withheld=_beside(self.withheld, lag, False),
            lag=lag,
        )


def _beside(grid: Sequence[Sequence[Entry]], lag: int, nothing: Entry) -> list[list[Entry]]:
    lines = range(len(grid))
    blank = [nothing] * len(grid[0])
    return [[*grid[line], *(grid[line - lag] if line - lag in lines else blank)] for line in lines]


def seeds(view: View, positions: Sequence[int], most: int = 7) -> list[int]:
    """Choose the lines to look at first: those with most numbers but noughts, evenly spread.

    Of tables one above another the fuller one must not take all: some are taken of all lines.
    """
    counts = {
        line: count
        for line, values in enumerate(view.values)
        if (count := sum(bool(values[place]) for place in positions)) > 1
    }

    def spread(lines: list[int]) -> list[int]:
        return lines[:: max(1, len(lines) // most)][: most + 1]

    fullest = sorted(counts, key=lambda line: -counts[line])[: max(most, len(counts) // 2)]
    every = spread(sorted(counts)) if len(counts) > 2 * most else []
    return sorted({*spread(sorted(fullest)), *every})
