"""One printed column, read: what every cell says, and in what unit."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.audit.report import Place
from allokera.kronor.printed import Reading, read_cells
from allokera.model import Basis, Column

UNITS = (1_000_000, 1_000)
"""The units that publishers print in, the largest first; kronor otherwise."""

NEARLY_ALL = 5
"""All but one cell in so many must be multiples of a unit for it to be the column's."""


class Sheet(NamedTuple):
    """One printed column, read.

    Attributes:
        readings: one a row.
        amounts: kronor, one a row; None where the cell says no one number of whole kronor.
        unit: kronor that the amounts are multiples of.
        unit_basis: whether that is stated, or inferred from the amounts.
    """

    column: Column
    readings: tuple[Reading, ...]
    amounts: tuple[int | None, ...]
    unit: int
    unit_basis: Basis

    @property
    def sum(self) -> int:
        """Kronor, as printed: a cell that says no one number counts by its digits."""
        return sum(
            amount if amount is not None else _by_digits(reading)
            for amount, reading in zip(self.amounts, self.readings, strict=True)
        )

    def place(self, row: int, span: tuple[int, int] | None = None) -> Place:
        """Point at a cell, or at a part of it."""
        text = self.readings[row].text
        return Place(row, self.column.name, text, *(span or (0, len(text))))


def read_sheet(column: Column) -> Sheet:
    """Read a column's cells in the notation that they themselves show."""
    readings = read_cells(column.cells)
    amounts = tuple(reading.kronor() for reading in readings)
    return Sheet(
        column=column,
        readings=readings,
        amounts=amounts,
        unit=column.unit or _infer_unit([amount for amount in amounts if amount is not None]),
        unit_basis=Basis.STATED if column.unit else Basis.INFERRED,
    )


def _infer_unit(amounts: Sequence[int]) -> int:
    """Take the largest unit that nearly all amounts are multiples of."""
    for unit in UNITS:
        odd = sum(amount % unit != 0 for amount in amounts)
        if any(amounts) and odd * NEARLY_ALL <= len(amounts):
            return unit
    return 1


def _by_digits(reading: Reading) -> int:
    number = reading.alternatives[0] if reading.alternatives else 0
    return number if isinstance(number, int) else 0
