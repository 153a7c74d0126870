"""A grid with the kind of every cell, and those whom its texts may mean."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.names import Register
from allokera.source.cells import BLANK, NUMBER
from allokera.source.grid import Grid


class SortedGrid(NamedTuple):
    """A grid with the kind of every cell, and those whom its texts may mean."""

    grid: Grid
    kinds: Sequence[bytes]
    known: Register

    def kind(self, row: int, column: int) -> int:
        """The kind of a cell; past the end of a row it is blank."""
        kinds = self.kinds[row]
        return kinds[column] if column < len(kinds) else BLANK

    def is_a_word(self, row: int, column: int) -> bool:
        """Whether a cell that may be a number has a letter in it: `4H` is a name among names."""
        return self.kind(row, column) == NUMBER and any(
            map(str.isalpha, self.grid.rows[row][column])
        )

    def numbers(self, row: int, aside: int) -> list[str]:
        """The cells of a row that are numbers, but for one column."""
        return [
            self.grid.rows[row][column]
            for column, each in enumerate(self.kinds[row])
            if each == NUMBER and column != aside
        ]
